#include "markdown/parse_document.h"

#include <catch2/catch.hpp>

using namespace traff;

TEST_CASE("a file in a folder of presentations is one") {
  CHECK(is_presentation_path("nat/presentationer/3-perspektiv.md"));
  CHECK(is_presentation_path("Presentation/a.md"));
  CHECK(is_presentation_path("slides/a.md"));
  CHECK_FALSE(is_presentation_path("presentationer.md"));
  CHECK_FALSE(is_presentation_path("presentationer/om/a.md"));
  CHECK_FALSE(is_presentation_path("a.md"));
}

TEST_CASE("a file's name is made readable") {
  CHECK(readable_file_name("traffar/3-perspektiv.md") == "Perspektiv");
  CHECK(readable_file_name("a/b_åäö-c.md") == "B åäö c");
  CHECK(readable_file_name("öppet-hus.md") == "Öppet hus");
  CHECK(readable_file_name("2019.md") == "2019");
  CHECK(readable_file_name("3f2a9c0d1e4b.md") == "");
  CHECK(readable_file_name("") == "");
}
