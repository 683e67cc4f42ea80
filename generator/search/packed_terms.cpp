#include "search/packed_terms.h"

#include <cassert>
#include <cstdint>
#include <cstring>
#include <unordered_map>

namespace traff {

namespace {

// Seven bits a byte, the lowest first; the last byte has its eighth bit clear.
void append_varint(std::string& bytes, std::uint32_t number) {
  for (; number >= 0x80; number >>= 7) bytes += static_cast<char>(number | 0x80);
  bytes += static_cast<char>(number);
}

class PackedReader {
 public:
  explicit PackedReader(std::string_view bytes) : rest_(bytes) {}

  std::uint32_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 35; shift += 7) {
      if (rest_.empty()) break;
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return static_cast<std::uint32_t>(value);
    }
    whole_ = false;
    return 0;
  }

  // How many items follow, each at least `least` bytes.
  std::uint32_t count(std::size_t least) {
    const std::uint32_t count = number();
    if (whole_ && count <= rest_.size() / least) return count;
    whole_ = false;
    return 0;
  }

  std::u16string_view units(std::u16string& buffer) {
    const std::uint32_t size = count(sizeof(char16_t));
    buffer.resize(size);
    if (size > 0) std::memcpy(buffer.data(), rest_.data(), size * sizeof(char16_t));
    rest_.remove_prefix(size * sizeof(char16_t));
    return buffer;
  }

  void fail() { whole_ = false; }
  bool is_whole() const { return whole_; }
  bool at_end() const { return whole_ && rest_.empty(); }

 private:
  std::string_view rest_;
  bool whole_ = true;
};

IndexedDocument read_document(PackedReader& reader, const std::vector<std::uint32_t>& numbers) {
  IndexedDocument document;
  document.fields.resize(reader.count(2));
  for (IndexedField& field : document.fields) field = {reader.number(), reader.number()};
  document.uses.resize(reader.count(2));
  for (TermUse& use : document.uses) {
    const std::uint32_t local = reader.number();
    if (local >= numbers.size()) {
      reader.fail();
      break;
    }
    use = {numbers[local], reader.number()};
  }
  std::uint32_t end = 0;
  for (const IndexedField& field : document.fields) {
    if (field.uses_end < end) reader.fail();
    end = field.uses_end;
  }
  if (end != document.uses.size()) reader.fail();
  return document;
}

}  // namespace

std::string pack_terms(const std::vector<IndexedDocument>& documents, const WordNumbers& terms) {
  std::unordered_map<std::uint32_t, std::uint32_t> local;
  std::string words, uses;
  append_varint(uses, static_cast<std::uint32_t>(documents.size()));
  for (const IndexedDocument& document : documents) {
    assert(document.occurrences.empty());
    append_varint(uses, static_cast<std::uint32_t>(document.fields.size()));
    for (const IndexedField& field : document.fields) {
      append_varint(uses, field.length);
      append_varint(uses, field.uses_end);
    }
    append_varint(uses, static_cast<std::uint32_t>(document.uses.size()));
    for (const TermUse& use : document.uses) {
      const auto [found, is_new] = local.emplace(use.term, static_cast<std::uint32_t>(local.size()));
      if (is_new) {
        const std::u16string_view word = terms.word(use.term);
        append_varint(words, static_cast<std::uint32_t>(word.size()));
        words.append(reinterpret_cast<const char*>(word.data()), word.size() * sizeof(char16_t));
      }
      append_varint(uses, found->second);
      append_varint(uses, use.count);
    }
  }
  std::string bytes;
  append_varint(bytes, static_cast<std::uint32_t>(local.size()));
  return bytes + words + uses;
}

std::optional<std::vector<IndexedDocument>> unpack_terms(std::string_view bytes, WordNumbers& terms) {
  PackedReader reader(bytes);
  std::vector<std::uint32_t> numbers(reader.count(1));
  std::u16string buffer;
  for (std::uint32_t& number : numbers) number = terms.number_of(reader.units(buffer)).number;
  std::vector<IndexedDocument> documents(reader.count(2));
  for (IndexedDocument& document : documents) {
    if (reader.is_whole()) document = read_document(reader, numbers);
  }
  if (!reader.at_end()) return std::nullopt;
  return documents;
}

}  // namespace traff
