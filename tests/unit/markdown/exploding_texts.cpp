#include "markdown/exploding_texts.h"

#include <algorithm>

namespace traff {

namespace {

using Text = std::string;
using Size = std::size_t;

Text repeat(std::string_view unit, Size bytes) {
  Text text;
  text.reserve(bytes + unit.size());
  while (text.size() < bytes) text += unit;
  return text;
}

Text times(std::string_view unit, Size count) { return repeat(unit, unit.size() * count); }

Text backtick_runs(Size bytes) {
  Text text;
  for (Size run = 1; text.size() < bytes; ++run) text += "e" + Text(run, '`');
  return text;
}

Text indented_list(Size bytes) {
  Text text;
  for (Size level = 0; text.size() < bytes; ++level) text += Text(2 * level, ' ') + "* a\n";
  return text;
}

Text many_footnotes(Size bytes) {
  Text text;
  for (Size i = 0; text.size() < bytes / 2; ++i) text += "[^" + std::to_string(i) + "] ";
  text += "\n\n";
  for (Size i = 0; text.size() < bytes; ++i) text += "[^" + std::to_string(i) + "]: x\n\n";
  return text;
}

Text unused_footnotes(Size bytes) {
  Text text;
  for (Size i = 0; text.size() < bytes; ++i) text += "[^" + std::to_string(i) + "]: x\n\n";
  return text;
}

Text many_definitions(Size bytes) {
  Text text;
  for (Size i = 1; text.size() < bytes / 2; ++i) text += "[" + std::to_string(i) + "]: /u\n";
  return text + repeat("[0] ", bytes / 2);
}

Text table_of_short_rows(Size bytes) {
  const Size columns = bytes / 6;
  return "|" + times("x|", columns) + "\n|" + times("-|", columns) + "\n" + times("x\n", columns);
}

Text tables_of_short_rows(Size bytes) {
  const Text one = "|" + times("x|", 90) + "\n|" + times("-|", 90) + "\n" + times("x\n", 200) + "\n";
  return repeat(one, bytes);
}

Text narrow_table_with_wide_row(Size bytes) {
  return "| a |\n| - |\n" + repeat("x\n", bytes - bytes / 50) + "|" + repeat("x|", bytes / 50) + "\n";
}

Text narrow_tables_with_wide_rows(Size bytes) {
  return repeat("| a |\n| - |\n" + times("x\n", 40) + "|" + times("x|", 90) + "\n\n", bytes);
}

Text long_label(Size bytes) {
  const Text label(990, 'x');
  return repeat("[^" + label + "] ", bytes) + "\n\n[^" + label + "]: x\n";
}

std::vector<ExplodingText> inline_texts() {
  return {
      {"nested strong and emphasis", [](Size n) { return repeat("*a **a ", n / 2) + "b" + repeat(" a** a*", n / 2); }},
      {"emphasis closers", [](Size n) { return repeat("a_ ", n); }},
      {"emphasis openers", [](Size n) { return repeat("_a ", n); }},
      {"emphasis openers in lines", [](Size n) { return repeat("_a *a\n", n); }},
      {"emphasis mismatched", [](Size n) { return repeat("*a_ ", n); }},
      {"emphasis mismatched in lines", [](Size n) { return repeat("*a_ *a_ *a_ *a_\n", n); }},
      {"emphasis by threes", [](Size n) { return "a**b" + repeat("c* ", n); }},
      {"emphasis two kinds", [](Size n) { return repeat("*a ", n / 2) + repeat("_a*_ ", n / 2); }},
      {"emphasis two kinds in lines",
       [](Size n) { return repeat("*a *a *a\n", n / 2) + repeat("_a*_ _a*_\n", n / 2); }},
      {"emphasis inside words", [](Size n) { return repeat("a_b_", n); }},
      {"emphasis mixed", [](Size n) { return repeat("**_* ", n); }},
      {"emphasis mixed more", [](Size n) { return repeat("*__**_ a", n); }},
      {"underscores", [](Size n) { return Text(n, '_') + "a"; }},
      {"underscores around", [](Size n) { return Text(n / 2, '_') + "a" + Text(n / 2, '_'); }},
      {"stars around", [](Size n) { return Text(n / 2, '*') + "a" + Text(n / 2, '*'); }},
      {"stars around in lines", [](Size n) { return repeat(Text(450, '*') + "a" + Text(450, '*') + "\n", n); }},
      {"tildes", [](Size n) { return "x" + Text(n, '~') + "a"; }},
      {"strikethrough closers", [](Size n) { return repeat("a~~ ", n); }},
      {"strikethrough openers", [](Size n) { return repeat("~~a ", n); }},
      {"strikethrough openers in lines", [](Size n) { return repeat("~~a ~~a ~~a\n", n); }},
      {"strikethrough mixed", [](Size n) { return repeat("~a~~b", n); }},
      {"link closers", [](Size n) { return repeat("a]", n); }},
      {"link openers", [](Size n) { return repeat("[a", n); }},
      {"link openers in lines", [](Size n) { return repeat("[a [a [a [a\n", n); }},
      {"link openers and emphasis", [](Size n) { return repeat("[ a_", n); }},
      {"link half made", [](Size n) { return repeat("[ (](", n); }},
      {"brackets around", [](Size n) { return Text(n / 2, '[') + "a" + Text(n / 2, ']'); }},
      {"brackets around in lines", [](Size n) { return repeat(Text(450, '[') + "a" + Text(450, ']') + "\n", n); }},
      {"images unfinished", [](Size n) { return repeat("![[]()", n); }},
      {"images unfinished in lines", [](Size n) { return repeat("![[]() ![[]()\n", n); }},
      {"images begun", [](Size n) { return repeat("![l", n); }},
      {"addresses begun", [](Size n) { return repeat("[a](", n); }},
      {"addresses begun twice", [](Size n) { return repeat("[[]()", n); }},
      {"addresses in brackets begun", [](Size n) { return repeat("[a](<b", n); }},
      {"addresses without end", [](Size n) { return repeat("[a](b", n); }},
      {"addresses without end in lines", [](Size n) { return repeat("[a](b\n[a](<b\n", n); }},
      {"backtick runs", backtick_runs},
      {"quotation marks", [](Size n) { return repeat("\"a ", n); }},
      {"quotation marks of two kinds", [](Size n) { return repeat("'a\" ", n); }},
      {"quotation marks in lines", [](Size n) { return repeat("'a\" 'a\" \"a\n", n); }},
      {"hyphens", [](Size n) { return "a" + Text(n, '-') + "a"; }},
      {"dots", [](Size n) { return Text(n, '.'); }},
      {"ampersands", [](Size n) { return repeat("&", n); }},
      {"references without end", [](Size n) { return repeat("&amp", n); }},
      {"backslashes", [](Size n) { return repeat("\\", n); }},
      {"hard breaks", [](Size n) { return repeat("a  \n", n); }},
      {"quotation marks to escape", [](Size n) { return repeat("`\"\"\"\"\"\"`\n", n); }},
  };
}

std::vector<ExplodingText> html_texts() {
  return {
      {"instructions", [](Size n) { return repeat("<?", n); }},
      {"instructions in text", [](Size n) { return repeat("a <?", n); }},
      {"instructions in lines", [](Size n) { return "a\n" + repeat("a <?\n", n); }},
      {"declarations", [](Size n) { return repeat("<!A", n); }},
      {"declarations in text", [](Size n) { return repeat("a <!A", n); }},
      {"character data", [](Size n) { return repeat("a <![CDATA[", n); }},
      {"character data in lines", [](Size n) { return "a\n" + repeat("a <![CDATA[\n", n); }},
      {"comments", [](Size n) { return "a" + repeat("<!--", n); }},
      {"comments in lines", [](Size n) { return "a\n" + repeat("a <!-- a\n", n); }},
      {"comments after slash", [](Size n) { return "</" + repeat("<!--", n); }},
      {"attributes", [](Size n) { return repeat("x <a b=\"", n); }},
      {"attributes in lines", [](Size n) { return "a\n" + repeat("x <a b=\"\n", n); }},
      {"closing tags", [](Size n) { return repeat("x </a ", n); }},
      {"elements", [](Size n) { return repeat("<div\n", n); }},
      {"empty elements", [](Size n) { return repeat("<a>\n\n", n); }},
  };
}

std::vector<ExplodingText> block_texts() {
  return {
      {"quotes nested", [](Size n) { return repeat("> ", n) + "a"; }},
      {"quotes nested, then lines", [](Size n) { return Text(n / 2, '>') + "a\n" + repeat(">\n", n / 2); }},
      {"quotes nested, then emphasis", [](Size n) { return Text(n / 3, '>') + repeat("a*", 2 * n / 3); }},
      {"quotes nested 30 deep", [](Size n) { return repeat(times("> ", 30) + "a\n", n); }},
      {"quotes lazy 30 deep", [](Size n) { return times("> ", 30) + "a\n" + repeat("a\n", n); }},
      {"quotes opened and closed", [](Size n) { return repeat(times(">", 30) + "a\n\n", n); }},
      {"lists nested", [](Size n) { return repeat("- ", n) + "a"; }},
      {"lists numbered nested", [](Size n) { return repeat("1. ", n) + "a"; }},
      {"lists indented", indented_list},
      {"lists nested, then empty lines", [](Size n) { return repeat("- ", n / 2) + "x" + Text(n / 2, '\n'); }},
      {"lists nested 30 deep, then empty lines", [](Size n) { return times("- ", 30) + "x" + Text(n, '\n'); }},
      {"lists nested 8 deep, then empty lines", [](Size n) { return times("- ", 8) + "x" + Text(n, '\n'); }},
      {"lists in quote, then empty lines",
       [](Size n) { return "> " + repeat("- ", n / 2) + "x\n" + repeat(">\n", n / 2); }},
      {"lists nested, then lazy lines", [](Size n) { return repeat("- ", n / 2) + "x\n" + repeat("a\n", n / 2); }},
      {"lists nested 30 deep, then lazy lines", [](Size n) { return times("- ", 30) + "x\n" + repeat("a\n", n); }},
      {"lists nested 30 deep, again", [](Size n) { return repeat(times("- ", 30) + "x\n", n); }},
      {"lists of stars", [](Size n) { return repeat("* ", n) + "a"; }},
      {"lists of stars in lines", [](Size n) { return repeat("* * * * * * * * x\n", n); }},
      {"lists of empty items", [](Size n) { return repeat("-\n", n); }},
      {"lists of tasks", [](Size n) { return repeat("- [ ] ", n); }},
      {"lists of tasks in lines", [](Size n) { return repeat("- [ ] a\n", n); }},
      {"lists in turn", [](Size n) { return repeat("- a\n* a\n+ a\n", n); }},
      {"fences", [](Size n) { return repeat("```\n", n); }},
      {"fences not closed", [](Size n) { return repeat("```` a\n", n); }},
      {"underlines", [](Size n) { return repeat("a\n", n) + "==="; }},
      {"headings", [](Size n) { return repeat("# a\n", n); }},
      {"headings of one name", [](Size n) { return repeat("# a-2\n# a\n", n); }},
      {"heading of marks", [](Size n) { return "# " + Text(n, '#'); }},
      {"rules", [](Size n) { return repeat("---\n", n); }},
      {"NUL", [](Size n) { return Text(n, '\0'); }},
      {"tabs", [](Size n) { return Text(n, '\t') + "a"; }},
      {"tabs in lines", [](Size n) { return repeat("a\tb\tc\n", n); }},
      {"indented lines", [](Size n) { return repeat("        a\n\n", n); }},
      {"boxes", [](Size n) { return repeat("::: ruta\n", n); }},
      {"boxes and columns", [](Size n) { return repeat("::: kolumner\na\n+++\nb\n", n); }},
      {"boxes closed", [](Size n) { return repeat(":::\n", n); }},
      {"bullets of other kinds", [](Size n) { return repeat("• a\no a\n§ a\n", n); }},
      {"letter lists", [](Size n) { return repeat("a) x\nb) y\n\n", n); }},
      {"plain paragraphs of a letter", [](Size n) { return repeat("a\n\n", n); }},
  };
}

std::vector<ExplodingText> table_texts() {
  return {
      {"table by carriage returns", [](Size n) { return repeat("aaa\rbbb\n-\v\n", n); }},
      {"table with wide heading",
       [](Size n) { return "|" + repeat("x|", n / 2) + "\n|" + repeat("-|", n / 2) + "\n"; }},
      {"table of short rows", table_of_short_rows},
      {"tables of short rows", tables_of_short_rows},
      {"table with one wide row", narrow_table_with_wide_row},
      {"tables with wide rows", narrow_tables_with_wide_rows},
      {"table after a long paragraph", [](Size n) { return repeat("a\n", n / 2) + repeat("|-|\n", n / 2); }},
      {"table headings that do not fit", [](Size n) { return repeat("|a|b|\n|-|\n", n); }},
      {"table of escaped bars", [](Size n) { return "|a|\n|-|\n|" + repeat("\\|", n) + "|\n"; }},
      {"table rules", [](Size n) { return repeat("-|-\n", n); }},
      {"tables in turn", [](Size n) { return repeat("|a|b|\n|-|-|\n|c|d|\n\n", n); }},
      {"table of empty cells", [](Size n) { return "|a|b|c|d|\n|-|-|-|-|\n" + repeat("||||\n", n); }},
      {"table of one column", [](Size n) { return "|a|\n|-|\n" + repeat("b\n", n); }},
  };
}

std::vector<ExplodingText> address_texts() {
  return {
      {"schemes", [](Size n) { return repeat("http://", n); }},
      {"schemes in lines", [](Size n) { return repeat("http://a http://b\n", n); }},
      {"hosts", [](Size n) { return repeat("www.", n); }},
      {"hosts in lines", [](Size n) { return repeat("www.a.b www.a.b\n", n); }},
      {"letters w", [](Size n) { return Text(n, 'w'); }},
      {"colons", [](Size n) { return Text(n, ':'); }},
      {"at signs", [](Size n) { return Text(n, '@'); }},
      {"mail run together", [](Size n) { return repeat("a@a.", n); }},
      {"mail", [](Size n) { return repeat("a@a.a ", n); }},
      {"mail in lines", [](Size n) { return repeat("a@a.a a@a.a\n", n); }},
      {"mail of many at signs", [](Size n) { return Text(n / 2, 'a') + repeat("@", n / 2); }},
      {"mail schemes", [](Size n) { return repeat("mailto:", n); }},
      {"mail schemes with path", [](Size n) { return repeat("mailto:a@b.c/", n); }},
      {"mail with long name", [](Size n) { return repeat("a.b-c_", n) + "@"; }},
      {"address then (", [](Size n) { return "http://a.b/" + Text(n, '('); }},
      {"address then )", [](Size n) { return "http://a.b/" + Text(n, ')'); }},
      {"address then ) in lines", [](Size n) { return repeat("http://a.b/" + Text(450, ')') + "\n", n); }},
      {"address then ()", [](Size n) { return "http://a.b/" + repeat("()", n) + ")"; }},
      {"address then () in lines", [](Size n) { return repeat("http://a.b/" + times("())", 6000) + "\n", n); }},
      {"address then references", [](Size n) { return "http://a.b/" + repeat("&x;", n); }},
      {"address then references in lines", [](Size n) { return repeat("http://a.b/" + times("&x;", 6000) + "\n", n); }},
      {"address then dots", [](Size n) { return "http://a.b/" + Text(n, '.'); }},
      {"addresses in angles begun", [](Size n) { return repeat("<http://a ", n); }},
      {"address of underscores", [](Size n) { return "http://" + repeat("a_", n); }},
      {"address of underscores in lines", [](Size n) { return repeat("http://" + times("a_", 9000) + "\n", n); }},
      {"strikethrough and mail", [](Size n) { return repeat("~~a@a.a~~ ", n); }},
  };
}

std::vector<ExplodingText> reference_texts() {
  return {
      {"footnote used often", [](Size n) { return repeat("[^a]", n) + "\n\n[^a]: x\n"; }},
      {"footnote used often in lines", [](Size n) { return repeat("[^a] [^a]\n", n) + "\n\n[^a]: x\n"; }},
      {"footnote with long name", long_label},
      {"footnote with long name in lines",
       [](Size n) { return repeat("[^" + Text(450, 'x') + "]\n", n) + "\n[^" + Text(450, 'x') + "]: x\n"; }},
      {"footnotes used", many_footnotes},
      {"footnotes unused", unused_footnotes},
      {"footnotes nested", [](Size n) { return repeat("[^1]:", n); }},
      {"footnotes begun", [](Size n) { return repeat("[^", n); }},
      {"footnotes of one name", [](Size n) { return repeat("[^a]: x\n", n); }},
      {"footnotes unknown", [](Size n) { return repeat("[^q]\n", n); }},
      {"footnote of a table", [](Size n) { return "[^a]: | a |\n    | - |\n" + repeat("    | b | c |\n", n); }},
      {"definitions", many_definitions},
      {"definition used often", [](Size n) { return "[a]: /" + Text(n / 2, 'u') + "\n\n" + repeat("[a] ", n / 2); }},
      {"definition used often in lines",
       [](Size n) { return "[a]: /" + times("u-", 9000) + "\n\n" + repeat("[a] [a] [a]\n", n); }},
      {"definition with long title",
       [](Size n) { return "[a]: /u \"" + times("u-", 9000) + "\"\n\n" + repeat("[a]\n", n); }},
      {"definition with title in lines",
       [](Size n) { return "[a]: /u \"" + repeat("u\n", n / 2) + "\"\n\n" + repeat("[a]\n", n / 2); }},
      {"definition below its label",
       [](Size n) { return "[a]:\n/" + times("u-", 9000) + "\n\n" + repeat("[a]\n", n); }},
      {"definition with a label of two lines",
       [](Size n) { return "[a\nb]: /" + times("u-", 9000) + "\n\n" + repeat("[a b]\n", n); }},
      {"definition in a footnote",
       [](Size n) { return "[^1]: [a]: /" + times("u-", 9000) + "\n\n" + repeat("[a]\n", n); }},
      {"definition like a footnote",
       [](Size n) { return "[^a b]: /" + times("u-", 9000) + "\n\n" + repeat("[^a b]\n", n); }},
      {"definitions begun", [](Size n) { return repeat("[a\n", n); }},
      {"definitions unfinished", [](Size n) { return repeat("[a]: /u \"\n", n); }},
      {"definitions of a word", [](Size n) { return repeat("[a]: b\n\n", n); }},
      {"definitions of many long names", [](Size n) { return repeat("[" + Text(450, 'x') + "\n", n); }},
      {"mentions", [](Size n) { return repeat("Träff 2 ", n); }},
      {"mentions in lines", [](Size n) { return repeat("Träff 2 Träff 3\n", n); }},
      {"ranges", [](Size n) { return repeat("1-2-", n); }},
      {"ranges in lines", [](Size n) { return repeat("1-2 3.10-4.10 - x\n", n); }},
      {"long number", [](Size n) { return repeat("1.1", n) + "-2"; }},
      {"front matter", [](Size n) { return "---\n" + repeat("titel: a\n", n) + "---\n"; }},
      {"facts", [](Size n) { return "# a\n" + repeat("datum: a\n", n); }},
      {"bookmarks", [](Size n) { return repeat("[bookmark: ", n); }},
      {"spaced letters", [](Size n) { return repeat("a b\xC2\xA0", n); }},
      {"combining marks", [](Size n) { return "a" + repeat("\xCC\x88", n); }},
  };
}

// What stands just below single limits of the guard.
std::vector<ExplodingText> texts_below_limits() {
  return {
      {"instructions, then text", [](Size n) { return times("a <? ", 2000) + "\n" + repeat("text text text\n", n); }},
      {"comments, then text", [](Size n) { return times("a <!-- ", 90) + "\n" + repeat("text text text\n", n); }},
      {"comments of one paragraph", [](Size n) { return repeat("a <!-- text text text text text\n", n); }},
      {"address of letters, then )",
       [](Size n) { return repeat("http://a.b/" + Text(18000, 'a') + Text(450, ')') + "\n", n); }},
      {"mail in long lines", [](Size n) { return repeat(times("a@a.a ", 3000) + "\n", n); }},
      {"mail in middle lines", [](Size n) { return repeat(times("a@a.a ", 300) + "\n", n); }},
      {"table rules after text", [](Size n) { return repeat("text text\n", n * 3 / 4) + times("|-|-|\n", 90); }},
      {"table rules that fit after text",
       [](Size n) { return repeat("text text\n", n * 3 / 4) + times("|a|\n|-|\n\n", 90); }},
      {"quotation marks in a row", [](Size n) { return repeat(Text(450, '"') + "\n", n); }},
      {"quotation marks 200 in a row", [](Size n) { return repeat(Text(200, '"') + " a\n", n); }},
      {"stars in a row", [](Size n) { return repeat(Text(450, '*') + "a\n", n); }},
      {"stars and underscores in a row", [](Size n) { return repeat(times("*_", 450) + "a\n", n); }},
      {"unused footnotes of tables", [](Size n) { return repeat("[^a]: | a |\n    | - |\n    | b | c |\n\n", n); }},
      {"unused footnotes in lists", [](Size n) { return repeat("- [^a]: b\n", n); }},
      {"unused footnotes in a row", [](Size n) { return repeat("[^a]: [^b]: [^c]: d\n", n); }},
      {"lists nested 30 deep, few",
       [](Size n) { return times(times("- ", 30) + "x\n", 3000) + repeat("text text\n", n); }},
      {"lists nested, then text", [](Size n) { return indented_list(8000) + repeat("text text text text\n", n); }},
      {"lists nested, then empty and text",
       [](Size n) { return indented_list(8000) + repeat("\n  text text text text\n", n); }},
      {"definition of 4000 and uses",
       [](Size n) { return "[a]: /" + times("u-", 2000) + "\n\n" + repeat("[a] text\n", std::min<Size>(n, 9000)); }},
      {"definition of & and uses",
       [](Size n) {
         return "[a]: /u \"" + times("&a", 450) + "\"\n\n" + repeat("[a] text\n", std::min<Size>(n, 39000));
       }},
      {"headings of 900 letters", [](Size n) { return repeat("# " + times("a b", 300) + "\n", n); }},
      {"images in one paragraph", [](Size n) { return times("![[]() ", 1900) + "\n" + repeat("text\n", n); }},
      {"brackets in one paragraph",
       [](Size n) { return repeat("[a](b [c](d text text text\n", std::min<Size>(n, 240000)); }},
      {"backticks in one paragraph", [](Size n) { return repeat("` `` ``` ```` ` text text\n", n); }},
  };
}

}  // namespace

const std::vector<ExplodingText>& exploding_texts() {
  static const std::vector<ExplodingText> texts = [] {
    std::vector<ExplodingText> all;
    for (const auto& family : {inline_texts(), html_texts(), block_texts(), table_texts(), address_texts(),
                               reference_texts(), texts_below_limits()}) {
      all.insert(all.end(), family.begin(), family.end());
    }
    return all;
  }();
  return texts;
}

}  // namespace traff
