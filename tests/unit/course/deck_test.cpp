#include "course/model/deck.h"

#include <catch2/catch.hpp>

#include "markdown/parsed_expectation.h"
#include "markdown/plain_html.h"

using namespace traff;

namespace {

using Kind = SlidePiece::Kind;

struct ShownSlide {
  std::string heading;
  std::string face;  // plain words, columns between bars
  std::string notes;
  bool operator==(const ShownSlide&) const = default;
};

std::ostream& operator<<(std::ostream& out, const ShownSlide& slide) {
  return out << "{\"" << slide.heading << "\", \"" << slide.face << "\", \"" << slide.notes << "\"}";
}

// Words of a piece of HTML, one space for every gap between them.
std::string words_of(std::string_view html) {
  std::string words;
  bool in_tag = false, gap = false;
  for (const char c : html) {
    if (c == '<') in_tag = true;
    const bool is_word = !in_tag && c != '\n' && c != ' ';
    if (is_word && gap && !words.empty()) words += ' ';
    if (is_word) words += c;
    gap = !is_word;
    if (c == '>') in_tag = false;
  }
  return words;
}

std::string joined(std::string text, const std::string& more, std::string_view between) {
  if (more.empty()) return text;
  return text.empty() ? more : text + std::string(between) + more;
}

std::vector<ShownSlide> slides_of(std::string_view text) {
  const ParsedDocument parsed_text = parsed(text, "presentationer/ett-namn.md");
  std::vector<ShownSlide> shown;
  for (const Slide& slide : find_slides(parsed_text.document, parsed_text.body)) {
    ShownSlide& made = shown.emplace_back();
    if (slide.heading != no_heading) made.heading = parsed_text.document.headings[slide.heading].text;
    for (const SlidePiece& piece : slide.pieces) {
      const std::string words =
          words_of(std::string_view(parsed_text.body.html).substr(piece.html.begin, piece.html.size()));
      if (piece.kind == Kind::notes)
        made.notes = joined(made.notes, words, " ");
      else
        made.face = joined(made.face, words, piece.kind == Kind::column ? " | " : " ");
    }
  }
  return shown;
}

using Slides = std::vector<ShownSlide>;

const std::string title = "---\ntitel: Namn\n---\n\n";

}  // namespace

TEST_CASE("rules break slides, after a slide for the title") {
  CHECK(slides_of(title + "# Ett\n\nText\n\n---\n\nTvå\n---\n# Tre\n\n# Fyra\n") ==
        Slides{{"", "", ""}, {"Ett", "Ett Text", ""}, {"", "Två", ""}, {"Tre", "Tre | Fyra", ""}});
}

TEST_CASE("without rules the highest headings break slides") {
  CHECK(slides_of(title + "# Ett\n\nText\n\n## Under\n\nMer\n\n# Två\n") ==
        Slides{{"", "", ""}, {"Ett", "Ett Text Under Mer", ""}, {"Två", "Två", ""}});
  CHECK(slides_of("# Namn\n\n## Ett\n\nText\n\n## Två\n\nMer\n") ==
        Slides{{"", "", ""}, {"Ett", "Ett Text", ""}, {"Två", "Två Mer", ""}});
}

TEST_CASE("what stands under a title in the text is shown with the title") {
  CHECK(slides_of("# Namn\n\nFöreläsning i Kalmar\n\n## Ett\n\nText\n") ==
        Slides{{"", "Föreläsning i Kalmar", ""}, {"Ett", "Ett Text", ""}});
  CHECK(slides_of("# Namn\n\nIngress\n\n---\n\nText\n") == Slides{{"", "Ingress", ""}, {"", "Text", ""}});
  CHECK(slides_of(title + "Ingress\n\n# Ett\n\nText\n") ==
        Slides{{"", "", ""}, {"", "Ingress", ""}, {"Ett", "Ett Text", ""}});
}

TEST_CASE("a text without a heading, an empty one and empty parts give a sensible deck") {
  CHECK(slides_of("Bara en mening som är text.\n") == Slides{{"", "", ""}, {"", "Bara en mening som är text.", ""}});
  CHECK(slides_of(title) == Slides{{"", "", ""}});
  CHECK(slides_of("") == Slides{{"", "", ""}});
  CHECK(slides_of(title + "---\n\n---\n\nText\n\n---\n\n---\n\n---\n") == Slides{{"", "", ""}, {"", "Text", ""}});
}

TEST_CASE("two to four sub-headings of one level are columns, other numbers are not") {
  CHECK(slides_of(title + "# A\n\nDå\n\n## B\n\nett\n\n### C\n\ntvå\n\n## D\n\n- tre\n") ==
        Slides{{"", "", ""}, {"A", "A Då | B ett C två | D tre", ""}});
  CHECK(slides_of(title + "# A\n\n## B\n\nett\n") == Slides{{"", "", ""}, {"A", "A B ett", ""}});
  CHECK(slides_of(title + "# A\n## B\n## C\n## D\n## E\n") == Slides{{"", "", ""}, {"A", "A | B | C | D | E", ""}});
  CHECK(slides_of(title + "# A\n## B\n## C\n## D\n## E\n## F\n") == Slides{{"", "", ""}, {"A", "A B C D E F", ""}});
}

