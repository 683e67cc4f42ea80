#include "markdown/invisible.h"

#include "base/utf8.h"

namespace traff {

namespace {

constexpr char32_t soft_hyphen = 0xAD;
constexpr char32_t zero_width_space = 0x200B;
constexpr char32_t zero_width_no_break_space = 0xFEFF;

bool is_invisible(char32_t c) { return c == soft_hyphen || c == zero_width_space || c == zero_width_no_break_space; }

// A combining mark belongs to the letter before it.
bool is_of_letter(char32_t c) { return is_letter(c) || (c >= 0x300 && c <= 0x36F); }

}  // namespace

bool may_hold_invisible(std::string_view text) {
  return text.find("\xC2\xAD") != text.npos || text.find("\xE2\x80\x8B") != text.npos ||
         text.find("\xEF\xBB\xBF") != text.npos;
}

std::string without_invisible(std::string_view text) {
  if (!may_hold_invisible(text)) return std::string(text);
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = code_point_size(text, at);
    if (!is_invisible(code_point_at(text, at))) kept += text.substr(at, size);
    at += size;
  }
  return kept;
}

std::string without_useless_invisible(std::string_view text) {
  if (!may_hold_invisible(text)) return std::string(text);
  std::string kept;
  char32_t before = 0;  // the last code point kept
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = code_point_size(text, at);
    const char32_t c = code_point_at(text, at);
    const bool divides = c == soft_hyphen && is_of_letter(before) && at + size < text.size() &&
                         is_letter(code_point_at(text, at + size));
    if (!is_invisible(c) || divides) {
      kept += text.substr(at, size);
      before = c;
    }
    at += size;
  }
  return kept;
}

}  // namespace traff
