#include "base/unicode.h"

#include <catch2/catch.hpp>

using namespace traff;

namespace {

std::string lower(std::string_view text) { return to_utf8(to_utf16_lower(text)); }

// Those of the given units in which the pattern finds something.
std::u16string found(std::string_view pattern, std::u16string_view units) {
  const auto set = find_units(pattern);
  REQUIRE(set);
  std::u16string all;
  for (const char16_t unit : units) {
    if (set->has(unit)) all += unit;
  }
  return all;
}

}  // namespace

TEST_CASE("text goes to UTF-16 and back unchanged") {
  for (const char* text : {"", "abc", "Träff å ä ö", "\u07FF\u0800\uFFFD", "😀\U0010FFFF𐐀"})
    CHECK(to_utf8(to_utf16(text)) == text);
  CHECK(to_utf16("😀").size() == 2);
  const char16_t lone[] = {u'a', 0xD83D};
  CHECK(to_utf8(std::u16string_view(lone, 2)) == "a\uFFFD");
}

TEST_CASE("lower case is full Unicode and knows no language") {
  CHECK(lower("ÅÄÖ É × ß ÿ ”A” I") == "åäö é × ß ÿ ”a” i");
  CHECK(lower("İ") == "i̇");
  CHECK(lower("ΟΔΟΣ ΣΑ Σ.") == "οδος σα σ.");
  CHECK(lower("ẞ\u212A\u2126 ＦＵ 𐐀") == "ßkω ｆｕ 𐐨");
  CHECK(lower("\u1C89\uA7CB\U00010D50\U00016EB8") == "\u1C8A\u0264\U00010D70\U00016ED3");
}

TEST_CASE("a pattern's units are those JavaScript finds") {
  CHECK(found(R"([\s\-]+)", u"a -\u00A0\uFEFF\u0085\u200B_") == u" -\u00A0\uFEFF");
  CHECK(found(R"(\W)", u"aå_-9") == u"å-");
  CHECK(found(R"p([\s\-,:!=\[\]()"/]+|(?!\b)(?=[A-Z][a-z])|\.(?!\d)|&[lg]t;)p", u"a.,&[]b") == u".,[]");
  CHECK(found(R"(\b)", u"aå ") == u"a");
  CHECK(found("[a-c&&b]", u"abc&d") == u"abc&");
  CHECK(found("x*", u"ab") == u"ab");
  CHECK_FALSE(find_units("("));
}
