#include "markdown/citation_slots.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"
#include "markdown/citation_scan.h"
#include "markdown/citation_year.h"
#include "markdown/inline_words.h"

namespace traff {

namespace {

bool is_plain_words(const Block& block) {
  return block.kind == BlockKind::paragraph || (block.kind == BlockKind::cell && block.level == 0);
}

bool is_digit_at(std::string_view text, std::size_t at) { return at < text.size() && is_digit(text[at]); }

// A look that lets every citation through, and little else: a key, or a parenthesis with a year or that stays open.
bool may_cite(std::string_view text) {
  static constexpr ByteSet marks("(@");
  const std::size_t first = find_byte_of(text, marks);
  if (first == std::string_view::npos) return false;
  bool is_open = false;
  for (std::size_t at = first; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '@') return true;
    if (c == '(') is_open = true;
    if (c == ')') is_open = false;
    const bool is_year = (c == '1' || c == '2') && is_digit_at(text, at + 1) && is_digit_at(text, at + 2) && is_digit_at(text, at + 3);
    if (is_year) return true;
    if (c == '.' && at > 0 && (text[at - 1] == 'u' || text.substr(at - 1).starts_with("n.d"))) return true;
    if (c == ' ' && (text.substr(at).starts_with(" tryck") || text.substr(at).starts_with(" press"))) return true;
  }
  return is_open;
}

class CitationSlots {
 public:
  explicit CitationSlots(ParsedDocument& parsed) : parsed_(parsed), known_(parsed.document.slots.size()) {}

  void run() {
    for (const Block& block : parsed_.body.blocks) {
      if (block.kind == BlockKind::heading) open_.clear();
      if (!is_plain_words(block)) continue;
      report_cut(block);
      if (may_cite(parsed_.body.text_of(block))) read(block);
    }
    std::vector<Slot>& slots = parsed_.document.slots;
    if (slots.size() == known_) return;
    std::inplace_merge(slots.begin(), slots.begin() + static_cast<std::ptrdiff_t>(known_), slots.end(),
                       [](const Slot& a, const Slot& b) { return a.begin < b.begin; });
  }

 private:
  void read(const Block& block) {
    const InlineWords words = inline_words(parsed_.body.html, block.inner);
    for (FoundCitation& found : find_citations(words.text)) put(block, words, found);
    const std::size_t open = find_open_citation(words.text);
    open_ = open == std::string::npos ? std::string() : std::string(trim(words.text.substr(open)));
  }

  void put(const Block& block, const InlineWords& words, FoundCitation& found) {
    // A word's link begins where the character before it ends, outside the tags around it.
    const auto begin_of = [&](std::size_t at) { return at == 0 ? block.inner.begin : words.end[at - 1]; };
    Range place{begin_of(found.begin), words.end[found.end - 1]};
    const Range outer = place;
    if (!balance_tags(parsed_.body.html, place) || crosses_slot(place)) return;
    for (CitedWord& word : found.citation.words) {
      Range from{begin_of(word.offset), outer.end};
      if (!balance_tags(parsed_.body.html, from)) return;
      word.offset = std::max(from.begin, place.begin) - place.begin;
    }
    Slot made;
    made.kind = SlotKind::citation;
    made.begin = place.begin;
    made.end = place.end;
    made.target = citation_target(found.citation);
    made.text = std::move(found.said);
    made.title = words.text.substr(found.shown_begin, found.shown_end - found.shown_begin);
    made.line = block.line;
    parsed_.document.slots.push_back(std::move(made));
  }

  // Whether one of the document's other slots begins or ends in the range. Ranges come in order.
  bool crosses_slot(Range range) {
    const std::vector<Slot>& slots = parsed_.document.slots;
    while (next_ < known_ && slots[next_].end < range.begin) ++next_;
    return next_ < known_ && slots[next_].begin < range.end && slots[next_].end > range.begin;
  }

  // "(Timperley & Parr," and, in the next paragraph, "2008)".
  void report_cut(const Block& block) {
    if (open_.empty()) return;
    const std::string_view text = trim(parsed_.body.text_of(block));
    const auto year = cited_year_at(text, 0);
    if (year && year->end < text.size() && (text[year->end] == ')' || text[year->end] == ',')) {
      const std::string whole = open_ + " " + std::string(text.substr(0, year->end)) + ")";
      const Place place{parsed_.document.path, block.line, 1, static_cast<std::uint32_t>(code_point_count(year->year))};
      parsed_.document.diagnostics.push_back({"R8", place, year->year, {whole}});
    }
    open_.clear();
  }

  ParsedDocument& parsed_;
  const std::size_t known_;
  std::size_t next_ = 0;
  std::string open_;  // of the paragraph before
};

}  // namespace

void add_citation_slots(ParsedDocument& parsed) { CitationSlots(parsed).run(); }

}  // namespace traff
