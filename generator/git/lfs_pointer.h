// A file of git LFS that was not fetched: a note of where the bytes are, never the bytes.
#pragma once

#include <cstdint>
#include <string_view>

namespace traff {

inline constexpr std::size_t lfs_pointer_limit = 1024;

inline bool is_lfs_pointer(std::string_view bytes) {
  return bytes.size() < lfs_pointer_limit && bytes.starts_with("version https://git-lfs.github.com/spec/");
}

// Pages are not kept in LFS and need not be asked.
inline bool may_go_to_lfs(std::string_view path) { return !path.ends_with(".md"); }

}  // namespace traff
