#include <catch2/catch.hpp>

#include "markdown/parsed_expectation.h"

using namespace traff;

namespace {

std::string mark(int number, int repeat = 1) {
  const std::string id = std::to_string(number) + (repeat > 1 ? "-" + std::to_string(repeat) : "");
  return "<sup class=\"footnote-ref\"><a href=\"#fn-" + std::to_string(number) + "\" id=\"fnref-" + id +
         "\" data-footnote-ref>" + std::to_string(number) + "</a></sup>";
}

std::string back(int number, int repeat = 1) {
  const std::string id = std::to_string(number) + (repeat > 1 ? "_" + std::to_string(repeat) : "");
  const std::string count = repeat > 1 ? "<sup>" + std::to_string(repeat) + "</sup>" : "";
  return "<a href=\"#fnref_" + id + "\" class=\"footnote-back\" aria-label=\"\">↩" + count + "</a>";
}

std::string notes(std::string_view items) {
  return "<section class=\"footnotes\" aria-label=\"\">\n<ol>\n" + std::string(items) + "</ol>\n</section>\n";
}

}  // namespace

TEST_CASE("a footnote has its mark once and a link back") {
  CHECK(html_of("A[^x].\n\n[^x]: Not.\n") ==
        "<p>A" + mark(1) + ".</p>\n" + notes("<li id=\"fn_1\">\n<p>Not. " + back(1) + "</p>\n</li>\n"));
}

TEST_CASE("a footnote used twice has two links back") {
  CHECK(html_of("A[^x] b[^x].\n\n[^x]: Not.\n") ==
        "<p>A" + mark(1) + " b" + mark(1, 2) + ".</p>\n" +
            notes("<li id=\"fn_1\">\n<p>Not. " + back(1) + " " + back(1, 2) + "</p>\n</li>\n"));
}

TEST_CASE("footnotes are numbered as they are read, also when one stands in the middle of the text") {
  CHECK(html_of("[^b]: Om [^c].\n\nA[^a] b[^b].\n\n[^c]: C.\n\n[^a]: A.\n") ==
        "<p>A" + mark(1) + " b" + mark(2) + ".</p>\n" +
            notes("<li id=\"fn_1\">\n<p>A. " + back(1) + "</p>\n</li>\n<li id=\"fn_2\">\n<p>Om " + mark(3) + ". " +
                  back(2) + "</p>\n</li>\n<li id=\"fn_3\">\n<p>C. " + back(3) + "</p>\n</li>\n"));
}

TEST_CASE("a link back stands below a footnote that ends with something else than a paragraph") {
  CHECK(html_of("A[^x].\n\n[^x]: Not.\n\n    - punkt\n") ==
        "<p>A" + mark(1) + ".</p>\n" +
            notes("<li id=\"fn_1\">\n<p>Not.</p>\n<ul>\n<li>punkt</li>\n</ul>\n" + back(1) + "\n</li>\n"));
}

TEST_CASE("a mark in the words of an image has no link back, for nobody sees it") {
  CHECK(html_of("![a[^x]](b.png) c[^x].\n\n[^x]: Not.\n").find(back(1) + "</p>") != std::string::npos);
}

TEST_CASE("the slots of a footnote tell its number and how many times before") {
  const ParsedDocument page = parsed("A[^x] b[^x].\n\n[^x]: Not.\n");
  REQUIRE(page.document.slots.size() == 5);
  CHECK(page.document.slots[0].target == "1");
  CHECK(page.document.slots[0].text == "");
  CHECK(page.document.slots[1].text == "_2");
  CHECK(page.document.slots[2].target == "footnotes");
  CHECK(page.document.slots[3].target == "footnote.back");
}
