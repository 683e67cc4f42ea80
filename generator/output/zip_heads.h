// The heads of a ZIP file as they are written here: what stands before each file, and the list at the end. One time for
// all, no flag but that names are UTF-8, nothing that would make a file anything but an ordinary one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace traff {

struct ZipHead {
  std::string_view path;
  std::uint32_t check = 0;
  std::uint64_t size = 0;
  std::uint64_t packed_size = 0;
  bool deflated = false;
};

// `time` is as DOS counts, as it stands in the file.
void put_local_head(std::string& out, const ZipHead& head, std::uint32_t time);
void put_central_head(std::string& out, const ZipHead& head, std::uint32_t time, std::uint64_t offset);
void put_end(std::string& out, std::size_t count, std::uint64_t list_begin, std::uint64_t list_size);

}  // namespace traff
