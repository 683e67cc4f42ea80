#include "markdown/slide_id.h"

#include <charconv>

namespace traff {

namespace {
constexpr std::string_view prefix = "bild-";
}

std::string slide_id(std::uint32_t number) { return std::string(prefix) + std::to_string(number); }

std::uint32_t slide_number(std::string_view id) {
  if (!id.starts_with(prefix)) return 0;
  id.remove_prefix(prefix.size());
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
  return error == std::errc() && end == id.data() + id.size() && slide_id(number).ends_with(id) ? number : 0;
}

bool may_be_slide_id(std::string_view id) { return slide_number(id) > 0 || prefix == std::string(id) + "-"; }

}  // namespace traff
