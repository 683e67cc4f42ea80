#include <catch2/catch.hpp>

#include "markdown/parsed_expectation.h"

using namespace traff;

TEST_CASE("a table scrolls by keyboard, has scope and alignment by class") {
  const ParsedDocument page = parsed("Text.\n\n| a | b | |\n| :- | :-: | -: |\n| 1 | 2 | 3 |\n");
  CHECK(filled_plainly(page) ==
        "<p>Text.</p>\n<div class=\"table-scroll\" tabindex=\"0\" role=\"group\" "
        "aria-label=\"\">\n<table>\n<thead>\n<tr>\n"
        "<th scope=\"col\">a</th>\n<th scope=\"col\" class=\"align-center\">b</th>\n<td "
        "class=\"align-right\"></td>\n</tr>\n</thead>\n"
        "<tbody>\n<tr>\n<td>1</td>\n<td class=\"align-center\">2</td>\n<td "
        "class=\"align-right\">3</td>\n</tr>\n</tbody>\n"
        "</table>\n</div>\n");
  REQUIRE(page.document.slots.size() == 1);
  CHECK(page.document.slots[0].kind == SlotKind::phrase);
  CHECK(page.document.slots[0].target == "table");
  CHECK(page.document.slots[0].text == "1");
}

TEST_CASE("the tables of a page are numbered") {
  const ParsedDocument page = parsed("a | b\n--- | ---\n\nText.\n\nc | d\n--- | ---\n");
  REQUIRE(page.document.slots.size() == 2);
  CHECK(page.document.slots[1].text == "2");
}

TEST_CASE("rows and cells are blocks with their lines and words") {
  const ParsedDocument page = parsed("Text.\n\n| a | b |\n| - | - |\n| 1 | |\n");
  std::vector<std::string> found;
  for (const Block& block : page.body.blocks) {
    if (block.kind != BlockKind::cell && block.kind != BlockKind::row) continue;
    found.push_back((block.kind == BlockKind::row ? "row " : "cell ") + std::to_string(block.line) + " " +
                    std::to_string(block.level) + " " + std::string(page.body.text_of(block)));
  }
  CHECK(found == std::vector<std::string>{"row 3 1 a\nb\n", "cell 3 1 a", "cell 3 1 b", "row 5 0 1\n", "cell 5 0 1",
                                          "cell 5 0 "});
  CHECK(page.body.blocks[1].kind == BlockKind::table);
  CHECK(page.body.html.substr(page.body.blocks[1].inner.begin, 7) == "<thead>");
}
