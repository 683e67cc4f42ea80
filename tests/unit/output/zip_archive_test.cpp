#include <catch2/catch.hpp>

#include <cstdlib>

#include "base/diagnostic.h"
#include "output/temporary_folder.h"
#include "output/zip_archive.h"
#include "source/git_sandbox.h"

using namespace traff;
using namespace traff::testing;

namespace {

std::string some_zip() {
  const std::string long_text(50'000, 'a');
  return make_zip(std::vector<ZipMember>{make_member("topp/index.html", "Hej på er"),
                                         make_member("topp/å/lång.txt", long_text), make_member("topp/tom.txt", "")},
                  1'580'720'400);
}

FilesByPath unpacked(const std::string& zip) {
  const ZipReader reader(zip, "a.zip");
  FilesByPath files;
  for (const auto& entry : reader.entries())
    reader.read(entry, [&, &text = files[entry.path]](std::string_view part) { text += part; });
  return files;
}

}  // namespace

TEST_CASE("what goes into a ZIP comes out of it") {
  const FilesByPath files = unpacked(some_zip());
  CHECK(files.at("topp/index.html") == "Hej på er");
  CHECK(files.at("topp/å/lång.txt") == std::string(50'000, 'a'));
  CHECK(files.at("topp/tom.txt").empty());
  CHECK(some_zip().size() < 1000);
}

TEST_CASE("the same files give the same ZIP in every time zone") {
  const std::string here = some_zip();
  ::setenv("TZ", "Asia/Tokyo", 1);
  ::tzset();
  CHECK(some_zip() == here);
  ::unsetenv("TZ");
  ::tzset();
}

TEST_CASE("what cannot be packed smaller is stored") {
  CHECK_FALSE(make_member("a", "xyz").deflated);
  CHECK(make_member("a", std::string(1000, 'x')).deflated);
}

TEST_CASE("a ZIP that is cut off anywhere is refused") {
  const std::string whole = some_zip();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    INFO(size);
    CHECK(failure_code([&] { unpacked(whole.substr(0, size)); }) == "W91");
  }
}

TEST_CASE("a ZIP with any byte changed is refused, or holds the same files under other names or times") {
  const std::string whole = some_zip();
  const FilesByPath files = unpacked(whole);
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x41);
    const std::string code = failure_code([&] {
      const FilesByPath read = unpacked(changed);
      CHECK((read == files || read.size() == files.size()));
    });
    CHECK((code.empty() || code == "W91"));
  }
}

TEST_CASE("a ZIP is not unpacked further than it says") {
  ZipMember bomb = make_member("a", std::string(1'000'000, 'a'));
  bomb.size = 10;
  const std::string zip = make_zip(std::vector<ZipMember>{bomb}, 0);
  std::size_t given = 0;
  const ZipReader reader(zip, "a.zip");
  CHECK(failure_code([&] {
          reader.read(reader.entries().front(), [&](std::string_view part) { given += part.size(); });
        }) == "W91");
  CHECK(given <= 10);
}

TEST_CASE("more files than a ZIP can name are refused") {
  const std::vector<ZipMember> many(70'000);
  CHECK(failure_code([&] { make_zip(many, 0); }) == "W93");
}
