#include "disk/blob_index.h"

#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <type_traits>

namespace traff {

namespace {

// The files stay on one machine, so numbers are written as they lie in memory.
constexpr std::string_view index_magic = "traff-blob-index 2\n";
constexpr std::string_view blob_magic = "traff-blobs 2\n";

template <class Value>
void append_value(std::string& out, const Value& value) {
  static_assert(std::is_trivially_copyable_v<Value>);
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

template <class Value>
bool take_value(std::string_view& bytes, Value& value) {
  static_assert(std::is_trivially_copyable_v<Value>);
  if (bytes.size() < sizeof value) return false;
  std::memcpy(&value, bytes.data(), sizeof value);
  bytes.remove_prefix(sizeof value);
  return true;
}

constexpr std::size_t entry_size = 20 + sizeof(std::uint32_t) + 2 * sizeof(std::uint64_t);

void append_entry(std::string& out, const BlobEntry& entry) {
  append_value(out, entry.id);
  append_value(out, entry.size);
  append_value(out, entry.offset);
  append_value(out, entry.check);
}

void take_entry(std::string_view& bytes, BlobEntry& entry) {
  take_value(bytes, entry.id);
  take_value(bytes, entry.size);
  take_value(bytes, entry.offset);
  take_value(bytes, entry.check);
}

bool lies_inside(std::uint64_t offset, std::uint64_t size, std::uint64_t end) {
  return offset <= end && size <= end - offset;
}

bool is_sound(const BlobIndex& index) {
  const auto inside = [&](const BlobEntry& entry) { return lies_inside(entry.offset, entry.size, index.pack_size); };
  const auto not_rising = [](const BlobEntry& a, const BlobEntry& b) { return a.id >= b.id; };
  return std::all_of(index.entries.begin(), index.entries.end(), inside) &&
         std::adjacent_find(index.entries.begin(), index.entries.end(), not_rising) == index.entries.end();
}

}  // namespace

std::uint64_t check_value(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

const BlobEntry* BlobIndex::find(const ContentId& id) const {
  const auto found =
      std::lower_bound(entries.begin(), entries.end(), id,
                       [](const BlobEntry& entry, const ContentId& wanted) { return entry.id < wanted; });
  return found != entries.end() && found->id == id ? &*found : nullptr;
}

std::optional<BlobIndex> parse_blob_index(std::string_view bytes) {
  if (!bytes.starts_with(index_magic)) return std::nullopt;
  std::string_view rest = bytes.substr(index_magic.size());
  std::uint64_t check = 0;
  if (!take_value(rest, check) || check != check_value(rest)) return std::nullopt;
  BlobIndex index;
  const bool whole = take_value(rest, index.generator) && take_value(rest, index.identity) &&
                     take_value(rest, index.pack_size) && rest.size() % entry_size == 0;
  if (!whole) return std::nullopt;
  index.entries.resize(rest.size() / entry_size);
  for (BlobEntry& entry : index.entries) take_entry(rest, entry);
  if (!is_sound(index)) return std::nullopt;
  return index;
}

std::string format_blob_index(const BlobIndex& index) {
  std::string content;
  content.reserve(100 + index.entries.size() * entry_size);
  append_value(content, index.generator);
  append_value(content, index.identity);
  append_value(content, index.pack_size);
  for (const BlobEntry& entry : index.entries) append_entry(content, entry);
  std::string bytes(index_magic);
  append_value(bytes, check_value(content));
  return bytes += content;
}

std::string blob_file_start(const ContentId& identity) {
  std::string start(blob_magic);
  append_value(start, identity);
  return start;
}

}  // namespace traff
