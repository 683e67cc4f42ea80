#include "markdown/lines/author_text.h"

#include <algorithm>

#include "base/unicode.h"

namespace traff {

std::string_view AuthorText::line(std::uint32_t number) const {
  if (lines_.empty()) {
    AuthorLines author_lines(text_);
    for (std::string_view line; author_lines.next(line);) lines_.push_back(line);
  }
  if (number == 0 || number > lines_.size()) return {};
  return lines_[number - 1];
}

Diagnostic AuthorText::at(Message message, std::uint32_t line_number, std::string_view found) const {
  return {std::move(message), place(line_number, found), std::string(line(line_number))};
}

Place AuthorText::place(std::uint32_t line_number, std::string_view found) const {
  const std::string_view whole = line(line_number);
  const std::size_t offset = found.empty() ? std::string_view::npos : whole.find(found);
  if (offset == std::string_view::npos) return {std::string(path_), line_number};
  return {std::string(path_), line_number, static_cast<std::uint32_t>(code_point_count(whole.substr(0, offset)) + 1),
          static_cast<std::uint32_t>(code_point_count(found))};
}

bool AuthorLines::next(std::string_view& line) {
  if (at_ >= text_.size()) return false;
  if (next_cr_ <= at_) next_cr_ = std::min(text_.find('\r', at_), text_.size());
  const std::size_t newline = std::min(text_.substr(0, next_cr_).find('\n', at_), text_.size());
  const std::size_t end = std::min(newline, next_cr_);
  line = text_.substr(at_, end - at_);
  const bool is_crlf = text_.substr(end, 2) == "\r\n";
  at_ = end + (is_crlf ? 2 : 1);
  return true;
}

namespace {

constexpr char32_t zero_width_space = 0x200B;
constexpr char32_t zero_width_no_break_space = 0xFEFF;

bool is_invisible(char32_t c) { return c == soft_hyphen || c == zero_width_space || c == zero_width_no_break_space; }

// A combining mark belongs to the letter before it.
bool is_of_letter(char32_t c) { return is_letter(c) || (c >= 0x300 && c <= 0x36F); }

bool may_hold_invisible(std::string_view text) {
  return text.find("\xC2\xAD") != text.npos || text.find("\xE2\x80\x8B") != text.npos ||
         text.find("\xEF\xBB\xBF") != text.npos;
}

}  // namespace

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
