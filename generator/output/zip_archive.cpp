#include "output/zip_archive.h"

#include <zlib.h>

#include <cassert>
#include <chrono>

#include "base/failure.h"
#include "output/zip_format.h"

namespace traff {

namespace {

using namespace zip_format;

constexpr std::size_t most_members = 65'535;
constexpr std::uint64_t most_bytes = 0xFFFFFFFE;

void put16(std::string& out, std::uint32_t value) {
  out += static_cast<char>(value & 255U);
  out += static_cast<char>(value >> 8U & 255U);
}

void put32(std::string& out, std::uint64_t value) {
  put16(out, static_cast<std::uint32_t>(value & 0xFFFFU));
  put16(out, static_cast<std::uint32_t>(value >> 16U & 0xFFFFU));
}

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
  code = ::deflate(&stream, Z_FINISH);
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
  const std::uint32_t date = static_cast<std::uint32_t>(year) << 9U | static_cast<unsigned>(day.month()) << 5U | static_cast<unsigned>(day.day());
  return date << 16U | time / 3600 << 11U | time / 60 % 60 << 5U | time % 60 / 2;
}

// What both heads of a file say in the same order.
void put_facts(std::string& out, const ZipMember& member, std::uint32_t time) {
  put16(out, needs_version);
  put16(out, names_are_utf8);
  put16(out, member.deflated ? zip_format::deflate : stored);
  put32(out, time);
  put32(out, member.check);
  put32(out, member.bytes.size());
  put32(out, member.size);
  put16(out, static_cast<std::uint32_t>(member.path.size()));
  put16(out, 0);
}

void put_central(std::string& out, const ZipMember& member, std::uint32_t time, std::size_t offset) {
  put32(out, central_mark);
  put16(out, made_by);
  put_facts(out, member, time);
  put16(out, 0);
  put16(out, 0);
  put16(out, 0);
  put32(out, ordinary_file);
  put32(out, offset);
  out += member.path;
}

[[noreturn]] void too_large(const std::string& sv, const std::string& en) { throw Failure("W93", {sv, en}); }

}  // namespace

ZipMember make_member(std::string path, std::string_view bytes) {
  if (bytes.size() > most_bytes / 2) too_large(path, path);
  ZipMember member{std::move(path), checksum(bytes), bytes.size(), true, deflated(bytes)};
  if (member.bytes.size() >= bytes.size()) {
    member.deflated = false;
    member.bytes = bytes;
  }
  member.bytes.shrink_to_fit();
  return member;
}

std::string make_zip(std::span<const ZipMember> members, std::int64_t seconds) {
  if (members.size() > most_members) too_large(std::to_string(members.size()) + " filer", std::to_string(members.size()) + " files");
  std::uint64_t size = end_size;
  for (const ZipMember& member : members) size += local_size + central_size + 2 * member.path.size() + member.bytes.size();
  if (size > most_bytes) too_large(std::to_string(size) + " byte", std::to_string(size) + " bytes");
  const std::uint32_t time = dos_time(seconds);
  std::string out, central;
  out.reserve(size);
  for (const ZipMember& member : members) {
    put_central(central, member, time, out.size());
    put32(out, local_mark);
    put_facts(out, member, time);
    out += member.path;
    out += member.bytes;
  }
  const std::size_t begin = out.size();
  out += central;
  put32(out, end_mark);
  put32(out, 0);
  put16(out, static_cast<std::uint32_t>(members.size()));
  put16(out, static_cast<std::uint32_t>(members.size()));
  put32(out, central.size());
  put32(out, begin);
  put16(out, 0);
  return out;
}

}  // namespace traff
