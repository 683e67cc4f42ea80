#include "search/analysis.h"

#include <catch2/catch.hpp>

#include "base/unicode.h"

using namespace traff;

namespace {

std::string trimmed(std::string_view token, std::initializer_list<Language> languages) {
  const std::vector<Language> all(languages);
  return to_utf8(trim_token(to_utf16(token), word_units(all)));
}

std::string term(std::string_view token, std::initializer_list<Language> languages) {
  const auto found = TermPipeline(languages).run(to_utf16(token));
  return found ? to_utf8(*found) : "(none)";
}

}  // namespace

TEST_CASE("what is no part of a Swedish word is cut from both ends") {
  for (const auto& [token, expected] : std::initializer_list<std::pair<const char*, const char*>>{{"(så)", "så"},
                                                                                                  {"å", "å"},
                                                                                                  {"”lgr22”", "lgr22"},
                                                                                                  {"–", ""},
                                                                                                  {"a😀", "a"},
                                                                                                  {"😀a😀b😀", "a😀b"},
                                                                                                  {"ª", "ª"},
                                                                                                  {"µ", ""},
                                                                                                  {"it’s’", "it’s"},
                                                                                                  {"_a_", "a"},
                                                                                                  {"sa\u030A", "sa"}}) {
    CHECK(trimmed(token, {Language::sv}) == expected);
  }
}

TEST_CASE("English words are ASCII, so that an å at the edge goes") {
  CHECK(trimmed("så.", {Language::en}) == "s");
  CHECK(trimmed("_a_", {Language::en}) == "_a_");
  CHECK(trimmed("_å_", {Language::sv, Language::en}) == "_å_");
}

TEST_CASE("stop words are dropped after trimming, and the empty term stays") {
  CHECK(term("och,", {Language::sv}) == "(none)");
  CHECK(term("the", {Language::sv}) == "the");
  CHECK(term("the", {Language::sv, Language::en}) == "(none)");
  CHECK(term("–", {Language::sv}).empty());
  CHECK(term("ska", {Language::sv}) == "ska");
  CHECK_FALSE(is_stop_word(to_utf16("o\u0308ver"), Language::sv));
}

TEST_CASE("each stemmer gets what the one before it left") {
  CHECK(term("lärares", {Language::sv, Language::en}) == term(term("lärares", {Language::sv}), {Language::en}));
  CHECK(search_pipeline_names({Language::sv}) == std::vector<std::string>{"trimmer-sv", "stemmer-sv"});
  CHECK(search_pipeline_names({Language::sv, Language::en}) == std::vector<std::string>{"stemmer-sv", "stemmer"});
  CHECK(search_pipeline_names({Language::en}) == std::vector<std::string>{"stemmer"});
}
