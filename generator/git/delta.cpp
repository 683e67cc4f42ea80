#include "git/delta.h"

#include <algorithm>
#include <cstdint>

namespace traff {

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
