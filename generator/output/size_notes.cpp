#include "output/size_notes.h"

#include <charconv>

#include "base/text.h"
#include "output/blob_index.h"
#include "output/state_folder.h"
#include "output/whole_file.h"

namespace traff {

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

std::optional<std::uint64_t> find_size_note(const std::string& state_folder, std::string_view name, const ContentId& key) {
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
