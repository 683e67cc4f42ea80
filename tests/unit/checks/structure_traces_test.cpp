// S1, S9, S12, S13, S22, S23, S33, S35: what is left of another program's page.
#include <catch2/catch.hpp>

#include "base/messages/codes.h"
#include "found_codes.h"

using namespace traff;
using namespace traff::testing;

namespace {

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

// Sentences of a page without anything to say about it.
std::string sentences(int paragraphs) {
  return repeated("Vi lyssnar på varandra och prövar sedan hemma.\n\nDärefter talar vi om hur det gick.\n\n",
                  paragraphs);
}

}  // namespace

TEST_CASE("a long text without headings names the line that could be one (S1)", "[checks]") {
  const auto found = findings_of("Välkommen till nätverket\n\n" + sentences(12) + "Arbetssätt\n\n" + sentences(3));
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == code::S1);
  CHECK(found[0].args == std::vector<Words>{"Arbetssätt"});
  CHECK(found[0].line == "Arbetssätt");
  CHECK(says("S1", "Välkommen\n\n" + sentences(12) + "DET HÄR BEHÖVER DU\n\n- penna\n- papper\n"));
}

TEST_CASE("a letter, a short text, a text with headings need none (S1)", "[checks]") {
  CHECK(codes_of("Hej!\n\n" + sentences(12) + "Med vänlig hälsning\n\nNätverksledningen\n").empty());
  CHECK(codes_of("# Välkommen\n\nHej alla\n\n" + sentences(12)).empty());
  CHECK(codes_of("Arbetssätt\n\nArbetssätt\n\n" + sentences(2)).empty());
  CHECK(codes_of("# A\n\n## B\n\n" + sentences(12) + "Arbetssätt\n\n" + sentences(3)).empty());
  CHECK(codes_of(sentences(14), "presentationer/1.md").empty());
}

