#include "search/json_text.h"

#include <charconv>
#include <cmath>

#include "base/unicode.h"

namespace traff {

namespace {

constexpr char hex_digits[] = "0123456789abcdef";

void append_unicode_escape(std::string& out, std::uint32_t unit) {
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += hex_digits[unit >> shift & 0xF];
}

bool needs_escape(std::uint32_t unit) { return unit < 0x20 || unit == '"' || unit == '\\'; }

void append_escaped(std::string& out, std::uint32_t unit) {
  switch (unit) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\b': out += "\\b"; break;
    case '\f': out += "\\f"; break;
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    default: append_unicode_escape(out, unit);
  }
}

// `point` digits of `digits` stand before the decimal point; it may lie outside them.
std::string plain_decimal(std::string digits, int point) {
  const int count = static_cast<int>(digits.size());
  if (point <= 0) return "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
  if (point >= count) return digits + std::string(static_cast<std::size_t>(point - count), '0');
  return digits.insert(static_cast<std::size_t>(point), ".");
}

}  // namespace

void append_json(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (needs_escape(byte))
      append_escaped(out, byte);
    else
      out += c;
  }
  out += '"';
}

void append_json(std::string& out, std::u16string_view text) {
  out += '"';
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char16_t unit = text[i];
    const bool is_pair = is_high_surrogate(unit) && i + 1 < text.size() && is_low_surrogate(text[i + 1]);
    if (needs_escape(unit))
      append_escaped(out, unit);
    else if (is_surrogate(unit) && !is_pair)
      append_unicode_escape(out, unit);
    else
      append_utf8(out, text.substr(i, is_pair ? 2 : 1));
    if (is_pair) ++i;
  }
  out += '"';
}

void append_number(TextBuffer& out, std::uint32_t number) {
  constexpr std::size_t most_digits = 10;
  char* const begin = out.room(most_digits);
  out.end_at(std::to_chars(begin, begin + most_digits, number).ptr);
}

std::string number_text(double number) {
  if (std::isnan(number)) return "NaN";
  if (number == 0) return "0";
  if (number < 0) return "-" + number_text(-number);
  if (std::isinf(number)) return "Infinity";
  char shortest[32];
  const auto end = std::to_chars(shortest, shortest + sizeof shortest, number, std::chars_format::scientific).ptr;
  const std::string_view written(shortest, static_cast<std::size_t>(end - shortest));  // "1.25e+03"
  const std::size_t e = written.find('e');
  std::string digits(1, written[0]);
  if (e > 2) digits += written.substr(2, e - 2);
  const int exponent = std::stoi(std::string(written.substr(e + 1)));
  if (exponent > -7 && exponent < 21) return plain_decimal(std::move(digits), exponent + 1);
  if (digits.size() > 1) digits.insert(1, ".");
  return digits + (exponent < 0 ? "e-" : "e+") + std::to_string(std::abs(exponent));
}

void append_thousandths(TextBuffer& out, double thousandths) {
  constexpr double exact_limit = 1e15;  // below, the shortest decimal is the one with three places
  if (!std::isfinite(thousandths)) {
    out += "null";
    return;
  }
  if (std::abs(thousandths) >= exact_limit) {
    out += number_text(thousandths / 1000);
    return;
  }
  const auto whole = static_cast<std::uint64_t>(std::abs(thousandths));
  constexpr std::size_t most_digits = 24;
  char* to = out.room(most_digits);
  if (thousandths < 0) *to++ = '-';
  to = std::to_chars(to, to + most_digits - 5, whole / 1000).ptr;
  const auto rest = static_cast<unsigned>(whole % 1000);
  if (rest != 0) {
    *to++ = '.';
    *to++ = static_cast<char>('0' + rest / 100);
    if (rest % 100 != 0) *to++ = static_cast<char>('0' + rest / 10 % 10);
    if (rest % 10 != 0) *to++ = static_cast<char>('0' + rest % 10);
  }
  out.end_at(to);
}

}  // namespace traff
