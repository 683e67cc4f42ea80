#include <unistd.h>

#include <catch2/catch.hpp>

#include <chrono>
#include <filesystem>

#include "disk/state.h"
#include "output/temporary_folder.h"

using namespace traff;
using namespace traff::testing;

namespace {

constexpr const char* no_process = "2147483646";  // larger than any

// Two days old.
void write_old_file(const std::string& path) {
  write_test_file(path, "halv");
  std::filesystem::last_write_time(path, std::filesystem::file_time_type::clock::now() - std::chrono::hours(48));
}

}  // namespace

TEST_CASE("what killed runs left half-written in the state folder goes when it is opened, and nothing else does") {
  const TemporaryFolder folder;
  const std::string mine = ".traff-tmp-" + std::to_string(::getpid()) + "-a";
  write_test_file(folder.path(std::string(".traff-tmp-") + no_process + "-a"), "halv");
  write_old_file(folder.path(".traff-tmp-a"));
  write_old_file(folder.path(".traff-tmp-1-a"));
  write_test_file(folder.path(mine), "halv");
  write_test_file(folder.path(".traff-tmp-b"), "halv");
  write_test_file(folder.path(std::string("traff-tmp-") + no_process + "-a"), "hel");
  write_old_file(folder.path("a"));
  write_test_file(folder.path(".gitignore"), "*\n");
  const StateFolder opened(folder.path());
  CHECK(files_below(folder.path(), true) == FilesByPath{{".gitignore", "*\n"},
                                                        {mine, "halv"},
                                                        {".traff-tmp-b", "halv"},
                                                        {std::string("traff-tmp-") + no_process + "-a", "hel"},
                                                        {"a", "halv"}});
}

TEST_CASE("a state file is read as it was written, replaces a link and is not believed when it is damaged") {
  const TemporaryFolder folder;
  write_test_file(folder.path("annat"), "orört");
  std::filesystem::create_symlink("annat", folder.path("a"));
  CHECK_FALSE(read_state_file(folder.path(), "a"));
  write_state_file(folder.path(), "a", "text");
  CHECK(read_state_file(folder.path(), "a") == "text");
  CHECK(read_test_file(folder.path("annat")) == "orört");
  write_test_file(folder.path("a"), read_test_file(folder.path("a")) + "x");
  CHECK_FALSE(read_state_file(folder.path(), "a"));
}
