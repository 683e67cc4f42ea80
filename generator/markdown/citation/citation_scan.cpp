#include "markdown/citation/citation_scan.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "base/unicode.h"
#include "markdown/citation/citation.h"

namespace traff {

namespace {

// The names before a citation's year, read from the year backwards.

struct CitedNames {
  Citation citation;            // its words, whose offsets are bytes into the text, and what follows from them
  std::size_t begin = 0;        // of the first word
  std::size_t names_begin = 0;  // of what looks like the names, for messages
  bool from_start = false;      // everything from `start` on was read
};

constexpr std::size_t most_words = 12;

bool is_name_byte(char c) {
  return is_ascii_alphanumeric(c) || static_cast<unsigned char>(c) >= 0x80 || c == '-' || c == '\'' || c == '.' ||
         c == '&' || c == '[' || c == ']';
}

bool is_quotation_mark(std::string_view token) { return token.starts_with("”") || token.starts_with("“"); }

// "D.", "L.A."
bool is_initials(std::string_view token) {
  if (!token.ends_with('.')) return false;
  std::size_t at = 0;
  while (at < token.size()) {
    const std::size_t size = code_point_size(token, at);
    if (!is_upper(code_point_at(token, at)) || at + size >= token.size() || token[at + size] != '.') return false;
    at += size + 1;
    if (at < token.size() && token[at] == '-') ++at;
  }
  return true;
}

// Takes words one by one from the end, and puts them in order when it has finished.
class NameReader {
 public:
  NameReader(std::string_view text, std::size_t start, std::size_t end, bool in_parenthesis)
      : text_(text), start_(start), at_(end), in_parenthesis_(in_parenthesis) {}

  CitedNames run() {
    take_comma();
    take_others();
    while (words_.size() < most_words && take_word()) {
    }
    if (at_ == start_ && !words_.empty() && start_stands_clear()) words_.back().begins_sentence = true;
    std::reverse(words_.begin(), words_.end());
    drop_leading_words();
    found_.citation.words = std::move(words_);
    found_.citation.in_parenthesis = in_parenthesis_;
    if (!found_.citation.words.empty()) found_.begin = found_.citation.words.front().offset;
    found_.from_start = at_ == start_;
    count_names();
    return std::move(found_);
  }

 private:
  std::string_view before() const { return text_.substr(start_, at_ - start_); }
  bool start_stands_clear() const { return start_ == 0 || text_[start_ - 1] == '(' || text_[start_ - 1] == ';'; }

  void skip_spaces() {
    while (at_ > start_ && text_[at_ - 1] == ' ') --at_;
  }

  void take_comma() {
    skip_spaces();
    if (at_ == start_ || text_[at_ - 1] != ',') return;
    --at_;
    (in_parenthesis_ ? found_.citation.has_comma : found_.citation.stray_comma) = true;
    skip_spaces();
  }

  void take_others() {
    static constexpr std::array<std::string_view, 8> ends{"et al.", "et al",     "m.fl.",        "m. fl.",
                                                          "m.fl",   "med flera", "med kollegor", "och kollegor"};
    for (const std::string_view words : ends) {
      if (!before().ends_with(words)) continue;
      const std::size_t begin = at_ - words.size();
      if (begin == start_ || (text_[begin - 1] != ' ' && text_[begin - 1] != ',')) continue;
      at_ = begin;
      found_.citation.and_others = true;
      skip_spaces();
      if (at_ > start_ && text_[at_ - 1] == ',') --at_;
      return;
    }
  }

  // False when the reading ends here.
  bool take_word() {
    skip_spaces();
    if (at_ == start_) return false;
    const bool comma = text_[at_ - 1] == ',';
    if (comma) {
      join_last();
      if (--at_ == start_) return false;
    }
    std::size_t begin = at_;
    while (begin > start_ && is_name_byte(text_[begin - 1])) --begin;
    const std::string_view token = text_.substr(begin, at_ - begin);
    if (token.empty() || is_quotation_mark(token) || std::ranges::any_of(token, is_digit)) {
      mark_sentence(token.empty() && text_[at_ - 1] != '\1');
      return false;
    }
    return take_token(token, begin);
  }

