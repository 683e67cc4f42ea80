// What zlib packed, taken out piece by piece: it ends with the file, and asks for no more memory than it is given.
#pragma once

#include <zlib.h>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "git/pack_blocks.h"
#include "git/random_file.h"

namespace traff {

// What is larger is no object: 4 GB in memory at once.
inline constexpr std::uint64_t largest_object = 0xFFFFFFFF;

// Whether so many bytes may come of so few: zlib packs 1032 into one at most.
constexpr bool may_inflate_to(std::uint64_t packed, std::uint64_t size) {
  return size <= largest_object && size / 1032 <= packed;
}

class Inflater {
 public:
  Inflater();
  ~Inflater();
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  // Begins with the whole file, which must outlive the reading.
  void start(const RandomFile& file);

  // Begins with what lies from `offset` to before `end` in a pack.
  void start(const RandomFile& file, std::uint64_t offset, std::uint64_t end, PackBlocks& blocks);

  // Fewer than `count` bytes where the stream ends. Throws ObjectDamage when it is damaged or cut off.
  std::size_t read(char* bytes, std::size_t count);

  // Throws ObjectDamage unless there are exactly so many left.
  void read_last(char* bytes, std::size_t count);

  // Just after the stream; only after read_last.
  std::uint64_t end() const { return offset_ - stream_.avail_in; }

 private:
  std::string_view next_input();

  z_stream stream_{};
  std::vector<char> input_;
  const RandomFile* file_ = nullptr;
  PackBlocks* blocks_ = nullptr;  // null for a whole file
  std::uint64_t offset_ = 0;      // of what is read next
  std::uint64_t limit_ = 0;
  bool is_at_end_ = false;
};

}  // namespace traff
