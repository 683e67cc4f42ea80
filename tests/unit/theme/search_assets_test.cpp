#include "theme/search_assets.h"

#include <catch2/catch.hpp>

#include "embedded_files.h"
#include "theme/theme.h"

using namespace traff;

TEST_CASE("the search's scripts go to readers without indentation, empty lines and lines that are comments") {
  const Theme theme = load_theme({}, Language::sv).theme;
  const std::string script = "\n" + theme.search_script().bytes;
  CHECK(script.find("\n ") == std::string::npos);
  CHECK(script.find("\n\n") == std::string::npos);
  CHECK(script.find("\n//") == std::string::npos);
}

TEST_CASE("no text in the search's scripts goes on over a line's end, where it would lose its indentation") {
  for (const EmbeddedFile& file : embedded_files()) {
    if (!std::string_view(file.path).starts_with("assets/search/")) continue;
    std::size_t marks = 0;
    for (const char c : std::string_view(file.bytes)) {
      if (c == '`') ++marks;
      if (c == '\n') CHECK(marks % 2 == 0);
    }
  }
}
