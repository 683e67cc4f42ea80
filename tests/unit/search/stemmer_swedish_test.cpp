#include "search/analysis.h"

#include <catch2/catch.hpp>

#include "base/unicode.h"

#ifdef TRAFF_HAS_LIBSTEMMER
#include <libstemmer.h>

#include <cstdint>
#include <iterator>
#endif

using namespace traff;

namespace {

std::string stem(std::string_view word) {
  const std::u16string units = to_utf16(word);
  return to_utf8(std::u16string_view(units).substr(0, swedish_stem_size(units)));
}

}  // namespace

TEST_CASE("Swedish endings are cut as lunr-languages cuts them") {
  const std::pair<const char*, const char*> words[] = {
      {"samtalet", "samtalet"},
      {"samtal", "samtal"},
      {"mötet", "mötet"},
      {"träffarna", "träff"},
      {"läraren", "lär"},
      {"kollegialt", "kollegialt"},
      {"omröst", "omröst"},
      {"löst", "löst"},
      {"fullt", "fullt"},
      {"hänsynsfullt", "hänsynsfull"},
      {"friskt", "frisk"},
      {"möjligheterna", "möj"},
      {"bilens", "bil"},
      {"buss", "buss"},
      {"yrken", "yrk"},
      {"byggd", "bygg"},
      {"mannen", "mann"},
      {"seriöst", "seriöst"},
      {"by", "by"},
      {"s", "s"},
      {"", ""},
  };
  for (const auto& [word, expected] : words) CHECK(stem(word) == expected);
}

TEST_CASE("what may be cut begins three UTF-16 units in, so a character outside the basic plane counts as two") {
  const std::u16string word = u"a😀s";  // ends in s, but what stands before it takes none
  CHECK(swedish_stem_size(word) == word.size());
  CHECK(swedish_stem_size(u"a😀bs") == 4);
}

#ifdef TRAFF_HAS_LIBSTEMMER

namespace {

class Snowball {
 public:
  Snowball() : stemmer_(sb_stemmer_new("swedish", "UTF_8")) {}
  ~Snowball() { sb_stemmer_delete(stemmer_); }
  Snowball(const Snowball&) = delete;
  Snowball& operator=(const Snowball&) = delete;

  std::string stem(const std::string& word) {
    const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
    const sb_symbol* stemmed = sb_stemmer_stem(stemmer_, bytes, static_cast<int>(word.size()));
    return {reinterpret_cast<const char*>(stemmed), static_cast<std::size_t>(sb_stemmer_length(stemmer_))};
  }

 private:
  sb_stemmer* stemmer_;
};

// Words in the manner of Swedish: a few letters, then endings, some of them cut short.
class WordMaker {
 public:
  std::string next() {
    std::string word;
    for (std::uint32_t parts = 1 + below(3); parts > 0; --parts) {
      word += starts_[below(std::size(starts_))];
      word += vowels_[below(std::size(vowels_))];
    }
    for (std::uint32_t endings = below(4); endings > 0; --endings) word += endings_[below(std::size(endings_))];
    return word;
  }

 private:
  std::uint32_t below(std::size_t count) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::uint32_t>((state_ >> 33) % count);
  }

  static constexpr const char* starts_[] = {"b", "dd", "f", "gg", "gt", "h",  "j", "kt", "l",  "lig", "m", "nn",
                                            "p", "r",  "s", "t",  "tt", "st", "v", "x",  "nd", "dt",  "",  "z"};
  static constexpr const char* vowels_[] = {"a", "e", "i", "o", "u", "y", "å", "ä", "ö", "é", ""};
  static constexpr const char* endings_[] = {"a",    "arna", "erna",  "heterna", "orna", "ad",   "ade",   "ande", "are",
                                             "aste", "en",   "anden", "heten",   "ern",  "ar",   "er",    "s",    "as",
                                             "ens",  "at",   "andet", "het",     "ast",  "löst", "fullt", "els",  "lig",
                                             "ig",   "t",    "öst",   "full",    "et",   "ets",  "k",     "d",    "n"};
  std::uint64_t state_ = 1;
};

}  // namespace

TEST_CASE("Swedish stems are those of the Snowball library before its third version") {
  Snowball snowball;
  if (snowball.stem("samtalet") != "samtalet") return;  // a later version, with other rules
  WordMaker maker;
  int different = 0;
  for (int i = 0; i < 200'000 && different < 5; ++i) {
    const std::string word = maker.next();
    if (stem(word) == snowball.stem(word)) continue;
    ++different;
    CHECK(word + " " + stem(word) == word + " " + snowball.stem(word));
  }
  CHECK(different == 0);
}

#endif
