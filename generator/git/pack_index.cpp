#include "git/pack_index.h"

#include <algorithm>

#include "base/digest.h"

namespace traff {

namespace {

constexpr std::string_view second_version{"\377tOc\0\0\0\2", 8};
constexpr std::size_t id_size = 20;
constexpr std::size_t starts_size = 256 * 4;
constexpr std::size_t sums_size = 2 * id_size;
constexpr std::size_t first_stride = 4 + id_size;       // the place, then the name
constexpr std::size_t second_stride = id_size + 4 + 4;  // name, check value and place, in a table each
constexpr std::uint32_t is_large = 0x80000000;          // then the place stands in one more table

std::string_view raw(const ContentId& id) { return {reinterpret_cast<const char*>(id.bytes.data()), id_size}; }

bool is_whole(std::string_view bytes) {
  Digest digest(Digest::Kind::sha1);
  digest.add(bytes.substr(0, bytes.size() - id_size));
  return digest.finish() == bytes.substr(bytes.size() - id_size);
}

}  // namespace

PackIndex::PackIndex(const RandomFile& file) : path_(file.path()) {
  if (file.size() < starts_size + sums_size) file.fail();
  bytes_ = file.read_text(0, file.size());
  is_first_version_ = !std::string_view(bytes_).starts_with(second_version.substr(0, 4));
  const bool is_known = is_first_version_ || std::string_view(bytes_).starts_with(second_version);
  if (!is_known || !is_whole(bytes_)) file.fail();
  read_starts(file);
  const std::size_t needed = (is_first_version_ ? 0 : second_version.size()) + starts_size + sums_size +
                             std::size_t{count()} * (is_first_version_ ? first_stride : second_stride);
  const bool fits =
      is_first_version_ ? bytes_.size() == needed : bytes_.size() >= needed && (bytes_.size() - needed) % 8 == 0;
  if (!fits) file.fail();
}

void PackIndex::read_starts(const RandomFile& file) {
  const std::size_t table = is_first_version_ ? 0 : second_version.size();
  if (bytes_.size() < table + starts_size + sums_size) file.fail();
  for (std::size_t i = 0; i < 256; ++i) {
    starts_[i + 1] = number_at(table + 4 * i);
    if (starts_[i + 1] < starts_[i]) file.fail();
  }
}

std::uint32_t PackIndex::number_at(std::size_t offset) const {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) number = number << 8U | static_cast<std::uint8_t>(bytes_[offset + i]);
  return number;
}

std::string_view PackIndex::pack_sum() const {
  return std::string_view(bytes_).substr(bytes_.size() - sums_size, id_size);
}

std::string_view PackIndex::name(std::uint32_t position) const {
  const std::size_t offset = is_first_version_ ? starts_size + position * first_stride + 4
                                               : second_version.size() + starts_size + position * id_size;
  return std::string_view(bytes_).substr(offset, id_size);
}

std::uint32_t PackIndex::first_not_before(const ContentId& id) const {
  std::uint32_t low = starts_[id.bytes[0]];
  std::uint32_t high = starts_[id.bytes[0] + 1U];
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    name(middle) < raw(id) ? low = middle + 1 : high = middle;
  }
  return low;
}

std::uint64_t PackIndex::place(std::uint32_t position) const {
  if (is_first_version_) return number_at(starts_size + position * first_stride);
  const std::size_t places = second_version.size() + starts_size + count() * (id_size + 4);
  const std::uint32_t number = number_at(places + position * std::size_t{4});
  if ((number & is_large) == 0) return number;
  const std::size_t large = places + count() * std::size_t{4} + std::size_t{number ^ is_large} * 8;
  if (large + 8 > bytes_.size() - sums_size) throw ObjectDamage{path_};
  return std::uint64_t{number_at(large)} << 32U | number_at(large + 4);
}

std::optional<std::uint64_t> PackIndex::find(const ContentId& id) const {
  const std::uint32_t position = first_not_before(id);
  if (position == count() || name(position) != raw(id)) return std::nullopt;
  return place(position);
}

void PackIndex::find(const ContentId& start, std::size_t digits, std::vector<ContentId>& found) const {
  const std::string hex = to_hex(start);
  const std::uint32_t first = first_not_before(start);
  for (std::uint32_t position = first; position < count() && position < first + 2; ++position) {
    ContentId id;
    std::copy_n(name(position).begin(), id_size, id.bytes.begin());
    if (to_hex(id).compare(0, digits, hex, 0, digits) == 0) found.push_back(id);
  }
}

}  // namespace traff
