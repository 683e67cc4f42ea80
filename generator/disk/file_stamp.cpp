#include "disk/file_stamp.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace traff {

namespace {

constexpr std::string_view magic = "traff-stamps 1\n";

template <class Number>
void append_number(std::string& out, Number number) {
  out.append(reinterpret_cast<const char*>(&number), sizeof number);
}

template <class Number>
bool take_number(std::string_view& bytes, Number& number) {
  if (bytes.size() < sizeof number) return false;
  std::memcpy(&number, bytes.data(), sizeof number);
  bytes.remove_prefix(sizeof number);
  return true;
}

}  // namespace

std::int64_t in_nanoseconds(const timespec& time) { return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec; }

std::int64_t clock_now_ns() {
  timespec now{};
  ::clock_gettime(CLOCK_REALTIME, &now);
  return in_nanoseconds(now);
}

StampTable::StampTable(std::string_view bytes, std::int64_t written_ns)
    : trusted_before_ns_(written_ns - clock_margin_ns) {
  if (!bytes.starts_with(magic)) return;
  bytes.remove_prefix(magic.size());
  std::uint32_t count = 0;
  if (!take_number(bytes, count)) return;
  entries_.reserve(std::min<std::size_t>(count, bytes.size()));
  while (!bytes.empty()) {
    std::uint32_t path_size = 0;
    Entry entry;
    const bool whole = take_number(bytes, path_size) && take_number(bytes, entry.stamp.size) &&
                       take_number(bytes, entry.stamp.modified_ns) && take_number(bytes, entry.stamp.changed_ns) &&
                       take_number(bytes, entry.stamp.inode) && take_number(bytes, entry.id.bytes) &&
                       path_size <= bytes.size();
    if (!whole) {
      entries_.clear();
      return;
    }
    entries_.emplace(std::string(bytes.substr(0, path_size)), entry);
    bytes.remove_prefix(path_size);
  }
}

std::optional<ContentId> StampTable::find(const std::string& path, const FileStamp& stamp) const {
  const auto found = entries_.find(path);
  if (found == entries_.end() || found->second.stamp != stamp) return std::nullopt;
  if (std::max(stamp.modified_ns, stamp.changed_ns) >= trusted_before_ns_) return std::nullopt;
  return found->second.id;
}

void StampTable::put(std::string path, const FileStamp& stamp, const ContentId& id) {
  entries_.insert_or_assign(std::move(path), Entry{stamp, id});
}

std::string StampTable::format() const {
  std::vector<const std::pair<const std::string, Entry>*> sorted;
  sorted.reserve(entries_.size());
  for (const auto& pair : entries_) sorted.push_back(&pair);
  std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->first < b->first; });
  std::string out(magic);
  append_number(out, static_cast<std::uint32_t>(sorted.size()));
  for (const auto* pair : sorted) {
    append_number(out, static_cast<std::uint32_t>(pair->first.size()));
    append_number(out, pair->second.stamp.size);
    append_number(out, pair->second.stamp.modified_ns);
    append_number(out, pair->second.stamp.changed_ns);
    append_number(out, pair->second.stamp.inode);
    append_number(out, pair->second.id.bytes);
    out += pair->first;
  }
  return out;
}

}  // namespace traff
