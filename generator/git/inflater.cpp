#include "git/inflater.h"

#include <algorithm>
#include <cassert>
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

}  // namespace traff
