#include <catch2/catch.hpp>

#include "markdown/lines/line_marks.h"
#include "markdown/parsed_expectation.h"

using namespace traff;

namespace {

const std::string picture = "<p><img src=\"k.png\" alt=\"Karta\" /></p>\n";

}  // namespace

TEST_CASE("a paragraph below a picture that begins Figur: or Bild: is its caption, and Källa: its source") {
  CHECK(html_of("Text.\n\n![Karta](k.png)\n\nFigur: Vägen.\n\nKälla: Egen bild.\n\nMer.\n") ==
        "<p>Text.</p>\n<figure>\n" + picture +
            "<figcaption>\n<p>Figur: Vägen.</p>\n<p>Källa: Egen bild.</p>\n</figcaption>\n</figure>\n<p>Mer.</p>\n");
  CHECK(html_of("Text.\n\n![Karta](k.png)\n\nKälla: Egen bild.\n") ==
        "<p>Text.</p>\n<figure>\n" + picture + "<figcaption>\n<p>Källa: Egen bild.</p>\n</figcaption>\n</figure>\n");
}

TEST_CASE("the caption may stand on the next line, without an empty one between") {
  CHECK(html_of("Text.\n\n![Karta](k.png)\nBild 2: Vägen\ntill campus.\nKälla: Egen bild.\n") ==
        html_of("Text.\n\n![Karta](k.png)\n\nBild 2: Vägen\ntill campus.\n\nKälla: Egen bild.\n"));
}

TEST_CASE("the same words elsewhere are a paragraph") {
  CHECK(html_of("Text.\n\nFigur: Vägen.\n") == "<p>Text.</p>\n<p>Figur: Vägen.</p>\n");
  CHECK(html_of("Text.\nKälla: boken.\n") == "<p>Text.\nKälla: boken.</p>\n");
  CHECK(html_of("Text.\n\n![Karta](k.png) här\n\nFigur: Vägen.\n").find("<figure>") == std::string::npos);
  CHECK(html_of("Text.\n\n![Karta](k.png)\n\nMer.\n\nFigur: Vägen.\n").find("<figure>") == std::string::npos);
}

TEST_CASE("a ring and a process have captions too, inside their own figure") {
  CHECK(html_of("::: process\n1. a\n:::\n\nFigur 1: Året.\nKälla: Vi.\n\nMer.\n") ==
        "<figure class=\"box box-process\">\n<ol>\n<li>a</li>\n</ol>\n<figcaption>\n<p>Figur 1: Året.</p>\n"
        "<p>Källa: Vi.</p>\n</figcaption>\n</figure>\n<p>Mer.</p>\n");
  CHECK(html_of("::: ruta\na\n:::\n\nFigur 1: Året.\n").find("figcaption") == std::string::npos);
}

TEST_CASE("a figure is one block that holds its picture and caption") {
  const ParsedDocument page = parsed("Text.\n\n![Karta](k.png)\n\nFigur: Vägen.\n");
  REQUIRE(page.body.blocks.size() == 4);
  CHECK(page.body.blocks[1].kind == BlockKind::figure);
  CHECK(page.body.blocks[2].parent == 1);
  CHECK(page.body.blocks[3].parent == 1);
}

TEST_CASE("a caption needs its colon") {
  CHECK(begins_as_caption("Figur: a"));
  CHECK(begins_as_caption("Figur 2.1: a"));
  CHECK(begins_as_caption("Source: a"));
  CHECK(!begins_as_caption("Figur a: b"));
  CHECK(!begins_as_caption("Figuren: b"));
  CHECK(!begins_as_caption("Bild 3 visar"));
}
