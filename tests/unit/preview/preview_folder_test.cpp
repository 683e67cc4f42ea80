#include "preview/serve.h"

#include <catch2/catch.hpp>

#include "output/temporary_folder.h"

using namespace traff;
using namespace traff::testing;

TEST_CASE("a preview's folder stays in the state folder, hidden from git") {
  const TemporaryFolder folder;
  {
    const PreviewFolder preview(folder.path(".traff"));
    CHECK_FALSE(preview.is_temporary());
    CHECK(preview.site() == std::filesystem::canonical(folder.path()).string() + "/.traff/preview/site");
  }
  CHECK(std::filesystem::is_directory(folder.path(".traff/preview")));
  CHECK(read_test_file(folder.path(".traff/.gitignore")) == "*\n");
}

TEST_CASE("a state folder that cannot be made gives a temporary one, removed at the end") {
  const TemporaryFolder folder;
  write_test_file(folder.path(".traff"), "a file in the way");
  std::string path;
  {
    const PreviewFolder preview(folder.path(".traff"));
    CHECK(preview.is_temporary());
    path = preview.path();
    write_test_file(preview.site() + "/a/b.html", "x");
  }
  CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE("a second preview of the same content has a folder of its own") {
  const TemporaryFolder folder;
  const PreviewFolder first(folder.path(".traff"));
  const PreviewFolder second(folder.path(".traff"));
  CHECK_FALSE(first.is_temporary());
  CHECK(second.is_temporary());
}
