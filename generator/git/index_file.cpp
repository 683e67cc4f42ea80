#include "git/index_file.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/digest.h"
#include "base/failure.h"
#include "git/random_file.h"

namespace traff {

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
    throw Failure("W18", {folder, damage.where});
  }
  throw Failure("W18", {folder, "index"});
}

}  // namespace traff
