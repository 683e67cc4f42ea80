#include "source/source_tree.h"

#include <catch2/catch.hpp>

#include "base/messages/format_diagnostic.h"
#include "source/git_sandbox.h"

using namespace traff;

namespace {

using Paths = std::vector<std::string>;

}  // namespace

TEST_CASE("a listed tree is sorted bytewise and gives back its bytes") {
  const auto tree = listed_tree({{"b.md", "två"}, {"a/c.md", "ett"}, {"a.md", "noll"}});
  CHECK(paths_of(*tree) == Paths{"a.md", "a/c.md", "b.md"});
  CHECK(tree->read(1) == "ett");
  CHECK(tree->files()[2].id == content_id("två"));
  CHECK(tree->diagnostics().empty());
}

TEST_CASE("names that begin with a full stop are no content, nor are folders called privat") {
  const auto tree = listed_tree({{".gitattributes", ""},
                                 {".traff/x", ""},
                                 {"a/.git/HEAD", ""},
                                 {"privat/x.md", ""},
                                 {"a/Privat/b.md", ""},
                                 {"privat.md", ""},
                                 {"privata/b.md", ""}});
  CHECK(paths_of(*tree) == Paths{"privat.md", "privata/b.md"});
  CHECK(tree->diagnostics().empty());
}

TEST_CASE("a name in NFD becomes NFC") {
  CHECK(paths_of(*listed_tree({{"tra\xCC\x88"
                                "ff.md",
                                ""}})) == Paths{"träff.md"});
}

TEST_CASE("a name with a control character, a backslash or broken UTF-8 is refused once for its folder") {
  const auto tree =
      listed_tree({{"a\x1B.md", ""}, {"b\\c.md", ""}, {"d\xFF/1.md", ""}, {"d\xFF/2.md", ""}, {"e.md", ""}});
  CHECK(paths_of(*tree) == Paths{"e.md"});
  CHECK(findings_of(*tree) == Paths{"P2 a\uFFFD.md", "P2 b\\c.md", "P2 d\uFFFD"});
}

TEST_CASE("a path without end is refused") {
  std::string path = "a";
  for (int i = 0; i < 600; ++i) path += "/a";
  CHECK(findings_of(*listed_tree({{path, ""}})).size() == 1);
}

TEST_CASE("of two names that differ only by case the first in bytewise order is kept") {
  const auto tree = listed_tree({{"träff.md", "1"}, {"Träff.md", "2"}, {"TRÄFF.md", "3"}});
  CHECK(paths_of(*tree) == Paths{"TRÄFF.md"});
  REQUIRE(findings_of(*tree) == Paths{"P3 Träff.md", "P3 träff.md"});
  CHECK(message_of(tree->diagnostics()[0], Language::en)
            .starts_with("TRÄFF.md and Träff.md are in practice the same name"));
}

TEST_CASE("of two names that differ only by normal form one is kept") {
  const auto tree = listed_tree({{"\xC3\xA5.md", "nfc"}, {"a\xCC\x8A.md", "nfd"}});
  REQUIRE(paths_of(*tree) == Paths{"å.md"});
  CHECK(tree->read(0) == "nfd");
  CHECK(findings_of(*tree) == Paths{"P3 å.md"});
}

TEST_CASE("a pointer of git LFS is not published, but a page may tell of one") {
  const std::string pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 5\n";
  const auto tree =
      listed_tree({{"bild.png", pointer}, {"om-lfs.md", pointer}, {"stor.txt", pointer + std::string(2000, 'x')}});
  CHECK(paths_of(*tree) == Paths{"om-lfs.md", "stor.txt"});
  CHECK(findings_of(*tree) == Paths{"P5 bild.png"});
}
