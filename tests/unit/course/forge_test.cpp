#include <catch2/catch.hpp>

#include "course/model/course.h"

using namespace traff;

namespace {

std::string edit_of(std::string_view source, std::string_view path = "content/a.md") {
  const auto forge = parse_forge(source);
  return forge ? forge_address(forge->edit, path) : "";
}

std::string history_of(std::string_view source) {
  const auto forge = parse_forge(source);
  return forge ? forge_address(forge->history, "content/a.md") : "";
}

}  // namespace

TEST_CASE("each kind of forge has its own addresses") {
  CHECK(edit_of("https://github.com/kalmar/kurs") == "https://github.com/kalmar/kurs/edit/main/content/a.md");
  CHECK(history_of("https://github.com/kalmar/kurs") == "https://github.com/kalmar/kurs/commits/main/content/a.md");
  CHECK(edit_of("https://gitlab.example.se/grupp/under/kurs") ==
        "https://gitlab.example.se/grupp/under/kurs/-/edit/main/content/a.md");
  CHECK(history_of("https://gitlab.com/a/kurs") == "https://gitlab.com/a/kurs/-/commits/main/content/a.md");
  CHECK(edit_of("https://codeberg.org/a/kurs") == "https://codeberg.org/a/kurs/_edit/main/content/a.md");
  CHECK(history_of("https://forgejo.example.se/a/kurs") ==
        "https://forgejo.example.se/a/kurs/commits/branch/main/content/a.md");
}

TEST_CASE("the branch is that of the address, else main") {
  CHECK(edit_of("https://github.com/a/b/tree/webb/") == "https://github.com/a/b/edit/webb/content/a.md");
  CHECK(edit_of("https://gitlab.com/a/b/-/tree/ny/text") == "https://gitlab.com/a/b/-/edit/ny/text/content/a.md");
  CHECK(edit_of("https://gitea.example.se/a/b/src/branch/webb") ==
        "https://gitea.example.se/a/b/_edit/webb/content/a.md");
  CHECK(edit_of("https://github.com/a/b.git") == "https://github.com/a/b/edit/main/content/a.md");
}

TEST_CASE("another forge is told by one or two addresses with a path in them") {
  const std::string source = "https://git.se/k/redigera/{gren}/{sökväg} https://git.se/k/logg?fil={path}";
  CHECK(edit_of(source) == "https://git.se/k/redigera/main/content/a.md");
  CHECK(history_of(source) == "https://git.se/k/logg?fil=content/a.md");
  CHECK(history_of("https://git.se/k/{sökväg}") == "");
}

TEST_CASE("what is no address gives no links") {
  for (const char* source :
       {"", "git@github.com:a/b.git", "github.com/a/b", "https://example.org/a/b", "https://github.com/a",
        "https://github.com/a/b c", "https://git.se/k/{sökväg} https://git.se/logg"}) {
    INFO(source);
    CHECK_FALSE(parse_forge(source).has_value());
  }
}

TEST_CASE("a path is written as an address holds it") {
  CHECK(edit_of("https://github.com/a/b", "content/Vår väg/1 & 2.md") ==
        "https://github.com/a/b/edit/main/content/V%C3%A5r%20v%C3%A4g/1%20%26%202.md");
}
