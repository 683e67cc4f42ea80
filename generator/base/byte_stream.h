// Values as bytes and back, for what is kept between runs on one machine: numbers as they lie in memory, texts and
// lists after their size. A struct is told how by one `describe(stream, value)` for both directions, found by its
// namespace, so that writing and reading cannot differ.
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/content_id.h"

namespace traff {

// For `template <class Stream, class Type> requires DescribesLike<Type, Block> void describe(Stream&, Type&)`.
template <class Type, class Like>
concept DescribesLike = std::is_same_v<std::remove_const_t<Type>, Like>;

class ByteWriter {
 public:
  template <class Number>
    requires std::is_arithmetic_v<Number> || std::is_enum_v<Number>
  void operator()(const Number& number) {
    bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
  }
  void operator()(const std::string& text) {
    (*this)(static_cast<std::uint32_t>(text.size()));
    bytes += text;
  }
  void operator()(const ContentId& id) {
    bytes.append(reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size());
  }
  template <class Item>
  void operator()(const std::vector<Item>& items) {
    (*this)(static_cast<std::uint32_t>(items.size()));
    for (const Item& item : items) one(item);
  }
  template <class Value>
  void operator()(const std::optional<Value>& value) {
    (*this)(value.has_value());
    if (value) one(*value);
  }
  std::string bytes;

 private:
  template <class Item>
  void one(const Item& item) {
    if constexpr (requires { (*this)(item); })
      (*this)(item);
    else
      describe(*this, item);
  }
};

// Never reads beyond the bytes, never takes more memory than they could fill; `whole` says whether all was there.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest(bytes) {}

  template <class Number>
    requires std::is_arithmetic_v<Number> || std::is_enum_v<Number>
  void operator()(Number& number) {
    if (!has(sizeof number)) return;
    std::memcpy(&number, rest.data(), sizeof number);
    rest.remove_prefix(sizeof number);
  }
  void operator()(bool& value) {
    std::uint8_t number = 0;
    (*this)(number);
    whole = whole && number <= 1;
    value = number == 1;
  }
  void operator()(std::string& text) {
    std::uint32_t size = 0;
    (*this)(size);
    if (!has(size)) return;
    text.assign(rest.substr(0, size));
    rest.remove_prefix(size);
  }
  void operator()(ContentId& id) {
    if (!has(id.bytes.size())) return;
    std::memcpy(id.bytes.data(), rest.data(), id.bytes.size());
    rest.remove_prefix(id.bytes.size());
  }
  template <class Item>
  void operator()(std::vector<Item>& items) {
    std::uint32_t count = 0;
    (*this)(count);
    if (!has(count)) return;  // an item is at least a byte
    items.resize(count);
    for (Item& item : items) one(item);
  }
  template <class Value>
  void operator()(std::optional<Value>& value) {
    bool there = false;
    (*this)(there);
    if (whole && there) one(value.emplace());
  }

  std::string_view rest;
  bool whole = true;

 private:
  template <class Item>
  void one(Item& item) {
    if constexpr (requires { (*this)(item); })
      (*this)(item);
    else
      describe(*this, item);
  }
  bool has(std::size_t size) {
    whole = whole && size <= rest.size();
    return whole;
  }
};

template <class Type>
std::string to_bytes(const Type& value) {
  ByteWriter writer;
  describe(writer, value);
  return std::move(writer.bytes);
}

// Nothing when `bytes` are not what to_bytes gives.
template <class Type>
std::optional<Type> from_bytes(std::string_view bytes) {
  ByteReader reader(bytes);
  Type value;
  describe(reader, value);
  if (!reader.whole || !reader.rest.empty()) return std::nullopt;
  return value;
}

}  // namespace traff
