// What a text becomes grows as the text does: twice as much of anything makes a site at most about twice as large, and
// never many times larger than its texts. Time is measured by tests/bench/hostile.mjs, with the same kinds of text.
#include <catch2/catch.hpp>

#include <algorithm>
#include <functional>
#include <string>

#include "test_site.h"

using namespace traff;
using namespace traff::testing;

namespace {

struct Shape {
  std::string name;
  std::string path;                                     // of the page that grows
  std::string head;                                     // first in it
  std::function<std::string(const std::string&)> line;  // with a number of its own
};

std::string plain(std::string text, const std::string& number) {
  for (std::size_t at; (at = text.find('#')) != std::string::npos;) text.replace(at, 1, number);
  return text;
}

// `text`: one of many; each # becomes its number, each @ a # and each ~ a @.
Shape shape(std::string name, std::string text, std::string path = "sida.md", std::string head = "@ Sidan\n\n") {
  const auto line = [text](const std::string& number) {
    std::string made = plain(text, number);
    for (char& c : made) c = c == '@' ? '#' : c == '~' ? '@' : c;
    return made;
  };
  for (char& c : head) c = c == '@' ? '#' : c;
  return {std::move(name), std::move(path), std::move(head), line};
}

std::vector<Shape> shapes() {
  const std::string cells = "| a | b | c |\n| - | - | - |\n";
  return {
      shape("headings", "@@ Rubrik #\n\nText.\n\n"),
      shape("one heading again and again", "@@ Rubrik\n\nText.\n\n"),
      shape("wrong anchors", "@@ Rubrik #\n\n[b](@rubrik-#x)\n\n"),
      shape("right anchors", "@@ Rubrik #\n\n[b](@rubrik-#)\n\n"),
      shape("links to pages that are not there", "[b](saknas-#.md)\n\n"),
      shape("links to one page", "[b](index.md)\n\n"),
      shape("links by reference", "[a] [a] [a]\n\n", "sida.md",
            "@ Sidan\n\n[a]: /u \"" + std::string(60, 't') + "\"\n\n"),
      shape("pictures by reference", "![b][a]\n\n", "sida.md",
            "@ Sidan\n\n[a]: filer/b.png \"" + std::string(60, 't') + "\"\n\n"),
      shape("addresses in the text", "https://example.org/a# och www.example.org\n\n"),
      shape("footnotes", "Text[^#].\n\n[^#]: Not #.\n\n"),
      shape("one footnote", "Text[^1].\n\n", "sida.md", "@ Sidan\n\n[^1]: " + std::string(500, 'n') + "\n\n"),
      shape("mentions", "Se Träff 1, Redovisning A och figur #.\n\n"),
      shape("dates", "Vi ses den 10 oktober kl. 9–16 och torsdag v. 41.\n\n"),
      shape("dates that are wrong", "Träff 1 är den 31/9 och den 12 oktober, gång #.\n\n", "valkomstbrev.md"),
      shape("citations", "Enligt Katz och Dack (2017) är det så (Katz & Dack, 2017, s. #).\n\n"),
      shape("citations by key", "Så är det [~katz2017] och [~katz2017, s. #].\n\n"),
      shape("works", "- Namn#, A. (2017). *Titel # om skolan*. Förlag.\n", "litteratur.md", "@ Litteratur\n\n"),
      shape("works by one author", "- Katz, S. (2017). *Titel #*. Förlag.\n", "litteratur.md", "@ Litteratur\n\n"),
      shape("points of a programme", "- 9.00 Samling # (20 min)\n", "traffar/1-a.md", "@ Träff 1: A\n\n@@ Program\n\n"),
      shape("rows of dates", "| 10 oktober (alt. 11/10) | Kalmar | x # |\n", "datum.md",
            "@ Datum\n\n| Datum | Plats | Vad |\n| - | - | - |\n"),
      shape("boxes", "::: ruta\nText #\n:::\n\n"),
      shape("boxes nobody knows", "::: rute\nText #\n:::\n\n"),
      shape("boxes that are not closed", "::: ruta\nText #\n\n"),
      shape("programme tables", "::: program\n:::\n\n"),
      shape("steps of the year", "::: process\n:::\n\n"),
      shape("tables", cells + "| # | 2 | 3 |\n\n"),
      shape("rows", "| # | 2 | 3 |\n", "sida.md", "@ Sidan\n\n" + cells),
      shape("rows made with tabs", "Datum\tPlats\tNr #\n"),
      shape("captions", "![](filer/b.png)\n\nBild: Skolan #\n\n"),
      shape("slides", "---\n\n@@ Bild #\n\n- punkt\n\nAnteckningar: hej\n\n", "presentationer/1-a.md"),
      shape("bullets of Word", "• punkt #\no\tunder\n"),
      shape("letters as bullets", "a) punkt #\nb) punkt\n\n"),
      shape("HTML", "<div class=\"x\"><b>a #</b></div>\n\n"),
      shape("comments", "<!-- x # -->\n\n"),
      shape("lines that repeat", "Linnéuniversitetet sida 1\n\n"),
      shape("names", "- Anna Andersson#, Kalmar\n"),
      shape("words", "ord# annat#ord skola#\n"),
      shape("task lists", "- [ ] gör #\n"),
      shape("keys", "nyckel#: värde\n", "sida.md", "---\ntitel: A\n"),
      shape("fact lines", "Plats: Kalmar #\n", "sida.md", "@ Sidan\n"),
      shape("synonyms", "- ord# = annat#\n", "index.md", "---\ntitel: A\nläsår: 2019/2020\nsynonymer:\n"),
      shape("audiences", "- Grupp #\n", "traffar/1-a.md", "---\ndatum: 10 oktober\nmålgrupp:\n"),
  };
}

struct Size {
  std::size_t in = 0;
  std::size_t out = 0;
  std::size_t messages = 0;
};

// The site beside the page: what it may mention, cite and show.
void write_neighbours(TestSite& site) {
  site.write("index.md", "# Nätverket\nLäsår: 2019/2020\n\nText.\n");
  for (int i = 1; i <= 5; ++i) {
    const std::string number = std::to_string(i);
    site.write("traffar/" + number + "-a.md",
               "# Träff " + number + ": A\nDatum: 1" + number + " oktober\nPlats: Kalmar\n");
  }
  site.write("redovisningar/a-b.md", "# Redovisning A: B\nTräff: 1\n\nText.\n");
  site.write("litteratur.md",
             "# Litteratur\n\n- Katz, S., & Dack, L. A. (2017). *Professionsutveckling*. Natur & Kultur.\n");
  site.write("filer/b.png", "png");
}

Size size_of(const Shape& shape, std::size_t lines) {
  std::string text = shape.head;
  for (std::size_t i = 0; i < lines; ++i) text += shape.line(std::to_string(10'000 + i));
  TestSite site;
  write_neighbours(site);
  site.write(shape.path, text).build();
  Size size{text.size(), 0, site.report().diagnostics.size()};
  for (const auto& [path, bytes] : site.files()) size.out += bytes.size();
  return size;
}

}  // namespace

TEST_CASE("twice as much of anything is a site at most about twice as large") {
  constexpr std::size_t lines = 400;
  TestSite neighbours;
  write_neighbours(neighbours);
  neighbours.build();
  std::size_t without = 0;
  for (const auto& [path, bytes] : neighbours.files()) without += bytes.size();
  for (const Shape& shape : shapes()) {
    const Size small = size_of(shape, lines);
    const Size large = size_of(shape, 2 * lines);
    INFO(shape.name << ": " << small.in << " and " << large.in << " bytes become " << small.out << " and " << large.out
                    << ", of which " << without << " without them");
    CHECK(large.out < without + (small.out - std::min(small.out, without)) * 5 / 2 + 20'000);
    CHECK(large.out < without + large.in * 100 + 100'000);
    CHECK(large.messages <= small.messages * 5 / 2 + 10);
  }
}
