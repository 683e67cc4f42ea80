#include "course/document_version.h"

#include <utility>

#include "base/byte_stream.h"
#include "base/text.h"
#include "base/utf8.h"
#include "markdown/document_bytes.h"

namespace traff {

namespace {

struct KeptVersion {
  std::string head;
  std::string facts;
  std::string sections;
};

}  // namespace

template <class Stream, class Type>
requires DescribesLike<Type, KeptVersion>
void describe(Stream& stream, Type& kept) {
  stream(kept.head);
  stream(kept.facts);
  stream(kept.sections);
}

std::string document_version_bytes(const DocumentVersion& version) {
  Document head = version.document;
  head.slots.clear();
  head.diagnostics.clear();
  return to_bytes(KeptVersion{head_bytes(head), body_facts_bytes(version.facts), section_texts_bytes(version.sections)});
}

std::optional<DocumentVersion> parse_document_version(std::string_view bytes) {
  const auto kept = from_bytes<KeptVersion>(bytes);
  if (!kept) return std::nullopt;
  auto document = parse_head(kept->head);
  auto facts = parse_body_facts(kept->facts);
  auto sections = parse_section_texts(kept->sections);
  if (!document || !facts || !sections) return std::nullopt;
  return DocumentVersion{std::move(*document), std::move(*facts), std::move(*sections)};
}

}  // namespace traff
