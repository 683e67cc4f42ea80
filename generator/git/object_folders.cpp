#include "git/object_folders.h"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "base/text.h"
#include "git/random_file.h"

namespace traff {

namespace {

namespace fs = std::filesystem;

constexpr int deepest_borrowing = 5;  // as in git

// The folders that `objects` borrows from, as "info/alternates" names them.
std::vector<std::string> lenders_of(const std::string& objects) {
  std::vector<std::string> lenders;
  const auto list = RandomFile::open(objects + "/info/alternates");
  if (!list) return lenders;
  const std::string text = list->read_text(0, list->size());
  for (const std::string_view line : split_lines(text)) {
    if (!line.empty() && line.front() != '#') lenders.push_back((fs::path(objects) / line).lexically_normal().string());
  }
  return lenders;
}

void add_folder(ObjectFolders& folders, const std::string& path, int depth) {
  std::error_code error;
  const std::string folder = fs::canonical(path, error).string();
  if (!error && !fs::is_directory(folder, error) && !error) error = make_error_code(std::errc::not_a_directory);
  if (error) {
    folders.lost = {path, error.message()};
    return;
  }
  if (std::find(folders.paths.begin(), folders.paths.end(), folder) != folders.paths.end()) return;
  folders.paths.push_back(folder);
  if (depth == deepest_borrowing) return;
  for (const std::string& lender : lenders_of(folder)) add_folder(folders, lender, depth + 1);
}

}  // namespace

ObjectFolders find_object_folders(const std::string& folder) {
  ObjectFolders folders;
  add_folder(folders, folder, 0);
  return folders;
}

}  // namespace traff
