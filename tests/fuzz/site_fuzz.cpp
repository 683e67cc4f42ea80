// libFuzzer target: any bytes as a small folder of content (`-- path --` before each file, as in tests/cases), and all
// that is done to it: parse, course, checks, theme, pages, search, writing. The site is built, and building it again
// makes nothing.
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "pipeline/build_site.h"

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_files = 12;

struct ContentFile {
  std::string path;
  std::string bytes;
};

// Which names can be given to files is the file system's affair, and what lies outside the folder is not ours.
bool can_be_written(std::string_view path) {
  constexpr std::size_t longest = 120;
  if (path.empty() || path.size() > longest || path.front() == '/' || path.back() == '/') return false;
  return path.find("..") == std::string_view::npos && path.find('\0') == std::string_view::npos;
}

// The path of a line `-- path --`, else "".
std::string_view path_in(std::string_view line) {
  const bool names_file = line.size() > 6 && line.starts_with("-- ") && line.ends_with(" --");
  return names_file ? line.substr(3, line.size() - 6) : std::string_view();
}

std::vector<ContentFile> split_files(std::string_view text) {
  std::vector<ContentFile> files{{"index.md", {}}};
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end);
    const std::string_view path = path_in(line.substr(0, line.find('\n')));
    if (path.empty())
      files.back().bytes += line;
    else if (files.size() < most_files && can_be_written(path))
      files.push_back({std::string(path), {}});
  }
  return files;
}

void write_file(const fs::path& path, const std::string& bytes) {
  std::error_code taken;  // by a file where a folder should be, or a folder where a file should be
  fs::create_directories(path.parent_path(), taken);
  std::ofstream(path, std::ios::binary) << bytes;
}

class Workplace {
 public:
  Workplace() {
    const fs::path memory = "/dev/shm";
    std::string name = ((fs::exists(memory) ? memory : fs::temp_directory_path()) / "traff-fuzz-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) std::abort();
    folder_ = name;
  }
  ~Workplace() { fs::remove_all(folder_); }

  traff::BuildOptions with(const std::vector<ContentFile>& files) const {
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "content");
    for (const ContentFile& file : files) write_file(folder_ / "content" / file.path, file.bytes);
    traff::BuildOptions options;
    options.content = (folder_ / "content").string();
    options.out = (folder_ / "site").string();
    options.state_folder = (folder_ / "state").string();
    options.jobs = 1;
    return options;
  }

 private:
  fs::path folder_;
};

// A broken template is the one thing in a content folder that may stop a build.
void build(const traff::BuildOptions& options, bool twice) {
  try {
    traff::build_site(options);
    if (!twice) return;
    const traff::WriteReport again = traff::build_site(options).write;
    if (again.written == 0 && again.removed == 0) return;
    std::fprintf(stderr, "twice is not once: %zu written, %zu removed\n", again.written, again.removed);
  } catch (const traff::Failure& failure) {
    if (failure.code == traff::code::W30) return;
    std::fprintf(stderr, "stopped by content: %s\n", failure.code.c_str());
  }
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Workplace workplace;
  // Once more would take as long again: every fourth.
  build(workplace.with(split_files({reinterpret_cast<const char*>(data), size})), size % 4 == 0);
  return 0;
}
