#include "checks/personal_number.h"

#include <chrono>

#include "base/text.h"

namespace traff {

namespace {

constexpr std::size_t short_form = 10;  // digits: YYMMDDNNNC
constexpr std::size_t long_form = 12;

struct Number {
  std::string digits;
  std::size_t begin = 0;  // bytes of the text
  std::size_t end = 0;
  bool has_mark = false;  // "-" or "+" before the last four
};

bool is_word_byte(char byte) {
  return byte == '-' || is_digit(byte) || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_' ||
         static_cast<unsigned char>(byte) >= 0xC3;
}

// The digits from `at`, with one mark before the last four.
Number read_number(std::string_view text, std::size_t at) {
  Number number;
  number.begin = at;
  while (at < text.size() && is_digit(text[at]) && number.digits.size() <= long_form) number.digits += text[at++];
  const bool may_go_on = number.digits.size() == short_form - 4 || number.digits.size() == long_form - 4;
  const bool marked =
      at + 1 < text.size() && (text[at] == '-' || text[at] == '+' || text[at] == ' ') && is_digit(text[at + 1]);
  if (may_go_on && marked) {
    number.has_mark = text[at] != ' ';
    for (++at; at < text.size() && is_digit(text[at]) && number.digits.size() <= long_form; ++at)
      number.digits += text[at];
  }
  number.end = at;
  return number;
}

int two_digits(std::string_view digits) { return (digits[0] - '0') * 10 + (digits[1] - '0'); }

// Luhn's sum over the ten digits of the short form.
bool has_valid_control(std::string_view ten) {
  int sum = 0;
  for (std::size_t i = 0; i < ten.size(); ++i) {
    const int product = (ten[i] - '0') * (i % 2 == 0 ? 2 : 1);
    sum += product / 10 + product % 10;
  }
  return sum % 10 == 0;
}

// A co-ordination number has its day raised by 60.
bool has_valid_day(std::string_view ten, int century) {
  const int day = two_digits(ten.substr(4));
  const auto date = std::chrono::year(century * 100 + two_digits(ten)) / static_cast<int>(two_digits(ten.substr(2))) /
                    (day > 60 ? day - 60 : day);
  return date.ok();
}

// "0701234567": a mobile telephone.
bool is_telephone(const Number& number) { return !number.has_mark && number.digits.starts_with("07"); }

bool is_personal_number(const Number& number) {
  const std::size_t size = number.digits.size();
  if (size != short_form && size != long_form) return false;
  const std::string_view ten = std::string_view(number.digits).substr(size - short_form);
  if (!has_valid_control(ten) || ten.substr(6) == "0000") return false;
  if (size == long_form) {
    const int century = two_digits(number.digits);
    return century >= 18 && century <= 20 && has_valid_day(ten, century);
  }
  return !is_telephone(number) && (has_valid_day(ten, 19) || has_valid_day(ten, 20));
}

// The line as shown in reports, which travel: without the last four digits.
void hide(Diagnostic& diagnostic, const Number& number, std::string_view text) {
  const std::string_view written = text.substr(number.begin, number.end - number.begin);
  const std::string hidden = std::string(written.substr(0, written.size() - 4)) + "****";
  diagnostic.line = replace_all(diagnostic.line, written, hidden);
}

}  // namespace

void check_personal_numbers(const PageText& page, std::vector<Diagnostic>& found) {
  static constexpr ByteSet digits("0123456789");
  const std::string_view text = page.source;
  std::uint32_t line = 1;
  std::size_t counted = 0;
  for (std::size_t at = find_byte_of(text, digits); at != text.npos; at = find_byte_of(text, digits, at)) {
    const Number number = read_number(text, at);
    const bool stands_free = (number.begin == 0 || !is_word_byte(text[number.begin - 1])) &&
                             (number.end >= text.size() || !is_word_byte(text[number.end]));
    at = number.end;
    if (!stands_free || !is_personal_number(number) || found.size() >= most_findings) continue;
    for (; counted < number.begin; ++counted) line += text[counted] == '\n' ? 1 : 0;
    Diagnostic diagnostic = page.author.at("F9", line, text.substr(number.begin, number.end - number.begin));
    hide(diagnostic, number, text);
    found.push_back(std::move(diagnostic));
  }
}

}  // namespace traff
