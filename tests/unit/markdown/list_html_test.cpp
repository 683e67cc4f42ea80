#include "markdown/html/blocks.h"

#include <catch2/catch.hpp>

#include "markdown/html/render_html.h"
#include "markdown/parsed_expectation.h"

using namespace traff;

TEST_CASE("task boxes have a name, as a slot") {
  const ParsedDocument page = parsed("Text.\n\n- [ ] Öppen\n- [x] Klar\n");
  CHECK(filled_plainly(page) ==
        "<p>Text.</p>\n<ul class=\"task-list\">\n<li><input type=\"checkbox\" disabled=\"\" aria-label=\"\" /> "
        "Öppen</li>\n"
        "<li><input type=\"checkbox\" checked=\"\" disabled=\"\" aria-label=\"\" /> Klar</li>\n</ul>\n");
  REQUIRE(page.document.slots.size() == 2);
  CHECK(page.document.slots[0].target == "task.open");
  CHECK(page.document.slots[1].target == "task.done");
}

TEST_CASE("a list of check marks is told by its class, and the marks are gone (T3)") {
  const std::string markdown = "- ✓ Lyssna\n- ✔ *Fråga*\n";
  const CmarkTree tree(markdown);
  ParsedDocument page;
  const AuthorText author("a.md", markdown);
  const std::vector<std::uint32_t> lines{1, 2};
  render_html({tree.root(), &author, &lines, Language::sv, nullptr, 0}, page);
  CHECK(page.body.html == "<ul class=\"check-list\">\n<li>Lyssna</li>\n<li><em>Fråga</em></li>\n</ul>\n");
}

TEST_CASE("a numbered list begins where its author begins") {
  CHECK(html_of("Text.\n\n3. a\n4. b\n") == "<p>Text.</p>\n<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n");
}

TEST_CASE("an a) list is alphabetical") {
  CHECK(html_of("Text.\n\na) x\nb) y\n") ==
        "<p>Text.</p>\n<ol class=\"alphabetical\" type=\"a\">\n<li>x</li>\n<li>y</li>\n</ol>\n");
}

TEST_CASE("an empty list mark is left out, but not the only one (S4)") {
  CHECK(html_of("Text.\n\n- a\n-\n- b\n") == "<p>Text.</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n");
  CHECK(html_of("Text.\n\n-\n") == "<p>Text.</p>\n<ul>\n<li></li>\n</ul>\n");
}

TEST_CASE("items know their blocks, also when the list is tight") {
  const ParsedDocument page = parsed("Text.\n\n- a\n  - b\n");
  REQUIRE(page.body.blocks.size() == 7);
  CHECK(page.body.blocks[3].kind == BlockKind::paragraph);
  CHECK(page.body.text_of(page.body.blocks[3]) == "a");
  CHECK(page.body.text_of(page.body.blocks[2]) == "a\nb\n");
  CHECK(page.body.blocks[6].line == 4);
}

TEST_CASE("an a) list may stand in a list") {
  CHECK(html_of("Text.\n\n- p\n  a) x\n  b) y\n") ==
        "<p>Text.</p>\n<ul>\n<li>\n<p>p</p>\n<ol class=\"alphabetical\" "
        "type=\"a\">\n<li>x</li>\n<li>y</li>\n</ol>\n</li>\n</ul>\n");
}
