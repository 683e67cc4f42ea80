#include "course/dates/term.h"

#include "base/text.h"
#include "course/dates/calendar_token.h"
#include "course/dates/date_expression.h"

namespace traff {

namespace {

using std::chrono::year;

TermFrame autumn(int y) { return {year(y) / 7 / 1, year(y + 1) / 1 / 31}; }
TermFrame spring(int y) { return {year(y) / 1 / 1, year(y) / 7 / 31}; }
TermFrame school_year(int y) { return {year(y) / 7 / 1, year(y + 1) / 7 / 31}; }
TermFrame calendar_year(int y) { return {year(y) / 1 / 1, year(y) / 12 / 31}; }

std::optional<int> take_year(CalendarReader& reader) {
  CalendarReader tried = reader;
  const CalendarToken token = tried.take();
  if (!token.is_number() || (token.length != 2 && token.length != 4)) return std::nullopt;
  const int number = token.length == 2 ? full_year(token.value) : token.value;
  if (number < 1900 || number > 2199) return std::nullopt;
  reader = tried;
  return number;
}

// "HT 2022", "Ht-22", "höstterminen 2022".
std::optional<TermFrame> take_half(CalendarReader& reader) {
  const bool is_autumn = reader.take_word({"ht", "höst", "hösten", "höstterminen", "hösttermin", "autumn"});
  if (!is_autumn && !reader.take_word({"vt", "vår", "våren", "vårterminen", "vårtermin", "spring"}))
    return std::nullopt;
  reader.take_word({"term"});
  reader.take_mark('-');
  reader.take_mark('\'');
  const auto written = take_year(reader);
  if (!written) return std::nullopt;
  return is_autumn ? autumn(*written) : spring(*written);
}

std::optional<TermFrame> take_halves(CalendarReader& reader) {
  const auto first = take_half(reader);
  if (!first || reader.at_end()) return first;
  if (!reader.take_mark('-') && !reader.take_mark('/') && !reader.take_mark(',') && !reader.take_mark('&') &&
      !reader.take_word({"och", "till", "and", "to"})) {
    return std::nullopt;
  }
  const auto second = take_half(reader);
  if (!second || second->first <= first->first) return std::nullopt;
  return TermFrame{first->first, second->last};
}

// "2019/2020", "2019/20", "19/20" after a word such as läsåret, "2022".
std::optional<TermFrame> take_years(CalendarReader& reader) {
  const bool named = reader.take_word({"läsår", "läsåret", "lå"});
  if (!named && reader.take_word({"academic", "school"})) reader.take_word({"year"});
  if (!named && reader.peek().length != 4) return std::nullopt;
  const auto first = take_year(reader);
  if (!first) return std::nullopt;
  if (!reader.take_mark('/') && !reader.take_mark('-'))
    return named ? std::nullopt : std::optional(calendar_year(*first));
  if (take_year(reader) != *first + 1) return std::nullopt;
  return school_year(*first);
}

}  // namespace

std::optional<TermFrame> parse_term(std::string_view text) {
  text = trim(text);
  if (text.ends_with('.')) text.remove_suffix(1);
  const auto tokens = calendar_tokens(text);
  const CalendarReader start(text, tokens);
  for (const auto take_frame : {take_halves, take_years}) {
    CalendarReader reader = start;
    const auto frame = take_frame(reader);
    if (frame && reader.at_end()) return frame;
  }
  return std::nullopt;
}

bool is_semester(std::string_view text) {
  const auto tokens = calendar_tokens(text);
  CalendarReader reader(text, tokens);
  const auto half = take_half(reader);
  const auto whole = parse_term(text);
  return half && (!whole || whole == half);
}

}  // namespace traff
