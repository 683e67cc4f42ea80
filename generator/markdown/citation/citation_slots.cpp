#include "markdown/citation/citation_slots.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/messages/codes.h"
#include "base/text.h"
#include "base/unicode.h"
#include "markdown/citation/citation.h"
#include "markdown/citation/citation_scan.h"
#include "markdown/document/document.h"

namespace traff {

namespace {

// The words of finished inline HTML with their places in it: one line of text, entities read, tags gone.

struct InlineWords {
  std::string text;                  // U+0001 for code, links, images and anything else that is no plain words
  std::vector<std::uint32_t> begin;  // of each byte's character, in the HTML
  std::vector<std::uint32_t> end;
};

bool is_transparent(std::string_view name) { return name == "em" || name == "strong" || name == "del"; }

// Elements whose content is left out with them; their end tag, without "</" and ">".
bool is_opaque(std::string_view name) { return name == "a" || name == "code" || name == "svg"; }

std::string_view tag_name(std::string_view tag) {
  std::size_t begin = 1;
  if (begin < tag.size() && tag[begin] == '/') ++begin;
  std::size_t end = begin;
  while (end < tag.size() && ((tag[end] >= 'a' && tag[end] <= 'z') || (tag[end] >= '0' && tag[end] <= '9'))) ++end;
  return tag.substr(begin, end - begin);
}

class Reader {
 public:
  Reader(std::string_view html, Range range) : html_(html.substr(0, range.end)), at_(range.begin) {}

  InlineWords run() {
    while (at_ < html_.size()) {
      const char c = html_[at_];
      if (c == '<')
        take_tag();
      else if (c == '&')
        take_entity();
      else
        take_character();
    }
    return std::move(words_);
  }

 private:
  void put(char byte, std::size_t begin, std::size_t end) {
    words_.text += byte;
    words_.begin.push_back(static_cast<std::uint32_t>(begin));
    words_.end.push_back(static_cast<std::uint32_t>(end));
  }

  void take_tag() {
    const std::size_t begin = at_;
    at_ = std::min(html_.find('>', at_), html_.size() - 1) + 1;
    const std::string_view name = tag_name(html_.substr(begin, at_ - begin));
    if (is_transparent(name)) return;
    if (name == "br") return put(' ', begin, at_);
    if (is_opaque(name) && html_[begin + 1] != '/') {
      const std::string closing = "</" + std::string(name) + ">";
      at_ = std::min(html_.find(closing, at_), html_.size());
      if (at_ < html_.size()) at_ += closing.size();
    }
    put('\1', begin, at_);
  }

  void take_entity() {
    struct Entity {
      std::string_view written;
      char means;
    };
    static constexpr std::array known{Entity{"&amp;", '&'}, Entity{"&lt;", '<'}, Entity{"&gt;", '>'},
                                      Entity{"&quot;", '"'}};
    for (const Entity& entity : known) {
      if (!html_.substr(at_).starts_with(entity.written)) continue;
      put(entity.means, at_, at_ + entity.written.size());
      at_ += entity.written.size();
      return;
    }
    put('&', at_, at_ + 1);
    ++at_;
  }

  // Spaces of all kinds and line ends are one space; soft hyphens are none of the words.
  void take_character() {
    const std::string_view rest = html_.substr(at_);
    if (rest.starts_with("\xC2\xAD")) {
      at_ += 2;
      return;
    }
    std::size_t space = 0;
    if (rest[0] == ' ' || rest[0] == '\n' || rest[0] == '\t') space = 1;
    if (rest.starts_with("\xC2\xA0")) space = 2;
    if (rest.starts_with("\xE2\x80\xAF") || rest.starts_with("\xE2\x80\x89")) space = 3;
    if (space == 0) {
      put(rest[0], at_, at_ + 1);
      ++at_;
      return;
    }
    if (words_.text.empty() || words_.text.back() != ' ') put(' ', at_, at_ + space);
    at_ += space;
  }

  std::string_view html_;
  std::size_t at_;
  InlineWords words_;
};

// Begins the range after every tag that closes what was opened before it; how many are left open at its end.
int cut_off_closed(std::string_view html, Range& range) {
  const std::string_view until_end = html.substr(0, range.end);
  int open = 0;
  for (std::size_t at = until_end.find('<', range.begin); at < range.end; at = until_end.find('<', at + 1)) {
    open += html[at + 1] == '/' ? -1 : 1;
    if (open >= 0) continue;
    range.begin = static_cast<std::uint32_t>(html.find('>', at) + 1);
    open = 0;
  }
  while (range.begin < range.end && (html[range.begin] == ' ' || html[range.begin] == '\n')) ++range.begin;
  return open;
}

// Cost: linear in the range.
InlineWords inline_words(std::string_view html, Range range) { return Reader(html, range).run(); }

// Moves the ends of a range that cuts through <em>, <strong> or <del> so that it no longer does: inwards at the
// beginning, outwards at the end. False when that cannot be done.
bool balance_tags(std::string_view html, Range& range) {
  constexpr int most_leading_tags = 6;
  for (int skipped = 0; skipped <= most_leading_tags; ++skipped) {
    int open = cut_off_closed(html, range);
    while (open > 0 && html.substr(range.end).starts_with("</")) {
      range.end = static_cast<std::uint32_t>(html.find('>', range.end) + 1);
      --open;
    }
    if (range.begin >= range.end) return false;
    if (open == 0) return true;
    if (html[range.begin] != '<') return false;
    range.begin = static_cast<std::uint32_t>(html.find('>', range.begin) + 1);
  }
  return false;
}

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
    const bool is_year =
        (c == '1' || c == '2') && is_digit_at(text, at + 1) && is_digit_at(text, at + 2) && is_digit_at(text, at + 3);
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
      parsed_.document.diagnostics.push_back({code::R8(whole), place, year->year});
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
