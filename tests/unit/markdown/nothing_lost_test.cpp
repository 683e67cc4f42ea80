#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/messages/codes.h"
#include "base/text.h"
#include "markdown/front/front_matter.h"
#include "markdown/lines/line_marks.h"
#include "markdown/parse_document.h"
#include "markdown/sample_markdown.h"
#include "markdown/shown_words.h"

using namespace traff;

namespace {

std::string lost_of_sample(const SampleMarkdown& sample) {
  const std::vector<std::string> shown = shown_words(parse_document({"prov.md", {}, sample.text}, {}));
  std::string lost = first_lost(sample.words, shown);
  for (const std::vector<std::string>& note : sample.notes) lost += first_lost(note, shown);
  return lost;
}

// What of a line a reader does not meet as words: list numbers, task marks, box names, targets of links, footnote
// marks.
std::string visible_part(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" >"), line.size()));
  if (const auto marker = list_marker(line)) line.remove_prefix(marker->size);
  line = trim(line);
  if (line.starts_with("[ ]") || line.starts_with("[x]")) line.remove_prefix(3);
  if (line.starts_with("```")) return {};
  if (line.starts_with(":::")) {
    line = trim(line.substr(3));
    line.remove_prefix(std::min(line.find(' '), line.size()));
  }
  std::string visible;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line.substr(at).starts_with("]("))
      at = line.find(')', at);
    else if (line.substr(at).starts_with("[^"))
      at = line.find(']', at);
    else
      visible += line[at];
  }
  return visible;
}

// The author's words in the order they are read: footnotes last.
std::vector<std::string> author_words(std::string_view body) {
  std::string text;
  std::string notes;
  for (const std::string_view line : split_lines(body))
    (line.starts_with("[^") ? notes : text) += visible_part(line) + "\n";
  return words_in(text + notes);
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return std::move(bytes).str();
}

std::string lost_of(std::string_view body) {
  return first_lost(author_words(body), shown_words(parse_document({"sida.md", {}, std::string(body)}, {})));
}

// A file that begins with keys; they may be closed or not, and hold lines that are none.
class SampleHead {
 public:
  explicit SampleHead(std::uint32_t seed) : seed_(seed) {}

  std::string file() {
    std::string text = next(4) == 0 ? "\n---\n" : "---\n";
    text += "titel: " + words() + "\n";
    for (std::uint32_t lines = next(6); lines > 0; --lines) text += next(5) == 0 ? prose() : key();
    if (next(2) == 0) text += next(3) == 0 ? "...\n" : "---\n";
    for (std::uint32_t lines = next(5); lines > 0; --lines) text += next(3) == 0 ? "\n" : prose();
    return next(3) == 0 ? text + "\n---\n\n" + prose() : text;
  }

 private:
  std::uint32_t next(std::uint32_t below) {
    seed_ = seed_ * 1664525 + 1013904223;
    return (seed_ >> 8) % below;
  }

  std::string words() {
    std::string text = "ord" + std::to_string(++word_);
    for (std::uint32_t more = next(3); more > 0; --more) text += " ord" + std::to_string(++word_);
    return text;
  }

  std::string key() {
    static constexpr std::string_view names[] = {"plats", "kontakt", "Viktigt", "tema", "Ta med", "Tid", "form"};
    const std::string name(names[next(7)]);
    if (next(4) == 0) return "\n";
    if (next(5) == 0) return name + ":\n" + nested();
    return next(4) == 0 ? name + ":\n- " + words() + "\n- " + words() + "\n" : name + ": " + words() + "\n";
  }

  // What other programs write below a key.
  std::string nested() {
    const std::string map = "src: " + words() + "\n", end = words() + "\n";
    static constexpr std::string_view kinds[] = {"- ", "  - ", "  html:\n    ", "- ett\n\n- ", "\n- "};
    const std::string text = std::string(kinds[next(5)]) + map;
    return next(2) == 0 ? text : text + (text.starts_with("- ") ? "  plats: " : "    status: ") + end;
  }

  std::string prose() {
    static constexpr std::string_view openings[] = {"", "", "- ", "## ", "> ", "Syfte: ", "**Mål:** "};
    return std::string(openings[next(7)]) + words() + ".\n";
  }

  std::uint32_t seed_;
  int word_ = 0;
};

// Of the lines that are told not to be used (F11 says so once for each run of them).
std::vector<std::string> told_words(std::string_view file, const std::vector<Diagnostic>& diagnostics) {
  const std::vector<std::string_view> lines = split_lines(file);
  std::string text;
  for (const Diagnostic& said : diagnostics) {
    if (said.code != code::F11) continue;
    std::size_t at = said.place.line - 1;
    do text += std::string(lines[at]) + "\n";
    while (++at < lines.size() && lines[at].starts_with(' '));
  }
  return words_in(text);
}

}  // namespace

TEST_CASE("no word of a file that begins with keys is lost, closed or not") {
  for (std::uint32_t seed = 1; seed <= 3000; ++seed) {
    const std::string file = SampleHead(seed).file();
    const FrontMatterResult head = parse_front_matter("prov.md", file);
    const bool ends_in_text = !head.diagnostics.empty() && head.diagnostics.back().code == code::F18;
    INFO("seed " << seed << "\n" << file);
    if (ends_in_text) REQUIRE(head.front_matter.fields.back().key != Key::unknown);
    std::vector<std::string> shown = shown_words(parse_document({"prov.md", {}, file}, {}));
    if (!ends_in_text) {
      for (std::string& word : told_words(file, head.diagnostics)) shown.push_back(std::move(word));
    }
    std::sort(shown.begin(), shown.end());
    for (const std::string& word : words_in(file)) {
      if (!std::binary_search(shown.begin(), shown.end(), word)) REQUIRE(word == "");
    }
  }
}

