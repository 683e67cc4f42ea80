#include <catch2/catch.hpp>

#include <cstdlib>

#include "markdown/html/box_html.h"
#include "markdown/lines/word_breaks.h"
#include "markdown/parsed_expectation.h"

using namespace traff;

namespace {

std::size_t count(std::string_view text, std::string_view wanted) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(wanted, at)) != text.npos; at += wanted.size()) ++found;
  return found;
}

std::string cycle_of(int steps, const std::string& name) {
  std::string text = "::: cykel\n";
  for (int i = 1; i <= steps; ++i) text += std::to_string(i) + ". " + name + "\n";
  return text + ":::\n";
}

double attribute(std::string_view element, std::string_view name) {
  const std::size_t at = element.find(" " + std::string(name) + "=\"");
  return at == element.npos ? -1 : std::strtod(element.data() + at + name.size() + 3, nullptr);
}

struct Rectangle {
  double left, top, right, bottom;
};

// Of the boxes in order, each with the lines of text that follow it.
void check_texts_in_boxes(const std::string& svg) {
  const double width = attribute(svg, "width");
  const double height = attribute(svg, "height");
  std::size_t at = 0;
  while ((at = svg.find("<rect", at)) != svg.npos) {
    const std::string_view rect = std::string_view(svg).substr(at);
    const Rectangle box{attribute(rect, "x"), attribute(rect, "y"), attribute(rect, "x") + attribute(rect, "width"),
                        attribute(rect, "y") + attribute(rect, "height")};
    CHECK(box.left >= 0);
    CHECK(box.right <= width);
    CHECK(box.bottom <= height);
    const std::size_t end = svg.find("<circle", at);
    for (std::size_t text = at; (text = svg.find("<text", text)) < end; ++text) {
      const std::string_view element = std::string_view(svg).substr(text);
      const std::size_t words = element.find('>') + 1;
      const std::string shown(element.substr(words, element.find("</text>") - words));
      const double half = text_width(shown) * attribute(element, "font-size") / 2;
      CHECK(attribute(element, "x") - half >= box.left);
      CHECK(attribute(element, "x") + half <= box.right);
      CHECK(attribute(element, "y") <= box.bottom);
      CHECK(attribute(element, "y") - attribute(element, "font-size") * 0.75 >= box.top);
    }
    at = end;
  }
}

}  // namespace

TEST_CASE("three to seven steps are a ring with a box and an arrow for each") {
  for (std::size_t steps = fewest_cycle_steps; steps <= most_cycle_steps; ++steps) {
    const std::vector<std::string> names(steps, "Pröva");
    const auto svg = cycle_svg(names);
    REQUIRE(svg);
    CHECK(count(*svg, "<rect") == steps);
    CHECK(count(*svg, "class=\"arrow\"") == steps);
    CHECK(count(*svg, "aria-hidden=\"true\"") == 1);
    CHECK(count(*svg, "style") == 0);
  }
}

TEST_CASE("every text of a ring stands inside its box, words of 25 letters too") {
  const std::vector<std::string> words{"Kvalitetsutvecklingsarbet",
                                       "Utvärderingsinstrumenten",
                                       "Var är vi?",
                                       "ämnesövergripandeplanerin",
                                       "Lärarnas behov av professionsutveckling",
                                       "KOLLEGAHANDLEDNINGSSAMTAL",
                                       "Betygssättningsförfarande"};
  for (std::size_t steps = fewest_cycle_steps; steps <= most_cycle_steps; ++steps) {
    const auto svg = cycle_svg(std::span(words).first(steps));
    REQUIRE(svg);
    check_texts_in_boxes(*svg);
  }
}

TEST_CASE("the ring stands before its list, after the box's title") {
  const std::string html = html_of("::: cykel Ett hjul\n1. Plan\n2. Gör\n3. Lär\n:::\n");
  const std::size_t title = html.find("<p class=\"box-title\">Ett hjul</p>");
  const std::size_t ring = html.find("<svg class=\"cycle\"");
  const std::size_t list = html.find("<ol>");
  CHECK(title < ring);
  CHECK(ring < list);
  CHECK(list != html.npos);
}

TEST_CASE("names are the bold words, the first sentence or what stands before a colon") {
  const std::string html =
      html_of("::: cykel\n1. **Nuläge** tar tid\n2. Mål: vart ska vi?\n3. Gör vi rätt? Fråga.\n:::\n");
  CHECK(count(html, ">Nuläge</text>") == 1);
  CHECK(count(html, ">Mål</text>") == 1);
  CHECK(count(html, ">Gör vi rätt?</text>") == 1);
}

TEST_CASE("a list with bullets or letters is a ring too") {
  CHECK(count(html_of("::: cykel\n- Plan\n- Gör\n- Lär\n:::\n"), "<svg") == 1);
  CHECK(count(html_of("::: cykel\na) Plan\nb) Gör\nc) Lär\n:::\n"), "<svg") == 1);
}

TEST_CASE("a cycle of one, two, eight or forty steps, or none, is its list alone (S40)") {
  for (const int steps : {0, 1, 2, 8, 40}) {
    const std::string text = cycle_of(steps, "Pröva");
    CHECK(count(html_of(text), "<svg") == 0);
    CHECK(messages_of("Text.\n\n" + text) == Messages{"S40 3:1+3 " + std::to_string(steps)});
  }
}

TEST_CASE("a step too long for the ring leaves the list alone (S41)") {
  std::string long_name = "Pröva";
  for (int i = 0; i < 40; ++i) long_name += " tillsammans";
  const std::string text = "::: cykel\n1. Plan\n2. " + long_name + "\n3. Lär\n:::\n";
  CHECK(count(html_of(text), "<svg") == 0);
  CHECK(messages_of("Text.\n\n" + text) == Messages{"S41 3:1+3 2"});
}

TEST_CASE("marks of HTML in a step are text in the ring") {
  CHECK(html_of("::: cykel\n1. a<b\n2. \"c\" & d\n3. e\n:::\n").find(">a&lt;b</text>") != std::string::npos);
}

TEST_CASE("a cycle's list is looked for up to the next box only, so that nested boxes cost no more than others") {
  CHECK(html_of("::: cykel\n::: ruta\n1. a\n2. b\n3. c\n:::\n:::\n").find("<svg") == std::string::npos);
  std::string nested;
  for (int i = 0; i < 2000; ++i) nested += "::: cykel\n";
  CHECK(count(html_of(nested + "1. a\n2. b\n3. c\n"), "<svg") == 1);
}