TEST_CASE("notes go from their mark to the end of the slide") {
  CHECK(
      slides_of(title +
                "# A\n\nText\n\nAnteckningar:\nSäg det.\n\n## Om tiden räcker\n\n---\n\n# B\n\nAnteckning: Kort.\n") ==
      Slides{{"", "", ""}, {"A", "A Text", "Säg det. Om tiden räcker"}, {"B", "B", "Kort."}});
  for (const std::string mark : {"Anteckningar:", "ANTECKNING:", "Notes:", "???", "**Anteckningar:**",
                                 "*Anteckningar*:", "## Anteckningar", "## Notes:"}) {
    INFO(mark);
    CHECK(slides_of(title + "# A\n\nText\n\n" + mark + "\n\nSäg det.\n\n---\n\nB\n") ==
          Slides{{"", "", ""}, {"A", "A Text", "Säg det."}, {"", "B", ""}});
  }
  CHECK(slides_of(title + "Anteckningarna: ett ord.\n\n---\n\n\?\?\?!\n") ==
        Slides{{"", "", ""}, {"", "Anteckningarna: ett ord.", ""}, {"", "\?\?\?!", ""}});
}

TEST_CASE("notes directly under a list or a table are notes") {
  CHECK(slides_of(title + "# A\n\n- ett\nAnteckningar:\nSäg det.\n") ==
        Slides{{"", "", ""}, {"A", "A ett", "Säg det."}});
  CHECK(slides_of(title + "# A\n\n| a | b |\n| - | - |\n| 1 | 2 |\nAnteckningar: Säg det.\n") ==
        Slides{{"", "", ""}, {"A", "A a b 1 2", "Säg det."}});
}

TEST_CASE("a box of notes may stand anywhere on its slide") {
  CHECK(slides_of(title + "# A\n\n::: notes\nSäg det.\n:::\n\nText\n\n::: anteckningar\nOch det.\n:::\n") ==
        Slides{{"", "", ""}, {"A", "A Text", "Säg det. Och det."}});
  CHECK(slides_of(title + "# A\n\n## B\nett\n::: notes\nSäg det.\n:::\n## C\ntvå\n") ==
        Slides{{"", "", ""}, {"A", "A | B ett | C två", "Säg det."}});
}

TEST_CASE("a part with nothing but notes belongs to the slide before it") {
  CHECK(slides_of(title + "Anteckningar:\nHälsa.\n\n---\n\n# A\n\n---\n\nAnteckningar:\nSäg det.\n") ==
        Slides{{"", "", "Hälsa."}, {"A", "A", "Säg det."}});
}

TEST_CASE("footnotes are the last slide") {
  CHECK(slides_of(title + "# A\n\nText.[^1]\n\nAnteckningar:\nSäg det.\n\n[^1]: Källan.\n") ==
        Slides{{"", "", ""}, {"A", "A Text. 1", "Säg det."}, {"", "Källan. ↩", ""}});
}

TEST_CASE("a rule inside a box or a quote breaks nothing") {
  CHECK(slides_of(title + "# A\n\n> ett\n>\n> ---\n>\n> två\n\n# B\n") ==
        Slides{{"", "", ""}, {"A", "A ett två", ""}, {"B", "B", ""}});
}

TEST_CASE("a figure is whole on its slide") {
  const ParsedDocument deck =
      parsed(title + "![Ring](r.png)\n\nFigur: En ring.\n\n---\n\nText\n", "presentationer/a.md");
  const std::vector<Slide> slides = find_slides(deck.document, deck.body);
  REQUIRE(slides.size() == 3);
  const Range html = slides[1].pieces.front().html;
  CHECK(deck.body.html.substr(html.begin, html.size()).starts_with("<figure>"));
  CHECK(deck.body.html.substr(html.begin, html.size()).ends_with("</figure>\n"));
}

TEST_CASE("pieces follow each other through the text and leave no words out but marks and rules") {
  std::string text = title;
  for (int i = 0; i < 50; ++i) text += "# A\n\nord\n\n## B\n\nord\n\n## C\n\nord\n\nAnteckningar:\nord\n\n---\n\n";
  const ParsedDocument deck = parsed(text, "presentationer/a.md");
  std::uint32_t at = 0;
  std::size_t words = 0;
  for (const Slide& slide : find_slides(deck.document, deck.body)) {
    for (const SlidePiece& piece : slide.pieces) {
      CHECK(piece.html.begin >= at);
      at = piece.html.end;
      const std::string shown = words_of(std::string_view(deck.body.html).substr(piece.html.begin, piece.html.size()));
      for (std::size_t found = shown.find("ord"); found != std::string::npos; found = shown.find("ord", found + 1))
        ++words;
    }
  }
  CHECK(words == 200);
}

TEST_CASE("twice as many slides are twice as many pieces") {
  const auto pieces = [](int slides) {
    std::string text = title;
    for (int i = 0; i < slides; ++i) text += "# A\n## B\n## C\nAnteckningar:\nx\n\n";
    const ParsedDocument deck = parsed(text, "presentationer/a.md");
    std::size_t count = 0;
    for (const Slide& slide : find_slides(deck.document, deck.body)) count += slide.pieces.size();
    return count;
  };
  CHECK(pieces(2'000) == 2 * pieces(1'000));
}

TEST_CASE("a heading with nothing under it is no mistake on a slide, and none is named as a slide") {
  const ParsedDocument deck = parsed(title + "# Paus\n\n# Bild 2\n\n# Bild\n\n# Bild\n", "presentationer/a.md");
  CHECK(deck.document.diagnostics.empty());
  std::vector<std::string> ids;
  for (const Heading& heading : deck.document.headings) ids.push_back(heading.id);
  CHECK(ids == std::vector<std::string>{"paus", "rubrik-bild-2", "rubrik-bild", "rubrik-bild-3"});
}
