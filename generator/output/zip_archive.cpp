#include "output/zip_archive.h"

#include <zlib.h>

#include <cassert>
#include <chrono>

#include "base/failure.h"
#include "output/zip_format.h"
#include "output/zip_heads.h"

namespace traff {

namespace {

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

ZipHead head_of(const ZipMember& member) {
  return {member.path, member.check, member.size, member.bytes.size(), member.deflated};
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
    put_central_head(central, head_of(member), time, out.size());
    put_local_head(out, head_of(member), time);
    out += member.bytes;
  }
  const std::size_t begin = out.size();
  out += central;
  put_end(out, members.size(), begin, central.size());
  return out;
}

}  // namespace traff
