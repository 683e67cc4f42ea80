// One version of a document, with all of it that readers may notice. Two of them are compared in document_changes.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "course/body_facts.h"
#include "course/section_text.h"
#include "markdown/document.h"

namespace traff {

struct DocumentVersion {
  Document document;
  BodyFacts facts;
  std::vector<SectionText> sections;
};

// Without what only its page needs: slots and messages.
std::string document_version_bytes(const DocumentVersion& version);

// Nothing when the bytes are not what document_version_bytes gives. `path` as in parse_head.
std::optional<DocumentVersion> parse_document_version(std::string_view bytes);

}  // namespace traff
