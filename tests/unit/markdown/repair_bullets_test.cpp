#include <catch2/catch.hpp>

#include "repair_expectation.h"

using namespace traff;

TEST_CASE("T1: bullets that are not Markdown become list items, also directly under text") {
  CHECK(repaired("Nuläge:\n• Ett\n• Två\n") == "Nuläge:\n- Ett\n- Två\n");
  CHECK(repaired("·         Ett\n·Två\n") == "- Ett\n- Två\n");
  CHECK(repaired("\xEF\x82\xB7\tEtt\n\xEF\x82\xA7 Två\n") == "- Ett\n  - Två\n");
  CHECK(repaired("§ Ett\n§\tTvå\n") == "- Ett\n- Två\n");
  CHECK(repaired("•\xC2\xA0"
                 "Ett\n") == "- Ett\n");
}

TEST_CASE("T1: bullets nest by their sign") {
  CHECK(repaired("• A\n– B\n– C\n• D\no\tE\n") == "- A\n  - B\n  - C\n- D\n  - E\n");
  CHECK(repaired("• A\n\no B\n\n§ C\n\n• D\n") == "- A\n\n  - B\n\n    - C\n\n- D\n");
  CHECK(repaired("• A\n    • B\n• C\n") == "- A\n  - B\n- C\n");
}

TEST_CASE("T1: bullets follow the author's own list") {
  CHECK(repaired("* A\n• B\n") == "* A\n* B\n");
  CHECK(repaired("- A\n  • B\n- C\n") == "- A\n  - B\n- C\n");
  CHECK(repaired("1. A\n• B\n2. C\n") == "1. A\n   - B\n2. C\n");
  CHECK(repaired("1. A\n2. B\n\n• C\n") == "1. A\n2. B\n\n- C\n");
}

TEST_CASE("T1: a dash is a bullet where a paragraph begins, after a label or beside another") {
  CHECK(repaired("– Hej, sa hon.\n") == "- Hej, sa hon.\n");
  CHECK(repaired("– Hej, sa hon.\nHan svarade.\n") == "- Hej, sa hon.\nHan svarade.\n");
  CHECK(repaired("Ta med:\n— dator\n") == "Ta med:\n- dator\n");
  CHECK(repaired("Text\n– ett\n– två\n") == "Text\n- ett\n- två\n");
}

TEST_CASE("T1: what only looks like a bullet stays") {
  for (const std::string_view text :
       {"Vi ses i staden\n– den vackra – på torsdag.\n", "o sedan gick vi\n", "–5 grader\n", "–\n", "• • •\n",
        "§ 5 Styrelsen\n", "§§ 3–5\n", "ord · ord • ord\n", "- A\n  – med tankstreck\n", "```\n• kod\n```\n",
        "> • i citat\n", "| • | a |\n| --- | --- |\n"}) {
    CAPTURE(text);
    CHECK(repaired(text) == text);
    CHECK(messages(text).empty());
  }
}

TEST_CASE("T3: a check mark first in a list item is dropped") {
  CHECK(repaired("- ✓ Lyssna\n* ✔\xEF\xB8\x8F Fråga\n1. ✓Vänta\n") == "- Lyssna\n* Fråga\n1. Vänta\n");
  CHECK(repaired("• ✓ Lyssna\n") == "- Lyssna\n");
  CHECK(repaired("- ✓\n- Klart ✓\n✓ Lyssna\n") == "- ✓\n- Klart ✓\n✓ Lyssna\n");
}

TEST_CASE("T2: at least three lines that begin with PowerPoint's check mark become a list") {
  CHECK(repaired("üEtt\nü Två\n\nüTre\n") == "- Ett\n- Två\n\n- Tre\n");
  CHECK(repaired("Nuläge:\nüEtt\nüTvå\nüÅterblick\n") == "Nuläge:\n- Ett\n- Två\n- Återblick\n");
  CHECK(messages("üEtt\nüTvå\nüTre\n\nText.\n\nü Fyra\n") == std::vector<std::string>{"T2 1:1+1 4"});
}

TEST_CASE("T2: fewer lines are only told of, and words that begin with ü are words") {
  CHECK(repaired("Text.\n\nüEtt\nüTvå\n") == "Text.\n\nüEtt\nüTvå\n");
  CHECK(messages("üEtt\n") == std::vector<std::string>{"T2 1:1+1 1"});
  for (const char* text :
       {"über ist ein Wort\n", "ü\n", "ü och y\n", "Üben, üben\n", "Text med üEtt\n", "```\nüEtt\nüTvå\nüTre\n```\n"}) {
    INFO(text);
    CHECK(repaired(text) == text);
    CHECK(messages(text).empty());
  }
}
