#include <catch2/catch.hpp>

#include "markdown/parsed_expectation.h"

using namespace traff;

TEST_CASE("fact lines under the title become keys and leave the body") {
  const ParsedDocument page = parsed("# Träff 2\nDatum: 5 december\nPlats: Växjö\n\nText [här](a.md).\n");
  CHECK(page.document.front_matter.value(Key::date) == "5 december");
  CHECK(page.document.front_matter.value(Key::place) == "Växjö");
  CHECK(page.document.front_matter.find(Key::place)->line == 3);
  CHECK(filled_plainly(page) == "<p>Text <a href=\"a.md\">här</a>.</p>\n");
  CHECK(short_forms(page.document.diagnostics) == Messages{"S20 5:7+3 här"});
}

TEST_CASE("a paragraph with other lines in it is text") {
  CHECK(html_of("# T\n\nDatum: 5 december\nVi ses\n") == "<p>Datum: 5 december\nVi ses</p>\n");
  CHECK(html_of("# T\n\nText.\n\nDatum: 5 december\n") == "<p>Text.</p>\n<p>Datum: 5 december</p>\n");
}

TEST_CASE("facts that contradict the front matter are told (F10)") {
  CHECK(messages_of("---\nplats: Kalmar\n---\n# T\nPlats: Växjö\nDatum: 5 december\n") ==
        Messages{"F10 5:8+5 plats|Kalmar|2|Plats|Växjö"});
}

TEST_CASE("an empty text has no facts") {
  CHECK(html_of("") == "");
  CHECK(html_of("# T") == "");
  CHECK(html_of("\n\n") == "");
}
