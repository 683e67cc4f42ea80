// What the command line names as an output: replaced when it is an ordinary file, written to when it is not.
#include <catch2/catch.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <algorithm>

#include "disk/new_files.h"
#include "output/child_process.h"
#include "output/temporary_folder.h"
#include "source/git_sandbox.h"

using namespace traff;
using namespace traff::testing;

namespace fs = std::filesystem;

namespace {

void write_named(const std::string& path, const std::string& bytes) {
  NamedFileWriter file(path);
  file.write(bytes);
  file.finish();
}

std::size_t entries_of(const std::string& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("a file is replaced as a whole, and is as it was until then") {
  const TemporaryFolder folder;
  write_test_file(folder.path("a.json"), "gammalt");
  {
    NamedFileWriter file(folder.path("a.json"));
    file.write("ny");
    CHECK(read_test_file(folder.path("a.json")) == "gammalt");
  }
  CHECK(files_below(folder.path()) == FilesByPath{{"a.json", "gammalt"}});
  write_named(folder.path("a.json"), "nytt");
  CHECK(files_below(folder.path()) == FilesByPath{{"a.json", "nytt"}});
}

TEST_CASE("a pipe is written to and stays a pipe") {
  const TemporaryFolder folder;
  const std::string pipe = folder.path("pipe");
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const OpenFile reader(::open(pipe.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
  write_named(pipe, "text");
  std::string read(10, '\0');
  read.resize(static_cast<std::size_t>(std::max<ssize_t>(0, ::read(reader.descriptor(), read.data(), read.size()))));
  CHECK(read == "text");
  CHECK(fs::is_fifo(pipe));
}

TEST_CASE("a device is written to and stays a device") {
  const TemporaryFolder folder;
  const std::string device = folder.path("full");
  const OpenFile lives(::mknod(device.c_str(), S_IFCHR | 0600, makedev(1, 7)) == 0 ? ::open(device.c_str(), O_WRONLY)
                                                                                   : -1);
  if (!lives.is_open()) return;  // takes root, and a file system with devices
  CHECK(failure_code([&] { write_named(device, "text"); }) == "W2");
  CHECK(fs::is_character_file(device));
  CHECK(entries_of(folder.path()) == 1);
}

TEST_CASE("a link stays, and the file it leads to is replaced") {
  const TemporaryFolder folder;
  write_test_file(folder.path("inne/mål"), "gammalt");
  fs::create_symlink("inne/mål", folder.path("länk"));
  fs::create_symlink(folder.path("länk"), folder.path("länk till länk"));
  write_named(folder.path("länk till länk"), "nytt");
  CHECK(fs::read_symlink(folder.path("länk till länk")) == folder.path("länk"));
  CHECK(fs::read_symlink(folder.path("länk")) == "inne/mål");
  CHECK(files_below(folder.path("inne")) == FilesByPath{{"mål", "nytt"}});
}

TEST_CASE("a link to a file that is not there yet stays, and the file is made") {
  const TemporaryFolder folder;
  fs::create_symlink("mål", folder.path("länk"));
  write_named(folder.path("länk"), "nytt");
  CHECK(fs::read_symlink(folder.path("länk")) == "mål");
  CHECK(read_test_file(folder.path("mål")) == "nytt");
}

TEST_CASE("links that lead in a circle, and folders, are refused") {
  const TemporaryFolder folder;
  fs::create_symlink("b", folder.path("a"));
  fs::create_symlink("a", folder.path("b"));
  CHECK(failure_code([&] { write_named(folder.path("a"), "x"); }) == "W2");
  CHECK(failure_code([&] { write_named(folder.path(), "x"); }) == "W2");
  CHECK(failure_code([&] { write_named(folder.path("finns-inte/a"), "x"); }) == "W2");
  CHECK(entries_of(folder.path()) == 2);
}

TEST_CASE("our own standard output is written to where it is, and what was there stays") {
  const TemporaryFolder folder;
  const std::string log = folder.path("log");
  write_test_file(log, "före\n");
  ChildProcess child([&] {
    const int file = ::open(log.c_str(), O_WRONLY | O_APPEND);
    if (::dup2(file, STDOUT_FILENO) < 0) return 1;
    write_named("/proc/self/fd/1", "text\n");
    return ::write(file, "efter\n", 6) == 6 ? 0 : 1;
  });
  CHECK(child.wait() == 0);
  CHECK(read_test_file(log) == "före\ntext\nefter\n");
}

TEST_CASE("the longest name a file can have can be written to") {
  const TemporaryFolder folder;
  const std::string name(255, 'x');
  write_named(folder.path(name), "text");
  CHECK(files_below(folder.path()) == FilesByPath{{name, "text"}});
}

TEST_CASE("what a killed run left is removed by the next, and what a living one writes is not") {
  const TemporaryFolder folder;
  const std::string path = folder.path("a.json");
  ChildProcess dead([&] {
    NamedFileWriter file(path);
    file.write("halvt");
    ::_exit(0);
    return 0;
  });
  REQUIRE(dead.wait() == 0);
  REQUIRE(entries_of(folder.path()) == 1);
  NamedFileWriter living(path);
  CHECK(entries_of(folder.path()) == 1);
  write_named(folder.path("b.json"), "b");
  living.write("a");
  living.finish();
  CHECK(files_below(folder.path()) == FilesByPath{{"a.json", "a"}, {"b.json", "b"}});
}
