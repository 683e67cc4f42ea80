#include "search/analysis.h"

#include <catch2/catch.hpp>

#include "base/unicode.h"

using namespace traff;

namespace {

using WordList = std::vector<std::string>;

WordList words_of(std::string_view text) {
  const std::u16string lower = to_utf16_lower(text);
  std::vector<Token> tokens;
  tokenize(lower, standard_separators(), tokens);
  WordList words;
  for (const Token& token : tokens) words.push_back(std::to_string(token.start) + " " + to_utf8(token.text));
  return words;
}

}  // namespace

TEST_CASE("a text is split at white space and hyphens, and empty pieces vanish") {
  CHECK(words_of("Vi ses  på a-b") == WordList{"0 vi", "3 ses", "8 på", "11 a", "13 b"});
  CHECK(words_of(" - \n") == WordList{});
  CHECK(words_of("") == WordList{});
}

TEST_CASE("what JavaScript calls white space splits, and nothing else does") {
  CHECK(words_of("a\u00A0b\uFEFFc\u3000d\u2029e").size() == 5);
  CHECK(words_of("14–16").size() == 1);
  CHECK(words_of("och/eller").size() == 1);
  CHECK(words_of("a\u200Bb\u0085c\u00ADd\u180Ee").size() == 1);
}

TEST_CASE("places are counted in UTF-16 units of the lower-case text") {
  CHECK(words_of("😀 å") == WordList{"0 😀", "3 å"});
  CHECK(words_of("İ å") == WordList{"0 i̇", "3 å"});
}
