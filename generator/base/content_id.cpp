#include "base/content_id.h"

#include <git2.h>

#include <algorithm>
#include <cassert>

namespace traff {

ContentId content_id(std::string_view bytes) {
  git_oid oid;
  [[maybe_unused]] const int code = git_odb_hash(&oid, bytes.data(), bytes.size(), GIT_OBJECT_BLOB);
  assert(code == 0);
  ContentId id;
  std::copy(std::begin(oid.id), std::end(oid.id), id.bytes.begin());
  return id;
}

std::string to_hex(const ContentId& id) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  hex.reserve(40);
  for (const std::uint8_t byte : id.bytes) {
    hex += digits[byte >> 4];
    hex += digits[byte & 15];
  }
  return hex;
}

namespace {

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

}  // namespace

std::optional<ContentId> content_id_from_hex(std::string_view hex) {
  if (hex.size() != 40) return std::nullopt;
  ContentId id;
  for (std::size_t i = 0; i < 20; ++i) {
    const int high = digit_value(hex[2 * i]);
    const int low = digit_value(hex[2 * i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    id.bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  return id;
}

}  // namespace traff
