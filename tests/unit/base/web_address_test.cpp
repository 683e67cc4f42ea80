// The parts of a web address.
#include "base/web_address.h"

#include <catch2/catch.hpp>

using namespace traff;

TEST_CASE("the host of an address has neither user nor port and is in lower case") {
  CHECK(host_of("https://www.Example.org/a/b") == "www.example.org");
  CHECK(host_of("https://anna@example.org:8080/a@b") == "example.org");
  CHECK(host_of("http://example.org?q=a@b") == "example.org");
  CHECK(host_of("om/kontakt.md") == "");
}

TEST_CASE("an address keeps plain letters and slashes and encodes the rest") {
  CHECK(percent_encoded("a/b-1.html") == "a/b-1.html");
  CHECK(percent_encoded("å b?\"\r\n") == "%C3%A5%20b%3F%22%0D%0A");
}

TEST_CASE("an encoded address is decoded, and a % that begins no byte stays") {
  CHECK(percent_decoded("a%20b/%C3%a5") == "a b/å");
  CHECK(percent_decoded("100 % a%2 b%zz%") == "100 % a%2 b%zz%");
  CHECK(percent_decoded("%%41%41%") == "%AA%");
}
