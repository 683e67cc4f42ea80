#include "course/model/occasion.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/date.h"
#include "base/messages/codes.h"
#include "base/messages/phrases.h"
#include "base/text.h"
#include "base/unicode.h"
#include "course/dates/calendar_token.h"
#include "course/model/page_kind.h"

namespace traff {

namespace {

// The line as the author would see it; a cached document keeps its fields but not its text.
std::string field_line(const Field& field) { return field.name + ": " + field.value; }

DateValue value_of(const Document& document, const Field& field, const std::string& line) {
  return {field.value, {document.path, field.line, field.column, 0}, line, field.key};
}

Message message_of(const DateProblem& problem, const std::string& found, Key key) {
  switch (problem.kind) {
    case DateProblem::Kind::wrong_weekday:
      return code::F1(long_date(*problem.date), weekday_name(weekday_of(*problem.date)),
                      weekday_name(*problem.written));
    case DateProblem::Kind::year_missing: return code::F3(found);
    case DateProblem::Kind::second_date: return code::F61(found);
    case DateProblem::Kind::not_a_date:  // a time of day has a key of its own beside `datum`, and there alone
      return code::F13(found, key == Key::date ? Words(phrase::time_beside) : Words());
    case DateProblem::Kind::impossible: break;
  }
  return code::F2(found);
}

void report_lost_remark(const Document& document, std::string_view remark, std::vector<Diagnostic>& diagnostics);

void read_dates(const Document& document, const std::optional<TermFrame>& term, ReadOccasion& read) {
  if (const Field* field = document.front_matter.find(Key::date)) {
    const std::string line = field_line(*field);
    const ParsedDates dates = read_date(value_of(document, *field, line), term, read.diagnostics);
    take_dates(dates, read.occasion);
    report_lost_remark(document, dates.remark, read.diagnostics);
  }
  if (const Field* field = document.front_matter.find(Key::alternates)) {
    const std::string line = field_line(*field);
    const DateValue value = value_of(document, *field, line);
    const ParsedDates dates = parse_date_list(field->value, term);
    report_date_problems(dates.problems, value, read.diagnostics);
    for (const FoundDate& alternate : dates.alternates) read.occasion.alternates.push_back(alternate.first);
  }
}

}  // namespace

MeetingStatus parse_status(std::string_view status) {
  const std::string folded = fold(trim(status));
  if (folded.starts_with("installd") || folded.starts_with("installt") || folded.starts_with("cancel") ||
      folded.starts_with("avlyst") || folded == "utgar" || folded == "utgatt")
    return MeetingStatus::cancelled;
  if (folded.starts_with("prel") || folded.starts_with("tentative")) return MeetingStatus::tentative;
  if (folded.starts_with("bekraft") || folded.starts_with("confirm")) return MeetingStatus::confirmed;
  if (folded.starts_with("flytta") || folded.starts_with("moved")) return MeetingStatus::moved;
  if (folded.starts_with("pilot")) return MeetingStatus::pilot;
  return MeetingStatus::plain;
}

namespace {

// "prel." is a status, "Norrtull" a place. What the occasion has already stays.
void take_remark(std::string_view remark, Occasion& occasion) {
  std::string place;
  for (const std::string_view part : split(remark, ',')) {
    const std::string_view words = trim(part);
    if (words == "?") {
      if (occasion.status == MeetingStatus::plain) occasion.status = MeetingStatus::tentative;
    } else if (const MeetingStatus status = parse_status(words); status != MeetingStatus::plain) {
      if (occasion.status == MeetingStatus::plain) occasion.status = status;
    } else if (!words.empty()) {
      place += (place.empty() ? "" : ", ") + std::string(words);
    }
  }
  if (occasion.place.empty()) occasion.place = place;
}

// "den", "på": they say nothing more than the date does.
bool says_nothing(std::string_view words) {
  static constexpr std::string_view fillers[] = {"den", "på", "on", "the", "dag", "dagen", "datum", "date"};
  const std::string lower = to_lower(words);
  return std::ranges::all_of(split(lower, ' '), [](std::string_view word) {
    while (word.ends_with(':') || word.ends_with('.')) word.remove_suffix(1);
    return word.empty() || std::ranges::find(fillers, word) != std::end(fillers);
  });
}

// F64: words before the date that may change what it means.
void report_words_before(const ParsedDates& dates, const DateValue& value, std::vector<Diagnostic>& diagnostics) {
  const std::string& words = dates.words_before;
  if (!dates.date || words.empty() || says_nothing(words) || parse_status(words) != MeetingStatus::plain) return;
  Diagnostic diagnostic{code::F64(words, long_date(dates.date->first)), value.place, std::string(value.line)};
  if (value.place.column > 0) {
    const std::string_view before = value.text.substr(0, value.text.find(words));
    diagnostic.place.column += static_cast<std::uint32_t>(code_point_count(before));
    diagnostic.place.length = static_cast<std::uint32_t>(code_point_count(words));
  }
  diagnostics.push_back(std::move(diagnostic));
}

}  // namespace

namespace {

// F68: what the remark says of a place that is told elsewhere.
void report_lost_remark(const Document& document, std::string_view remark, std::vector<Diagnostic>& diagnostics) {
  const Field* const place = document.front_matter.find(Key::place);
  if (place == nullptr || place->value.empty() || remark.empty()) return;
  Occasion alone;
  take_remark(remark, alone);
  if (alone.place.empty() || fold(place->value).find(fold(alone.place)) != std::string::npos) return;
  const Field& date = *document.front_matter.find(Key::date);
  diagnostics.push_back(at_value(code::F68(alone.place), document, date));
}

}  // namespace

void take_dates(const ParsedDates& dates, Occasion& occasion) {
  occasion.date = dates.date;
  for (const FoundDate& alternate : dates.alternates) occasion.alternates.push_back(alternate.first);
  take_remark(dates.remark, occasion);
  const MeetingStatus status = parse_status(dates.words_before);
  if (occasion.status == MeetingStatus::plain) occasion.status = status;
  if (!occasion.time) occasion.time = dates.time;
}

void read_time(std::string_view words, const DateValue& value, Occasion& occasion,
               std::vector<Diagnostic>& diagnostics) {
  if (is_blank(words)) return;
  const WrittenTimes times = parse_times(words);
  if (times.whole) occasion.time = times.whole;
  occasion.time_text = times.whole && !times.says_more ? std::string_view() : words;
  if (times.problem == WrittenTimes::Problem::none) return;
  Diagnostic diagnostic{
      times.problem == WrittenTimes::Problem::impossible ? Message(code::F62(words)) : Message(code::F63(words)),
      value.place, std::string(value.line)};
  if (value.place.column > 0) diagnostic.place.length = static_cast<std::uint32_t>(code_point_count(words));
  diagnostics.push_back(std::move(diagnostic));
}

namespace {

// "varje onsdag", "den fjortonde oktober": meant as a day.
bool names_day_or_month(std::string_view words) {
  const auto tokens = calendar_tokens(words);
  const CalendarReader reader(words, tokens);
  return std::ranges::any_of(tokens, [&](const CalendarToken& token) {
    const std::string word = reader.word(token);
    return find_weekday(word) || find_month(word);
  });
}

}  // namespace

void report_date_problems(const std::vector<DateProblem>& problems, const DateValue& value,
                          std::vector<Diagnostic>& diagnostics) {
  for (const DateProblem& problem : problems) {
    const std::string found(value.text.substr(problem.offset, problem.length));
    // "meddelas senare" is no mistake.
    const bool only_words = found.find_first_of("0123456789") == std::string::npos && !names_day_or_month(found);
    if (problem.kind == DateProblem::Kind::not_a_date && only_words) continue;
    Diagnostic diagnostic{message_of(problem, found, value.key), value.place, std::string(value.line)};
    if (value.place.column > 0) {
      diagnostic.place.column += static_cast<std::uint32_t>(code_point_count(value.text.substr(0, problem.offset)));
      diagnostic.place.length = static_cast<std::uint32_t>(code_point_count(found));
    }
    diagnostics.push_back(std::move(diagnostic));
  }
}

ParsedDates read_date(const DateValue& value, const std::optional<TermFrame>& term,
                      std::vector<Diagnostic>& diagnostics) {
  ParsedDates dates = parse_dates(value.text, term);
  report_date_problems(dates.problems, value, diagnostics);
  report_words_before(dates, value, diagnostics);
  return dates;
}

namespace {

// "[Aulan](https://…)", "Zoom (https://…)" and "<https://…>" as "Aulan, https://…": a calendar has no links.
std::string plain_place(std::string_view written) {
  std::string place = replace_all(replace_all(replace_all(written, "](", ", "), " (http", ", http"), "<http", "http");
  if (place.find("http") == std::string::npos || place == written) return std::string(written);
  std::erase_if(place, [](char c) { return c == '[' || c == ']' || c == ')' || c == '>'; });
  return place;
}

}  // namespace

ReadOccasion read_meeting_fields(const Document& document, const std::optional<TermFrame>& term) {
  ReadOccasion read;
  Occasion& occasion = read.occasion;
  const std::string_view theme = document.front_matter.value(Key::theme);
  const MarkedTitle marked = marked_title(document.title);
  occasion.title = theme.empty() ? title_without_number(marked.title) : theme;
  read_dates(document, term, read);
  if (const Field* field = document.front_matter.find(Key::time)) {
    const std::string line = field_line(*field);
    read_time(field->value, value_of(document, *field, line), occasion, read.diagnostics);
  }
  const std::string_view place = document.front_matter.value(Key::place);
  if (!place.empty()) occasion.place = plain_place(place);
  occasion.audience = document.front_matter.value(Key::audience);
  const MeetingStatus in_title = parse_status(marked.word);
  if (in_title != MeetingStatus::plain) occasion.status = in_title;
  const MeetingStatus status = parse_status(document.front_matter.value(Key::status));
  if (status != MeetingStatus::plain) occasion.status = status;
  if (occasion.status == MeetingStatus::plain && !occasion.alternates.empty())
    occasion.status = MeetingStatus::tentative;
  return read;
}

}  // namespace traff
