#include "base/text.h"

#include <catch2/catch.hpp>

using namespace traff;

TEST_CASE("the first byte of a set is found from any place") {
  static constexpr ByteSet marks("-\xE2");
  CHECK(marks.has('-'));
  CHECK(marks.has('\xE2'));
  CHECK_FALSE(marks.has('a'));
  CHECK(find_byte_of("ab-c-", marks) == 2);
  CHECK(find_byte_of("ab-c-", marks, 3) == 4);
  CHECK(find_byte_of("a–b", marks) == 1);
  CHECK(find_byte_of("abc", marks) == std::string_view::npos);
  CHECK(find_byte_of("abc", marks, 7) == std::string_view::npos);
  CHECK(find_byte_of("", marks) == std::string_view::npos);
}

TEST_CASE("text is escaped for content and attributes alike") {
  CHECK(html_escaped("a & <b> \"c\" 'd'") == "a &amp; &lt;b&gt; &quot;c&quot; 'd'");
  CHECK(html_escaped("&&") == "&amp;&amp;");
  CHECK(html_escaped("åäö") == "åäö");
  CHECK(html_escaped("") == "");
  std::string out = "före ";
  append_html_escaped(out, "<efter");
  CHECK(out == "före &lt;efter");
}

TEST_CASE("white space at both ends is trimmed, hard spaces too") {
  CHECK(trim(" \t\xC2\xA0"
             "a b\xC2\xA0\n") == "a b");
  CHECK(trim("") == "");
  CHECK(is_blank(" \xC2\xA0\t"));
  CHECK_FALSE(is_blank(" a "));
}

TEST_CASE("lines end with LF or CRLF") {
  CHECK(split_lines("a\r\nb\n\nc") == std::vector<std::string_view>{"a", "b", "", "c"});
  CHECK(split_lines("a\n") == std::vector<std::string_view>{"a"});
  CHECK(split_lines("").empty());
}
