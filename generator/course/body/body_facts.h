// What a document's body says that the course is made of. Found once per file, when it is parsed, and kept beside the
// parsed head, so that no build reads every body again. Depends on the document alone: years that stand in another
// file are inferred later, from the words kept here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "course/body/agenda.h"
#include "course/body/date_table.h"
#include "course/dates/old_date.h"
#include "course/literature/work.h"
#include "course/model/deck.h"
#include "markdown/document/document.h"

namespace traff {

// Words of a page that can only be judged beside the rest of the site: whether "Planerings-dagen" was cut by a narrow
// column shows when "Planeringsdagen" stands elsewhere, "My Moodle" when others write "MyMoodle".

// A word in two parts that may be one: "Planerings-dagen" (T4), "SAMTALSK LIMAT" (T6).
struct SplitWord {
  std::string text;  // as written
  std::uint32_t line = 0;
};

// A word with a capital inside, such as MyMoodle.
struct JoinedName {
  std::string text;
  std::uint32_t count = 0;
};

struct WordFacts {
  std::vector<SplitWord> splits;
  std::vector<JoinedName> names;
  std::vector<std::uint32_t> known;  // keys of the long words, the names and the pairs of names, in order
};

// "SAMTALSK LIMAT", "Planerings-dagen" → the word without its gap.
std::string without_gap(std::string_view split);

// Of a name as it is written, or two names with a space between.
std::uint32_t word_key(std::string_view word);

// Of a long word, the same in small letters and in capitals.
std::uint32_t long_word_key(std::string_view word);

// Cost: linear in the body.
WordFacts find_word_facts(const Document& document, const DocumentBody& body);

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
  std::vector<DatedText> unread_days;     // of a träff without a day: where its text names one, at most one
  std::vector<std::string> preparations;  // of a träff, in short
  std::vector<Slide> slides;              // of a presentation
  std::vector<Work> works;                // of a literature page or a list of references
};

// Cost: linear in the body.
BodyFacts find_body_facts(const Document& document, const DocumentBody& body);

std::string body_facts_bytes(const BodyFacts& facts);

// Nothing when the bytes are not what body_facts_bytes gives.
std::optional<BodyFacts> parse_body_facts(std::string_view bytes);

// What a träff's own text asks a participant to do before it, in short.

// The points under "Inför träffen": items of its lists or, without a list, its paragraphs. The first four, long ones
// cut at a word. Cost: linear in the section.
std::vector<std::string> find_preparations(const Document& document, const DocumentBody& body);

}  // namespace traff
