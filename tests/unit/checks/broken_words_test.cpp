// T6 and T7: letters spread out, words run together.
#include <catch2/catch.hpp>

#include "base/messages/codes.h"
#include "found_codes.h"

using namespace traff;
using namespace traff::testing;

TEST_CASE("letter-spaced words are found and put together (T6)", "[checks]") {
  const auto found = findings_of("# A\n\nP L A N E R I N G  A V\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == code::T6);
  CHECK(found[0].args == std::vector<Words>{"P L A N E R I N G  A V", "PLANERING AV"});
  CHECK(found[0].place.line == 3);
  CHECK(found[0].place.column == 1);
  CHECK(says("T6", "# A\n\nDagens S Y F T E är klart.\n"));
  CHECK(says("T6", "# A\n\n- i n l e d n i n g\n"));
  CHECK(says("T6", "# A\n\n## Å T E R B L I C K\n"));
  CHECK(says("T6", "# A\n\n| R U B R I K | b |\n| --- | --- |\n| c | d |\n"));
}

TEST_CASE("lone letters that name themselves are left alone (T6)", "[checks]") {
  for (const char* text : {"Grupperna A B C D E F träffas.", "Välj a b c d eller e.", "x y z å ä ö", "Å i ö", "S O S",
                           "| A | B | C | D | E |\n| - | - | - | - | - |\n| a | b | c | d | e |", "a e i o u y å ä ö",
                           "I a b o c.", "X X X X X X", "Du o jag o vi", "T.ex. i A – B – C", "1 2 3 4 5 6 7"}) {
    INFO(text);
    CHECK_FALSE(says("T6", std::string("# A\n\n") + text + "\n"));
  }
}

TEST_CASE("two words run together are found (T7)", "[checks]") {
  for (const char* word :
       {"ReflektionFortsatt", "PlaneringUtvärdering", "LärandeSamtal", "kollegialtLärande", "NulägeMöjligheter",
        "UppföljningNästa", "samtalsledareRektor", "DeltagarnaBerättar", "lyssnandeFrågor", "SyfteÅterblick"}) {
    INFO(word);
    CHECK(says("T7", std::string("# A\n\nOm ") + word + " i dag.\n"));
  }
  CHECK(findings_of("# A\n\nReflektionFortsatt arbete\n")[0].args ==
        std::vector<Words>{"ReflektionFortsatt", "Reflektion Fortsatt"});
}

TEST_CASE("names with capitals inside are left alone (T7)", "[checks]") {
  for (const char* word :
       {"PowerPoint", "MyMoodle",   "YouTube",   "GitHub",      "OneDrive",     "OneNote",         "SharePoint",
        "LinkedIn",   "JavaScript", "WordPress", "SchoolSoft",  "InfoMentor",   "ClassDojo",       "BookCreator",
        "DigCompEdu", "iPad",       "eTwinning", "McKinsey",    "MacDonald",    "GeoGebra",        "FaceTime",
        "WhatsApp",   "DuckDuckGo", "pH",        "kWh",         "LaTeX",        "AirDrop",         "PhD",
        "ChatGPT",    "OpenAI",     "PostIt",    "VoiceThread", "SurveyMonkey", "GoogleClassroom", "DreamBroker"}) {
    INFO(word);
    CHECK_FALSE(says("T7", std::string("# A\n\nVi använder ") + word + " i dag.\n"));
  }
}

TEST_CASE("addresses, tags and code are left alone (T7)", "[checks]") {
  for (const char* text : {"Se https://example.org/ReflektionFortsatt i dag.", "Skriv till LärandeSamtal@example.org.",
                           "Tagga med #LärandeSamtal.", "`ReflektionFortsatt`",
                           "Filen ReflektionFortsatt.pdf ligger där.", "@LärandeSamtal"}) {
    INFO(text);
    CHECK_FALSE(says("T7", std::string("# A\n\n") + text + "\n"));
  }
}
