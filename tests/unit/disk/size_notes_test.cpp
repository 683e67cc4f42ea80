#include <catch2/catch.hpp>

#include "disk/state.h"
#include "output/temporary_folder.h"

using namespace traff;
using namespace traff::testing;

TEST_CASE("a size that was kept is found again, and of a damaged note nothing is believed") {
  const TemporaryFolder folder;
  const ContentId key = content_id("a");
  keep_size_note(folder.path(), "sizes", key, 12345);
  keep_size_note(folder.path(), "sizes", content_id("b"), 6);
  CHECK(find_size_note(folder.path(), "sizes", key) == 12345U);
  const std::string whole = read_test_file(folder.path("sizes"));
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string changed = whole;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    for (const std::string& damaged : {whole.substr(0, i), changed}) {
      write_test_file(folder.path("sizes"), damaged);
      const auto found = find_size_note(folder.path(), "sizes", key);
      INFO(damaged);
      CHECK((!found || *found == 12345));
    }
  }
}
