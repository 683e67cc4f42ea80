#include "markdown/sample_markdown.h"

#include <algorithm>

#include "markdown/sample_inlines.h"

namespace traff {

namespace {

using Lines = std::vector<std::string>;

void append(Lines& lines, const Lines& more) { lines.insert(lines.end(), more.begin(), more.end()); }

// `lines` inside a container: its mark before the first, `rest` before the others.
Lines contained(const Lines& lines, std::string_view mark, std::string_view rest) {
  Lines made;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view before = i == 0 ? mark : rest;
    made.push_back(
        lines[i].empty() && i > 0 && rest.find('>') == std::string_view::npos ? "" : std::string(before) + lines[i]);
  }
  return made;
}

class Sample {
 public:
  Sample(std::uint32_t seed, const SampleOptions& options) : chance_(seed), inlines_(chance_), options_(options) {}

  SampleMarkdown make() {
    inlines_.shown = &sample_.words;
    const std::size_t notes = chance_.one_in(3) ? 1 + chance_.below(4) : 0;
    for (std::size_t i = 0; i < notes; ++i)
      inlines_.note_labels.push_back("not" + std::string(1, static_cast<char>('a' + i)));
    Lines lines{"Inledning.", ""};
    for (std::size_t blocks = 2 + chance_.below(6); blocks > 0; --blocks) append(lines, separated(block(3)));
    if (options_.boxes) append(lines, box());
    for (const std::string& label : used_labels()) lines.push_back("Se[^" + label + "]"), lines.push_back("");
    for (const std::string& label : used_labels()) append(lines, separated(note(label, chance_.one_in(3))));
    if (options_.dropped_parts) append(lines, dropped());
    lines.push_back("[hem]: https://example.org/hem \"Hem\"");
    for (const std::string& line : lines) sample_.text += line + "\n";
    return std::move(sample_);
  }

 private:
  std::vector<std::string> used_labels() const { return inlines_.note_labels; }

  Lines separated(Lines lines) {
    if (!chance_.one_in(10)) lines.push_back("");
    return lines;
  }

  Lines block(int depth) {
    switch (chance_.below(depth > 0 ? 14 : 8)) {
      case 0: return heading();
      case 1: return code();
      case 2: return table();
      case 3: return html();
      case 4: return {std::string(chance_.any_of({"---", "***", "* * *", "___"}))};
      case 5:
      case 6:
      case 7: return paragraph();
      case 8:
      case 9:
      case 10: return list(depth);
      case 11: return quote(depth);
      default: return blocks(depth - 1);
    }
  }

  Lines blocks(int depth) {
    Lines lines;
    for (std::size_t count = 1 + chance_.below(3); count > 0; --count) append(lines, separated(block(depth)));
    if (!lines.empty() && lines.back().empty()) lines.pop_back();
    return lines;
  }

  Lines paragraph() {
    Lines lines;
    for (std::size_t count = 1 + chance_.below(3); count > 0; --count) {
      lines.push_back(std::string(chance_.one_in(9) ? "   " : "") + inlines_.line());
      if (count > 1 && chance_.one_in(5)) lines.back() += chance_.any_of({"  ", "\\", "   "});
    }
    return lines;
  }

  Lines heading() {
    if (chance_.one_in(20)) return {"##"};
    const std::string words = inlines_.line(1);
    if (chance_.one_in(6)) return {words, std::string(chance_.any_of({"===", "---"}))};
    return {std::string(1 + chance_.below(6), '#') + " " + words + (chance_.one_in(5) ? " ##" : "")};
  }

  Lines code() {
    const std::string fence(chance_.any_of({"```", "~~~", "````"}));
    Lines lines{fence + std::string(chance_.any_of({"", "cpp", " text rad", "\"a\""}))};
    for (std::size_t count = chance_.below(4); count > 0; --count) {
      lines.push_back(std::string(chance_.any_of({"", "    ", "- ", "# ", "13-16 \"", "<b>&amp;"})) + inlines_.word());
    }
    if (!chance_.one_in(25)) lines.push_back(fence);
    return lines;
  }

  Lines html() {
    switch (chance_.below(4)) {
      case 0: return {"<div class=\"a\">", "*" + inlines_.word() + "*", "</div>", ""};
      case 1: {
        const std::string first = "<?" + inlines_.word();
        return {first, "", inlines_.word() + " ?>"};
      }
      case 2: return {"<" + inlines_.word() + ">", ""};
      default: return {"</p> " + inlines_.words(" - \"") + "\"", ""};
    }
  }

  std::string row(std::size_t cells, bool bars) {
    std::string made = bars ? "|" : "";
    for (std::size_t i = 0; i < cells; ++i) {
      made += " " + std::string(chance_.one_in(8) && (i > 0 || bars) ? ""
                                : chance_.one_in(9)                  ? "`a\\|" + inlines_.word() + "`"
                                                                     : cell());
      if (i + 1 < cells || bars) made += " |";
    }
    return made;
  }

