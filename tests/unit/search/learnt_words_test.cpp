#include "search/learnt_words.h"

#include <catch2/catch.hpp>

using namespace traff;

TEST_CASE("words in capitals are learnt with the texts they stand in") {
  const LearntWords words =
      learn_words({find_words("Vi talar om SKA."), find_words("Det ska bli."), find_words("ska och SKA")}, {});
  CHECK(words.capitals.at("ska") == std::vector<std::uint32_t>{0, 2});
}

TEST_CASE("a line in capitals teaches no abbreviations") {
  CHECK(find_words("VI SES I KALMAR PÅ TORSDAG").abbreviations.empty());
}

TEST_CASE("a word in capitals on very many pages is left out") {
  const std::vector<WordsOfText> texts(201, find_words("Kursen ges HT i Kalmar"));
  CHECK(learn_words(texts, {}).capitals.empty());
}

TEST_CASE("learnt words are written with what the settings say") {
  const LearntWords words = learn_words({find_words("systematiskt kvalitetsarbete (SKA)")}, {{"rektor", "chef"}});
  CHECK(learnt_words_json(words) ==
        R"({"synonyms":[["rektor","chef"],["ska","systematiskt kvalitetsarbete"]],"capitals":{"ska":[0]}})");
}
