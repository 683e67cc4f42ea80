// Where each object lies in a pack: the file "pack-….idx", read once, held against its own sum, kept in memory.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/content_id.h"
#include "git/random_file.h"

namespace traff {

class PackIndex {
 public:
  // Throws ObjectDamage when the file is not whole.
  explicit PackIndex(const RandomFile& file);

  std::uint32_t count() const { return starts_[256]; }
  std::string_view pack_sum() const;  // 20 bytes, as they stand at the end of the pack

  // Throws ObjectDamage when the object is there but its place is none.
  std::optional<std::uint64_t> find(const ContentId& id) const;

  // Those whose name begins with the first `digits` of `start`, joined to `found`: no more than two, which says enough.
  void find(const ContentId& start, std::size_t digits, std::vector<ContentId>& found) const;

 private:
  std::uint32_t number_at(std::size_t offset) const;
  std::string_view name(std::uint32_t position) const;
  std::uint32_t first_not_before(const ContentId& id) const;
  std::uint64_t place(std::uint32_t position) const;
  void read_starts(const RandomFile& file);

  std::string path_;
  std::string bytes_;
  bool is_first_version_ = false;
  std::array<std::uint32_t, 257> starts_{};  // of the names that begin with each byte
};

}  // namespace traff
