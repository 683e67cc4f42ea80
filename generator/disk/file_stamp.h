// What the file system says of a file without reading it, and a table of which content went with
// which stamp: the way to know a file's id for the price of a stat. The same idea as git's index.
#pragma once

#include <time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/content_id.h"

namespace traff {

// File systems stamp with a clock that ticks this coarsely: what was changed so shortly before it was
// looked at may change again under the same stamp.
inline constexpr std::int64_t clock_margin_ns = 20'000'000;

std::int64_t in_nanoseconds(const timespec& time);

// The wall clock, as file systems use it for stamps.
std::int64_t clock_now_ns();

struct FileStamp {
  std::uint64_t size = 0;
  std::int64_t modified_ns = 0;
  std::int64_t changed_ns = 0;
  std::uint64_t inode = 0;
  bool operator==(const FileStamp&) const = default;
};

class StampTable {
 public:
  StampTable() = default;

  // `bytes` as format() gave them; malformed bytes give an empty table. `written_ns` is the
  // modification time of the table's own file: a stamp younger than that (less a margin for coarse
  // file system clocks) may hide a later change and is not trusted.
  StampTable(std::string_view bytes, std::int64_t written_ns);

  // The id of the content the file had when it last bore exactly this stamp.
  std::optional<ContentId> find(const std::string& path, const FileStamp& stamp) const;

  void put(std::string path, const FileStamp& stamp, const ContentId& id);

  // The same bytes for the same entries.
  std::string format() const;

 private:
  struct Entry {
    FileStamp stamp;
    ContentId id;
  };
  std::unordered_map<std::string, Entry> entries_;
  std::int64_t trusted_before_ns_ = 0;
};

}  // namespace traff
