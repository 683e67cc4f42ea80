#include <catch2/catch.hpp>

#include "course/body/body_facts.h"
#include "markdown/parse_document.h"

using namespace traff;

namespace {

using Points = std::vector<std::string>;

Points points_of(const std::string& section) {
  const ParsedDocument parsed = parse_document({"traffar/3.md", {}, "# Träff 3\n\nText.\n\n" + section}, {});
  return find_preparations(parsed.document, parsed.body);
}

}  // namespace

TEST_CASE("the points under Inför träffen are what to prepare, their inner points left out") {
  CHECK(points_of("## Inför träffen\n\n- Läs *boken*\n  igen.\n  - kapitel 3\n- Skriv ner\n\n## Program\n\n- Fika\n") ==
        Points{"Läs boken igen.", "Skriv ner"});
}

TEST_CASE("without a list the paragraphs are") {
  CHECK(points_of("## Förberedelser\n\nBoka ett samtal.\n\nLäs.\n") == Points{"Boka ett samtal.", "Läs."});
  CHECK(points_of("## Syfte\n\nBoka ett samtal.\n").empty());
}

TEST_CASE("four points are enough, and long ones are cut at a word") {
  CHECK(points_of("## Inför träffen\n\n- a\n- b\n- c\n- d\n- e\n").size() == 4);
  std::string words = "Å";
  for (int i = 0; i < 50; ++i) words += " åååå";
  const Points points = points_of("## Inför träffen\n\n- " + words + "\n");
  REQUIRE(points.size() == 1);
  CHECK(points[0].ends_with("åååå …"));
  CHECK(points[0].size() < 300);
}
