// The small pieces dates, times and lengths are written with, so that no parser needs to think of
// no-break spaces, kinds of dashes or bytes of UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace traff {

struct CalendarToken {
  enum class Kind : std::uint8_t { number, fraction, word, mark, end };
  Kind kind = Kind::end;
  char mark = 0;             // '-' for every dash, '\'' for every apostrophe, '\n' between paragraphs, '?' beyond ASCII
  bool spaced = true;        // white space before it
  std::int16_t value = 0;    // a number of up to four digits; hundredths of a fraction (½ = 50); else -1
  std::uint32_t offset = 0;  // bytes into the text
  std::uint32_t length = 0;

  std::size_t end_offset() const { return std::size_t{offset} + length; }
  bool is_mark(char c) const { return kind == Kind::mark && mark == c; }
  bool is_number() const { return kind == Kind::number; }
  bool is_word() const { return kind == Kind::word; }
};

// Any bytes give tokens; those that are not UTF-8 become '?' marks. What is struck out (~~…~~) gives none. `text` below
// 4 GiB.
std::vector<CalendarToken> calendar_tokens(std::string_view text);

// A place among the tokens. Cheap to copy: try a reading on a copy, keep the copy when it succeeds.
class CalendarReader {
 public:
  CalendarReader(std::string_view text, std::span<const CalendarToken> tokens) : text_(text), tokens_(tokens) {}

  bool at_end() const { return at_ >= tokens_.size(); }
  std::size_t position() const { return at_; }
  void move_to(std::size_t position) { at_ = position; }

  // The token that many steps ahead; one of kind `end` outside the text.
  CalendarToken peek(std::size_t ahead = 0) const;
  CalendarToken before(std::size_t steps = 1) const;
  CalendarToken take();

  std::string_view text_of(const CalendarToken& token) const { return text_.substr(token.offset, token.length); }

  // Lower case; empty for what is not a word or too long to be one of ours.
  std::string word(const CalendarToken& token) const;

  bool take_mark(char mark);
  bool take_word(std::initializer_list<std::string_view> words);

  // The value of a number with that many digits.
  std::optional<int> take_number(std::size_t least_digits, std::size_t most_digits);

 private:
  std::string_view text_;
  std::span<const CalendarToken> tokens_;
  std::size_t at_ = 0;
};

}  // namespace traff
