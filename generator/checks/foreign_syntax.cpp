#include "checks/foreign_syntax.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/message.h"
#include "base/messages/codes.h"
#include "base/text.h"

namespace traff {

namespace {

enum class Foreign : std::uint8_t {
  attributes,
  alert,
  admonition,
  wiki_link,
  formula,
  highlight,
  contents,
  short_code,
  emoji,
  definition,
  tabs,
  diagram,
  broken_link,
};

struct ForeignRow {
  Phrase what;
  Phrase cure;
};

constexpr std::array<ForeignRow, 13> rows{{
    {{"ett attribut från Pandoc eller Hugo", "an attribute of Pandoc or Hugo"},
     {"Ta bort klamrarna och det som står i dem.", "Remove the braces and what stands in them."}},
    {{"en ruta som GitHub skriver den", "an alert as GitHub writes it"},
     {"Skriv ::: ruta på raden före och ::: på raden efter.",
      "Write ::: box on the line before and ::: on the line after."}},
    {{"en ruta från Material for MkDocs", "a box of Material for MkDocs"},
     {"Skriv ::: ruta på raden före och ::: på raden efter, och ta bort indraget.",
      "Write ::: box on the line before and ::: on the line after, and remove the indentation."}},
    {{"en wikilänk", "a wiki link"},
     {"Skriv [ordet som ska synas](vägen/till/filen.md).", "Write [the words to show](path/to/file.md)."}},
    {{"en formel i LaTeX", "a formula in LaTeX"},
     {"Skriv den med vanliga tecken, eller lägg in den som en bild med beskrivning.",
      "Write it with ordinary characters, or put it in as an image with a description."}},
    {{"en markering", "a highlight"}, {"Skriv **fetstil** i stället.", "Write **bold** instead."}},
    {{"en plats för innehållsförteckningen", "a place for a table of contents"},
     {"Ta bort raden. Sidan får en innehållsförteckning av sig själv.",
      "Remove the line. The page gets its table of contents by itself."}},
    {{"ett kommando till ett annat program", "a command to another program"},
     {"Ta bort det, och skriv det som det skulle ge.", "Remove it, and write what it would give."}},
    {{"en kod för en bildsymbol", "a code for an emoji"},
     {"Skriv tecknet självt, eller ta bort koden.", "Write the character itself, or remove the code."}},
    {{"en definitionslista", "a definition list"},
     {"Skriv en punkt för varje ord: - **Ord**: vad det betyder.",
      "Write a point for each word: - **Word**: what it means."}},
    {{"flikar från Material for MkDocs", "tabs of Material for MkDocs"},
     {"Skriv en rubrik för varje flik.", "Write a heading for each tab."}},
    {{"ett diagram i kod", "a diagram in code"},
     {"Spara diagrammet som en bild, med beskrivning.", "Save the diagram as an image, with a description."}},
    {{"en länk som inte blev en länk", "a link that did not become one"},
     {"Skriv [ord](adress) utan mellanslag emellan. Har adressen mellanslag eller parentes skrivs den [ord](<adress>).",
      "Write [words](address) without a space between. An address with spaces or brackets is written "
      "[words](<address>)."}},
}};

bool is_name_byte(char c) { return is_ascii_alphanumeric(c) || c == '-' || c == '_'; }

// What was found of one kind.
struct Findings {
  std::size_t count = 0;
  std::size_t first = 0;  // byte of the file
  std::string_view words;
};

class ForeignSyntax {
 public:
  explicit ForeignSyntax(std::string_view text) : text_(text) {}

  std::array<Findings, rows.size()> run(std::size_t begin) {
    static constexpr ByteSet stops("{[!?$=:`~");
    std::size_t at = begin;
    while ((at = find_byte_of(text_, stops, at)) != text_.npos) at = look_at(at);
    return found_;
  }

