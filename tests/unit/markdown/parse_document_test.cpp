#include "markdown/parse_document.h"

#include <catch2/catch.hpp>

#include "markdown/document_check.h"
#include "markdown/parsed_expectation.h"
#include "markdown/sample_markdown.h"

using namespace traff;

TEST_CASE("a file that is no UTF-8 is refused with its line (T13)") {
  const ParsedDocument page = parsed("rad\nl\xE4nk\n", "a/3-namn.md");
  CHECK(page.document.refused);
  CHECK(page.document.title == "Namn");
  CHECK(page.body.html.empty());
  CHECK(short_forms(page.document.diagnostics) == Messages{"T13 2:0+0"});
}

TEST_CASE("a file over a megabyte is refused (B1)") {
  std::string large;
  while (large.size() < (1u << 20) - 100)
    large += "Ett stycke med så många ord i att sidan blir stor innan den får för många rader för den som läser.\n\n";
  CHECK_FALSE(parsed(large).document.refused);
  CHECK(short_forms(parsed(std::string((1 << 20) + 1, 'a')).document.diagnostics) == Messages{"B1 0:0+0"});
}

TEST_CASE("a refused text keeps its front matter and tells the line of the file") {
  const ParsedDocument page =
      parsed("---\ntitel: Bomb\nplats: Kalmar\n---\nText\n\n" + std::string(30'000, 'a') + "\n");
  CHECK(page.document.refused);
  CHECK(page.document.title == "Bomb");
  CHECK(page.document.front_matter.value(Key::place) == "Kalmar");
  CHECK(short_forms(page.document.diagnostics) == Messages{"B2 7:0+0"});
}

TEST_CASE("the language of a page decides its quotation marks") {
  CHECK(html_of("En \"text\".\n") == "<p>En ”text”.</p>\n");
  CHECK(html_of("---\nspråk: en\n---\nA \"text\".\n") == "<p>A “text”.</p>\n");
  CHECK(parse_document({"a.md", {}, "A \"text\".\n"}, {Language::en}).body.html == "<p>A “text”.</p>\n");
}

TEST_CASE("three hyphens break slides in a folder of presentations (S6)") {
  CHECK(parsed("Text.\n\nRad\n---\nRad\n", "presentationer/1-a.md").body.html ==
        "<p>Text.</p>\n<p>Rad</p>\n<hr />\n<p>Rad</p>\n");
  CHECK(parsed("Text.\n\nRad\n---\nRad\n", "a.md").body.html == "<p>Text.</p>\n<h2 id=\"rad\">Rad</h2>\n<p>Rad</p>\n");
  CHECK(parsed("---\ntyp: presentation\n---\nText.\n\nRad\n---\n", "a.md").body.html ==
        "<p>Text.</p>\n<p>Rad</p>\n<hr />\n");
}

TEST_CASE("messages stand in the order of their lines") {
  CHECK(messages_of("---\nplatts: Kalmar\n---\nText.\n\n[här](a.md)\n\n:::\n\n[^1]: N\n") ==
        Messages{"F6 2:1+6 platts|plats", "S20 6:2+3 här", "S26 8:1+3", "S27 10:1+4 [^1]"});
}

TEST_CASE("what a document promises is kept whatever its text") {
  for (std::uint32_t seed = 1; seed <= 1000; ++seed) {
    const SourceText source{"a.md", {}, make_sample_markdown(seed, {true, true}).text};
    const std::string broken = broken_promise(parse_document(source, {}), source);
    INFO("seed " << seed << "\n" << (broken.empty() ? "" : source.bytes));
    if (!broken.empty()) REQUIRE(broken == "");
  }
}
