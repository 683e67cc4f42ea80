// A file descriptor that closes itself, and writing to it in full.
#pragma once

#include <cstdint>
#include <string_view>

namespace traff {

class OpenFile {
 public:
  OpenFile() = default;
  explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
  OpenFile(OpenFile&& other) noexcept;
  OpenFile& operator=(OpenFile&& other) noexcept;
  ~OpenFile();

  bool is_open() const { return descriptor_ >= 0; }
  int descriptor() const { return descriptor_; }

  // 0 or an errno: the last moment a full disk may speak.
  int close();

 private:
  int descriptor_ = -1;
};

// Regular files only, and never through a link, so that no stranger's name leads elsewhere.
// Not open when it fails; errno says why.
OpenFile open_regular_file(int folder, const char* path, int flags);

// 0 or an errno.
int write_all(int descriptor, std::string_view bytes);
int write_all_at(int descriptor, std::string_view bytes, std::uint64_t offset);

}  // namespace traff
