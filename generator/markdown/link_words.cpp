#include "markdown/link_words.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"

namespace traff {

namespace {

std::string scheme_of(std::string_view address) {
  std::string scheme;
  for (const char c : address) {
    if (c == ':') return to_lower(scheme);
    if (static_cast<unsigned char>(c) <= ' ') continue;
    const bool scheme_character =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '+' || c == '-' || c == '.';
    if (!scheme_character) return {};
    scheme += c;
  }
  return {};
}

bool is_kept_in_href(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) ||
         std::string_view("-_.+!*(),%#@?=;:/,$~").find(c) != std::string_view::npos;
}

}  // namespace

bool is_unsafe_address(std::string_view address) {
  const std::string scheme = scheme_of(address);
  return scheme == "javascript" || scheme == "data" || scheme == "vbscript" || scheme == "file";
}

bool has_scheme(std::string_view address) {
  const std::string scheme = scheme_of(address);
  return (scheme.size() > 1 && !is_digit(scheme.front())) || address.starts_with("//");
}

bool says_nothing(std::string_view link_text) {
  static constexpr std::array<std::string_view, 14> empty_words{
      "här",    "klicka här", "tryck här",      "läs mer", "läs mer här", "mer",       "länk",
      "länken", "denna länk", "den här länken", "here",    "click here",  "read more", "more"};
  std::string_view words = trim(link_text);
  while (!words.empty() && (words.back() == '.' || words.back() == '!' || words.back() == ':')) words.remove_suffix(1);
  constexpr std::size_t longest = 16;  // bytes
  if (words.size() > longest) return false;
  const std::string lower = to_lower(words);
  return std::find(empty_words.begin(), empty_words.end(), lower) != empty_words.end();
}

void append_href(std::string& out, std::string_view address) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  for (const char c : address) {
    if (is_kept_in_href(c)) {
      out += c;
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '\'') {
      out += "&#x27;";
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += digits[byte >> 4];
      out += digits[byte & 15];
    }
  }
}

}  // namespace traff
