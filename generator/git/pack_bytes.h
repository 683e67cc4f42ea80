// What the bytes of packs and loose objects are made of: pieces read, inflated, and put together from deltas.
#pragma once

#include <git2.h>
#include <git2/sys/odb_backend.h>
#include <zlib.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "git/random_file.h"

namespace traff {

// An object as it was stored: what it is, and its bytes in memory that libgit2 can be given.
class ObjectBytes {
 public:
  ObjectBytes(git_object_t type, std::size_t size)
      : type_(type), size_(size), bytes_(static_cast<char*>(git_odb_backend_data_alloc(nullptr, size + 1))) {
    if (!bytes_) throw std::bad_alloc();
    bytes_.get()[size] = '\0';  // libgit2's parsers may look there
  }

  git_object_t type() const { return type_; }
  std::size_t size() const { return size_; }
  char* data() { return bytes_.get(); }
  const char* data() const { return bytes_.get(); }
  char* release() { return bytes_.release(); }

 private:
  struct Free {
    void operator()(char* bytes) const { git_odb_backend_data_free(nullptr, bytes); }
  };

  git_object_t type_;
  std::size_t size_;
  std::unique_ptr<char, Free> bytes_;
};

struct ObjectHead {
  git_object_t type = GIT_OBJECT_INVALID;
  std::size_t size = 0;
};

// The parts of packs read lately, for one thread: what is asked for next mostly lies near what was.

class PackBlocks {
 public:
  // What the file has from `offset` on: at least one byte and no more than a block, or nothing at its end. Good until
  // the next call. `file` must be the same one for as long as this is used. Throws ObjectDamage when it cannot be read.
  std::string_view at(const RandomFile& file, std::uint64_t offset);

 private:
  struct Block {
    const RandomFile* file = nullptr;
    std::uint64_t number = 0;
    std::string bytes;
  };
  std::array<Block, 64> blocks_;
};

// What zlib packed, taken out piece by piece: it ends with the file, and asks for no more memory than it is given.

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

// An object told as another one and what to change in it, as packs hold most of them.

struct DeltaSizes {
  std::size_t base = 0;
  std::size_t result = 0;
  std::size_t head = 0;  // how many bytes say so
};

// Nothing when `delta` does not begin so.
std::optional<DeltaSizes> read_delta_sizes(std::string_view delta);

// Writes exactly the result's size to `result`, which has room for it; false when the delta is damaged or not of
// `base`.
[[nodiscard]] bool apply_delta(std::string_view base, std::string_view delta, char* result);

}  // namespace traff
