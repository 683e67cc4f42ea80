// What git leaves in a file when two changes of it could not be put together.
#include "markdown/lines/conflicts.h"

#include <catch2/catch.hpp>

#include "markdown/parsed_expectation.h"

using namespace traff;

namespace {

// "3 [ours|theirs]" for each.
std::string found_in(std::string_view text) {
  std::string all;
  for (const Conflict& conflict : find_conflicts(text))
    all += std::to_string(conflict.line) + " [" + conflict.ours + "|" + conflict.theirs + "]";
  return all;
}

}  // namespace

TEST_CASE("both texts of a conflict are found, wherever it stands") {
  CHECK(found_in("a\n<<<<<<< HEAD\nRing oss.\n=======\nSkriv.\n>>>>>>> gren\n") == "2 [Ring oss.|Skriv.]");
  CHECK(found_in("<<<<<<< HEAD\r\nA\r\n=======\r\n>>>>>>> b\r\n") == "1 [A|]");
  CHECK(found_in("<<<<<<< a\nA\n||||||| b\nB\n=======\nC\n>>>>>>> c\n") == "1 [A|C]");
  CHECK(found_in("<<<<<<< a\nA\n=======\nB\n>>>>>>> b\n<<<<<<< a\nC\n=======\nD\n>>>>>>> b") == "1 [A|B]6 [C|D]");
  CHECK(found_in("---\n<<<<<<< a\ndatum: 1\n=======\ndatum: 2\n>>>>>>> b\n---\n") == "2 [datum: 1|datum: 2]");
}

TEST_CASE("a mark that lost its fellows is told too") {
  CHECK(found_in("text\n=======\nmer\n>>>>>>> gren\n") == "4 [|]");
  CHECK(found_in("<<<<<<< HEAD\nA\n") == "1 [A|]");
}

TEST_CASE("what only looks like a conflict is none") {
  for (const std::string_view text : {"Rubrik\n=======\n\nText.", "> > > > > > > citat", ">>>>>>>> a",
                                      ">>>>>>> djupt citat\n", "<<<<<<<", "a <<<<<<< b", ">>>>>>>citat"})
    CHECK(found_in(text).empty());
}

TEST_CASE("a long text is cut in the message, not inside a character") {
  const std::string line(200, 'a');
  CHECK(find_conflicts("<<<<<<< a\n" + line + "\n=======\n").front().ours.size() < 100);
  std::string letters;
  for (int i = 0; i < 100; ++i) letters += "å";
  CHECK(find_conflicts("<<<<<<< a\nx" + letters + "\n=======\n").front().ours.find("å …") != std::string::npos);
}

TEST_CASE("a page with a conflict says so (S44)") {
  CHECK(messages_of("# T\n\n<<<<<<< HEAD\nRing oss.\n=======\nSkriv.\n>>>>>>> b\n").front() ==
        "S44 3:0+0 Ring oss.|Skriv.");
}