  bool take_token(std::string_view token, std::size_t begin) {
    const std::string plain = comparable_name(token);
    if (is_name_joint(plain)) {
      join_last();
    } else if (token.front() == '[' || token.back() == ']') {
      if (token.front() != '[' || token.back() != ']') return false;  // "Skolinspektionen [SI]": the name is enough
    } else if (in_parenthesis_ && is_prefix(plain, begin)) {
      found_.citation.has_prefix = true;
      mark_sentence(true);
      at_ = start_;
      return false;
    } else if (token.ends_with('.') && !is_initials(token)) {
      mark_sentence(true);
      return false;
    } else {
      words_.push_back({plain, static_cast<std::uint32_t>(begin), is_upper(code_point_at(token, 0)), false, false});
      shapes_capital_only_ = shapes_capital_only_ && !has_lower(token);
    }
    at_ = begin;
    return true;
  }

  static bool has_lower(std::string_view token) {
    for (std::size_t at = 0; at < token.size(); at += code_point_size(token, at)) {
      if (is_lower(code_point_at(token, at))) return true;
    }
    return false;
  }

  // "se", "jfr", "fritt efter", "refererad i" …: the names begin after it.
  bool is_prefix(std::string_view plain, std::size_t begin) const {
    static constexpr std::array<std::string_view, 14> words{
        "se", "även", "jfr", "jfr.", "jämför", "efter", "från", "t.ex.", "see", "also", "cf.", "e.g.", "from", "after"};
    if (std::ranges::find(words, plain) != words.end()) return true;
    const std::string_view left = trim(text_.substr(start_, begin - start_));
    if (plain == "ex.") return left.ends_with("t.") || left.ends_with("t");
    static constexpr std::array<std::string_view, 6> relayed{"refererad", "refererat", "citerad",
                                                             "citerat",   "återgiven", "cited"};
    return (plain == "i" || plain == "in") &&
           std::ranges::any_of(relayed, [&](std::string_view word) { return left.ends_with(word); });
  }

  void join_last() {
    if (!words_.empty()) words_.back().is_joined = true;
  }

  void mark_sentence(bool begins) {
    if (begins && !words_.empty()) words_.back().begins_sentence = true;
  }

  static bool may_begin(const CitedWord& word) { return word.is_capital || is_name_particle(word.text); }

  // A citation begins with a name; what stands before it in its parenthesis is unusual.
  void drop_leading_words() {
    const auto first = std::ranges::find_if(words_, may_begin);
    const bool no_capital = std::ranges::none_of(words_, &CitedWord::is_capital);
    if (in_parenthesis_ && first != words_.begin()) found_.citation.is_loose = true;
    words_.erase(words_.begin(), no_capital ? words_.end() : first);
  }

  // Names of one or two capital words each, the last ones of the words; fills what follows from them.
  void count_names() {
    const std::vector<CitedWord>& words = found_.citation.words;
    if (words.empty() || shapes_capital_only_) return;
    std::size_t begin = words.size();
    bool all_names = true;
    std::uint8_t names = 0;
    while (begin > 0 && names < 20) {
      const std::size_t first = name_begin(words, begin);
      if (first == begin) break;
      all_names = all_names && may_be_name(words, first, begin);
      begin = first;
      ++names;
      if (!words[begin].is_joined) break;
    }
    if (names == 0 || !all_names || (begin < words.size() && words[begin].is_joined)) return;
    found_.citation.names = names;
    found_.citation.is_paired = names > 1 && text_has_joint(words.back().offset);
    found_.names_begin = words[begin].offset;
  }

  // Of the name that ends before `end`; `end` when none does.
  static std::size_t name_begin(const std::vector<CitedWord>& words, std::size_t end) {
    std::size_t begin = end;
    while (begin > 0 && end - begin < 3 && may_begin(words[begin - 1])) {
      --begin;
      if (words[begin].is_joined) break;
    }
    return begin < end && words[end - 1].is_capital ? begin : end;
  }

  static bool may_be_name(const std::vector<CitedWord>& words, std::size_t begin, std::size_t end) {
    return std::none_of(words.begin() + static_cast<std::ptrdiff_t>(begin),
                        words.begin() + static_cast<std::ptrdiff_t>(end),
                        [](const CitedWord& word) { return is_never_a_name(word.text); });
  }

  // Whether "&", "och" or "and" stands before the last name.
  bool text_has_joint(std::size_t last_word) const {
    const std::string_view left = trim(text_.substr(start_, last_word - start_));
    return left.ends_with("&") || left.ends_with("och") || left.ends_with("and");
  }

