// The words of a document, section by section, as they are searched: what stands under each heading, on each slide, in
// each entry of a list of literature. Found once per file, when it is parsed; depends on the document alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "course/body/body_facts.h"
#include "course/literature/work.h"
#include "course/model/deck.h"
#include "markdown/document/document.h"

namespace traff {

enum class SectionPart : std::uint8_t {
  lead,     // what stands before the first heading, and the footnotes
  heading,  // what stands under one, to the next of any level
  slide,    // of a presentation, with its notes; the first slide is the lead
  work,     // of a list of literature or references
};

struct SectionText {
  SectionPart part = SectionPart::lead;
  std::uint32_t index = 0;  // into the document's headings, its slides or its works
  std::string text;         // without the heading's own words
};

// The lead first, then in the order of the text. Every word stands in one section only. Characters without width are
// dropped. Cost: linear in the body.
std::vector<SectionText> find_section_texts(const Document& document, const DocumentBody& body,
                                            const std::vector<Slide>& slides, const std::vector<Work>& works);

std::string section_texts_bytes(const std::vector<SectionText>& sections);

// Nothing when the bytes are not what section_texts_bytes gives.
std::optional<std::vector<SectionText>> parse_section_texts(std::string_view bytes);

// As words are searched: without soft hyphens and other characters of no width.
std::string searched_words(std::string_view text);

// One version of a document, with all of it that readers may notice. Two of them are compared in document_changes.h.

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
