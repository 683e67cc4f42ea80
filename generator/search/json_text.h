// Texts and numbers as JSON.stringify writes them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace traff {

// A text that grows at its end by very many small pieces. Its memory is not cleared before it is written to.

class TextBuffer {
 public:
  // Room for `most` more bytes, to be written from there on and given to end_at.
  char* room(std::size_t most) {
    if (capacity_ - size_ < most) grow(most);
    return bytes_.get() + size_;
  }
  void end_at(const char* end) { size_ = static_cast<std::size_t>(end - bytes_.get()); }

  TextBuffer& operator+=(std::string_view text) {
    std::memcpy(room(text.size()), text.data(), text.size());
    size_ += text.size();
    return *this;
  }
  TextBuffer& operator+=(char c) {
    *room(1) = c;
    ++size_;
    return *this;
  }

  std::string_view view() const { return {bytes_.get(), size_}; }
  void clear() { size_ = 0; }

 private:
  void grow(std::size_t most) {
    capacity_ = std::max(2 * capacity_, size_ + most);
    auto bytes = std::make_unique_for_overwrite<char[]>(capacity_);
    if (size_ > 0) std::memcpy(bytes.get(), bytes_.get(), size_);
    bytes_ = std::move(bytes);
  }

  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

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
