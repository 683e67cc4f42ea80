// Style sheets and scripts that only one kind of page loads.
#include <algorithm>
#include <catch2/catch.hpp>

#include "base/messages/codes.h"
#include "theme/theme.h"

using namespace traff;

namespace {

ThemeLoad load(std::vector<ThemeFile> overrides = {}) { return load_theme(std::move(overrides), Language::sv); }

}  // namespace

TEST_CASE("presentations have a style sheet and a script of their own, other pages none") {
  const ThemeLoad loaded = load();
  REQUIRE(loaded.theme.style_sheet_of("deck") != nullptr);
  REQUIRE(loaded.theme.script_of("deck") != nullptr);
  CHECK(loaded.theme.style_sheet_of("deck")->path.starts_with("assets/deck-"));
  CHECK(loaded.theme.script_of("deck")->path.ends_with(".js"));
  CHECK(loaded.theme.style_sheet_of("meeting") == nullptr);
  CHECK(loaded.theme.script_of("page") == nullptr);
  CHECK(loaded.theme.assets().size() >= 4);
}

TEST_CASE("a site's own file takes the place of the theme's and changes its name and the theme's id") {
  const ThemeLoad own = load({{"deck.css", ".face { color: red; }"}});
  CHECK(own.diagnostics.empty());
  CHECK(own.theme.style_sheet_of("deck")->bytes == ".face { color: red; }");
  CHECK(own.theme.style_sheet_of("deck")->path != load().theme.style_sheet_of("deck")->path);
  CHECK(own.theme.id() != load().theme.id());
}

TEST_CASE("a site may add a style sheet for any kind of page, and is told of a name that is none") {
  const ThemeLoad letter = load({{"letter.css", "h1 { color: red; }"}});
  CHECK(letter.diagnostics.empty());
  REQUIRE(letter.theme.style_sheet_of("letter") != nullptr);
  CHECK(letter.theme.assets().size() == load().theme.assets().size() + 1);
  const ThemeLoad wrong = load({{"deckk.css", ""}});
  REQUIRE(wrong.diagnostics.size() == 1);
  CHECK(wrong.diagnostics.front().code == code::M7);
}
