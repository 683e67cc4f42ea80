#include "search/analysis.h"

#include <catch2/catch.hpp>

#include "base/unicode.h"

using namespace traff;

namespace {

std::string stem(std::string_view word) { return to_utf8(english_stem(to_utf16(word))); }

}  // namespace

TEST_CASE("English endings are cut as lunr.js cuts them") {
  const std::pair<const char*, const char*> words[] = {
      {"caresses", "caress"},
      {"ponies", "poni"},
      {"ties", "ti"},
      {"cats", "cat"},
      {"feed", "feed"},
      {"agreed", "agre"},
      {"plastered", "plaster"},
      {"bled", "bled"},
      {"motoring", "motor"},
      {"sing", "sing"},
      {"conflated", "conflat"},
      {"troubled", "troubl"},
      {"sized", "size"},
      {"hopping", "hop"},
      {"falling", "fall"},
      {"hissing", "hiss"},
      {"fizzed", "fizz"},
      {"filing", "file"},
      {"happy", "happi"},
      {"sky", "ski"},
      {"relational", "relat"},
      {"conditional", "condit"},
      {"rational", "ration"},
      {"valenci", "valenc"},
      {"digitizer", "digit"},
      {"operator", "oper"},
      {"decisiveness", "decis"},
      {"sensitiviti", "sensit"},
      {"triplicate", "triplic"},
      {"formative", "form"},
      {"electrical", "electr"},
      {"goodness", "good"},
      {"revival", "reviv"},
      {"replacement", "replac"},
      {"adoption", "adopt"},
      {"bowdlerize", "bowdler"},
      {"probate", "probat"},
      {"rate", "rate"},
      {"cease", "ceas"},
      {"controll", "control"},
      {"roll", "roll"},
      {"yellow", "yellow"},
      {"yearly", "yearli"},
      {"by", "by"},
      {"syzygy", "syzygi"},
      {"läroing", "läro"},
      {"", ""},
  };
  for (const auto& [word, expected] : words) CHECK(stem(word) == expected);
}

TEST_CASE("an ending is not seen behind a line end, as a full stop in a pattern matches none") {
  CHECK(stem("a\nbares") == "a\nbares");
  CHECK(stem("ab\nes") == "ab\nes");
}
