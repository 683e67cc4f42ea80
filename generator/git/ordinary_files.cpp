#include "git/ordinary_files.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include "base/content_id.h"
#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "base/text.h"
#include "git/random_file.h"

namespace traff {

namespace {

namespace fs = std::filesystem;

bool is_ordinary(fs::file_type type) {
  return type != fs::file_type::fifo && type != fs::file_type::character && type != fs::file_type::block &&
         type != fs::file_type::socket;
}

// Git may take a folder away meanwhile, and what may not be entered nobody waits in.
bool is_passed_over(const std::error_code& error) {
  return error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory ||
         error == std::errc::permission_denied;
}

void require_ordinary_below(const fs::path& folder) {
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code gone;
    const fs::file_type type = entry->symlink_status(gone).type();
    if (type == fs::file_type::directory) {
      require_ordinary_below(entry->path());
    } else if (type != fs::file_type::regular) {
      require_ordinary_file(entry->path().string());
    }
  }
  if (error && !is_passed_over(error)) throw Failure(code::W1(folder.string(), error.message()));
}

void require_ordinary_in(const fs::path& folder) {
  for (const char* name : {"HEAD", "config", "config.worktree", "packed-refs", "index", "shallow", "commondir",
                           "gitdir", "info/exclude", "info/attributes", "info/grafts"}) {
    require_ordinary_file((folder / name).string());
  }
  for (const char* name : {"refs", "logs"}) require_ordinary_below(folder / name);
}

// Without blanks around it; empty when there is no such file, or none that can be read.
std::string text_of(const fs::path& file) {
  try {
    const auto opened = RandomFile::open(file.string());
    return opened ? std::string(trim(opened->read_text(0, opened->size()))) : "";
  } catch (const ObjectDamage&) {
    return "";  // libgit2 has the words for it
  }
}

}  // namespace

void require_ordinary_file(const std::string& path) {
  std::error_code error;
  if (!is_ordinary(fs::status(path, error).type())) throw Failure(code::W70(path));
}

void require_ordinary_files(const std::string& path) {
  std::error_code error;
  const fs::path folder = fs::is_directory(fs::path(path) / ".git", error) ? fs::path(path) / ".git" : fs::path(path);
  require_ordinary_in(folder);
  const std::string common = text_of(folder / "commondir");  // whose working folder this is
  if (!common.empty()) require_ordinary_in(folder / common);
}

namespace {

constexpr std::size_t head_size = 12;  // "DIRC", the version, how many files
constexpr std::size_t sum_size = 20;
constexpr std::size_t least_entry = 62;  // of a file, before its path

// Git leaves it out when told so (index.skipHash).
bool has_right_sum(std::string_view bytes) {
  const std::string_view sum = bytes.substr(bytes.size() - sum_size);
  if (sum == std::string(sum_size, '\0')) return true;
  Digest digest(Digest::Kind::sha1);
  digest.add(bytes.substr(0, bytes.size() - sum_size));
  return digest.finish() == sum;
}

// Nothing when it is not whole.
std::optional<std::size_t> count_entries(std::string_view bytes) {
  if (bytes.size() < head_size + sum_size || !bytes.starts_with("DIRC")) return std::nullopt;
  std::size_t count = 0;
  for (const char byte : bytes.substr(8, 4)) count = count << 8U | static_cast<std::uint8_t>(byte);
  if (count > bytes.size() / least_entry || !has_right_sum(bytes)) return std::nullopt;
  return count;
}

std::optional<std::size_t> count_entries_at(const std::string& path) {
  const auto file = RandomFile::open(path);
  return file ? count_entries(file->read_text(0, file->size())) : 0;
}

}  // namespace

std::size_t require_whole_index(git_repository& repository) {
  const std::string folder = git_repository_path(&repository);
  try {
    if (const auto count = count_entries_at(folder + "index")) return *count;
  } catch (const ObjectDamage& damage) {
    throw Failure(code::W18(folder, damage.where));
  }
  throw Failure(code::W18(folder, "index"));
}

}  // namespace traff
