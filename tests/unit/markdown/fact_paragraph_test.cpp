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

TEST_CASE("a row that is not filled in yet is no part of the text") {
  const ParsedDocument page = parsed("# Träff 1\nDatum: 10 oktober\nTid: 9-12\nPlats:\n\nVi börjar.\n");
  CHECK(page.document.front_matter.value(Key::date) == "10 oktober");
  CHECK(page.document.front_matter.value(Key::time) == "9-12");
  CHECK(filled_plainly(page) == "<p>Vi börjar.</p>\n");
  CHECK(page.document.diagnostics.empty());
  CHECK(messages_of("---\nplats: Kalmar\n---\n# T\nDatum: 5 december\nPlats:\n").empty());
}

TEST_CASE("a label with a list below it is text, and the facts above it are facts") {
  const ParsedDocument page = parsed("# T\nDatum: 5 december\nVerktyg:\n- dator\n");
  CHECK(page.document.front_matter.value(Key::date) == "5 december");
  CHECK(filled_plainly(page) == "<p>Verktyg:</p>\n<ul>\n<li>dator</li>\n</ul>\n");
  CHECK(html_of("# T\nDatum: 5 december\nVerktyg:\n\n- dator\n") == filled_plainly(page));
  CHECK(html_of("# T\n\nVerktyg:\n\n- dator\n") == filled_plainly(page));
  CHECK(html_of("# T\nDatum: 5 december\n- dator\n") == "<ul>\n<li>dator</li>\n</ul>\n");
}

TEST_CASE("a draft stays one when the lines around its status are no facts") {
  using Lines = std::vector<std::string>;
  const auto status = [](std::string_view text) {
    return std::string(parsed(text).document.front_matter.value(Key::status));
  };
  CHECK(parsed("# T\nStatus: utkast\nPlatsen är oklar.\n").document.front_matter.find(Key::status)->line == 2);
  for (const std::string& facts :
       Lines{"Datum: 5 maj\nSal: 214\nStatus: \"utkast\"\n", "- Datum: 5 maj\n- Status: utkast\n",
             "Datum: 5 maj\n\nStatus: utkast\n", "Datum: 5 maj\n\n- Tid: 9\n\nStatus: Utkast\nmm\n"}) {
    INFO(facts);
    CHECK_FALSE(status("# T\n" + facts + "\nText.\n").empty());
  }
  CHECK(status("# T\n\nSkriv så här överst:\nStatus: utkast\n").empty());
  CHECK(status("# T\nDatum: 5 maj\n\nText.\n\nStatus: utkast\n").empty());
  CHECK(status("# T\nStatus: pågår\nmed mera\n").empty());
}

TEST_CASE("an empty text has no facts") {
  CHECK(html_of("") == "");
  CHECK(html_of("# T") == "");
  CHECK(html_of("\n\n") == "");
}
