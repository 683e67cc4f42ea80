#include "markdown/lines/author_text.h"

#include <catch2/catch.hpp>

#include "base/messages/codes.h"

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
  const Diagnostic found = author.at(code::S20("här"), 1, "här");
  CHECK(found == Diagnostic{code::S20("här"), {"a.md", 1, 5, 3}, "åäö här"});
  CHECK(author.place(2, "här") == Place{"a.md", 2, 0, 0});
  CHECK(author.place(1, "") == Place{"a.md", 1, 0, 0});
  CHECK(author.at(code::S20("här"), 7, "här").line == "");
}
