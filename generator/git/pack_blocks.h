// The parts of packs read lately, for one thread: what is asked for next mostly lies near what was.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "git/random_file.h"

namespace traff {

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

}  // namespace traff
