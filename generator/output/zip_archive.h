// ZIP files that any computer opens: the same bytes for the same files, whoever makes them and whenever.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"

namespace traff {

// One file as it stands in the archive.
struct ZipMember {
  std::string path;  // '/' between folders, UTF-8
  std::uint32_t check = 0;
  std::uint64_t size = 0;  // unpacked
  bool deflated = false;   // false: stored as it is, since packing gained nothing
  std::string bytes;       // packed
};

// Pure; safe from several threads.
ZipMember make_member(std::string path, std::string_view bytes);

// `seconds` is the time every file bears, UTC since 1970; what a ZIP cannot say becomes 1980. Throws Failure W93 when
// the files are too large or too many.
std::string make_zip(std::span<const ZipMember> members, std::int64_t seconds);

// What a ZIP file of make_zip's holds; any other is refused. Nothing is unpacked further than the size the archive
// itself gives.
class ZipReader {
 public:
  // `bytes` must outlive this. Throws Failure W91 naming `shown`.
  ZipReader(std::string_view bytes, std::string shown);
  ZipReader(std::string&& bytes, std::string shown) = delete;

  struct Entry {
    std::string path;
    std::uint32_t check = 0;
    std::uint64_t size = 0;
    std::uint64_t packed_size = 0;
    std::uint64_t begin = 0;  // of its packed bytes
    bool deflated = false;
  };
  const std::vector<Entry>& entries() const { return entries_; }

  // Gives the bytes piece by piece. Throws Failure W91 when they are damaged.
  void read(const Entry& entry, const std::function<void(std::string_view)>& take) const;

 private:
  [[noreturn]] void refuse(const Phrase& why) const;
  [[noreturn]] void refuse_list() const;
  void read_list(std::string_view list, std::size_t count);
  void compare_heads() const;

  std::string_view bytes_;
  std::string shown_;
  std::vector<Entry> entries_;
};

}  // namespace traff