  std::string cell() {
    std::string words = chance_.one_in(4) ? "**" + inlines_.word() + "**" : inlines_.word();
    if (chance_.one_in(8) && inlines_.notes_allowed && !inlines_.note_labels.empty())
      words += "[^" + inlines_.note_labels.front() + "]";
    if (chance_.one_in(8)) words += " 9-10 \\| " + inlines_.word();
    return words;
  }

  Lines table() {
    const std::size_t columns = 1 + chance_.below(4);
    const bool bars = columns == 1 || !chance_.one_in(3);
    Lines lines{row(columns, bars), bars ? "|" : ""};
    for (std::size_t i = 0; i < columns; ++i) {
      lines[1] += chance_.any_of({"---", ":--", "--:", ":-:"});
      if (i + 1 < columns || bars) lines[1] += "|";
    }
    for (std::size_t rows = chance_.below(4); rows > 0; --rows) {
      const std::size_t surplus = options_.dropped_parts && chance_.one_in(4) ? 1 + chance_.below(3) : 0;
      const std::size_t cells = surplus > 0 ? columns + surplus : 1 + chance_.below(columns);
      lines.push_back(row(cells, bars || cells == 1));
    }
    lines.push_back("");
    return lines;
  }

  Lines list(int depth) {
    const bool ordered = chance_.one_in(3);
    const bool task = !ordered && chance_.one_in(4);
    const std::string_view bullet = chance_.any_of({"- ", "* ", "+ ", "-   "});
    std::size_t number = chance_.one_in(4) ? chance_.below(200) : 1;
    const std::string_view dot = chance_.any_of({". ", ") "});
    const bool loose = chance_.one_in(3);
    Lines lines;
    for (std::size_t items = 1 + chance_.below(4); items > 0; --items) {
      const std::string mark = ordered ? std::to_string(number++) + std::string(dot) : std::string(bullet);
      const std::string indent(mark.size(), ' ');
      if (chance_.one_in(30)) lines.push_back(trim_mark(mark));
      Lines inner = !task && chance_.one_in(3) ? blocks(depth - 1) : paragraph();
      if (task) inner.front() = std::string(chance_.any_of({"[ ] ", "[x] ", "[X] "})) + inner.front();
      append(lines, contained(inner, mark, indent));
      if (loose) lines.push_back("");
    }
    return lines;
  }

  static std::string trim_mark(std::string mark) {
    while (mark.ends_with(' ')) mark.pop_back();
    return mark;
  }

  Lines quote(int depth) {
    Lines lines = contained(blocks(depth - 1), "> ", chance_.one_in(3) ? ">" : "> ");
    if (chance_.one_in(5)) lines.push_back(inlines_.line(1));  // lazy
    return lines;
  }

  Lines note(const std::string& label, bool contains_blocks) {
    std::vector<std::string>* body = inlines_.shown;
    sample_.notes.emplace_back();
    std::vector<std::string> words;
    inlines_.shown = &words;
    // With several notes their order of reading may be another than that of the text, which is what cmark-gfm counts
    // by.
    inlines_.notes_allowed = options_.dropped_parts || inlines_.note_labels.size() == 1;
    Lines inner = contains_blocks ? blocks(1) : paragraph();
    inlines_.notes_allowed = true;
    inlines_.shown = body;
    sample_.notes.back() = std::move(words);
    return contained(inner, "[^" + label + "]: ", "    ");
  }

  Lines dropped() {
    Lines lines;
    for (std::size_t count = 1 + chance_.below(3); count > 0; --count) {
      const bool contains_blocks = chance_.one_in(2);
      Lines unused = note(chance_.one_in(2) ? "nota" : "oanvänd" + std::to_string(chance_.below(3)), contains_blocks);
      // In a quote an empty line ends a footnote.
      if (!contains_blocks && chance_.one_in(2))
        unused = contained(unused, "> ", "> ");
      else if (chance_.one_in(3))
        unused = contained(unused, "- ", "  ");
      append(lines, separated(unused));
      lines.push_back("");
    }
    lines.push_back("[Obs]: " + inlines_.word());
    lines.push_back("");
    return lines;
  }

  Lines box() {
    Lines lines{
        "", std::string(chance_.any_of({"::: ruta ", "::: viktigt ", "::: citat ", "::: engelska ", "::: okänd "})) +
                inlines_.line(1)};
    append(lines, blocks(1));
    if (!chance_.one_in(6)) lines.push_back(":::");
    if (chance_.one_in(3)) {
      append(lines, {"::: kolumner", inlines_.word(), "+++"});
      append(lines, blocks(2));
      append(lines, {":::", ""});
    }
    return lines;
  }

  Chance chance_;
  SampleInlines inlines_;
  const SampleOptions& options_;
  SampleMarkdown sample_;
};

}  // namespace

SampleMarkdown make_sample_markdown(std::uint32_t seed, const SampleOptions& options) {
  return Sample(seed, options).make();
}

}  // namespace traff
