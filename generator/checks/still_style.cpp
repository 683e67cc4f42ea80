#include "checks/still_style.h"

#include <algorithm>
#include <array>

namespace traff {

namespace {

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

bool is_among(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

bool is_embedded(std::string_view address) {
  constexpr auto kinds = std::to_array<std::string_view>(
      {"data:image/png", "data:image/jpeg", "data:image/jpg", "data:image/gif", "data:image/webp", "data:image/bmp",
       "data:image/avif", "data:font/", "data:application/font", "data:application/x-font",
       "data:application/vnd.ms-fontobject", "data:application/octet-stream"});
  return std::ranges::any_of(kinds, [&](std::string_view kind) { return address.starts_with(kind); });
}

class StyleReader {
 public:
  explicit StyleReader(std::string_view style) : rest_(style) {}

  bool run() {
    while (!rest_.empty()) {
      if (!read_piece()) return false;
    }
    return has_still_words();
  }

 private:
  bool read_piece() {
    if (rest_.starts_with("/*")) return pass_comment();
    const char c = rest_.front();
    rest_.remove_prefix(1);
    if (c == '\\') return pass_escape();
    words_ += small(c);
    if (is_among(c, "\"'")) return pass_string(c);
    return !words_.ends_with("url(") || pass_address();
  }

  bool pass_comment() {
    const std::size_t end = rest_.find("*/", 2);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 2);
    words_ += ' ';
    return true;
  }

  // A backslash can hide any letter of a word from us, but no letter is hidden by one before a sign.
  bool pass_escape() {
    if (rest_.empty() || !is_among(rest_.front(), "!\"#$%&'()*+,./:;<=>?@[]^`{|}~")) return false;
    rest_.remove_prefix(1);
    words_ += '\\';
    return true;
  }

  bool pass_string(char quote) {
    while (!rest_.empty() && rest_.front() != quote) {
      if (is_among(rest_.front(), "\n\r\f")) return false;
      rest_.remove_prefix(rest_.front() == '\\' ? std::min<std::size_t>(rest_.size(), 2) : 1);
    }
    if (!rest_.empty()) rest_.remove_prefix(1);
    return true;
  }

  bool pass_address() {
    // After other signs these letters are the end of another word, and what follows is no address.
    const bool is_word = words_.size() == 4 || is_among(words_[words_.size() - 5], " \t\n\r\f:;,(){}/\"'");
    if (!is_word) return false;
    while (!rest_.empty() && is_among(rest_.front(), " \t\n\r\f")) rest_.remove_prefix(1);
    const bool is_quoted = !rest_.empty() && is_among(rest_.front(), "\"'");
    const char end = is_quoted ? rest_.front() : ')';
    if (is_quoted) rest_.remove_prefix(1);
    const std::string_view address = rest_.substr(0, rest_.find(end));
    rest_.remove_prefix(std::min(address.size() + 1, rest_.size()));
    return is_at_home(plain_address(address));
  }

  // behavior: is Internet Explorer's, scroll-behavior: is everyone's.
  bool has_still_words() const {
    for (const std::string_view word : {"@import", "image(", "image-set(", "src(", "expression(", "-moz-binding"}) {
      if (words_.find(word) != std::string::npos) return false;
    }
    for (std::size_t at = 0; (at = words_.find("behavior:", at)) != std::string::npos; ++at) {
      if (at == 0 || words_[at - 1] != '-') return false;
    }
    return true;
  }

  std::string_view rest_;
  std::string words_;  // what is neither comment, string nor address
};

}  // namespace

std::string plain_address(std::string_view address) {
  std::string plain;
  for (const char c : address) {
    if (static_cast<unsigned char>(c) > ' ') plain += small(c);
  }
  return plain;
}

bool is_at_home(std::string_view address) {
  if (is_embedded(address)) return true;
  if (address.starts_with("//") || address.find('\\') != std::string_view::npos) return false;
  return address.substr(0, address.find_first_of("/?#")).find(':') == std::string_view::npos;
}

bool is_still_style(std::string_view style) { return StyleReader(style).run(); }

}  // namespace traff
