#include "course/body_facts.h"

#include <algorithm>

#include "base/text.h"
#include "course/course.h"
#include "course/date_table.h"
#include "course/page_kind.h"
#include "course/preparations.h"
#include "course/term.h"

namespace traff {

namespace {

bool begins_month_or_week(std::string_view text, std::size_t at) {
  static constexpr std::string_view stems[] = {"jan", "feb", "mar", "apr", "maj", "may", "jun", "jul",
                                               "aug", "sep", "okt", "oct", "nov", "dec", "vec", "wee"};
  std::string word(text.substr(at, 3));
  for (char& c : word) c = is_ascii_letter(c) ? static_cast<char>(c | 0x20) : c;
  return std::find(std::begin(stems), std::end(stems), word) != std::end(stems) || word.starts_with("v.") ||
         word.starts_with("v ");
}

// A quick look that lets through every text a day can be read from, and little else.
bool may_name_day(std::string_view text) {
  bool digit = false, sign = false;
  for (std::size_t i = 0; i < text.size() && !(digit && sign); ++i) {
    const char c = text[i];
    if (is_digit(c)) {
      digit = true;
      const char next = i + 1 < text.size() ? text[i + 1] : ' ';
      sign = sign || next == '/' || next == '-' || next == '.' || next == '\xE2';
    } else if (const bool word_begins = i == 0 || !is_ascii_letter(text[i - 1]); word_begins) {
      sign = sign || begins_month_or_week(text, i);
    }
  }
  return digit && sign;
}

// Other pages speak of other years, of books and of history.
bool speaks_of_meetings(const Document& document) {
  const PageKind kind = kind_by_itself(document);
  return kind == PageKind::letter || kind == PageKind::dates || kind == PageKind::network || is_index(document.path);
}

// A leaf of text: what one sentence about one träff stands in. A row speaks for its cells.
bool is_statement(const DocumentBody& body, const Block& block) {
  if (block.kind == BlockKind::row) return block.level == 0;
  if (block.kind != BlockKind::paragraph) return false;
  return block.parent == no_block || body.blocks[block.parent].kind != BlockKind::cell;
}

std::vector<DatedText> find_dated(const DocumentBody& body) {
  std::vector<DatedText> dated;
  for (const Block& block : body.blocks) {
    if (!is_statement(body, block)) continue;
    const std::string_view text = body.text_of(block);
    if (may_name_day(text)) dated.push_back({block.line, block.kind == BlockKind::row, std::string(text)});
  }
  return dated;
}

// A heading is kept when it names a term and a table with dates follows.
std::vector<DateTableLine> find_date_table(const DocumentBody& body) {
  std::vector<DateTableLine> found;
  std::vector<const Block*> headings;  // since the last row
  bool dated = false;
  for (std::size_t i = 0; i < body.blocks.size(); ++i) {
    const Block& block = body.blocks[i];
    if (block.kind == BlockKind::heading) headings.push_back(&block);
    if (block.kind != BlockKind::row) continue;
    DateTableLine row{block.level == 1 ? DateTableLine::Kind::header : DateTableLine::Kind::row, block.line, {}};
    for (std::size_t c = i + 1; c < body.blocks.size() && body.blocks[c].kind == BlockKind::cell; ++c) {
      row.cells.emplace_back(trim(body.text_of(body.blocks[c])));
    }
    if (row.kind == DateTableLine::Kind::header) dated = has_date_column(row.cells);
    if (!dated) continue;
    for (; !headings.empty(); headings.pop_back()) {
      const std::string_view text = trim(body.text_of(*headings.back()));
      if (!parse_term(text)) continue;
      found.push_back({DateTableLine::Kind::heading, headings.back()->line, {std::string(text)}});
      headings.clear();
      break;
    }
    found.push_back(std::move(row));
  }
  return found;
}

}  // namespace

BodyFacts find_body_facts(const Document& document, const DocumentBody& body) {
  BodyFacts facts;
  if (document.refused) return facts;
  if (speaks_of_meetings(document)) facts.dated = find_dated(body);
  facts.old_dates = find_old_dates(body);
  facts.words = find_word_facts(document, body);
  facts.agenda = find_agenda(document, body);
  facts.date_table = find_date_table(body);
  if (kind_by_itself(document) == PageKind::meeting) facts.preparations = find_preparations(document, body);
  if (kind_by_itself(document) == PageKind::deck) facts.slides = find_slides(document, body);
  facts.works = find_works(document, body);
  return facts;
}

}  // namespace traff
