// A folder of a test's own, gone when the test is done, and the plans and files tests speak of.
#pragma once

#include <stdlib.h>

#include <cassert>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <system_error>
#include <vector>

#include "base/content_id.h"
#include "output/output.h"

namespace traff::testing {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "traff-test-XXXXXX").string();
    [[maybe_unused]] const char* made = ::mkdtemp(name.data());
    assert(made != nullptr);
    path_ = name;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  std::string path(const std::string& below = {}) const { return below.empty() ? path_ : path_ + "/" + below; }

 private:
  std::string path_;
};

inline std::string read_test_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline void write_test_file(const std::string& path, const std::string& bytes) {
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

using FilesByPath = std::map<std::string, std::string>;

// Every file below `folder`, Träff's own at the root included only if asked for.
inline FilesByPath files_below(const std::string& folder, bool own_files_too = false) {
  FilesByPath files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string name = std::filesystem::relative(entry.path(), folder).string();
    if (!entry.is_regular_file() || (!own_files_too && name == ".traff-manifest.json")) continue;
    files[name] = read_test_file(entry.path().string());
  }
  return files;
}

// An output whose only ingredient, "text", is its bytes.
inline Output text_output(const std::string& path, const std::string& bytes) {
  return {path, [bytes] { return Recipe{{{"text", content_id(bytes)}}, [bytes] { return bytes; }}; }};
}

inline std::vector<Output> plan_of(const FilesByPath& files) {
  std::vector<Output> plan;
  for (const auto& [path, bytes] : files) plan.push_back(text_output(path, bytes));
  return plan;
}

}  // namespace traff::testing
