#include "markdown/document/document.h"

#include <algorithm>

#include <charconv>

#include "base/byte_stream.h"
#include "base/unicode.h"

namespace traff {

std::string DocumentBody::marked_text_of(const Block& block) const {
  std::string marked;
  std::uint32_t at = block.text.begin;
  const auto first = std::ranges::lower_bound(struck, at, {}, &Range::begin);
  for (auto range = first; range != struck.end() && range->end <= block.text.end; ++range) {
    marked += text.substr(at, range->begin - at) + "~~" + text.substr(range->begin, range->size()) + "~~";
    at = range->end;
  }
  return marked + text.substr(at, block.text.end - at);
}

Range DocumentBody::section_blocks(const Heading& heading) const {
  Range found{heading.block + 1, heading.block + 1};
  while (found.end < blocks.size() && blocks[found.end].html.begin < heading.section.end) ++found.end;
  return found;
}

namespace {
constexpr std::string_view prefix = "bild-";
}

std::string slide_id(std::uint32_t number) { return std::string(prefix) + std::to_string(number); }

std::uint32_t slide_number(std::string_view id) {
  if (!id.starts_with(prefix)) return 0;
  id.remove_prefix(prefix.size());
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
  return error == std::errc() && end == id.data() + id.size() && slide_id(number).ends_with(id) ? number : 0;
}

bool may_be_slide_id(std::string_view id) { return slide_number(id) > 0 || prefix == std::string(id) + "-"; }

template <class Stream, class Type>
  requires DescribesLike<Type, Range>
void describe(Stream& stream, Type& range) {
  stream(range.begin);
  stream(range.end);
}

template <class Stream, class Type>
  requires DescribesLike<Type, Heading>
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
  requires DescribesLike<Type, Slot>
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
  requires DescribesLike<Type, Field>
void describe(Stream& stream, Type& field) {
  stream(field.key);
  stream(field.name);
  stream(field.value);
  stream(field.items);
  stream(field.line);
  stream(field.column);
}

template <class Stream, class Type>
  requires DescribesLike<Type, Words>
void describe(Stream& stream, Type& words) {
  stream(words.sv);
  stream(words.en);
}

template <class Stream, class Type>
  requires DescribesLike<Type, Diagnostic>
void describe(Stream& stream, Type& diagnostic) {
  describe(stream, diagnostic.code);
  stream(diagnostic.place.line);
  stream(diagnostic.place.column);
  stream(diagnostic.place.length);
  stream(diagnostic.line);
  stream(diagnostic.args);
}

template <class Stream, class Type>
  requires DescribesLike<Type, Document>
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

std::string head_bytes(const Document& document) { return to_bytes(document); }
std::optional<Document> parse_head(std::string_view bytes) { return from_bytes<Document>(bytes); }

ContentId outline_id(const Document& document) {
  std::string all;
  const auto append = [&all](std::string_view text) {
    all += text;
    all += '\0';
  };
  append(document.path);
  append(document.title);
  for (const Field& field : document.front_matter.fields) {
    append(field.name);
    append(field.value);
  }
  for (const Heading& heading : document.headings) {
    append(heading.id);
    append(heading.text);
  }
  all += document.refused ? 'r' : ' ';
  return content_id(all);
}

Place place_of(const Document& document, Key key) {
  const Field* field = document.front_matter.find(key);
  return field == nullptr ? Place{document.path} : at_value({}, document, *field).place;
}

Diagnostic at_value(Message message, const Document& document, const Field& field) {
  const auto length = static_cast<std::uint32_t>(code_point_count(field.value));
  return {std::move(message), {document.path, field.line, field.column, length}};
}

}  // namespace traff
