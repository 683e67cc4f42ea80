#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <catch2/catch.hpp>
#include <string>

#include "base/unicode.h"

using namespace traff;

namespace {

// Lower case and canonical decomposition without marks, the long way.
std::string folded_by_icu(char32_t code_point) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString lower = icu::UnicodeString(static_cast<UChar32>(code_point)).toLower(icu::Locale::getRoot());
  const icu::UnicodeString decomposed = icu::Normalizer2::getNFDInstance(status)->normalize(lower, status);
  icu::UnicodeString kept;
  for (int i = 0; i < decomposed.length(); ++i) {
    if (u_charType(decomposed[i]) != U_NON_SPACING_MARK) kept.append(decomposed[i]);
  }
  std::string out;
  return kept.toUTF8String(out);
}

}  // namespace

TEST_CASE("folding drops case and dots") {
  CHECK(fold("Träff ÅÄÖ åäö É") == "traff aao aao e");
  CHECK(fold("Łódź") == "łodz");
}

TEST_CASE("folding a Latin letter gives what ICU gives") {
  for (char32_t code_point = 0x20; code_point < 0x250; ++code_point) {
    std::string letter;
    append_code_point(letter, code_point);
    INFO(letter);
    CHECK(fold(letter) == folded_by_icu(code_point));
  }
}

TEST_CASE("the first byte that is not UTF-8 is found wherever it stands") {
  for (std::size_t at = 0; at < 20; ++at) {
    std::string text = std::string(at, 'a') + "\xFF" + "åäö";
    CHECK(first_invalid_utf8(text) == at);
  }
  CHECK(first_invalid_utf8("räksmörgås och mer än åtta byte") == std::string_view::npos);
  CHECK(first_invalid_utf8("avbruten \xC3") == 9);
}

TEST_CASE("marks on a letter are composed and put in order, but for more than any letter has") {
  const std::string over = "\xCC\x88";   // diaeresis
  const std::string under = "\xCC\xA3";  // dot below
  CHECK(to_nfc("a" + over) == "ä");
  CHECK(to_nfc("q" + over + under) == "q" + under + over);
  std::string marks;
  for (int pair = 0; pair < 15; ++pair) marks += over + under;
  CHECK_FALSE(to_nfc("x" + marks) == "x" + marks);
  CHECK(to_nfc(to_nfc("x" + marks)) == to_nfc("x" + marks));
  CHECK(to_nfc("x" + marks + over) == "x" + marks + over);
  CHECK(to_nfc("o" + over + "x" + marks + over + "a" + over) == "öx" + marks + over + "ä");
  CHECK(fold("O" + over + "X" + marks + over + "A" + over) == "oxa");
}
