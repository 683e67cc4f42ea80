// Texts and numbers as JSON.stringify writes them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "search/text_buffer.h"

namespace traff {

// With quotes. `text` must be well-formed UTF-8.
void append_json(std::string& out, std::string_view text);

// With quotes; a surrogate without its other half as \ud83d.
void append_json(std::string& out, std::u16string_view text);

template <class Text>
std::string json_of(const Text& text) {
  std::string json;
  append_json(json, text);
  return json;
}

void append_number(TextBuffer& out, std::uint32_t number);

// As JavaScript's String(number).
std::string number_text(double number);

// `thousandths` / 1000, as JavaScript writes it; null for what is no finite number.
void append_thousandths(TextBuffer& out, double thousandths);

}  // namespace traff
