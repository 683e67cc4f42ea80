#include "markdown/lines/author_text.h"

#include <catch2/catch.hpp>

using namespace traff;

TEST_CASE("the author's lines are those of an editor, whatever ends them") {
  const AuthorText author("a.md", "ett\r\ntvå\rtre\n\nfem");
  CHECK(author.line(1) == "ett");
  CHECK(author.line(2) == "två");
  CHECK(author.line(3) == "tre");
  CHECK(author.line(4) == "");
  CHECK(author.line(5) == "fem");
  CHECK(author.line(6) == "");
  CHECK(author.line(0) == "");
}

TEST_CASE("a message points at the words found, counted in code points") {
  const AuthorText author("a.md", "åäö här\nandra");
  const Diagnostic found = author.at("S20", 1, "här", {"här"});
  CHECK(found == Diagnostic{"S20", {"a.md", 1, 5, 3}, "åäö här", {"här"}});
  CHECK(author.at("S20", 2, "här").place == Place{"a.md", 2, 0, 0});
  CHECK(author.at("S20", 1, "").place == Place{"a.md", 1, 0, 0});
  CHECK(author.at("S20", 7, "här").line == "");
}
