#include "course/agenda_time.h"

#include "base/text.h"
#include "base/utf8.h"
#include "course/clock_time.h"

namespace traff {

namespace {

constexpr int earliest_hour = 6;  // "3.15 Analys" numbers a section, "06.15" and "kl 3" say a time

struct WrittenSpan {
  WrittenClock start;
  std::optional<WrittenClock> end;
  Range start_text;
  Range end_text;
  bool announced = false;  // by "kl"
};

bool is_believable(const WrittenClock& clock) {
  return clock.two_digit_hour || clock.time.minutes >= earliest_hour * 60;
}

// The time, and where its letters stand.
std::optional<WrittenClock> take_clock(CalendarReader& reader, Range& text) {
  text.begin = static_cast<std::uint32_t>(reader.peek().offset);
  const auto clock = take_clock(reader);
  text.end = static_cast<std::uint32_t>(reader.before().end_offset());
  return clock;
}

// "9.00 – 12 frågor" is a start and words; "9–12" and "9.00 – 12.00" are spans.
std::optional<WrittenClock> take_end(CalendarReader& reader, const WrittenClock& start, Range& text) {
  CalendarReader tried = reader;
  const bool loose = tried.peek().spaced && tried.peek(1).spaced;
  if (!tried.take_mark('-') && !tried.take_word({"till", "to"})) return std::nullopt;
  const bool announced = take_clock_word(tried);
  const auto end = take_clock(tried, text);
  if (!end || end->time <= start.time) return std::nullopt;
  if (loose && start.has_minutes && !end->has_minutes && !announced) return std::nullopt;
  reader = tried;
  return end;
}

// Bare hours are only believed when a colon, a dash, a capital letter or nothing comes after: "9–10: Fika", "13–16
// Samtal".
bool words_follow_a_time(const CalendarReader& reader) {
  const CalendarToken next = reader.peek();
  if (reader.at_end() || next.is_mark(':') || next.is_mark('-')) return true;
  return next.is_word() && next.spaced && is_upper(code_point_at(reader.text_of(next), 0));
}

bool is_unit(const CalendarReader& reader) {
  CalendarReader tried = reader;
  return tried.take_word(
             {"min", "minuter", "minuters", "minutes", "h", "tim", "timmar", "timmars", "hours", "kr", "st"}) ||
         tried.take_mark('%');
}

bool is_a_time(const WrittenSpan& span, const CalendarReader& after) {
  if (is_unit(after)) return false;
  if (!after.at_end() && !after.peek().spaced && after.peek().kind != CalendarToken::Kind::mark) return false;
  if (span.announced) return true;
  if (!is_believable(span.start)) return false;
  const bool has_minutes = span.start.has_minutes || (span.end && span.end->has_minutes);
  return has_minutes || (span.end && words_follow_a_time(after));
}

std::optional<WrittenSpan> take_span(CalendarReader& reader) {
  CalendarReader tried = reader;
  WrittenSpan span;
  span.announced = take_clock_word(tried);
  const auto start = take_clock(tried, span.start_text);
  if (!start) return std::nullopt;
  span.start = *start;
  span.end = take_end(tried, span.start, span.end_text);
  if (!is_a_time(span, tried)) return std::nullopt;
  reader = tried;
  return span;
}

// "3.15.2" and "09.30.2019" go on with a number.
bool goes_on_with_number(const CalendarReader& reader) {
  const CalendarToken mark = reader.peek();
  const CalendarToken second = reader.peek(1);
  const bool joins = mark.is_mark('.') || mark.is_mark('/') || mark.is_mark(':');
  return joins && !mark.spaced && second.is_number() && !second.spaced;
}

std::optional<Duration> duration_at_end(std::string_view line) {
  line = trim(line);
  if (line.ends_with('.')) line.remove_suffix(1);
  const std::size_t open = line.rfind('(');
  if (!line.ends_with(')') || open == std::string_view::npos) return std::nullopt;
  return parse_duration(line.substr(open + 1, line.size() - open - 2));
}

std::optional<ClockTime> end_after(ClockTime start, const Duration& duration) {
  const ClockTime end{start.minutes + duration.least_minutes};
  const bool known = duration.least_minutes == duration.most_minutes && end.minutes <= 24 * 60;
  return known ? std::optional(end) : std::nullopt;
}

}  // namespace

AgendaTime parse_agenda_time(std::string_view line) {
  AgendaTime agenda;
  agenda.duration = duration_at_end(line);
  const auto tokens = calendar_tokens(line);
  CalendarReader reader(line, tokens);
  const auto span = take_span(reader);
  if (!span || goes_on_with_number(reader)) {
    agenda.text_offset = tokens.empty() ? line.size() : tokens.front().offset;
    return agenda;
  }
  while (reader.take_mark(':') || reader.take_mark('-') || reader.take_mark('.') || reader.take_mark(',')) {
  }
  agenda.text_offset = reader.peek().offset;
  agenda.start = span->start.time;
  agenda.start_text = span->start_text;
  if (span->end) {
    agenda.end = span->end->time;
    agenda.end_text = span->end_text;
  } else if (agenda.duration) {
    agenda.end = end_after(*agenda.start, *agenda.duration);
  }
  return agenda;
}

}  // namespace traff
