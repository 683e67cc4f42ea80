#include "base/web_address.h"

#include <catch2/catch.hpp>

using namespace traff;

namespace {

std::string href(std::string_view address) {
  std::string out;
  append_href(out, address);
  return out;
}

}  // namespace

TEST_CASE("addresses that can do harm are unsafe, however they are written") {
  CHECK(is_unsafe_address("javascript:alert(1)"));
  CHECK(is_unsafe_address(" JAVA\tSCRIPT:alert(1)"));
  CHECK(is_unsafe_address("data:text/html,x"));
  CHECK(is_unsafe_address("vbscript:x"));
  CHECK(is_unsafe_address("file:///etc/passwd"));
  CHECK_FALSE(is_unsafe_address("https://example.org/javascript:"));
  CHECK_FALSE(is_unsafe_address("javascript.md"));
  CHECK_FALSE(is_unsafe_address("#data:"));
  CHECK_FALSE(is_unsafe_address(""));
}

TEST_CASE("an address with a scheme or a host leads out") {
  CHECK(has_scheme("https://example.org"));
  CHECK(has_scheme("mailto:a@b.se"));
  CHECK(has_scheme("//example.org"));
  CHECK_FALSE(has_scheme("a/b:c.md"));
  CHECK_FALSE(has_scheme("10:30"));
  CHECK_FALSE(has_scheme("a:b"));
  CHECK_FALSE(has_scheme("sida.md"));
}

TEST_CASE("some words say nothing on their own") {
  CHECK(says_nothing("här"));
  CHECK(says_nothing(" Klicka Här. "));
  CHECK(says_nothing("Read more!"));
  CHECK_FALSE(says_nothing("här i Kalmar"));
  CHECK_FALSE(says_nothing(""));
}

TEST_CASE("an address is written as it may stand in an attribute") {
  CHECK(href("a b.md") == "a%20b.md");
  CHECK(href("å.md") == "%C3%A5.md");
  CHECK(href("?a=1&b='\"<>") == "?a=1&amp;b=&#x27;%22%3C%3E");
  CHECK(href("a%20b") == "a%20b");
  CHECK(href("[x]") == "%5Bx%5D");
}