  std::string_view text_;
  std::size_t start_;
  std::size_t at_;
  bool in_parenthesis_;
  bool shapes_capital_only_ = true;
  std::vector<CitedWord> words_;  // the last first, until run() turns them
  CitedNames found_;
};

// The words of text[start, end), at most some ten. `in_parenthesis`: the names follow "(" or ";", perhaps after "se",
// "fritt efter" …, where the reading stops. No words when nothing there can be a name. Cost: the words read.
CitedNames cited_names_before(std::string_view text, std::size_t start, std::size_t end, bool in_parenthesis) {
  return NameReader(text, start, end, in_parenthesis).run();
}

// References to a work by its key: "[@katz2017, s. 3]", "[@katz2017; @fullan2017]", "@katz2017".

constexpr std::size_t longest_key = 80;

bool is_key_byte(char c) {
  return is_ascii_alphanumeric(c) || static_cast<unsigned char>(c) >= 0x80 || c == '_' || c == '-';
}

bool is_ascii_word_byte(char c) { return is_ascii_alphanumeric(c) || c == '.' || c == '_' || c == '-'; }

// A name and a year: "katz2017", "alvunger2016a", "skolverketua".
bool looks_like_key(std::string_view key) {
  if (key.empty() || key.size() > longest_key || is_digit(key.front())) return false;
  const std::size_t last_digit = key.find_last_of("0123456789");
  if (last_digit == std::string_view::npos) return key.ends_with("ua") || key.ends_with("uå");
  return last_digit + 2 >= key.size() && last_digit >= 4;
}

std::size_t key_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_key_byte(text[at])) ++at;
  return at;
}

// "@katz2017, s. 3" from "@" on. Its end is 0 when it is none.
FoundCitation keyed(std::string_view text, std::size_t at) {
  FoundCitation found;
  const std::size_t end = key_end(text, at + 1);
  const std::string_view key = text.substr(at + 1, end - at - 1);
  if (!looks_like_key(key)) return found;
  found.citation.key = fold(key);
  found.said = key;
  found.begin = found.shown_begin = at;
  found.end = found.shown_end = end;
  return found;
}

void take_locator(std::string_view text, FoundCitation& found, std::size_t stop) {
  const std::string_view rest = trim(text.substr(found.end, stop - found.end));
  if (!rest.starts_with(',')) return;
  found.citation.locator = trim(rest.substr(1));
  found.end = stop;
}

std::vector<FoundCitation> bracket(std::string_view text, std::size_t open, std::size_t close) {
  std::vector<FoundCitation> all;
  for (std::size_t begin = open + 1; begin < close;) {
    const std::size_t stop = std::min(text.substr(0, close).find(';', begin), close);
    const std::size_t at = text.find_first_not_of(' ', begin);
    FoundCitation found = at < stop && text[at] == '@' ? keyed(text, at) : FoundCitation();
    if (found.end == 0) return {};
    take_locator(text, found, stop);
    if (!is_blank(text.substr(found.end, stop - found.end))) return {};
    all.push_back(std::move(found));
    begin = stop + 1;
  }
  if (all.empty()) return all;
  for (FoundCitation& found : all) found.citation.in_parenthesis = true;
  all.front().citation.opens_bracket = true;
  all.front().begin = open;
  all.back().citation.closes_bracket = true;
  all.back().end = close + 1;
  return all;
}

// Those that "@" at `at` begins: all of its brackets, or the one. `from`: where the text before is taken already.
std::vector<FoundCitation> citations_by_key(std::string_view text, std::size_t at, std::size_t from) {
  constexpr std::size_t longest_bracket = 400;
  if (at < from) return {};
  if (at > from && text[at - 1] == '[') {
    const std::size_t close = text.substr(0, std::min(text.size(), at + longest_bracket)).find_first_of("]\1", at);
    if (close != std::string_view::npos && text[close] == ']') {
      std::vector<FoundCitation> all = bracket(text, at - 1, close);
      if (!all.empty()) return all;
    }
  }
  if (at > 0 && (is_ascii_word_byte(text[at - 1]) || static_cast<unsigned char>(text[at - 1]) >= 0x80)) return {};
  FoundCitation found = keyed(text, at);
  const bool goes_on = found.end + 1 < text.size() && text[found.end] == '.' && is_ascii_word_byte(text[found.end + 1]);
  if (found.end == 0 || goes_on) return {};
  return {std::move(found)};
}

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
    while (at < text_.size() && continues_code_point(text_[at])) ++at;
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
