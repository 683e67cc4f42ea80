#include "output/zip_heads.h"

#include "output/zip_format.h"

namespace traff {

namespace {

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
  put16(out, head.deflated ? deflate : stored);
  put32(out, time);
  put32(out, head.check);
  put32(out, head.packed_size);
  put32(out, head.size);
  put16(out, static_cast<std::uint32_t>(head.path.size()));
  put16(out, 0);
}

}  // namespace

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

}  // namespace traff
