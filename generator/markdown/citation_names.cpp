#include "markdown/citation_names.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"
#include "markdown/not_a_name.h"

namespace traff {

namespace {

constexpr std::size_t most_words = 12;

bool is_name_byte(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80 ||
         c == '-' || c == '\'' || c == '.' || c == '&' || c == '[' || c == ']';
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
    static constexpr std::array<std::string_view, 8> ends{"et al.",  "et al",       "m.fl.",         "m. fl.",
                                                          "m.fl", "med flera", "med kollegor", "och kollegor"};
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
    static constexpr std::array<std::string_view, 14> words{"se",   "även", "jfr",  "jfr.", "jämför", "efter", "från",
                                                            "t.ex.", "see", "also", "cf.", "e.g.", "from", "after"};
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

}  // namespace

CitedNames cited_names_before(std::string_view text, std::size_t start, std::size_t end, bool in_parenthesis) {
  return NameReader(text, start, end, in_parenthesis).run();
}

}  // namespace traff
