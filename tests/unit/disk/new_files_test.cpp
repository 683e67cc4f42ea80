#include <catch2/catch.hpp>

#include <sys/stat.h>

#include "disk/new_files.h"
#include "output/temporary_folder.h"
#include "source/git_sandbox.h"

using namespace traff;
using namespace traff::testing;

TEST_CASE("new files are written, and none over anything that is there") {
  const TemporaryFolder folder;
  write_new_files(folder.path(), {{"a.md", "a"}, {"b/c.sh", "c", true}});
  CHECK(files_below(folder.path()) == FilesByPath{{"a.md", "a"}, {"b/c.sh", "c"}});
  CHECK((std::filesystem::status(folder.path("b/c.sh")).permissions() & std::filesystem::perms::owner_exec) !=
        std::filesystem::perms::none);
  CHECK(failure_code([&] { write_new_files(folder.path(), {{"ny.md", "x"}, {"a.md", "x"}}); }) == "W51");
  CHECK(files_below(folder.path()) == FilesByPath{{"a.md", "a"}, {"b/c.sh", "c"}});
}

TEST_CASE("a folder is unused when it is missing, empty, or holds nothing but a repository") {
  const TemporaryFolder folder;
  CHECK(is_unused(folder.path("finns-inte")));
  CHECK(is_unused(folder.path()));
  std::filesystem::create_directory(folder.path(".git"));
  CHECK(is_unused(folder.path()));
  write_test_file(folder.path("a.md"), "a");
  CHECK_FALSE(is_unused(folder.path()));
  CHECK_FALSE(is_unused(folder.path("a.md")));
}

TEST_CASE("a folder that cannot be asked is neither used nor unused, and a file neither there nor not") {
  const TemporaryFolder folder;
  const std::string too_long(300, 'x');
  CHECK(failure_code([&] { is_unused(folder.path(too_long)); }) == "W2");
  CHECK(failure_code([&] { is_taken(folder.path(), too_long); }) == "W2");
}
