#include "git/index_file.h"

#include <cstdint>
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

bool is_whole(std::string_view bytes) {
  if (bytes.size() < head_size + sum_size || !bytes.starts_with("DIRC")) return false;
  std::uint64_t count = 0;
  for (const char byte : bytes.substr(8, 4)) count = count << 8U | static_cast<std::uint8_t>(byte);
  if (count > bytes.size() / least_entry) return false;
  Digest digest(Digest::Kind::sha1);
  digest.add(bytes.substr(0, bytes.size() - sum_size));
  return digest.finish() == bytes.substr(bytes.size() - sum_size);
}

bool is_absent_or_whole(const std::string& path) {
  const auto file = RandomFile::open(path);
  return !file || is_whole(file->read_text(0, file->size()));
}

}  // namespace

void require_whole_index(git_repository& repository) {
  const std::string folder = git_repository_path(&repository);
  try {
    if (!is_absent_or_whole(folder + "index")) throw Failure("W18", {folder, "index"});
  } catch (const ObjectDamage& damage) {
    throw Failure("W18", {folder, damage.where});
  }
}

}  // namespace traff
