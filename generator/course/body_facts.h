// What a document's body says that the course is made of. Found once per file, when it is parsed, and kept beside the
// parsed head, so that no build reads every body again. Depends on the document alone: years that stand in another
// file are inferred later, from the words kept here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "course/date_table.h"
#include "course/deck.h"
#include "course/work.h"
#include "course/old_date.h"
#include "course/word_facts.h"
#include "course/agenda.h"
#include "markdown/document.h"

namespace traff {

// Text that may name a day: a paragraph, an item's words or a table's row, of a letter, date table or index page.
struct DatedText {
  std::uint32_t line = 0;
  bool is_row = false;
  std::string text;
};

struct BodyFacts {
  std::vector<OldDate> old_dates;
  WordFacts words;
  std::vector<DatedText> dated;
  std::vector<AgendaPoint> agenda;
  std::vector<DateTableLine> date_table;  // empty when there is no such table
  std::vector<std::string> preparations;  // of a träff, in short
  std::vector<Slide> slides;              // of a presentation
  std::vector<Work> works;                // of a literature page or a list of references
};

// Cost: linear in the body.
BodyFacts find_body_facts(const Document& document, const DocumentBody& body);

std::string body_facts_bytes(const BodyFacts& facts);

// Nothing when the bytes are not what body_facts_bytes gives.
std::optional<BodyFacts> parse_body_facts(std::string_view bytes);

}  // namespace traff
