#include "course/body/section_text.h"

#include <catch2/catch.hpp>

#include "course/body/body_facts.h"
#include "markdown/parse_document.h"

using namespace traff;

namespace {

using Lines = std::vector<std::string>;

// "part index: its words", line ends as bars.
Lines sections_of(const std::string& path, const std::string& text) {
  const ParsedDocument parsed = parse_document({path, {}, text}, {});
  const BodyFacts facts = find_body_facts(parsed.document, parsed.body);
  const auto sections = find_section_texts(parsed.document, parsed.body, facts.slides, facts.works);
  const auto kept = parse_section_texts(section_texts_bytes(sections));
  REQUIRE(kept);
  Lines lines;
  for (const SectionText& section : *kept) {
    static constexpr const char* parts[] = {"lead", "heading", "slide", "work"};
    std::string words = section.text;
    while (!words.empty() && words.back() == '\n') words.pop_back();
    for (char& c : words) c = c == '\n' ? '|' : c;
    lines.push_back(std::string(parts[static_cast<int>(section.part)]) + " " + std::to_string(section.index) + ": " +
                    words);
  }
  return lines;
}

}  // namespace

TEST_CASE("every word of a page stands in one section, headings apart") {
  CHECK(sections_of("a.md",
                    "# Titel\n\nFörst.\n\n## Ett\n\n- a\n- b\n\n### Två\n\n| x | y |\n| --- | --- |\n| 1 | 2 |\n\n## "
                    "Tom\n\n## Sist\n\nSlut.\n") ==
        Lines{"lead 0: Först.", "heading 0: a|b", "heading 1: x|y|1|2", "heading 2: ", "heading 3: Slut."});
  CHECK(sections_of("a.md", "") == Lines{"lead 0: "});
}

TEST_CASE("footnotes belong to the page, not to its last heading") {
  CHECK(sections_of("a.md", "# T\n\nText.[^n]\n\n## Sist\n\nSlut.\n\n[^n]: Noten.\n").back() == "heading 0: Slut.");
  CHECK(sections_of("a.md", "# T\n\nText.[^n]\n\n## Sist\n\nSlut.\n\n[^n]: Noten.\n").front().find("Noten.") !=
        std::string::npos);
}

TEST_CASE("each work of a list is a section of its own") {
  const Lines sections = sections_of("litteratur.md",
                                     "# Litteratur\n\n## Att läsa\n\n- Katz, S. & Dack, L. A. (2017). "
                                     "*Professionsutveckling*. Studentlitteratur.\n- Något annat.\n\nEfter.\n");
  REQUIRE(sections.size() == 3);
  CHECK(sections[1] == "heading 0: Något annat.|Efter.");
  CHECK(sections[2].starts_with("work 0: Katz"));
}

TEST_CASE("each slide of a presentation is a section, its notes with it") {
  CHECK(sections_of(
            "presentationer/a.md",
            "# Visning\n\nVälkommen.\n\n---\n\n## Ett\n\nText.\n\nAnteckningar: Säg hej.\n\n---\n\nBara text.\n") ==
        Lines{"lead 0: Välkommen.", "slide 1: Text.|Anteckningar: Säg hej.", "slide 2: Bara text."});
}

TEST_CASE("characters without width are not searched for") {
  CHECK(searched_words("lä\u00ADra\u200Bre\u2060n\uFEFF å") == "läraren å");
}
