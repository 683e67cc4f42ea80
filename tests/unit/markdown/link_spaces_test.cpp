#include "markdown/lines/line_marks.h"

#include <catch2/catch.hpp>

#include "markdown/parsed_expectation.h"

using namespace traff;

namespace {

std::string link_target(std::string_view markdown) {
  const ParsedDocument page = parsed("# T\n\n" + std::string(markdown) + "\n");
  return page.document.slots.empty() ? "" : page.document.slots.front().target;
}

}  // namespace

TEST_CASE("a file's name with spaces is an address") {
  CHECK(link_target("[brevet](filer/mitt brev.pdf)") == "filer/mitt brev.pdf");
  CHECK(link_target("![bild](min bild.png)") == "min bild.png");
  CHECK(link_target("Se [träff 2]( Träff 2.md#program ) och mer.") == "Träff 2.md#program");
}

TEST_CASE("other words in parentheses, titles, code and addresses that are right stay as they are") {
  CHECK(link_target("[så](som vi brukar)").empty());
  CHECK(link_target("[så](a b.pdf och mer)").empty());
  CHECK(link_target("[så](a.md \"En titel.pdf\")") == "a.md");
  CHECK(link_target("[så](<a b.pdf>)") == "a b.pdf");
  CHECK(link_target("`[så](a b.pdf)`").empty());
  CHECK(spaced_address_size("](a.pdf)") == 0);
  CHECK(spaced_address_size("](" + std::string(400, 'a') + " b.pdf)") == 0);
}
