#include <catch2/catch.hpp>

#include "markdown/parsed_expectation.h"

using namespace traff;

namespace {

// "h2 id: html of its section", line by line.
std::vector<std::string> sections(std::string_view text) {
  const ParsedDocument page = parsed(text);
  std::vector<std::string> found;
  for (const Heading& heading : page.document.headings) {
    found.push_back("h" + std::to_string(heading.level) + " " + heading.id + ": " +
                    page.body.html.substr(heading.section.begin, heading.section.size()));
  }
  return found;
}

using Sections = std::vector<std::string>;

}  // namespace

TEST_CASE("levels go without gaps from 2 under the page's title (S2)") {
  CHECK(sections("# T\n\n## A\n\na\n\n#### B\n\nb\n\n## C\n\nc\n") ==
        Sections{"h2 a: <p>a</p>\n<h3 id=\"b\">B</h3>\n<p>b</p>\n", "h3 b: <p>b</p>\n", "h2 c: <p>c</p>\n"});
  CHECK(messages_of("# T\n\n## A\n\na\n\n#### B\n\nb\n") == Messages{"S2 7:1+4 ##|####|3|###"});
  CHECK(messages_of("# T\n\n### A\n\na\n") == Messages{"S2 3:1+3 #|###|2|##"});
}

TEST_CASE("several # are sections of one page") {
  CHECK(sections("# T\n\na\n\n# A\n\nb\n\n## B\n\nc\n") ==
        Sections{"h2 a: <p>b</p>\n<h3 id=\"b\">B</h3>\n<p>c</p>\n", "h3 b: <p>c</p>\n"});
  CHECK(messages_of("# T\n\na\n\n# A\n\nb\n\n## B\n\nc\n") == Messages{});
}

TEST_CASE("a page without a title of its own may begin at any level") {
  CHECK(sections("Text.\n\n### A\n\na\n\n## B\n\nb\n") == Sections{"h2 a: <p>a</p>\n", "h2 b: <p>b</p>\n"});
  CHECK(messages_of("Text.\n\n### A\n\na\n") == Messages{});
}

TEST_CASE("each heading has an id of its own (S3)") {
  CHECK(sections("Text.\n\n## Å, ä & ö!\n\na\n\n## Å ä ö\n\nb\n\n## -\n\nc\n") ==
        Sections{"h2 a-a-o: <p>a</p>\n", "h2 a-a-o-2: <p>b</p>\n", "h2 rubrik: <p>c</p>\n"});
}

TEST_CASE("an empty heading is left out, and one with nothing under it is told (S4)") {
  CHECK(html_of("Text.\n\n##\n\nMer.\n") == "<p>Text.</p>\n<p>Mer.</p>\n");
  CHECK(messages_of("Text.\n\n## A\n\n## B\n\nb\n\n## C\n") == Messages{"S4 3:4+1 A", "S4 9:4+1 C"});
  CHECK(messages_of("Text.\n\n## A\n\n### B\n\nb\n") == Messages{});
  CHECK(messages_of("Text.\n\n## A\n\n![b](c.png)\n") == Messages{});
  CHECK(messages_of("Text.\n\n## A\n\n::: program\n:::\n") == Messages{});
}

TEST_CASE("a heading in a box rules as far as the box") {
  CHECK(sections("Text.\n\n## A\n\na\n\n::: ruta\n## B\n\nb\n:::\n\nc\n") ==
        Sections{"h2 a: <p>a</p>\n<div class=\"box box-ruta\">\n<h2 id=\"b\">B</h2>\n<p>b</p>\n</div>\n<p>c</p>\n",
                 "h2 b: <p>b</p>\n"});
}

TEST_CASE("footnotes stand in no section") {
  CHECK(sections("Text.\n\n## A\n\na[^1]\n\n[^1]: Not.\n").front().find("Not") == std::string::npos);
}

TEST_CASE("a heading knows its place") {
  const ParsedDocument page = parsed("Text.\n\n## A *b*\n\nc\n");
  REQUIRE(page.document.headings.size() == 1);
  const Heading& heading = page.document.headings.front();
  CHECK(heading.text == "A b");
  CHECK(page.body.html.substr(heading.html.begin, heading.html.size()) == "<h2 id=\"a-b\">A <em>b</em></h2>\n");
  CHECK(page.body.html.substr(heading.inner_begin, 1) == "A");
  const Range blocks = page.body.section_blocks(heading);
  REQUIRE(blocks.size() == 1);
  CHECK(page.body.text_of(page.body.blocks[blocks.begin]) == "c");
}

TEST_CASE("no word of a heading links by itself") {
  CHECK(parsed("Text.\n\n## Träff 2\n\nTräff 2\n").document.slots.size() == 1);
  CHECK(parsed("Text.\n\n## Se [det](a.md) om Träff 2\n\na\n").document.slots.size() == 1);
}
