#include "search/learnt_words.h"

#include <catch2/catch.hpp>

using traff::find_long_forms;
using traff::LongForm;

namespace {

using Forms = std::vector<LongForm>;

}  // namespace

TEST_CASE("an abbreviation in brackets stands for the words before it") {
  CHECK(find_long_forms("Vi prövar systematiskt kvalitetsarbete (SKA) i år.") ==
        Forms{{"ska", "systematiskt kvalitetsarbete"}});
  CHECK(find_long_forms("barn- och utbildningsförvaltningen (BUF)") ==
        Forms{{"buf", "barn- och utbildningsförvaltningen"}});
}

TEST_CASE("words in brackets are what the abbreviation before them stands for") {
  CHECK(find_long_forms("BFL (bedömning för lärande) är ett sätt.") == Forms{{"bfl", "bedömning för lärande"}});
}

TEST_CASE("a sentence may say what an abbreviation stands for") {
  CHECK(find_long_forms("VFU står för verksamhetsförlagd utbildning, och den är lång.") ==
        Forms{{"vfu", "verksamhetsförlagd utbildning"}});
  CHECK(find_long_forms("PD stands for professional development in schools.") ==
        Forms{{"pd", "professional development"}});
}

TEST_CASE("what is said twice is found once") {
  CHECK(find_long_forms("egen planering (EP) och egen planering (EP)").size() == 1);
}

TEST_CASE("brackets that explain no abbreviation give nothing") {
  CHECK(find_long_forms("Vi ses i Kalmar (HT).").empty());
  CHECK(find_long_forms("Jarl (2017) och Katz (s. 3)").empty());
  CHECK(find_long_forms("Mötet (OBS) flyttas").empty());
  CHECK(find_long_forms("(SKA)").empty());
  CHECK(find_long_forms("öppen klamm (").empty());
}

TEST_CASE("two to eight capitals and digits are an abbreviation") {
  CHECK(traff::is_abbreviation("SKA"));
  CHECK(traff::is_abbreviation("LGR22"));
  CHECK(traff::is_abbreviation("ÅÄÖ"));
  CHECK_FALSE(traff::is_abbreviation("A"));
  CHECK_FALSE(traff::is_abbreviation("Ska"));
  CHECK_FALSE(traff::is_abbreviation("2B"));
  CHECK_FALSE(traff::is_abbreviation("FÖRELÄSNING"));
}