 private:
  // Gives where to go on.
  std::size_t look_at(std::size_t at) {
    const std::string_view rest = text_.substr(at);
    switch (rest.front()) {
      case '`':
      case '~': return after_code(at);
      case '{': return braces(at, rest);
      case '[': return brackets(at, rest);
      case '!': return begins_line(at) && begins_box(rest, "!!! ") ? add(Foreign::admonition, at, 4) : at + 1;
      case '?':
        return begins_line(at) && (begins_box(rest, "??? ") || begins_box(rest, "???+ "))
                   ? add(Foreign::admonition, at, 4)
                   : at + 1;
      case '$': return formula(at, rest);
      case '=': return equals(at, rest);
      default: return colon(at, rest);
    }
  }

  // "!!! note", but not "!!! Viktigt"
  static bool begins_box(std::string_view rest, std::string_view mark) {
    return rest.starts_with(mark) && rest.size() > mark.size() && rest[mark.size()] >= 'a' && rest[mark.size()] <= 'z';
  }
  bool begins_line(std::size_t at) const { return at == 0 || text_[at - 1] == '\n'; }
  bool begins_word(std::size_t at) const { return at == 0 || is_space(text_[at - 1]); }
  std::string_view line_from(std::size_t at) {
    if (at >= line_end_) line_end_ = std::min(text_.find('\n', at), text_.size());
    return text_.substr(at, line_end_ - at);
  }
  std::size_t end_of_paragraph(std::size_t at) {
    if (at >= paragraph_end_) paragraph_end_ = std::min(text_.find("\n\n", at), text_.size());
    return paragraph_end_;
  }

  // A fence with all its lines, or code within a line.
  std::size_t after_code(std::size_t at) {
    const char mark = text_[at];
    const std::size_t run = std::min(text_.find_first_not_of(mark, at), text_.size()) - at;
    const std::size_t line = text_.rfind('\n', at) + 1;
    const bool is_fence = run >= 3 && is_blank(text_.substr(line, at - line));
    if (is_fence && line_from(at).find("mermaid") != text_.npos) add(Foreign::diagram, at, run);
    if (!is_fence && mark == '~') return at + run;
    const std::string fence = (is_fence ? "\n" : "") + std::string(run, mark);
    const std::size_t limit = is_fence ? text_.size() : end_of_paragraph(at);
    const std::size_t end = text_.find(fence, at + run);
    if (end == text_.npos || end >= limit) return is_fence ? text_.size() : at + run;
    return end + fence.size();
  }

  std::size_t braces(std::size_t at, std::string_view rest) {
    if (rest.starts_with("{{<") || rest.starts_with("{{%") || rest.starts_with("{{#") || rest.starts_with("{% "))
      return add(Foreign::short_code, at, 3);
    const bool is_attribute = rest.starts_with("{#") || rest.starts_with("{.") || rest.starts_with("{width=") ||
                              rest.starts_with("{height=") || rest.starts_with("{style=");
    const bool is_closed = line_from(at).find('}') != text_.npos;
    return is_attribute && is_closed ? add(Foreign::attributes, at, 2) : at + 1;
  }

  std::size_t brackets(std::size_t at, std::string_view rest) {
    for (const std::string_view contents : {"[TOC]", "[[_TOC_]]", "[[TOC]]"}) {
      if (rest.starts_with(contents)) return add(Foreign::contents, at, contents.size());
    }
    if (rest.starts_with("[!") && at >= 2 && text_.substr(at - 2, 2) == "> " && rest.size() > 2 && rest[2] >= 'A' &&
        rest[2] <= 'Z')
      return add(Foreign::alert, at, 2);
    const std::string_view line = line_from(at);
    const bool is_wiki = line.starts_with("[[") && line.size() > 2 && line[2] != '[' && line.find("]]") != line.npos;
    return is_wiki ? add(Foreign::wiki_link, at, line.find("]]") + 2) : at + 1;
  }

  // "$x^2$", but not "$5 och $10".
  std::size_t formula(std::size_t at, std::string_view rest) {
    if (rest.starts_with("$$")) {
      const std::size_t end = text_.find("$$", at + 2);
      return add(Foreign::formula, at, (end == text_.npos ? at + 2 : end + 2) - at);
    }
    const std::string_view line = line_from(at);
    const std::size_t end = line.find('$', 1);
    if (end == line.npos || end < 2 || line[1] == ' ' || line[end - 1] == ' ') return at + 1;
    const std::string_view inside = line.substr(1, end - 1);
    return inside.find_first_of("\\^_=") == inside.npos ? at + 1 : add(Foreign::formula, at, end + 1);
  }