TEST_CASE("no word of a document made by chance is lost or moved") {
  for (std::uint32_t seed = 1; seed <= 3000; ++seed) {
    const SampleMarkdown sample = make_sample_markdown(seed, {true, true});
    const std::string lost = lost_of_sample(sample);
    INFO("seed " << seed << "\n" << (lost.empty() ? "" : sample.text));
    if (!lost.empty()) REQUIRE(lost == "");
  }
}

TEST_CASE("no word of the site's own content is lost or moved") {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(TRAFF_SOURCE_DIR) + "/content")) {
    if (entry.path().extension() != ".md") continue;
    const std::string bytes = read_file(entry.path());
    INFO(entry.path());
    CHECK(lost_of(std::string_view(bytes).substr(parse_front_matter("sida.md", bytes).body_offset)) == "");
  }
}

TEST_CASE("words are kept that the parser drops") {
  CHECK(lost_of("Text.\n\n| a | b |\n| - | - |\n| 1 | 2 | för mycket |\n") == "");
  CHECK(lost_of("Text.\n\n> a | b\n> --- | ---\n> 1 | 2 | 3 | 4\n") == "");
  CHECK(lost_of("Text.\n\n- x\n\n  | a |\n  | - |\n  | 1 | 2 |\n") == "");
  CHECK(lost_of("Text.\n\n- | a |\n  | - |\n  | 1 | 2 |\n") == "");
  CHECK(lost_of("Text.\n\n::: ruta\n[^1]: I en ruta.\n:::\n\nMer.\n") == "");
  CHECK(lost_of("Text.\n\n- Lista\n  ::: ruta\n  Inne\n  :::\n- Sedan\n") == "");
  CHECK(lost_of("Text.\n\n- Lista\n\n      ::: ruta\n      Inne\n      :::\n") == "");
  CHECK(lost_of("Text.\n\n[OBS]: dator\n") == "");
  CHECK(lost_of("Text.\n\n[OBS]: ta med dator\n") == "");
  CHECK(lost_of("Text.\n\n[OBS]: <ta med dator>\n") == "");
  CHECK(lost_of("Text.\n\n[OBS]:\ndator\n") == "");
  CHECK(lost_of("Text.\n\n[Tid]: 9.30\n[OBS]: dator \"och mus\"\n") == "");
  CHECK(lost_of("Text.\n\n> [OBS\n> nu]: dator\n") == "");
  CHECK(lost_of("Text.\n\n- [OBS]: dator\n") == "");
  CHECK(lost_of("# [Länk](a.md) och ![bild](b.png)\n\nText.\n") == "");
  CHECK(lost_of("Text.\n\n<div>\nhej\n</div>\n\n<?php gömd ?>\n") == "");
  CHECK(lost_of("Text.\n\n<!-- gömd -->\n") == "gömd");
  CHECK(lost_of("Text [ingen\nfot] och.\n\n- [även] `här` [nu\n  sist]\n") == "");
  CHECK(lost_of("::: ruta **Fet** [länk](a.md)[^1] `kod`\nInne\n:::\n\n[^1]: Not.\n") == "");
}

TEST_CASE("footnotes nothing refers to are shown last among the footnotes") {
  using Words = std::vector<std::string>;
  const auto shown = [](std::string_view body) {
    return shown_words(parse_document({"sida.md", {}, std::string(body)}, {}));
  };
  CHECK(shown("Text.\n\n[^1]: Ingen hit.\n\n    Inte hit.\n\nMer.\n") ==
        Words{"Sida", "Text", "Mer", "Ingen", "hit", "Inte", "hit"});
  CHECK(shown("Text[^a].\n\n[^b]: B.\n\n[^a]: A.\n") == Words{"Sida", "Text", "1", "A", "B"});
  CHECK(shown("T[^1] och[^2].\n\n[^1]: Ett.\n\n[^1]: Annat.\n\n[^2]: Två.\n") ==
        Words{"Sida", "T", "1", "och", "2", "Ett", "Två", "Annat"});
  CHECK(shown("Text.\n\n[^1]: | a |\n    | - |\n    | b | c |\n") == Words{"Sida", "Text", "a", "b", "c"});
  CHECK(shown("Text.\n\n> [^1]: Not i citat.\n") == Words{"Sida", "Text", "Not", "i", "citat"});
  CHECK(shown("Text.\n\n[^1]: [^2]: Not i not.\n") == Words{"Sida", "Text", "Not", "i", "not"});
  CHECK(shown("Text.\n\n[^a]: Se [^b].\n\n[^b]: Bara därifrån.\n") ==
        Words{"Sida", "Text", "Se", "2", "Bara", "därifrån"});
  CHECK(shown("T[^a] och[^b].\n\n[^a]: [^b]: B.\n\n[^c]: C.\n") == Words{"Sida", "T", "1", "och", "2", "B", "C"});
  CHECK(shown("Här [^ingen\nfot] och `[^`.\n") == Words{"Sida", "Här", "ingen", "fot", "och"});
  CHECK(shown("Text.\n\n```\n[^1]: kod\n```\n\n[^1]: Not.\n") == Words{"Sida", "Text", "1", "kod", "Not"});
}

TEST_CASE("the definition of a link is left out and still gives its address") {
  const ParsedDocument parsed =
      parse_document({"sida.md", {}, "Text om [skolan].\n\n[skolan]: https://example.org \"Skola\"\n"}, {});
  REQUIRE(parsed.document.slots.size() == 1);
  CHECK(parsed.document.slots[0].target == "https://example.org");
  CHECK(shown_words(parsed) == std::vector<std::string>{"Sida", "Text", "om", "skolan"});
}
