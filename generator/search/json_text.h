// Texts and numbers as JSON.stringify writes them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace traff {

// With quotes. `text` must be well-formed UTF-8.
void append_json(std::string& out, std::string_view text);

// With quotes; a surrogate without its other half as \ud83d.
void append_json(std::string& out, std::u16string_view text);

void append_number(std::string& out, std::uint32_t number);

// As JavaScript's String(number).
std::string number_text(double number);

// `thousandths` / 1000, as JavaScript writes it; null for what is no finite number.
void append_thousandths(std::string& out, double thousandths);

}  // namespace traff
