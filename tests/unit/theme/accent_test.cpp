// A site's own colour can be read wherever the theme puts it.
#include "theme/accent.h"

#include <catch2/catch.hpp>

#include <algorithm>

#include "base/messages/codes.h"
#include "test_site.h"
#include "theme/theme_files.h"

using namespace traff;
using namespace traff::testing;

namespace {

std::string default_sheet() { return theme_files({}).bytes("site.css"); }

// The values of `name` in the order they stand: light, then dark.
std::vector<Colour> values_of(const std::string& css, const std::string& name) {
  std::vector<Colour> found;
  for (std::size_t at = css.find(name + ": #"); at != std::string::npos; at = css.find(name + ": #", at + 1)) {
    found.push_back(*parse_colour(css.substr(at + name.size() + 2, 7)));
  }
  return found;
}

void check_readable(const std::string& value) {
  INFO(value);
  const std::string sheet = default_sheet();
  const Accent accent = make_accent(value, sheet);
  REQUIRE_FALSE(accent.diagnostic);
  const auto letters = values_of(accent.css, "--red"), bars = values_of(accent.css, "--bar"),
             tints = values_of(accent.css, "--blush");
  for (std::size_t i : {0u, 1u}) {
    for (const std::string ground : {"--paper", "--leaf"})
      CHECK(contrast_ratio(letters.at(i), values_of(sheet, ground).at(i)) >= 4.5);
    for (const std::string text : {"--ink", "--soft"})
      CHECK(contrast_ratio(values_of(sheet, text).at(i), tints.at(i)) >= 4.5);
    CHECK(contrast_ratio(letters.at(i), tints.at(i)) >= 4.5);
    CHECK(contrast_ratio(white, bars.at(i)) >= 4.5);
  }
}

}  // namespace

TEST_CASE("contrast is what WCAG says it is", "[colour]") {
  CHECK(contrast_ratio(black, white) == Approx(21));
  CHECK(contrast_ratio(white, white) == Approx(1));
  CHECK(contrast_ratio({0x77, 0x77, 0x77}, white) == Approx(4.478).margin(0.001));
  CHECK(contrast_ratio({0x8e, 0x2a, 0x1c}, {0xfd, 0xfb, 0xf7}) == Approx(8.13).margin(0.01));
}

TEST_CASE("a colour is written with three or six signs, or as a word", "[colour]") {
  CHECK(parse_colour("#8e2a1C") == Colour{0x8e, 0x2a, 0x1c});
  CHECK(parse_colour(" #08f ") == Colour{0x00, 0x88, 0xff});
  CHECK(parse_colour("Blå") == parse_colour("blue"));
  CHECK(parse_colour("Vinröd"));
  for (const char* text :
       {"", "#", "#12", "#1234567", "#12345g", "8e2a1c", "rgb(1,2,3)", "havsblå", "#fff;}body{display:none"}) {
    INFO(text);
    CHECK_FALSE(parse_colour(text));
  }
  CHECK(to_hex(Colour{0x00, 0x88, 0xff}) == "#0088ff");
}

TEST_CASE("every colour that has a name, and every one that is accepted, can be read in light and dark", "[colour]") {
  for (const char* name : {"röd", "vinröd", "brun", "grön", "turkos", "blå", "lila", "grå"}) check_readable(name);
  const std::string sheet = default_sheet();
  std::size_t accepted = 0;
  for (int red = 0; red < 256; red += 51) {
    for (int green = 0; green < 256; green += 51) {
      for (int blue = 0; blue < 256; blue += 51) {
        const std::string value = to_hex(
            Colour{static_cast<std::uint8_t>(red), static_cast<std::uint8_t>(green), static_cast<std::uint8_t>(blue)});
        if (make_accent(value, sheet).diagnostic) continue;
        check_readable(value);
        ++accepted;
      }
    }
  }
  CHECK(accepted > 40);
}

TEST_CASE("a colour too pale to read is told with its contrast and a shade that will do (F56)", "[colour]") {
  TestSite site;
  site.write("index.md", "---\ntitel: Platsen\nfärg: #ff0000\n---\n\nHej.\n").build();
  CHECK(site.diagnostics() ==
        "index.md:3:7: Fel: Texten blir svår att läsa i färgen #ff0000: kontrasten är 3,4:1 och ska vara minst 4,5:1. "
        "Webbplatsen behåller sin vanliga färg.  [F56]\n"
        "  färg: #ff0000\n        ^^^^^^^\n  → Skriv en mörkare nyans. Den närmaste som går är #db0000.\n");
  CHECK_FALSE(make_accent("#db0000", default_sheet()).diagnostic);
  CHECK(make_accent("#dd0000", default_sheet()).css.find("--red: #dd0000") != std::string::npos);
}

TEST_CASE("a theme's own paper is what the colour is held against", "[colour]") {
  const std::string on_black = ":root { --paper: #000; --leaf: #111111 }";
  CHECK(make_accent("blå", on_black).diagnostic->code == code::F56);
  CHECK_FALSE(make_accent("blå", "a { color: red }").diagnostic);
}

TEST_CASE("the site's colour is in its one style sheet, before what is for paper", "[colour]") {
  const auto sheet_of = [](const std::string& keys) {
    TestSite site;
    site.write("index.md", "---\ntitel: Platsen\n" + keys + "---\n\nHej.\n").build();
    for (const auto& [path, bytes] : site.files()) {
      if (path.starts_with("assets/site-") && path.ends_with(".css")) return bytes;
    }
    return std::string();
  };
  const std::string own = sheet_of("färg: blå\n");
  const std::size_t at = own.find("--red: #1f4e8c; --bar: #1f4e8c;");
  REQUIRE(at != std::string::npos);
  CHECK(own.find("@media print", at) < own.find("--red: #000", at));
  CHECK(sheet_of("färg: #ffd200\n") == sheet_of(""));
  CHECK(sheet_of("färg: }\n") == sheet_of(""));
}

TEST_CASE("another colour makes the pages again, as from scratch", "[colour]") {
  TestSite site;
  site.write("index.md", "---\ntitel: Platsen\nfärg: blå\n---\n\nHej.\n").write("a.md", "# A\n\nText.\n").build();
  site.write("index.md", "---\ntitel: Platsen\nfärg: grön\n---\n\nHej.\n").build();
  CHECK(std::ranges::find(site.made(), "a.html") != site.made().end());
  CHECK(built_from_scratch(site.options()) == site.files());
  site.build();
  CHECK(site.made().empty());
}

TEST_CASE("a colour may stand between quotation marks", "[colour]") {
  CHECK(parse_colour("\"#1f4e8c\"") == Colour{0x1f, 0x4e, 0x8c});
  CHECK(parse_colour("'#1f4e8c'") == Colour{0x1f, 0x4e, 0x8c});
  CHECK(parse_colour("\"blå\"") == parse_colour("blå"));
  for (const char* text : {"\"", "\"\"", "\"#1f4e8c", "\"#1f4e8c'", "\"\"#1f4e8c\"\""}) CHECK_FALSE(parse_colour(text));
}
