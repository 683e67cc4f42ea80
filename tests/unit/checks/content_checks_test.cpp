// S16, S21, S34, S36, S37, U5, U6: what a page says of figures, in which language, where it leads.
#include <catch2/catch.hpp>

#include "base/messages/codes.h"
#include "found_codes.h"

using namespace traff;
using namespace traff::testing;

namespace {

const std::string english =
    "The teachers in the group share what they have learned and discuss how it can be used in their own schools.\n";

}  // namespace

TEST_CASE("a figure that is announced but not there is found (S16)", "[checks]") {
  for (const char* text :
       {"Följande figur visar hur det hänger ihop.", "I figuren nedan ser du stegen.", "Se bilden nedan.",
        "Nedanstående figur är central.", "Bild: Så hänger det ihop.", "Bilden ovan visar cykeln."}) {
    INFO(text);
    CHECK(says("S16", std::string("# A\n\n") + text + "\n"));
  }
}

TEST_CASE("a page with a figure, a cycle or a file says nothing of absent ones (S16)", "[checks]") {
  for (const char* text :
       {"I figuren nedan ser du stegen.\n\n![Steg i en cykel](a.png)",
        "Figuren nedan:\n\n::: cykel\n1. Ett\n2. Två\n3. Tre\n:::", "Se bilden nedan: [modellen](m.pdf).",
        "Vi ger en bild av läget.", "Gruppbildning är följande steg.", "Se figur 2 i boken.",
        "Rita en figur av din skola.", "Ta med en bild från din skola.", "Bilda grupper om fyra."}) {
    INFO(text);
    CHECK_FALSE(says("S16", std::string("# A\n\n") + text + "\n"));
  }
  CHECK_FALSE(says("S16", "# A\n\nFöljande bild handlar om lyssnande.\n", "presentationer/1.md"));
}

TEST_CASE("a passage in English is found at its first words (S21)", "[checks]") {
  const auto found =
      findings_of("# A\n\nVi läser ett stycke tillsammans.\n\n" + english + "\nSedan talar vi om det.\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == code::S21);
  CHECK(found[0].place.line == 5);
  CHECK(says("S21", "# A\n\nVi läser.\n\n> " + english + "\nSedan talar vi.\n"));
  CHECK(codes_of("# A\n\nVi läser ett stycke.\n\nOch ett till.\n\nTvå till.\n\n" + english + "\n" + english + "\n") ==
        Codes{"S21"});
}

TEST_CASE("English that is marked, quoted in Swedish or named in a list of works is left alone (S21)", "[checks]") {
  CHECK(codes_of("# A\n\nText.\n\n::: engelska\n" + english + ":::\n").empty());
  CHECK(codes_of("---\nspråk: en\n---\n\n# A\n\n" + english).empty());
  CHECK(codes_of("# Litteratur\n\n" + english, "litteratur.md").empty());
  CHECK(codes_of("# A\n\nText.\n\n## Referenser\n\n" + english).empty());
  for (const char* text :
       {"Timperley kallar det teacher inquiry and knowledge-building cycle, och vi prövar den här i höst tillsammans.",
        "Hattie, J. (2009). *Visible Learning: A Synthesis of Over 800 Meta-Analyses Relating to Achievement*. "
        "Routledge.",
        "Teacher inquiry and knowledge-building cycle",
        "I detta nu har vi alla de data som vi behöver för att gå vidare i dag.",
        "Vi ses i Kalmar den 10 oktober, i Växjö den 5 december, och i Kalmar igen den 17 januari."}) {
    INFO(text);
    CHECK(codes_of(std::string("# A\n\nText.\n\n") + text + "\n").empty());
  }
}

TEST_CASE("a page that is English throughout should say so (S34)", "[checks]") {
  CHECK(codes_of("# Welcome\n\n" + english + "\n" + english + "\n" + english) == Codes{"S34"});
}

TEST_CASE("an image described by its file name or by a whole paragraph is found (S36, S37)", "[checks]") {
  CHECK(codes_of("# A\n\n![karta.png](filer/karta.png)\n") == Codes{"S36"});
  CHECK(codes_of("# A\n\n![IMG_2041](filer/IMG_2041.jpg)\n") == Codes{"S36"});
  CHECK(codes_of("# A\n\n![" + std::string(260, 'a') + "](filer/karta.png)\n") == Codes{"S37"});
  CHECK(
      codes_of("# A\n\n![Karta](filer/karta.png) ![](filer/dekor.png) ![Karta över vägen](filer/karta.png)\n").empty());
}

TEST_CASE("links through a library's login and to unlawful copies are found (U5, U6)", "[checks]") {
  CHECK(codes_of("# A\n\n[Artikeln](https://login.proxy.ub.example.se/login?url=https://doi.org/10.1)\n") ==
        Codes{"U5"});
  CHECK(codes_of("# A\n\n[Artikeln](https://doi-org.ezproxy.example.se/10.1)\n") == Codes{"U5"});
  CHECK(codes_of("# A\n\n[Boken](https://www.libgen.is/book)\n") == Codes{"U6"});
  CHECK(codes_of("# A\n\n[Boken](https://sci-hub.se/10.1)\n") == Codes{"U6"});
  for (const char* address :
       {"https://doi.org/10.1000/1", "https://www.skolverket.se/a", "https://bibliotek.example.se", "../a.pdf",
        "https://www.diva-portal.org/smash/get/a.pdf"}) {
    INFO(address);
    CHECK(codes_of(std::string("# A\n\n[Artikeln i sin helhet](") + address + ")\n").empty());
  }
}