TEST_CASE("lines that are only bold are no headings, said once for the page (S33)", "[checks]") {
  const auto found = findings_of("# A\n\n**Arbetssätt**\n\nVi samtalar i grupper.\n\n**Så gör vi**\n\n- ett\n- två\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == code::S33);
  CHECK(found[0].args == std::vector<Words>{"Arbetssätt", "2"});
}

TEST_CASE("bold words that are no headings are left alone (S33)", "[checks]") {
  for (const char* text : {"**Ta med matlåda!**\n\nVi äter tillsammans.", "**Obs:**\n\n- ett",
                           "Vi **lyssnar** här.\n\nOch sedan talar vi.", "**Nätverksledningen**",
                           "**Fråga 1.**\n\nVad hände då?", "- **Rollen**\n\n  Vad den innebär.",
                           "**Kalmar** och **Växjö**\n\nDär ses vi.", "**Anna**\n**Erik**\n\nVi leder nätverket."}) {
    INFO(text);
    CHECK_FALSE(says("S33", std::string("# A\n\n") + text + "\n"));
  }
}

TEST_CASE("stars that were meant as marks are found (S9)", "[checks]") {
  for (const char* text : {"*\\*Start på dagen* med fika", "*Start på dagen", "** Viktigt **", "**Viktigt att veta **",
                           "Det är **viktigt ** här.", "**Start på dagen", "Rad ett\n*rad två\n*rad tre"}) {
    INFO(text);
    CHECK(says("S9", std::string("# A\n\n") + text + "\n"));
  }
}

TEST_CASE("stars that mean something are left alone (S9)", "[checks]") {
  for (const char* text : {"5 * 3 är 15", "*kursiv* och **fet**", "Namn*\n\n*Frivilligt", "\\*Frivilligt att svara",
                           "`**kod**`", "elev*innen", "***", "Betyget är *** av fem", "* punkt\n* punkt", "2*3*4"}) {
    INFO(text);
    CHECK_FALSE(says("S9", std::string("# A\n\n") + text + "\n"));
  }
}

TEST_CASE("a paragraph cut by a page break is shown from both sides (S13)", "[checks]") {
  const auto found = findings_of("# A\n\nDet gäller alla i gruppen\n\nsom vill pröva på hemma.\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == code::S13);
  CHECK(found[0].args == std::vector<Words>{"alla i gruppen", "som vill pröva"});
  CHECK(found[0].place.line == 5);
  CHECK(says("S13", "# A\n\nVi lyssnar, frågar och prövar,\n\noch sedan talar vi.\n"));
}

TEST_CASE("paragraphs that only seem cut are left alone (S13)", "[checks]") {
  for (const char* text :
       {"Skriv gärna till oss här\n\nlarledarskap@example.org", "Vi ses i Kalmar i höst\n\nkl. 9–16 varje gång.",
        "Hej!\n\nvi ses snart.", "Det här gäller för alla:\n\nsom du ser.", "Vi som leder nätverket\n\nAnna och Erik",
        "Med vänlig hälsning\n\nde som leder", "Läs mer på vår sida\n\nhttps://example.org/sida",
        "- ett två tre fyra\n- fem sex sju åtta\n\nsom sagt", "Vad gör vi då nu?\n\nvi prövar.",
        "Det gäller alla i gruppen\n\n## Rubrik\n\nsom vill"}) {
    INFO(text);
    CHECK_FALSE(says("S13", std::string("# A\n\n") + text + "\n"));
  }
  CHECK_FALSE(says("S13", "# A\n\nAtt lyssna på varandra noga\n\natt våga fråga\n", "presentationer/1.md"));
}

TEST_CASE("a page out of a PDF gets one message for all that is broken (S12)", "[checks]") {
  const std::string pdf = "# A\n\n" +
                          repeated(
                              "Vi lyssnar på varandra noga och\n\nfrågar vidare när vi vill\n\nförstå mer av det "
                              "som\n\nsägs. ReflektionFortsatt\n\n",
                              4) +
                          "P L A N E R I N G\n\n**Så gör vi**\n\n- ett\n";
  CHECK(codes_of(pdf) == Codes{"S12"});
  CHECK(findings_of(pdf)[0].args == std::vector<Words>{"12"});
}

TEST_CASE("headings in capitals are named once, with their small letters (S22)", "[checks]") {
  const auto found = findings_of("# Dagen\n\n## PLANERING AV DAGEN\n\nText.\n\n## MÅL OCH SYFTE\n\nText.\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == code::S22);
  CHECK(found[0].args == std::vector<Words>{"PLANERING AV DAGEN", "Planering av dagen"});
  CHECK(says("S22", "# VÄLKOMMEN TILL NÄTVERKET\n\nText.\n"));
  CHECK(says("S22", "# A\n\n## ARBETSSÄTT\n\nText.\n"));
}

TEST_CASE("abbreviations are no words in capitals (S22)", "[checks]") {
  for (const char* text : {"GSF", "HT 2022", "VT 2023, HT 2023", "ÄLKAT", "PISA, TIMSS", "FAQ", "SKA 3", "UNESCO",
                           "Träff 3: GSF", "A", "2019/2020", "TBL", "MyMoodle", "SKOLFS 2020:1", "B2B"}) {
    INFO(text);
    CHECK_FALSE(says("S22", std::string("# A\n\n## ") + text + "\n\nText.\n"));
  }
}

TEST_CASE("the footer of a paper is found by its even distances (S23)", "[checks]") {
  const auto found = findings_of("# A\n\n" + repeated(sentences(3) + "Träff 3 · Kalmar\n\n", 5));
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == code::S23);
  CHECK(found[0].args == std::vector<Words>{"Träff 3 · Kalmar", "5"});
}

TEST_CASE("page numbers that count upwards are found (S35)", "[checks]") {
  std::string text = "# A\n\n";
  for (int page = 1; page <= 4; ++page) text += sentences(3) + std::to_string(page) + "\n\n";
  const auto found = findings_of(text);
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == code::S35);
  CHECK(found[0].args == std::vector<Words>{"1", "4"});
}

TEST_CASE("lines repeated for a reason are left alone (S23)", "[checks]") {
  CHECK(codes_of("# A\n\n" + repeated(sentences(3) + "Diskutera två och två.\n\n", 6)).empty());
  CHECK(codes_of("# A\n\n" + repeated("Vad hände?\n\nSvar\n\n", 6)).empty());
  CHECK(codes_of("# A\n\n" + repeated(sentences(3) + "Anteckningar\n\n", 6), "mallar/protokoll.md").empty());
  CHECK(codes_of("# A\n\n## B\n\nRast\n\n" + sentences(20) + "Rast\n\nRast\n\nText.\n\nRast\n").empty());
  CHECK(codes_of("# A\n\n1\n\nText.\n\n4\n\nText.\n\n9\n").empty());
}

TEST_CASE("a heading right above its text and a label right above its list need no message (S5)", "[checks]") {
  CHECK(codes_of("# A\n## Nuläge\nVi prövar.\n\nStrategier:\n- ett\n- två\n").empty());
}
