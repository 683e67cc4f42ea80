#include "markdown/citation_scan.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"
#include "markdown/citation_key.h"
#include "markdown/citation_names.h"
#include "markdown/citation_year.h"
#include "markdown/not_a_name.h"

namespace traff {

namespace {

// Of a parenthesis that is never closed.
constexpr std::size_t longest_parenthesis = 600;

constexpr std::size_t longest_names = 200;

class Scan {
 public:
  explicit Scan(std::string_view text) : text_(text) {}

  std::vector<FoundCitation> run() {
    static constexpr ByteSet marks("(@");
    for (std::size_t at = 0; (at = find_byte_of(text_, marks, at)) != std::string_view::npos;) {
      at = text_[at] == '@' ? take_key(at) : take_parenthesis(at);
    }
    return std::move(found_);
  }

 private:
  std::size_t take_key(std::size_t at) {
    for (FoundCitation& keyed : citations_by_key(text_, at, done_)) {
      done_ = keyed.end;
      found_.push_back(std::move(keyed));
    }
    return std::max(at + 1, done_);
  }

  // Looks inside "(" at `open`, and says where to look on: at the parenthesis within, or after it.
  std::size_t take_parenthesis(std::size_t open) {
    const std::size_t limit = std::min(text_.size(), open + longest_parenthesis);
    const std::size_t end = std::min(text_.find_first_of("()\1", open + 1), limit);
    const std::string_view inside = text_.substr(0, end);
    std::size_t at = open + 1;
    while (at < end && text_[at] == ' ') ++at;
    std::size_t post = open + 1;
    if (const auto years = cited_years_at(inside, at)) {
      take_running(open, *years, end);
      post = std::min(inside.find(';', years->end), end);
      if (post < end) ++post;
    }
    while (post < end) post = take_post(post, end);
    return end < text_.size() && text_[end] == '@' ? end : std::max(end, open + 1);
  }

  // "Katz & Dack (2017, s. 3)"
  void take_running(std::size_t open, const CitedYears& years, std::size_t end) {
    const std::size_t start = std::max(done_, open > longest_names ? open - longest_names : 0);
    CitedNames names = cited_names_before(text_, character_begin(start), open, false);
    if (names.citation.words.empty()) return;
    const bool closed = end < text_.size() && text_[end] == ')';
    const bool whole = closed && is_blank(text_.substr(years.end, end - years.end));
    names.citation.is_loose = !whole;
    if (!closed && text_.substr(years.end, 1) != ";") return;
    put(names, years, whole ? end + 1 : years.end);
  }

  // "(se Katz & Dack, 2017, s. 3; …": one of those between the semicolons. Where the next begins.
  std::size_t take_post(std::size_t begin, std::size_t end) {
    const std::size_t stop = std::min(text_.substr(0, end).find(';', begin), end);
    const std::string_view inside = text_.substr(0, stop);
    for (std::size_t at = begin; at < stop; ++at) {
      if (!may_begin_year(at)) continue;
      const auto years = cited_years_at(inside, at);
      if (!years) continue;
      take_names_and(*years, begin, stop);
      break;
    }
    return stop + 1;
  }

  bool may_begin_year(std::size_t at) const {
    const char c = text_[at];
    return (c == '1' || c == '2' || c == 'u' || c == 'i' || c == 'n') && (text_[at - 1] == ' ' || text_[at - 1] == ',');
  }

  void take_names_and(const CitedYears& years, std::size_t begin, std::size_t stop) {
    CitedNames names = cited_names_before(text_, begin, years.years.front().begin, true);
    if (names.citation.words.empty() || !names.from_start) return;
    const bool unclosed = stop >= text_.size() || text_[stop] == '(' || text_[stop] == '\1';
    if (!unclosed && !is_blank(text_.substr(years.end, stop - years.end))) names.citation.is_loose = true;
    put(names, years, years.end);
  }

  // One for each year: "(Alvunger, 2015, 2016)" leads to two works.
  void put(const CitedNames& names, const CitedYears& years, std::size_t end) {
    if (names.begin < done_) return;
    const bool has_number = years.end > years.years.back().end && text_[years.years.back().end] == ':';
    if (has_number && is_statute(names.citation.words.back().text)) return;
    const CitedYear& first = years.years.front();
    const std::size_t said_begin = shown_begin(names);
    for (std::size_t i = 0; i < years.years.size(); ++i) {
      const CitedYear& year = years.years[i];
      const bool is_last = i + 1 == years.years.size();
      FoundCitation found{names.citation, i == 0 ? names.begin : year.begin, is_last ? end : year.end, {}, 0, 0};
      found.citation.year = year.year;
      if (is_last) found.citation.locator = years.locator;
      found.shown_begin = i == 0 ? said_begin : year.begin;
      found.shown_end = year.end;
      found.said = std::string(text_.substr(said_begin, first.begin - said_begin)) + year.year;
      if (!names.citation.in_parenthesis) found.said += ')';
      if (i > 0) {
        for (CitedWord& word : found.citation.words) word.offset = static_cast<std::uint32_t>(year.begin);
      }
      found_.push_back(std::move(found));
    }
    done_ = end;
  }

  // The names without the word that only begins the sentence.
  std::size_t shown_begin(const CitedNames& names) const {
    if (names.citation.names == 0) return names.begin;
    const std::vector<CitedWord>& words = names.citation.words;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
      if (words[i].offset != names.names_begin) continue;
      const bool opener = words[i].begins_sentence && !words[i + 1].is_joined && is_sentence_opener(words[i].text);
      return opener ? words[i + 1].offset : names.names_begin;
    }
    return names.names_begin;
  }

  std::size_t character_begin(std::size_t at) const {
    while (at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0) == 0x80) ++at;
    return at;
  }

  std::string_view text_;
  std::size_t done_ = 0;  // end of the last citation
  std::vector<FoundCitation> found_;
};

}  // namespace

std::vector<FoundCitation> find_citations(std::string_view text) { return Scan(text).run(); }

std::size_t find_open_citation(std::string_view text) {
  const std::string_view written = trim(text);
  if (!written.ends_with(',')) return std::string_view::npos;
  const std::size_t open = text.rfind('(');
  if (open == std::string_view::npos || text.find(')', open) != std::string_view::npos) return std::string_view::npos;
  const std::size_t end = text.rfind(',') + 1;
  if (end - open > longest_names) return std::string_view::npos;
  const CitedNames names = cited_names_before(text, open + 1, end, true);
  return names.from_start && names.citation.is_paired ? open : std::string_view::npos;
}

}  // namespace traff
