#include "course/date_statement.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "base/utf8.h"
#include "markdown/mention.h"

namespace traff {

namespace {

// What is to be done by a day, or around a träff, happens on another day than the träff itself.
constexpr std::array<std::string_view, 14> deadline_words{"senast", "före",    "inför",  "innan",   "efter",
                                                          "mellan", "sedan",   "before", "after",   "until",
                                                          "by",     "between", "latest", "deadline"};
constexpr std::array<std::string_view, 6> deadline_stems{"anmäl", "lämn", "skick", "svar", "submit", "regist"};

bool is_deadline_word(std::string_view word) {
  return std::find(deadline_words.begin(), deadline_words.end(), word) != deadline_words.end() ||
         std::any_of(deadline_stems.begin(), deadline_stems.end(),
                     [&](std::string_view stem) { return word.starts_with(stem); });
}

bool is_about_a_deadline(std::string_view sentence) {
  const std::string lower = to_lower(sentence);
  for (std::size_t at = 0; at < lower.size();) {
    std::size_t end = at;
    while (end < lower.size() && is_letter(code_point_at(lower, end))) end += code_point_size(lower, end);
    if (end > at && is_deadline_word(std::string_view(lower).substr(at, end - at))) return true;
    at = end + (end < lower.size() ? code_point_size(lower, end) : 1);
  }
  return false;
}

bool ends_sentence(std::string_view text, std::size_t at) {
  if (text[at] != '.' && text[at] != '!' && text[at] != '?') return false;
  return at + 2 < text.size() && is_space(text[at + 1]) && is_upper(code_point_at(text, at + 2));
}

}  // namespace

std::optional<DateStatement> read_date_statement(std::string_view sentence, const std::optional<TermFrame>& term) {
  if (std::none_of(sentence.begin(), sentence.end(), is_digit)) return std::nullopt;
  std::set<std::string> meetings;
  for (const Mention& mention : find_mentions(sentence)) {
    if (mention.kind == SlotKind::meeting_mention) meetings.insert(mention.target);
  }
  if (meetings.size() != 1 || is_about_a_deadline(sentence)) return std::nullopt;
  const DatesInText found = find_dates(sentence, term);
  if (found.dates.size() != 1) return std::nullopt;
  return DateStatement{*meetings.begin(), found.dates.front(), sentence};
}

std::vector<DateStatement> find_date_statements(std::string_view text, const std::optional<TermFrame>& term) {
  std::vector<DateStatement> found;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at + 1 < text.size() && !ends_sentence(text, at)) continue;
    if (auto statement = read_date_statement(text.substr(begin, at + 1 - begin), term))
      found.push_back(std::move(*statement));
    begin = at + 1;
  }
  return found;
}

}  // namespace traff
