#include "course/dates/calendar_token.h"

#include <algorithm>
#include <cassert>
#include <limits>

#include "base/text.h"
#include "base/unicode.h"

namespace traff {

namespace {

using TokenKind = CalendarToken::Kind;

constexpr std::size_t longest_word = 24;  // bytes; "läsåret", "eftermiddagen", "alternatively"
constexpr std::size_t longest_number = 4;

bool is_blank_code_point(char32_t c) {
  return c == 0x00A0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x205F || c == 0x2060 || c == 0x3000 ||
         c == 0xFEFF;
}

bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

std::int16_t hundredths(char32_t c) {
  switch (c) {
    case U'¼': return 25;
    case U'½': return 50;
    case U'¾': return 75;
    default: return -1;
  }
}

char mark_of(char32_t c) {
  if (is_dash(c)) return '-';
  if (c == 0x2019 || c == 0x2018) return '\'';
  return c < 0x80 ? static_cast<char>(c) : '?';
}

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  std::vector<CalendarToken> split() {
    while (at_ < text_.size()) {
      if (!skip_struck_out() && !skip_blank()) add_token();
    }
    return std::move(tokens_);
  }

 private:
  char32_t code_point() const {
    const auto byte = static_cast<unsigned char>(text_[at_]);
    return byte < 0x80 ? byte : code_point_at(text_, at_);
  }

  // "~~10 oktober~~ 17 oktober"
  bool skip_struck_out() {
    static constexpr std::string_view mark = "~~";
    if (text_[at_] != mark.front() || !text_.substr(at_).starts_with(mark)) return false;
    const std::size_t end = text_.find(mark, at_ + mark.size());
    if (end == std::string_view::npos) return false;
    at_ = end + mark.size();
    spaced_ = true;
    return true;
  }

  bool skip_blank() {
    const char32_t c = code_point();
    const bool ascii_space = c < 0x80 && is_space(static_cast<char>(c));
    if (!ascii_space && !is_blank_code_point(c)) return false;
    if (c == '\n' && ++line_ends_ == 2) tokens_.push_back(token(TokenKind::mark, '\n', 1));
    at_ += code_point_size(text_, at_);
    spaced_ = true;
    return true;
  }

  void add_token() {
    const char32_t c = code_point();
    if (c < 0x80 && is_digit(static_cast<char>(c))) {
      add_number();
    } else if (is_letter(c)) {
      add_word();
    } else {
      const bool fraction = hundredths(c) > 0;
      add(token(fraction ? TokenKind::fraction : TokenKind::mark, mark_of(c), code_point_size(text_, at_)));
      tokens_.back().value = hundredths(c);
    }
    line_ends_ = 0;
  }

  void add_number() {
    std::size_t end = at_;
    int value = 0;
    for (; end < text_.size() && is_digit(text_[end]); ++end) {
      if (end - at_ < longest_number) value = value * 10 + (text_[end] - '0');
    }
    CalendarToken number = token(TokenKind::number, 0, end - at_);
    number.value = number.length <= longest_number ? static_cast<std::int16_t>(value) : std::int16_t{-1};
    add(number);
  }

  void add_word() {
    const std::size_t start = at_;
    while (at_ < text_.size() && is_letter(code_point())) at_ += code_point_size(text_, at_);
    const std::size_t end = at_;
    at_ = start;
    add(token(TokenKind::word, 0, end - start));
  }

  CalendarToken token(TokenKind kind, char mark, std::size_t length) const {
    CalendarToken made;
    made.kind = kind;
    made.mark = mark;
    made.spaced = spaced_;
    made.value = -1;
    made.offset = static_cast<std::uint32_t>(at_);
    made.length = static_cast<std::uint32_t>(length);
    return made;
  }

  void add(const CalendarToken& made) {
    tokens_.push_back(made);
    at_ += made.length;
    spaced_ = false;
  }

  std::string_view text_;
  std::vector<CalendarToken> tokens_;
  std::size_t at_ = 0;
  int line_ends_ = 0;
  bool spaced_ = true;
};

}  // namespace

std::vector<CalendarToken> calendar_tokens(std::string_view text) {
  assert(text.size() < std::numeric_limits<std::uint32_t>::max());
  return Splitter(text).split();
}

CalendarToken CalendarReader::peek(std::size_t ahead) const {
  if (at_ + ahead < tokens_.size()) return tokens_[at_ + ahead];
  CalendarToken end;
  end.offset = static_cast<std::uint32_t>(text_.size());
  return end;
}

CalendarToken CalendarReader::before(std::size_t steps) const {
  return steps <= at_ ? tokens_[at_ - steps] : CalendarToken{};
}

CalendarToken CalendarReader::take() {
  const CalendarToken token = peek();
  at_ = std::min(at_ + 1, tokens_.size());
  return token;
}

std::string CalendarReader::word(const CalendarToken& token) const {
  if (!token.is_word() || token.length > longest_word) return {};
  return to_lower(text_of(token));
}

bool CalendarReader::take_mark(char mark) {
  if (!peek().is_mark(mark)) return false;
  take();
  return true;
}

bool CalendarReader::take_word(std::initializer_list<std::string_view> words) {
  const std::string lower = word(peek());
  if (lower.empty() || std::find(words.begin(), words.end(), lower) == words.end()) return false;
  take();
  return true;
}

std::optional<int> CalendarReader::take_number(std::size_t least_digits, std::size_t most_digits) {
  const CalendarToken token = peek();
  if (!token.is_number() || token.length < least_digits || token.length > most_digits) return std::nullopt;
  take();
  return token.value;
}

}  // namespace traff
