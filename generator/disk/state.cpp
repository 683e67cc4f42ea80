#include "disk/state.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <filesystem>
#include <system_error>

#include "base/content_id.h"
#include "base/text.h"
#include "disk/blob_index.h"
#include "disk/file.h"
#include "disk/new_files.h"

namespace traff {

namespace {

constexpr std::int64_t day_ns = 86'400'000'000'000;

// "<prefix><process>-<name>"; nothing for another form.
std::optional<pid_t> process_in(std::string_view temporary) {
  temporary.remove_prefix(temporary_prefix.size());
  pid_t process = 0;
  const auto [end, error] = std::from_chars(temporary.data(), temporary.data() + temporary.size(), process);
  const bool is_named =
      error == std::errc() && process > 0 && end != temporary.data() + temporary.size() && *end == '-';
  return is_named ? std::optional(process) : std::nullopt;
}

bool is_leftover(int folder, const std::string& name) {
  if (!name.starts_with(temporary_prefix)) return false;
  const auto process = process_in(name);
  if (process && ::kill(*process, 0) != 0 && errno == ESRCH) return true;
  struct stat status{};
  return ::fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 &&
         in_nanoseconds(status.st_mtim) < clock_now_ns() - day_ns;
}

void remove_leftovers(int folder) {
  for (const std::string& name : load_folder_names(folder).names) {
    if (is_leftover(folder, name)) ::unlinkat(folder, name.c_str(), 0);
  }
}

}  // namespace

StateFolder::StateFolder(const std::string& path) {
  if (path.empty()) return;
  std::error_code ignored;
  std::filesystem::create_directories(path, ignored);
  folder_ = OpenFile(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
  if (!is_open()) return;
  remove_leftovers(descriptor());
  struct stat hider{};  // empty after a power cut
  const bool hides = ::fstatat(descriptor(), ".gitignore", &hider, AT_SYMLINK_NOFOLLOW) == 0 && hider.st_size > 0;
  if (!hides) write(".gitignore", "*\n");
}

bool StateFolder::write(const std::string& name, std::string_view bytes) const {
  return is_open() && write_whole_file(descriptor(), name, temporary_name(name), bytes) == 0;
}

std::string StateFolder::temporary_name(const std::string& name) {
  return std::string(temporary_prefix) + std::to_string(::getpid()) + "-" + name;
}

namespace {

// What a file begins with, so that a damaged one is known.
std::string check_of(std::string_view bytes) {
  const ContentId id = content_id(bytes);
  return {id.bytes.begin(), id.bytes.end()};
}

}  // namespace

void write_state_file(const std::string& state_folder, const std::string& name, std::string_view bytes) {
  StateFolder(state_folder).write(name, check_of(bytes).append(bytes));
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

constexpr const char* stamps_name = "source.stamps";

}  // namespace

StampTable load_stamps(const std::string& state_folder) {
  const std::string bytes = read_state_file(state_folder, stamps_name).value_or("");
  std::int64_t seen_ns = 0;
  const auto [end, error] = std::from_chars(bytes.data(), bytes.data() + bytes.size(), seen_ns);
  if (error != std::errc() || end == bytes.data() + bytes.size()) return {};
  return {std::string_view(bytes).substr(static_cast<std::size_t>(end - bytes.data()) + 1), seen_ns};
}

void write_stamps(const std::string& state_folder, const StampTable& stamps, std::int64_t seen_ns) {
  write_state_file(state_folder, stamps_name, std::to_string(seen_ns) + "\n" + stamps.format());
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
