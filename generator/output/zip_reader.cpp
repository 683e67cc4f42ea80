#include <zlib.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/failure.h"
#include "output/zip_archive.h"
#include "output/zip_format.h"
#include "output/zip_heads.h"

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
  read_list(bytes.substr(central, number32(end, 12)), count);
  compare_heads();
}

void ZipReader::refuse_list() const { refuse("listan över filer är skadad", "the list of files is damaged"); }

void ZipReader::read_list(std::string_view list, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    if (list.size() < central_size || number32(list, 0) != central_mark) refuse_list();
    const std::size_t name = number16(list, 28);
    if (list.size() < central_size + name) refuse_list();
    const std::uint64_t begin = std::uint64_t{number32(list, 42)} + local_size + name;
    entries_.push_back({std::string(list.substr(central_size, name)), number32(list, 16), number32(list, 24),
                        number32(list, 20), begin, number16(list, 10) == zip_format::deflate});
    if (begin + entries_.back().packed_size > bytes_.size()) refuse_list();
    list.remove_prefix(central_size + name);
  }
  if (!list.empty()) refuse_list();
}

// Every byte that is not a file's is what make_zip writes: no name, flag or mode that hides behind another reader's
// eyes.
void ZipReader::compare_heads() const {
  const std::size_t list = number32(bytes_, bytes_.size() - end_size + 16);
  const std::uint32_t time = entries_.empty() ? 0 : number32(bytes_, list + 12);
  std::string central;
  std::uint64_t at = 0;
  for (const Entry& entry : entries_) {
    const ZipHead head{entry.path, entry.check, entry.size, entry.packed_size, entry.deflated};
    put_central_head(central, head, time, at);
    std::string local;
    put_local_head(local, head, time);
    if (bytes_.substr(std::min(at, bytes_.size()), local.size()) != local)
      refuse("en fil är skadad", "a file is damaged");
    at += local.size() + entry.packed_size;
  }
  if (at != list) refuse_list();
  put_end(central, entries_.size(), list, central.size());
  if (bytes_.substr(list) != central) refuse_list();
}

void ZipReader::read(const Entry& entry, const std::function<void(std::string_view)>& take) const {
  const std::string_view source = bytes_.substr(entry.begin, entry.packed_size);
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
    if (stream->avail_in != 0) refuse("en fil är skadad", "a file is damaged");
  }
  if (given != entry.size || check != entry.check) refuse("en fil är skadad", "a file is damaged");
}

}  // namespace traff
