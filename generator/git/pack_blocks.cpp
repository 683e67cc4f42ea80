#include "git/pack_blocks.h"

namespace traff {

namespace {

constexpr std::size_t block_size = 32768;

}  // namespace

std::string_view PackBlocks::at(const RandomFile& file, std::uint64_t offset) {
  const std::uint64_t number = offset / block_size;
  Block& block = blocks_[number % blocks_.size()];
  if (block.file != &file || block.number != number) {
    block.file = nullptr;
    block.bytes.resize(block_size);
    block.bytes.resize(file.read(number * block_size, block.bytes.data(), block_size));
    block.file = &file;
    block.number = number;
  }
  const std::size_t begin = offset % block_size;
  return begin < block.bytes.size() ? std::string_view(block.bytes).substr(begin) : std::string_view();
}

}  // namespace traff
