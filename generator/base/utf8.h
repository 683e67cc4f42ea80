// Unicode as the product needs it: validity, NFC, lower-casing and Swedish order, over ICU.
// No function depends on the process locale.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace traff {

// Offset of the first byte that is not well-formed UTF-8, or npos.
std::size_t first_invalid_utf8(std::string_view text);

bool is_nfc(std::string_view text);
std::string to_nfc(std::string_view text);
std::string to_lower(std::string_view text);

// Lower case with å ä → a, ö → o and other marks dropped: for comparing words people may type
// without dots, and for keys and slugs.
std::string fold(std::string_view text);

// Code points in well-formed `text`.
std::size_t code_point_count(std::string_view text);

// Byte length of the code point that starts at `text[at]` (1 when malformed).
std::size_t code_point_size(std::string_view text, std::size_t at);

// The code point starting at `text[at]`; U+FFFD when malformed. `at` must be inside `text`.
char32_t code_point_at(std::string_view text, std::size_t at);

void append_code_point(std::string& text, char32_t code_point);

bool is_letter(char32_t code_point);
bool is_upper(char32_t code_point);
bool is_lower(char32_t code_point);

// Swedish dictionary order with numbers by value (… z å ä ö; kapitel 9 before kapitel 10).
bool swedish_less(std::string_view a, std::string_view b);

}  // namespace traff
