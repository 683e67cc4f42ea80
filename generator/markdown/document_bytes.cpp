#include "markdown/document_bytes.h"

#include <cstring>
#include <type_traits>

namespace traff {

namespace {

// Writes and reads go through one description of each type (`describe`), so that they cannot differ.
class Writer {
 public:
  template <class Number>
  requires std::is_arithmetic_v<Number> || std::is_enum_v<Number>
  void operator()(const Number& number) { bytes.append(reinterpret_cast<const char*>(&number), sizeof number); }
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
    for (const Item& item : items) {
      if constexpr (std::is_same_v<Item, std::string>)
        (*this)(item);
      else
        describe(*this, item);
    }
  }
  std::string bytes;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest(bytes) {}

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
    for (Item& item : items) {
      if constexpr (std::is_same_v<Item, std::string>)
        (*this)(item);
      else
        describe(*this, item);
    }
  }

  std::string_view rest;
  bool whole = true;

 private:
  bool has(std::size_t size) {
    whole = whole && size <= rest.size();
    return whole;
  }
};

template <class Stream, class Type, class Like>
concept DescribesLike = std::is_same_v<std::remove_const_t<Type>, Like>;

template <class Stream, class Type>
requires DescribesLike<Stream, Type, Range>
void describe(Stream& stream, Type& range) {
  stream(range.begin);
  stream(range.end);
}

template <class Stream, class Type>
requires DescribesLike<Stream, Type, Block>
void describe(Stream& stream, Type& block) {
  stream(block.kind);
  stream(block.level);
  stream(block.line);
  stream(block.parent);
  describe(stream, block.html);
  describe(stream, block.inner);
  describe(stream, block.text);
}

template <class Stream, class Type>
requires DescribesLike<Stream, Type, Heading>
void describe(Stream& stream, Type& heading) {
  stream(heading.block);
  stream(heading.level);
  stream(heading.id);
  stream(heading.text);
  describe(stream, heading.html);
  stream(heading.inner_begin);
  describe(stream, heading.section);
}

template <class Stream, class Type>
requires DescribesLike<Stream, Type, Slot>
void describe(Stream& stream, Type& slot) {
  stream(slot.kind);
  stream(slot.begin);
  stream(slot.end);
  stream(slot.target);
  stream(slot.text);
  stream(slot.title);
  stream(slot.line);
  stream(slot.column);
  stream(slot.length);
}

template <class Stream, class Type>
requires DescribesLike<Stream, Type, Field>
void describe(Stream& stream, Type& field) {
  stream(field.key);
  stream(field.name);
  stream(field.value);
  stream(field.items);
  stream(field.line);
  stream(field.column);
}

template <class Stream, class Type>
requires DescribesLike<Stream, Type, Diagnostic>
void describe(Stream& stream, Type& diagnostic) {
  stream(diagnostic.code);
  stream(diagnostic.place.line);
  stream(diagnostic.place.column);
  stream(diagnostic.place.length);
  stream(diagnostic.line);
  stream(diagnostic.args);
}

template <class Stream, class Type>
requires DescribesLike<Stream, Type, Document>
void describe(Stream& stream, Type& document) {
  stream(document.id);
  stream(document.front_matter.fields);
  stream(document.title);
  stream(document.title_line);
  stream(document.headings);
  stream(document.slots);
  stream(document.diagnostics);
  stream(document.refused);
  stream(document.html_size);
}

template <class Stream, class Type>
requires DescribesLike<Stream, Type, DocumentBody>
void describe(Stream& stream, Type& body) {
  stream(body.html);
  stream(body.text);
  stream(body.blocks);
}

template <class Type>
std::string to_bytes(const Type& value) {
  Writer writer;
  describe(writer, value);
  return std::move(writer.bytes);
}

template <class Type>
std::optional<Type> from_bytes(std::string_view bytes) {
  Reader reader(bytes);
  Type value;
  describe(reader, value);
  if (!reader.whole || !reader.rest.empty()) return std::nullopt;
  return value;
}

}  // namespace

std::string head_bytes(const Document& document) { return to_bytes(document); }
std::string body_bytes(const DocumentBody& body) { return to_bytes(body); }
std::optional<Document> parse_head(std::string_view bytes) { return from_bytes<Document>(bytes); }
std::optional<DocumentBody> parse_body(std::string_view bytes) { return from_bytes<DocumentBody>(bytes); }

}  // namespace traff
