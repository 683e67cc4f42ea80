#include <catch2/catch.hpp>

#include "markdown/lines/word_breaks.h"

using namespace traff;

namespace {

constexpr int sizes[] = {15, 14, 13, 12};
constexpr double box = 134;

using Lines = std::vector<std::string>;

Lines lines_of(const std::string& label, std::size_t most_lines = 4) {
  const std::string labels[] = {label};
  const auto fitted = fit_labels(labels, {box, most_lines, sizes});
  return fitted ? fitted->lines[0] : Lines{"(does not fit)"};
}

}  // namespace

TEST_CASE("short words stand on one line and several on as many as they need") {
  CHECK(lines_of("Var är vi?") == Lines{"Var är vi?"});
  CHECK(lines_of("Nya erfarenheter för eleverna") == Lines{"Nya", "erfarenheter för", "eleverna"});
  CHECK(lines_of("") == Lines{""});
}

TEST_CASE("a word too long for a line is broken, a hyphen shown, a soft one gone") {
  CHECK(lines_of("Kvalitetsutvecklingsarbete") == Lines{"Kvalitets-", "utvecklings-", "arbete"});
  CHECK(lines_of("ut\xC2\xADvärdera") == Lines{"utvärdera"});
  CHECK(lines_of("kollega\xC2\xADhandledningsmodell") == Lines{"kollega-", "handlednings-", "modell"});
}

TEST_CASE("every line fits its box in the size that was chosen") {
  for (const std::string label : {"Utvärderingsinstrumenten", "ämnesövergripandeplanering", "Kollegahandledningssamtal",
                                  "Betygssättningsförfarande", "Wwwwwwwwwwwwwwwwwwwwwwwww",
                                  "MAKROPERSPEKTIVFÖRELÄSNING", "Lärarnas behov av professionsutveckling"}) {
    INFO(label);
    const std::string labels[] = {label};
    const auto fitted = fit_labels(labels, {box, 4, sizes});
    if (label.front() == 'W') {
      CHECK(!fitted);  // nothing to break at
      continue;
    }
    REQUIRE(fitted);
    for (const std::string& line : fitted->lines[0]) CHECK(text_width(line) * fitted->font_size <= box);
  }
}

TEST_CASE("labels of one drawing share one size") {
  const std::string labels[] = {"Ja", "Undervisningsgrupper"};
  const auto fitted = fit_labels(labels, {box, 1, sizes});
  REQUIRE(!fitted);
  const auto broken = fit_labels(labels, {box, 2, sizes});
  REQUIRE(broken);
  CHECK(broken->font_size == 15);
  CHECK(broken->most_lines() == 2);
}

TEST_CASE("a label no drawing has room for is refused at once") {
  CHECK(lines_of(std::string(500'000, 'a')) == Lines{"(does not fit)"});
  std::string hyphens;
  for (int i = 0; i < 100'000; ++i) hyphens += "a\xC2\xAD";
  CHECK(lines_of(hyphens) == Lines{"(does not fit)"});
}
