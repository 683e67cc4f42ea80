#include <catch2/catch.hpp>

#include <fcntl.h>

#include <algorithm>

#include "disk/new_files.h"
#include "output/temporary_folder.h"

using namespace traff;
using namespace traff::testing;

namespace fs = std::filesystem;

namespace {

OpenFile opened(const TemporaryFolder& folder) {
  return OpenFile(::open(folder.path().c_str(), O_RDONLY | O_DIRECTORY));
}

}  // namespace

TEST_CASE("the names in a folder are listed, time after time") {
  const TemporaryFolder folder;
  write_test_file(folder.path("b"), "");
  write_test_file(folder.path("a/c"), "");
  const OpenFile open = opened(folder);
  for (int i = 0; i < 2; ++i) {
    FolderNames found = load_folder_names(open.descriptor());
    std::ranges::sort(found.names);
    CHECK(found.error == 0);
    CHECK(found.names == std::vector<std::string>{"a", "b"});
  }
}

TEST_CASE("what cannot be listed is an error and not an empty folder") {
  const TemporaryFolder folder;
  write_test_file(folder.path("a"), "");
  const OpenFile file(::open(folder.path("a").c_str(), O_RDONLY));
  CHECK(load_folder_names(file.descriptor()).error == ENOTDIR);
  CHECK(load_folder_names(-1).error == EBADF);
}

TEST_CASE("a tree is removed with its links, and nothing of what they lead to") {
  const TemporaryFolder folder;
  write_test_file(folder.path("kvar/fil"), "kvar");
  write_test_file(folder.path("bort/a/b/fil"), "");
  fs::create_symlink(folder.path("kvar"), folder.path("bort/a/länk"));
  fs::create_symlink(folder.path("kvar"), folder.path("länk"));
  const OpenFile open = opened(folder);
  CHECK(remove_tree(open.descriptor(), "bort") == 0);
  CHECK(remove_tree(open.descriptor(), "länk") == 0);
  CHECK(remove_tree(open.descriptor(), "finns-inte") == 0);
  CHECK(files_below(folder.path()) == FilesByPath{{"kvar/fil", "kvar"}});
  CHECK_FALSE(open_folder(open.descriptor(), "länk").is_open());
}
