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

TEST_CASE("a paragraph with other lines in it is text, and that is told (F67)") {
  const std::string torn = "# T\n\nDatum: 5 december\nVi ses\n";
  CHECK(html_of(torn) == "<p>Datum: 5 december\nVi ses</p>\n");
  CHECK(messages_of(torn) == Messages{"F67 4:1+6 Datum"});
  CHECK(messages_of("# T\n\nVi ses så här.\nDatum: 5 december\n") == Messages{"F67 3:1+14 Datum"});
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

namespace {

// "datum=5 december tid=9–12 | what is left of the text"
std::string facts_of(std::string_view text) {
  const ParsedDocument page = parsed(text);
  std::string facts;
  for (const Field& field : page.document.front_matter.fields) {
    const std::string name(field.key == Key::unknown ? field.name : key_name(field.key));
    facts += name + "=" + field.value + " ";
  }
  return facts + "| " + filled_plainly(page);
}

}  // namespace

TEST_CASE("facts are read in every way they are typed") {
  const std::string both = "datum=5 december tid=9–12 | <p>Text.</p>\n";
  for (const std::string_view facts :
       {"Datum: 5 december\nTid: 9–12\n", "- Datum: 5 december\n- Tid: 9–12\n",
        "* **Datum:** 5 december\n* **Tid:** 9–12\n", "Datum: 5 december\n\nTid: 9–12\n",
        "- Datum: 5 december\n\n- Tid: 9–12\n", "**Datum:** 5 december  \n**Tid:** 9–12\n",
        "Datum: 5 december\nTid: 9–12\n---\n"}) {
    INFO(facts);
    CHECK(facts_of("# T\n\n" + std::string(facts) + "\nText.\n") == both);
    CHECK(facts_of("# T\n" + std::string(facts) + "\nText.\n") == both);
  }
  CHECK(facts_of("datum: 5 december\ntid: 9–12\n---\n\nText.\n") == both);
}

TEST_CASE("a row that is no fact of ours stays in the text, and is told (F66)") {
  const std::string text = "# T\nDatum: 5 december\nSal: 214\nTid: 9–12\n\nText.\n";
  CHECK(facts_of(text) == "datum=5 december tid=9–12 | <p>Sal: 214</p>\n<p>Text.</p>\n");
  CHECK(messages_of(text) == Messages{"F66 3:1+3 Sal"});
  CHECK(facts_of("# T\n- Datum: 5 december\n- Ta med: dator\n\nText.\n") ==
        "datum=5 december | <ul>\n<li>Ta med: dator</li>\n</ul>\n<p>Text.</p>\n");
}

TEST_CASE("facts below a first paragraph are read when they stand together") {
  CHECK(facts_of("# T\n\nVälkomna!\n\nDatum: 5 december\nTid: 9–12\n\nText.\n") ==
        "datum=5 december tid=9–12 | <p>Välkomna!</p>\n<p>Text.</p>\n");
  CHECK(facts_of("# T\n\nVälkomna!\n\n## Andra dagen\n\nDatum: 6 december\nTid: 9–12\n").starts_with("| "));
}

TEST_CASE("a sentence with a colon after the facts is text") {
  CHECK(facts_of("# T\nDatum: 5 december\n\nKontakt: Om du undrar över något så hör du av dig till någon av oss i "
                 "ledningen.\n")
            .starts_with("datum=5 december | <p>Kontakt:"));
  CHECK(facts_of("# T\nDatum: 5 december\n\n- Läs kapitel 3\n- Tid: 30 min\n") ==
        "datum=5 december | <ul>\n<li>Läs kapitel 3</li>\n<li>Tid: 30 min</li>\n</ul>\n");
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
        "status: klar # inte utkast", "Utkast: Anna Ek", "Status: klar", "visible: true", "publicera: CNAME"}) {
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
