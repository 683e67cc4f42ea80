#include "preview/web_server.h"

#include <catch2/catch.hpp>

#include "output/temporary_folder.h"

using namespace traff;
using namespace traff::testing;

namespace {

std::string text_of(const std::optional<StaticFile>& file) { return file ? file->read(0, file->size) : "missing"; }

}  // namespace

TEST_CASE("a folder stands for its index.html") {
  const TemporaryFolder folder;
  write_test_file(folder.path("index.html"), "start");
  write_test_file(folder.path("a/index.html"), "a");
  const StaticFiles files(folder.path());
  CHECK(text_of(files.find("")) == "start");
  CHECK(text_of(files.find("a/")) == "a");
  CHECK(text_of(files.find("a")) == "missing");
  CHECK(files.is_folder("a"));
  CHECK_FALSE(files.is_folder("index.html"));
}

TEST_CASE("no link is followed, neither a file nor a folder on the way") {
  const TemporaryFolder outside;
  write_test_file(outside.path("secret.txt"), "secret");
  const TemporaryFolder folder;
  std::filesystem::create_symlink(outside.path("secret.txt"), folder.path("link.txt"));
  std::filesystem::create_directory_symlink(outside.path(), folder.path("link"));
  const StaticFiles files(folder.path());
  CHECK(text_of(files.find("link.txt")) == "missing");
  CHECK(text_of(files.find("link/secret.txt")) == "missing");
  CHECK_FALSE(files.is_folder("link"));
}

TEST_CASE("a part of a file is read from where it begins to where the file ends") {
  const TemporaryFolder folder;
  write_test_file(folder.path("a.txt"), "0123456789");
  const auto file = StaticFiles(folder.path()).find("a.txt");
  REQUIRE(file);
  CHECK(file->read(3, 4) == "3456");
  CHECK(file->read(8, 100) == "89");
  CHECK(file->read(10, 1) == "");
}
