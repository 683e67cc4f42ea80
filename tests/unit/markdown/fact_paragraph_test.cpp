#include <catch2/catch.hpp>

#include "course/model/page_status.h"
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
  const ParsedDocument unknown = parsed("# T\nDatum: 5 maj\nMaterial:\n- dator\n");
  CHECK(unknown.document.front_matter.value(Key::date) == "5 maj");
  CHECK(filled_plainly(unknown) == "<p>Material:</p>\n<ul>\n<li>dator</li>\n</ul>\n");
  CHECK(filled_plainly(parsed("# T\nDatum: 5 maj\nTa med:\n\n- dator\n")) ==
        "<p>Ta med:</p>\n<ul>\n<li>dator</li>\n</ul>\n");
  CHECK(html_of("# T\nTa med:\n- dator\n") == "<p>Ta med:</p>\n<ul>\n<li>dator</li>\n</ul>\n");
  CHECK(html_of("# T\nDatum: 5 december\n- dator\n") == "<ul>\n<li>dator</li>\n</ul>\n");
}

namespace {

bool is_draft(std::string_view text) { return says_draft(parsed(text).document); }

}  // namespace

TEST_CASE("a draft stays one when the lines around its status are no facts") {
  CHECK(parsed("# T\nStatus: utkast\nPlatsen är oklar.\n").document.front_matter.find(Key::status)->line == 2);
  for (const std::string_view facts : {"Datum: 5 maj\nSal: 214\nStatus: \"utkast\"\n",
                                       "- Datum: 5 maj\n- Status: utkast\n",
                                       "Datum: 5 maj\n\nStatus: utkast\n",
                                       "Datum: 5 maj\n\n- Tid: 9\n\nStatus: Utkast\nmm\n",
                                       "Datum 5 december\nStatus: utkast\n",
                                       "Datum; 5 dec\nPlats: Kalmar\nStatus: utkast\n",
                                       "Datumm: 5 maj\nPlasts: Kalmar\nStatus: utkast\n",
                                       "Nuläge: bra\nStatus: utkast\n",
                                       "Vi ses.\nStatus: utkast\n",
                                       "Datum 5 maj\n\nStatus: utkast\n",
                                       "Plats: K\nvi ses\n\nStatus: utkast\n",
                                       "\nStatus: utkast\n\n## Rubrik\n",
                                       "> Status: utkast\n",
                                       "Datum: 5 maj\nStatus utkast\n",
                                       "Satus: utkast\n",
                                       "Status; utkast\n",
                                       "| Status | utkast |\n",
                                       "Sal:\nStatus: utkast\n",
                                       "\nUTKAST\n",
                                       "\n**Utkast!**\n"}) {
    INFO(facts);
    CHECK(is_draft("# T\n" + std::string(facts) + "\nText.\n"));
  }
  CHECK(is_draft("T\n===\n\nDatum 5 maj\nStatus: utkast\n"));
  CHECK(is_draft("+++\ntitle = \"A\"\ndraft = true\n+++\nText.\n"));
  for (const std::string_view text :
       {"# T\nDatum: 5 maj\n\nText.\n\nStatus: utkast\n", "# T\nStatus: pågår\nmed mera\n",
        "# Hjälp\n\n- Status: utkast\n- Status: bekräftad\n", "# T\n## Rubrik\nStatus: utkast\n",
        "# T\nText.\n## Så skriver du\nStatus: utkast\n", "# T\n\n```\nStatus: utkast\n```\n",
        "# T\n\n`Status: utkast`\n", "# T\n\nUtkastets status: utkast\n", "# Utkast\n\nText.\n",
        "# T\n\n- Utkast\n- Färdigt\n", "# T\n\nText.\n\nUtkast\n"}) {
    INFO(text);
    CHECK_FALSE(is_draft(text));
  }
}

TEST_CASE("a draft stays one however its status is set") {
  for (const std::string_view line : {"Status: utkast (ej klar)",
                                      "Status: ej klar, utkast",
                                      "Status: **utkast**",
                                      "Status: _utkast_",
                                      "*Status:* utkast",
                                      "**Status: utkast**",
                                      "Status: utkast # inte klar",
                                      "Status: utkast.",
                                      "Status: ”Utkast”.",
                                      "Status:utkast",
                                      "Status: (utkast)",
                                      "Draft: true",
                                      "utkast: ja",
                                      "published: false",
                                      "Publicerad: nej",
                                      "Status: DRAFT",
                                      "Status: Utkast!",
                                      "Status: Arbetsutkast",
                                      "Status: ej klar",
                                      "Status: inte riktigt färdig",
                                      "Status: privat",
                                      "visible: false",
                                      "Synlig: nej",
                                      "hidden: true",
                                      "publicera: nej"}) {
    INFO(line);
    CHECK(is_draft("# T\n" + std::string(line) + "\n\nText.\n"));
    CHECK(is_draft("# T\n- " + std::string(line) + "\n- Plats: K\n\nText.\n"));
    CHECK(is_draft("T\n===\n" + std::string(line) + "\n\nText.\n"));
    CHECK(is_draft("T\n===\n\n" + std::string(line) + "\n\nText.\n"));
  }
  for (const std::string_view status :
       {"status: utkast # inte klar", "satus: utkast", "status: \"utkast\" # ej klar", "status: [utkast]",
        "draft: true", "draft: yes", "utkast: ja", "published: false", "published: no"}) {
    INFO(status);
    CHECK(is_draft("---\ntitel: A\n" + std::string(status) + "\n---\nText.\n"));
    CHECK(is_draft("---\ntitel: A\nen rad\n" + std::string(status) + "\n---\nText.\n"));
    CHECK(is_draft("----\ntitel: A\n" + std::string(status) + "\n----\nText.\n"));
    CHECK(is_draft("—\ntitel: A\n" + std::string(status) + "\n—\nText.\n"));
  }
  for (const std::string_view line :
       {"Status: bekräftad (förut utkast)", "Status: preliminär", "draft: false", "utkast: nej", "published: true",
        "status: klar # inte utkast", "Utkast: Anna Ek", "status: utkastad", "Status: klar", "Status: ej obligatorisk",
        "visible: true", "publicera: CNAME"}) {
    INFO(line);
    CHECK_FALSE(is_draft("# T\n" + std::string(line) + "\n\nText.\n"));
    CHECK_FALSE(is_draft("---\ntitel: A\n" + std::string(line) + "\n---\nText.\n"));
  }
}

TEST_CASE("an empty text has no facts") {
  CHECK(html_of("") == "");
  CHECK(html_of("# T") == "");
  CHECK(html_of("\n\n") == "");
}