  std::size_t equals(std::size_t at, std::string_view rest) {
    const std::string_view line = line_from(at);
    if (begins_line(at) && line.starts_with("=== \"")) return add(Foreign::tabs, at, 4);
    const std::size_t end = line.find("==", 2);
    const bool is_highlight = begins_word(at) && rest.starts_with("==") && rest.size() > 2 && rest[2] != '=' &&
                              !is_space(rest[2]) && end != line.npos;
    return is_highlight ? add(Foreign::highlight, at, end + 2)
                        : std::min(text_.find_first_not_of('=', at), text_.size());
  }

  std::size_t colon(std::size_t at, std::string_view rest) {
    const std::string_view line = line_from(at);
    const bool has_words_above = at > 1 && text_[at - 2] != '\n';
    if (begins_line(at) && has_words_above && line.starts_with(": ")) return add(Foreign::definition, at, 2);
    std::size_t size = 1;
    while (size < rest.size() && is_name_byte(rest[size])) ++size;
    const bool is_emoji =
        size > 2 && size < rest.size() && rest[size] == ':' && begins_word(at) && rest[1] >= 'a' && rest[1] <= 'z';
    return is_emoji ? add(Foreign::emoji, at, size + 1) : at + 1;
  }

  std::size_t add(Foreign kind, std::size_t at, std::size_t size) {
    Findings& one = found_[static_cast<std::size_t>(kind)];
    if (one.count++ == 0) {
      one.first = at;
      one.words = line_from(at).substr(0, std::max<std::size_t>(size, 2));
    }
    return at + size;
  }

  std::string_view text_;
  std::size_t line_end_ = 0, paragraph_end_ = 0;  // of the place last looked at
  std::array<Findings, rows.size()> found_{};
};

// Links that stayed text, as far as the words of the page tell.
Findings find_broken_links(const PageText& page, std::uint32_t& line) {
  Findings found;
  for (const Block& block : page.body.blocks) {
    if (!is_leaf(block) || holds_code(page, block)) continue;
    const std::string_view text = page.body.text_of(block);
    constexpr std::size_t longest_address = 300;
    for (std::size_t at = text.find("]"); at != text.npos; at = text.find("]", at + 1)) {
      const std::string_view rest = text.substr(at + 1, longest_address);
      const bool is_link = rest.starts_with("(") && rest.find(')') != rest.npos &&
                           (rest.find('/') < rest.find(')') || rest.find('.') < rest.find(')'));
      if (!is_link) continue;
      if (found.count++ == 0) {
        line = block.line;
        found.words = text.substr(at, 2);
      }
    }
  }
  return found;
}

// After the keys above the text.
std::size_t text_begin(std::string_view source) {
  if (!source.starts_with("---")) return 0;
  const std::size_t end = source.find("\n---", 3);
  return end == source.npos ? 0 : end + 4;
}

Words count_in_words(std::size_t count) {
  return count == 1 ? Words("på ett ställe", "in one place")
                    : Words("på " + std::to_string(count) + " ställen", "in " + std::to_string(count) + " places");
}

}  // namespace

void check_foreign_syntax(const PageText& page, std::vector<Diagnostic>& found) {
  const auto report = [&](std::size_t kind, const Findings& one, std::uint32_t line) {
    found.push_back(page.author.at(code::S45(one.words, rows[kind].what, count_in_words(one.count), rows[kind].cure),
                                   line, one.words));
  };
  const auto all = ForeignSyntax(page.source).run(text_begin(page.source));
  for (std::size_t kind = 0; kind < all.size(); ++kind) {
    if (all[kind].count == 0) continue;
    const auto before = page.source.substr(0, all[kind].first);
    report(kind, all[kind], static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1));
  }
  std::uint32_t line = 0;
  if (const Findings links = find_broken_links(page, line); links.count > 0)
    report(static_cast<std::size_t>(Foreign::broken_link), links, line);
}

}  // namespace traff
