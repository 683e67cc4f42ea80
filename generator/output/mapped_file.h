// The beginning of a file as memory: read by the kernel as it is looked at, and no copy of ours.
#pragma once

#include <cstddef>
#include <string_view>

namespace traff {

class MappedFile {
 public:
  MappedFile() = default;

  // The first `size` bytes of an open file, which must have as many. Empty when the kernel refuses.
  MappedFile(int descriptor, std::size_t size);
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  std::string_view bytes() const { return {start_, size_}; }

  // Gives back the memory of what was looked at; looked at again, it is read again.
  void release() const;

 private:
  const char* start_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace traff
