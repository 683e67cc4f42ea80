#include "markdown/html/html_writer.h"

#include <catch2/catch.hpp>

using namespace traff;

namespace {

// "m2@4-11": kind, target, begin, end.
std::vector<std::string> mentions(std::string_view text) {
  std::vector<std::string> found;
  for (const Mention& mention : find_mentions(text)) {
    found.push_back((mention.kind == SlotKind::meeting_mention ? "m" : "a") + mention.target + "@" +
                    std::to_string(mention.begin) + "-" + std::to_string(mention.end));
  }
  return found;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("a träff by number and a redovisning by letter are mentions") {
  CHECK(mentions("Träff 2") == Found{"m2@0-8"});
  CHECK(mentions("på träff 12, och Redovisning B.") == Found{"m12@4-13", "aB@19-32"});
  CHECK(mentions("Träff\n3") == Found{"m3@0-8"});
  CHECK(mentions("Träff\xC2\xA0"
                 "3") == Found{"m3@0-9"});
  CHECK(mentions("Meeting 1, assignment C") == Found{"m1@0-9", "aC@11-23"});
}

TEST_CASE("dates, times, long numbers and longer words are no mentions") {
  CHECK(mentions("träff 5/12") == Found{});
  CHECK(mentions("träff 10.30") == Found{});
  CHECK(mentions("träff 10:30") == Found{});
  CHECK(mentions("träff 2019") == Found{});
  CHECK(mentions("träff 2a") == Found{});
  CHECK(mentions("träff2") == Found{});
  CHECK(mentions("träff  2") == Found{});
  CHECK(mentions("träffen 2") == Found{});
  CHECK(mentions("A-träff 2") == Found{});
  CHECK(mentions("nyträff 2") == Found{});
  CHECK(mentions("åträff 2") == Found{});
  CHECK(mentions("Redovisning Bra") == Found{});
  CHECK(mentions("Redovisning Bö") == Found{});
  CHECK(mentions("redovisning b") == Found{});
  CHECK(mentions("räff 2") == Found{});
  CHECK(mentions("2") == Found{});
  CHECK(mentions("") == Found{});
}

TEST_CASE("a full stop may end a mention") {
  CHECK(mentions("Vi ses på Träff 2.") == Found{"m2@11-19"});
  CHECK(mentions("(Träff 2)") == Found{"m2@1-9"});
}
