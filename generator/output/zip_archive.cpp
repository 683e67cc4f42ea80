#include "output/zip_archive.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "base/messages/phrases.h"

namespace traff {

namespace {

// The numbers of the ZIP format (PKWARE's APPNOTE, 4.3): little-endian, each at its place in a record of fixed size.

namespace zip_format {

inline constexpr std::uint32_t local_mark = 0x04034b50;
inline constexpr std::uint32_t central_mark = 0x02014b50;
inline constexpr std::uint32_t end_mark = 0x06054b50;

inline constexpr std::size_t local_size = 30;
inline constexpr std::size_t central_size = 46;
inline constexpr std::size_t end_size = 22;

inline constexpr std::uint16_t needs_version = 20;     // deflate
inline constexpr std::uint16_t made_by = 3 << 8 | 20;  // Unix, so that the mode below is believed
inline constexpr std::uint32_t ordinary_file = 0100644U << 16U;
inline constexpr std::uint16_t names_are_utf8 = 1 << 11;
inline constexpr std::uint16_t stored = 0;
inline constexpr std::uint16_t packed = 8;  // deflate

}  // namespace zip_format

// The heads of a ZIP file as they are written here: what stands before each file, and the list at the end. One time for
// all, no flag but that names are UTF-8, nothing that would make a file anything but an ordinary one.

struct ZipHead {
  std::string_view path;
  std::uint32_t check = 0;
  std::uint64_t size = 0;
  std::uint64_t packed_size = 0;
  bool deflated = false;
};

using namespace zip_format;

void put16(std::string& out, std::uint32_t value) {
  out += static_cast<char>(value & 255U);
  out += static_cast<char>(value >> 8U & 255U);
}

void put32(std::string& out, std::uint64_t value) {
  put16(out, static_cast<std::uint32_t>(value & 0xFFFFU));
  put16(out, static_cast<std::uint32_t>(value >> 16U & 0xFFFFU));
}

// What both heads of a file say in the same order.
void put_facts(std::string& out, const ZipHead& head, std::uint32_t time) {
  put16(out, needs_version);
  put16(out, names_are_utf8);
  put16(out, head.deflated ? packed : stored);
  put32(out, time);
  put32(out, head.check);
  put32(out, head.packed_size);
  put32(out, head.size);
  put16(out, static_cast<std::uint32_t>(head.path.size()));
  put16(out, 0);
}

// `time` is as DOS counts, as it stands in the file.
void put_local_head(std::string& out, const ZipHead& head, std::uint32_t time) {
  put32(out, local_mark);
  put_facts(out, head, time);
  out += head.path;
}

void put_central_head(std::string& out, const ZipHead& head, std::uint32_t time, std::uint64_t offset) {
  put32(out, central_mark);
  put16(out, made_by);
  put_facts(out, head, time);
  put16(out, 0);
  put16(out, 0);
  put16(out, 0);
  put32(out, ordinary_file);
  put32(out, offset);
  out += head.path;
}

void put_end(std::string& out, std::size_t count, std::uint64_t list_begin, std::uint64_t list_size) {
  put32(out, end_mark);
  put32(out, 0);
  put16(out, static_cast<std::uint32_t>(count));
  put16(out, static_cast<std::uint32_t>(count));
  put32(out, list_size);
  put32(out, list_begin);
  put16(out, 0);
}

using namespace zip_format;

constexpr std::size_t most_members = 65'535;
constexpr std::uint64_t most_bytes = 0xFFFFFFFE;

std::uint32_t checksum(std::string_view bytes) {
  return static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

std::string deflated(std::string_view bytes) {
  z_stream stream{};
  [[maybe_unused]] int code = deflateInit2(&stream, 3, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
  assert(code == Z_OK);
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  code = deflate(&stream, Z_FINISH);
  assert(code == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

// As DOS counts: two seconds a step, from 1980.
std::uint32_t dos_time(std::int64_t seconds) {
  const std::chrono::sys_seconds moment{std::chrono::seconds(seconds)};
  const auto midnight = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::year_month_day day(midnight);
  const int year = static_cast<int>(day.year()) - 1980;
  if (year < 0 || year > 127) return 1U << 21U | 1U << 16U;
  const auto time = static_cast<std::uint32_t>((moment - midnight).count());
  const std::uint32_t date = static_cast<std::uint32_t>(year) << 9U | static_cast<unsigned>(day.month()) << 5U |
                             static_cast<unsigned>(day.day());
  return date << 16U | time / 3600 << 11U | time / 60 % 60 << 5U | time % 60 / 2;
}

ZipHead head_of(const ZipMember& member) {
  return {member.path, member.check, member.size, member.bytes.size(), member.deflated};
}

[[noreturn]] void too_large(const Words& what) { throw Failure(code::W93(what)); }

}  // namespace

ZipMember make_member(std::string path, std::string_view bytes) {
  if (bytes.size() > most_bytes / 2) too_large(path);
  ZipMember member{std::move(path), checksum(bytes), bytes.size(), true, deflated(bytes)};
  if (member.bytes.size() >= bytes.size()) {
    member.deflated = false;
    member.bytes = bytes;
  }
  member.bytes.shrink_to_fit();
  return member;
}

std::string make_zip(std::span<const ZipMember> members, std::int64_t seconds) {
  if (members.size() > most_members) too_large(members.size() + Words(" filer", " files"));
  std::uint64_t size = end_size;
  for (const ZipMember& member : members)
    size += local_size + central_size + 2 * member.path.size() + member.bytes.size();
  if (size > most_bytes) too_large(size + Words(" byte", " bytes"));
  const std::uint32_t time = dos_time(seconds);
  std::string out, central;
  out.reserve(size);
  for (const ZipMember& member : members) {
    put_central_head(central, head_of(member), time, out.size());
    put_local_head(out, head_of(member), time);
    out += member.bytes;
  }
  const std::size_t begin = out.size();
  out += central;
  put_end(out, members.size(), begin, central.size());
  return out;
}

namespace {

using namespace zip_format;

std::uint32_t number16(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at]) | static_cast<unsigned char>(bytes[at + 1])
                                                                                << 8U);
}

std::uint32_t number32(std::string_view bytes, std::size_t at) {
  return number16(bytes, at) | number16(bytes, at + 2) << 16U;
}

struct EndInflate {
  void operator()(z_stream* stream) const {
    inflateEnd(stream);
    delete stream;
  }
};

}  // namespace

void ZipReader::refuse(const Phrase& why) const { throw Failure(code::W91(shown_, why)); }

ZipReader::ZipReader(std::string_view bytes, std::string shown) : bytes_(bytes), shown_(std::move(shown)) {
  const bool has_end = bytes.size() >= end_size && number32(bytes, bytes.size() - end_size) == end_mark;
  if (!has_end) refuse(phrase::end_missing);
  const std::string_view end = bytes.substr(bytes.size() - end_size);
  const std::size_t count = number16(end, 10);
  const std::uint64_t central = number32(end, 16);
  if (central + number32(end, 12) != bytes.size() - end_size) refuse(phrase::cut_or_added);
  read_list(bytes.substr(central, number32(end, 12)), count);
  compare_heads();
}

void ZipReader::refuse_list() const { refuse(phrase::list_damaged); }

void ZipReader::read_list(std::string_view list, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    if (list.size() < central_size || number32(list, 0) != central_mark) refuse_list();
    const std::size_t name = number16(list, 28);
    if (list.size() < central_size + name) refuse_list();
    const std::uint64_t begin = std::uint64_t{number32(list, 42)} + local_size + name;
    entries_.push_back({std::string(list.substr(central_size, name)), number32(list, 16), number32(list, 24),
                        number32(list, 20), begin, number16(list, 10) == zip_format::packed});
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
    if (bytes_.substr(std::min(at, bytes_.size()), local.size()) != local) refuse(phrase::file_damaged);
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
    if (given > entry.size) refuse(phrase::file_damaged);
    check = crc32_z(check, reinterpret_cast<const Bytef*>(part.data()), part.size());
    take(part);
  };
  if (!entry.deflated) {
    give(source);
  } else {
    const std::unique_ptr<z_stream, EndInflate> stream(new z_stream{});
    if (inflateInit2(stream.get(), -MAX_WBITS) != Z_OK) refuse(phrase::file_damaged);
    stream->next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(source.data()));
    stream->avail_in = static_cast<uInt>(source.size());
    std::array<char, 65'536> part;
    for (int code = Z_OK; code != Z_STREAM_END;) {
      stream->next_out = reinterpret_cast<Bytef*>(part.data());
      stream->avail_out = static_cast<uInt>(part.size());
      code = inflate(stream.get(), Z_NO_FLUSH);
      if (code != Z_OK && code != Z_STREAM_END) refuse(phrase::file_damaged);
      give({part.data(), part.size() - stream->avail_out});
    }
    if (stream->avail_in != 0) refuse(phrase::file_damaged);
  }
  if (given != entry.size || check != entry.check) refuse(phrase::file_damaged);
}

}  // namespace traff
