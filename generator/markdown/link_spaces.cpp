#include "markdown/link_spaces.h"

#include "base/text.h"

namespace traff {

namespace {

// "mitt brev.pdf", "Träff 2.md#program": a dot and two to five letters at the end, or before "#".
bool ends_like_a_file(std::string_view address) {
  address = address.substr(0, address.find('#'));
  const std::size_t dot = address.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return false;
  const std::string_view ending = address.substr(dot + 1);
  if (ending.size() < 2 || ending.size() > 5) return false;
  for (const char c : ending) {
    if (!is_digit(c) && !is_ascii_letter(c)) return false;
  }
  return true;
}

}  // namespace

std::size_t spaced_address_size(std::string_view rest) {
  constexpr std::size_t longest = 300;
  if (!rest.starts_with("](")) return 0;
  const std::string_view inside = rest.substr(2, longest);
  const std::size_t end = inside.find_first_of(")\n<>\"'(`");
  if (end == std::string_view::npos || inside[end] != ')') return 0;
  const std::string_view address = trim(inside.substr(0, end));
  const bool has_space = address.find(' ') != std::string_view::npos;
  return has_space && ends_like_a_file(address) ? end : 0;
}

}  // namespace traff
