#include "disk/state.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <charconv>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "base/content_id.h"
#include "base/text.h"
#include "disk/blob_index.h"
#include "disk/file.h"

namespace traff {

StateFolder::StateFolder(const std::string& path) {
  if (path.empty()) return;
  std::error_code ignored;
  std::filesystem::create_directories(path, ignored);
  folder_ = OpenFile(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
  struct stat hider{};  // empty after a power cut
  const bool hides =
      folder_.is_open() && ::fstatat(descriptor(), ".gitignore", &hider, AT_SYMLINK_NOFOLLOW) == 0 && hider.st_size > 0;
  if (folder_.is_open() && !hides) write(".gitignore", "*\n");
}

bool StateFolder::write(const std::string& name, std::string_view bytes) const {
  return is_open() && write_whole_file(descriptor(), name, temporary_name(name), bytes) == 0;
}

std::string StateFolder::temporary_name(const std::string& name) { return std::string(temporary_prefix) + name; }

namespace fs = std::filesystem;

namespace {

// What a file begins with, so that a damaged one is known.
std::string check_of(std::string_view bytes) {
  const ContentId id = content_id(bytes);
  return {id.bytes.begin(), id.bytes.end()};
}

}  // namespace

bool make_state_folder(const std::string& folder) {
  std::error_code error;
  fs::create_directory(folder, error);
  if (!fs::is_directory(fs::symlink_status(folder, error))) return false;
  const std::string ignore_file = folder + "/.gitignore";
  if (!fs::exists(fs::symlink_status(ignore_file, error))) std::ofstream(ignore_file) << "*\n";
  return true;
}

void write_state_file(const std::string& state_folder, const std::string& name, std::string_view bytes) {
  if (state_folder.empty() || !make_state_folder(state_folder)) return;
  const std::string path = state_folder + "/" + name;
  const std::string unfinished = path + "." + std::to_string(::getpid());
  std::error_code error;
  fs::remove(unfinished, error);
  bool whole = false;
  {
    std::ofstream out(unfinished, std::ios::binary);
    out << check_of(bytes) << bytes;
    whole = static_cast<bool>(out.flush());
  }
  if (whole) fs::rename(unfinished, path, error);
  if (!whole || error) fs::remove(unfinished, error);
}

std::optional<std::string> read_state_file(const std::string& state_folder, const std::string& name) {
  DiskRead read = read_disk_file(state_folder + "/" + name);
  const std::size_t check_size = ContentId{}.bytes.size();
  if (read.error != 0 || read.bytes.size() < check_size) return std::nullopt;
  std::string bytes = read.bytes.substr(check_size);
  if (!read.bytes.starts_with(check_of(bytes))) return std::nullopt;
  return bytes;
}

namespace {

namespace fs = std::filesystem;

std::string stamp_path(const std::string& state_folder) { return state_folder + "/source.stamps"; }

void set_modified(const std::string& path, std::int64_t nanoseconds) {
  timespec time{};
  time.tv_sec = nanoseconds / 1'000'000'000;
  time.tv_nsec = nanoseconds % 1'000'000'000;
  const timespec both[] = {time, time};
  ::utimensat(AT_FDCWD, path.c_str(), both, 0);
}

}  // namespace

StampTable load_stamps(const std::string& state_folder) {
  const DiskRead read = read_disk_file(stamp_path(state_folder));
  return read.error == 0 ? StampTable(read.bytes, read.stamp.modified_ns) : StampTable();
}

void write_stamps(const std::string& state_folder, const StampTable& stamps, std::int64_t seen_ns) {
  if (!make_state_folder(state_folder)) return;
  const std::string unfinished = stamp_path(state_folder) + "." + std::to_string(::getpid());
  std::error_code error;
  fs::remove(unfinished, error);
  {
    std::ofstream out(unfinished, std::ios::binary);
    out << stamps.format();
    if (!out.flush()) {
      fs::remove(unfinished, error);
      return;
    }
  }
  set_modified(unfinished, seen_ns);
  fs::rename(unfinished, stamp_path(state_folder), error);
}

WrittenStamps::WrittenStamps(const std::string& state_folder, const std::string& absolute_site_folder)
    : folder_(state_folder), name_("site-" + to_hex(content_id(absolute_site_folder)) + ".stamps") {}

StampTable WrittenStamps::load() const {
  if (!folder_.is_open()) return {};
  const auto loaded = load_whole_file(folder_.descriptor(), name_);
  if (!loaded) return {};
  return StampTable(loaded->bytes, loaded->stamp.modified_ns);
}

void WrittenStamps::save(const StampTable& table) const {
  if (folder_.is_open()) folder_.write(name_, table.format());
}

namespace {

constexpr std::size_t most_kept = 8;  // lines: of builds with other addresses, of other revisions
constexpr std::size_t id_length = 40;

std::string read_notes(const StateFolder& folder, std::string_view name) {
  if (!folder.is_open()) return {};
  auto loaded = load_whole_file(folder.descriptor(), std::string(name));
  return loaded ? std::move(loaded->bytes) : std::string();
}

bool is_note_of(std::string_view line, const ContentId& key) { return line.starts_with(to_hex(key) + " "); }

// With what tells a damaged one from a whole one at its end.
std::string note_of(const ContentId& key, std::uint64_t size) {
  const std::string note = to_hex(key) + " " + std::to_string(size);
  return note + " " + std::to_string(check_value(note));
}

}  // namespace

std::optional<std::uint64_t> find_size_note(const std::string& state_folder, std::string_view name,
                                            const ContentId& key) {
  const std::string notes = read_notes(StateFolder(state_folder), name);
  for (const std::string_view line : split_lines(notes)) {
    if (!is_note_of(line, key)) continue;
    const std::string_view digits = line.substr(id_length + 1);
    std::uint64_t size = 0;
    const std::errc error = std::from_chars(digits.data(), digits.data() + digits.size(), size).ec;
    if (error == std::errc() && line == note_of(key, size)) return size;
  }
  return std::nullopt;
}

void keep_size_note(const std::string& state_folder, std::string_view name, const ContentId& key, std::uint64_t size) {
  const StateFolder folder(state_folder);
  const std::string before = read_notes(folder, name);
  std::string notes = note_of(key, size) + "\n";
  std::size_t kept = 1;
  for (const std::string_view line : split_lines(before)) {
    if (is_note_of(line, key) || kept++ >= most_kept) continue;
    notes += std::string(line) + "\n";
  }
  if (notes != before) folder.write(std::string(name), notes);
}

}  // namespace traff
