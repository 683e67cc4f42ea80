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
