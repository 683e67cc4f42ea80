#include "git/crafted_pack.h"

#include <zlib.h>

#include "base/content_id.h"

namespace traff::testing {

namespace {

std::string four(std::uint64_t number) {
  std::string bytes;
  for (const unsigned shift : {24U, 16U, 8U, 0U}) bytes += static_cast<char>(number >> shift & 255U);
  return bytes;
}

std::string summed(std::string bytes) {
  Digest digest(Digest::Kind::sha1);
  digest.add(bytes);
  return bytes + digest.finish();
}

}  // namespace

std::string deflated(const std::string& bytes) {
  std::string packed(compressBound(bytes.size()), '\0');
  uLongf size = packed.size();
  compress2(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size(),
            9);
  packed.resize(size);
  return packed;
}

void CraftedPack::add(const ContentId& id, unsigned kind, std::size_t size, const std::string& before,
                      const std::string& bytes) {
  places[id] = 12 + objects.size();
  auto byte = static_cast<unsigned>(kind << 4U | (size & 15U));
  for (size >>= 4U; size > 0; size >>= 7U) {
    objects += static_cast<char>(byte | 128U);
    byte = static_cast<unsigned>(size & 127U);
  }
  objects += static_cast<char>(byte) + before + deflated(bytes);
}

std::string CraftedPack::pack() const { return summed(std::string("PACK\0\0\0\2", 8) + four(places.size()) + objects); }

std::string CraftedPack::index() const {
  std::string starts;
  std::string names;
  std::string numbers;
  std::string large;
  for (unsigned first = 0; first < 256; ++first) {
    std::size_t count = 0;
    for (const auto& [id, place] : places) count += id.bytes[0] <= first ? 1 : 0;
    starts += four(count);
  }
  for (const auto& [id, place] : places) {
    names.append(reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size());
    const bool is_large = place >= 0x80000000;
    numbers += four(is_large ? 0x80000000 | large.size() / 8 : place);
    if (is_large) large += four(place >> 32U) + four(place);
  }
  const std::string whole_pack = pack();
  return summed(std::string("\377tOc\0\0\0\2", 8) + starts + names + std::string(4 * places.size(), '\0') + numbers +
                large + whole_pack.substr(whole_pack.size() - 20));
}

}  // namespace traff::testing
