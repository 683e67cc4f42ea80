#include "git/pack_bytes.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <new>

namespace traff {

namespace {

constexpr std::size_t input_size = 65536;
constexpr std::size_t most_at_once = 1U << 30U;  // zlib counts in 32 bits

}  // namespace

Inflater::Inflater() : input_(input_size) {
  if (inflateInit(&stream_) != Z_OK) throw std::bad_alloc();
}

Inflater::~Inflater() { inflateEnd(&stream_); }

void Inflater::start(const RandomFile& file) {
  [[maybe_unused]] const int code = inflateReset(&stream_);
  assert(code == Z_OK);
  stream_.avail_in = 0;
  file_ = &file;
  blocks_ = nullptr;
  offset_ = 0;
  limit_ = file.size();
  is_at_end_ = false;
}

void Inflater::start(const RandomFile& file, std::uint64_t offset, std::uint64_t end, PackBlocks& blocks) {
  start(file);
  blocks_ = &blocks;
  offset_ = offset;
  limit_ = end;
}

std::string_view Inflater::next_input() {
  const std::uint64_t left = offset_ < limit_ ? limit_ - offset_ : 0;
  if (blocks_ != nullptr) return blocks_->at(*file_, offset_).substr(0, left);
  return {input_.data(), file_->read(offset_, input_.data(), std::min<std::uint64_t>(input_.size(), left))};
}

std::size_t Inflater::read(char* bytes, std::size_t count) {
  std::size_t filled = 0;
  while (filled < count && !is_at_end_) {
    if (stream_.avail_in == 0) {
      const std::string_view input = next_input();
      if (input.empty()) file_->fail();  // cut off
      offset_ += input.size();
      // zlib's own words for "only read"
      stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
      stream_.avail_in = static_cast<uInt>(input.size());
    }
    const auto room = static_cast<uInt>(std::min(count - filled, most_at_once));
    stream_.next_out = reinterpret_cast<Bytef*>(bytes + filled);
    stream_.avail_out = room;
    const int code = inflate(&stream_, Z_NO_FLUSH);
    filled += room - stream_.avail_out;
    is_at_end_ = code == Z_STREAM_END;
    // Without input left it has not seen all yet; with some it does not get on.
    if (code != Z_OK && !is_at_end_ && !(code == Z_BUF_ERROR && stream_.avail_in == 0)) file_->fail();
  }
  return filled;
}

void Inflater::read_last(char* bytes, std::size_t count) {
  char more = 0;
  if (read(bytes, count) != count || read(&more, 1) != 0) file_->fail();
}

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

namespace {

// Seven bits a byte, the least first.
std::optional<std::size_t> take_size(std::string_view& bytes) {
  std::size_t size = 0;
  for (unsigned shift = 0; !bytes.empty() && shift < 63; shift += 7) {
    const auto byte = static_cast<std::uint8_t>(bytes.front());
    bytes.remove_prefix(1);
    size |= std::size_t{byte & 127U} << shift;
    if (byte < 128) return size;
  }
  return std::nullopt;
}

struct Copy {
  std::size_t offset = 0;
  std::size_t size = 0;
};

// Each bit of `command` says whether a byte of the offset, then of the size, follows.
std::optional<Copy> take_copy(unsigned command, std::string_view& delta) {
  Copy copy;
  for (unsigned i = 0; i < 7; ++i) {
    if ((command >> i & 1U) == 0) continue;
    if (delta.empty()) return std::nullopt;
    const std::size_t byte = static_cast<std::uint8_t>(delta.front());
    delta.remove_prefix(1);
    (i < 4 ? copy.offset : copy.size) |= byte << 8 * (i < 4 ? i : i - 4);
  }
  if (copy.size == 0) copy.size = 0x10000;
  return copy;
}

}  // namespace

std::optional<DeltaSizes> read_delta_sizes(std::string_view delta) {
  const std::size_t whole = delta.size();
  const auto base = take_size(delta);
  const auto result = base ? take_size(delta) : std::nullopt;
  if (!result) return std::nullopt;
  return DeltaSizes{*base, *result, whole - delta.size()};
}

bool apply_delta(std::string_view base, std::string_view delta, char* result) {
  const auto sizes = read_delta_sizes(delta);
  if (!sizes || sizes->base != base.size()) return false;
  delta.remove_prefix(sizes->head);
  std::size_t left = sizes->result;
  while (!delta.empty()) {
    const auto command = static_cast<std::uint8_t>(delta.front());
    delta.remove_prefix(1);
    std::string_view piece = delta.substr(0, command);
    if (command >= 128) {
      const auto copy = take_copy(command, delta);
      if (!copy || copy->offset > base.size() || copy->size > base.size() - copy->offset) return false;
      piece = base.substr(copy->offset, copy->size);
    } else if (command == 0 || piece.size() < command) {
      return false;
    } else {
      delta.remove_prefix(command);
    }
    if (piece.size() > left) return false;
    result = std::copy(piece.begin(), piece.end(), result);
    left -= piece.size();
  }
  return left == 0;
}

}  // namespace traff
