#include <zlib.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/failure.h"
#include "output/zip_archive.h"
#include "output/zip_format.h"

namespace traff {

namespace {

using namespace zip_format;

std::uint32_t number16(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at]) | static_cast<unsigned char>(bytes[at + 1]) << 8U);
}

std::uint32_t number32(std::string_view bytes, std::size_t at) { return number16(bytes, at) | number16(bytes, at + 2) << 16U; }

struct EndInflate {
  void operator()(z_stream* stream) const {
    inflateEnd(stream);
    delete stream;
  }
};

}  // namespace

void ZipReader::refuse(const char* sv, const char* en) const { throw Failure("W91", {shown_, sv, en}); }

ZipReader::ZipReader(std::string_view bytes, std::string shown) : bytes_(bytes), shown_(std::move(shown)) {
  const bool has_end = bytes.size() >= end_size && number32(bytes, bytes.size() - end_size) == end_mark;
  if (!has_end) refuse("slutet saknas", "its end is missing");
  const std::string_view end = bytes.substr(bytes.size() - end_size);
  const std::size_t count = number16(end, 10);
  const std::uint64_t central = number32(end, 16);
  if (central + number32(end, 12) != bytes.size() - end_size) refuse("den är avklippt eller har fått något tillagt", "it is cut off or something was added");
  std::string_view rest = bytes.substr(central, bytes.size() - end_size - central);
  for (std::size_t i = 0; i < count; ++i) {
    if (rest.size() < central_size || number32(rest, 0) != central_mark) refuse("listan över filer är skadad", "the list of files is damaged");
    const std::size_t name = number16(rest, 28);
    const std::size_t size = central_size + name + number16(rest, 30) + number16(rest, 32);
    if (rest.size() < size) refuse("listan över filer är skadad", "the list of files is damaged");
    const std::uint32_t method = number16(rest, 10);
    if (method != stored && method != zip_format::deflate) refuse("en fil är packad på ett okänt sätt", "a file is packed in an unknown way");
    entries_.push_back({std::string(rest.substr(central_size, name)), number32(rest, 16), number32(rest, 24), number32(rest, 20),
                        number32(rest, 42), method == zip_format::deflate});
    rest.remove_prefix(size);
  }
  if (!rest.empty()) refuse("listan över filer är skadad", "the list of files is damaged");
}

std::string_view ZipReader::packed(const Entry& entry) const {
  if (entry.offset + local_size > bytes_.size() || number32(bytes_, entry.offset) != local_mark) refuse("en fil är skadad", "a file is damaged");
  const std::uint64_t begin = entry.offset + local_size + number16(bytes_, entry.offset + 26) + number16(bytes_, entry.offset + 28);
  const bool same_name = bytes_.substr(entry.offset + local_size, entry.path.size()) == entry.path;
  if (!same_name || begin + entry.packed_size > bytes_.size()) refuse("en fil är skadad", "a file is damaged");
  return bytes_.substr(begin, entry.packed_size);
}

void ZipReader::read(const Entry& entry, const std::function<void(std::string_view)>& take) const {
  const std::string_view source = packed(entry);
  uLong check = crc32(0, nullptr, 0);
  std::uint64_t given = 0;
  const auto give = [&](std::string_view part) {
    given += part.size();
    if (given > entry.size) refuse("en fil är skadad", "a file is damaged");
    check = crc32_z(check, reinterpret_cast<const Bytef*>(part.data()), part.size());
    take(part);
  };
  if (!entry.deflated) {
    give(source);
  } else {
    const std::unique_ptr<z_stream, EndInflate> stream(new z_stream{});
    if (inflateInit2(stream.get(), -MAX_WBITS) != Z_OK) refuse("en fil är skadad", "a file is damaged");
    stream->next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(source.data()));
    stream->avail_in = static_cast<uInt>(source.size());
    std::array<char, 65'536> part;
    for (int code = Z_OK; code != Z_STREAM_END;) {
      stream->next_out = reinterpret_cast<Bytef*>(part.data());
      stream->avail_out = static_cast<uInt>(part.size());
      code = inflate(stream.get(), Z_NO_FLUSH);
      if (code != Z_OK && code != Z_STREAM_END) refuse("en fil är skadad", "a file is damaged");
      give({part.data(), part.size() - stream->avail_out});
    }
  }
  if (given != entry.size || check != entry.check) refuse("en fil är skadad", "a file is damaged");
}

}  // namespace traff
