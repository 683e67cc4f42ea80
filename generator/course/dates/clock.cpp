#include "course/dates/clock.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "base/unicode.h"
#include "course/dates/calendar_token.h"

namespace traff {

namespace {

constexpr ClockTime hour(int h) { return {h * 60}; }

std::optional<TimeRange> part_of_day(CalendarReader& reader) {
  if (reader.take_word({"heldag", "heldagar"})) return TimeRange{std::nullopt, std::nullopt, true};
  if (reader.take_word({"fm", "förmiddag", "förmiddagen", "morning"})) return TimeRange{hour(8), hour(12), false};
  if (reader.take_word({"em", "eftermiddag", "eftermiddagen", "afternoon"}))
    return TimeRange{hour(13), hour(17), false};
  CalendarReader tried = reader;
  if ((tried.take_word({"hela"}) && tried.take_word({"dagen"})) ||
      (tried.take_word({"all"}) && tried.take_word({"day"}))) {
    reader = tried;
    return TimeRange{std::nullopt, std::nullopt, true};
  }
  return std::nullopt;
}

void take_from_about(CalendarReader& reader) {
  if (reader.take_word({"ca", "cirka", "from", "från"})) reader.take_mark('.');
}

// "9am", "3 p.m."
void take_half_of_day(CalendarReader& reader, ClockTime& time) {
  constexpr int half_a_day = 12 * 60;
  CalendarReader tried = reader;
  const bool afternoon = tried.take_word({"pm", "p"});
  if (!afternoon && !tried.take_word({"am", "a"})) return;
  if (tried.before().length == 1 && (!tried.take_mark('.') || !tried.take_word({"m"}))) return;
  if (!tried.peek().spaced) tried.take_mark('.');
  if (time.minutes >= half_a_day + 60) return;
  time.minutes = time.minutes % half_a_day + (afternoon ? half_a_day : 0);
  reader = tried;
}

std::optional<ClockTime> take_marked_clock(CalendarReader& reader) {
  take_from_about(reader);
  take_clock_word(reader);
  take_from_about(reader);
  auto clock = take_clock(reader);
  if (!clock) return std::nullopt;
  take_half_of_day(reader, clock->time);
  return clock->time;
}

bool says_afternoon(const CalendarReader& from, const CalendarReader& to) {
  CalendarReader look = from;
  for (; look.position() < to.position(); look.take()) {
    CalendarReader tried = look;
    if (tried.take_word({"pm"})) return true;
  }
  return false;
}

// "1-3 pm" begins at one in the afternoon.
void move_to_afternoon(ClockTime& start, const ClockTime& end) {
  constexpr int half_a_day = 12 * 60;
  if (start.minutes + half_a_day < end.minutes) start.minutes += half_a_day;
}

std::optional<TimeRange> take_range(CalendarReader& reader) {
  TimeRange range;
  range.start = take_marked_clock(reader);
  if (!range.start) return std::nullopt;
  if ((reader.take_mark('-') || reader.take_word({"till", "to"})) && !reader.at_end()) {
    const CalendarReader before_end = reader;
    range.end = take_marked_clock(reader);
    if (range.end && says_afternoon(before_end, reader)) move_to_afternoon(*range.start, *range.end);
    if (!range.end || *range.end <= *range.start) return std::nullopt;
  }
  return range;
}

}  // namespace

bool take_clock_word(CalendarReader& reader) {
  if (!reader.take_word({"kl", "klockan"})) return false;
  reader.take_mark('.');
  return true;
}

std::optional<WrittenClock> take_clock(CalendarReader& reader) {
  CalendarReader tried = reader;
  const CalendarToken hours = tried.take();
  if (!hours.is_number() || hours.length > 2 || hours.value > 24) return std::nullopt;
  WrittenClock clock{hour(hours.value), false, hours.length == 2};
  CalendarReader further = tried;
  if (!further.peek().spaced && (further.take_mark('.') || further.take_mark(':')) && !further.peek().spaced &&
      further.peek().is_number()) {
    const auto minutes = further.take_number(2, 2);
    if (!minutes || *minutes > 59) return std::nullopt;
    clock.time.minutes += *minutes;
    clock.has_minutes = true;
    tried = further;
  }
  if (clock.time > hour(24)) return std::nullopt;
  reader = tried;
  return clock;
}

std::optional<TimeRange> parse_time_range(std::string_view value) {
  const auto tokens = calendar_tokens(value);
  CalendarReader reader(value, tokens);
  const auto part = part_of_day(reader);
  if (part) {
    reader.take_mark('.');
    if (reader.at_end()) return part;
    if (!part->all_day) return std::nullopt;
    reader.take_mark(',');  // "heldag, 09.00–16.00"
  }
  const auto range = take_range(reader);
  reader.take_mark('.');
  return range && reader.at_end() ? range : std::nullopt;
}

namespace {

bool take_and(CalendarReader& reader) {
  return reader.take_mark(',') || reader.take_mark(';') || reader.take_mark('&') || reader.take_mark('+') ||
         reader.take_word({"och", "samt", "and", "eller", "or"});
}

// "9–11.30 och 13–15": from first to last. Moves the reader past what it has read.
std::optional<TimeRange> take_ranges(CalendarReader& reader) {
  std::optional<TimeRange> whole = take_range(reader);
  for (CalendarReader tried = reader; whole && whole->end && take_and(tried); tried = reader) {
    const auto next = take_range(tried);
    if (!next || !next->end || *next->start < *whole->end) break;
    whole->end = next->end;
    reader = tried;
  }
  return whole;
}

// What may follow a time that is understood: "(lunch 12–13)", ", fika från 8.30", "med lunch".
bool is_remark(const CalendarReader& reader) {
  const CalendarToken next = reader.peek();
  static constexpr std::string_view units[] = {"h", "min", "minuter", "tim", "timmar", "hours", "minutes"};
  if (next.is_word())
    return std::ranges::find(units, reader.word(next)) == std::end(units) && !find_month(reader.word(next));
  return next.is_mark('(') || ((next.is_mark(',') || next.is_mark(';')) && reader.peek(1).is_word());
}

// Numbers as of a clock, and what stands between them.
bool looks_like_clock(std::string_view value) {
  const auto tokens = calendar_tokens(value);
  CalendarReader reader(value, tokens);
  take_clock_word(reader);
  bool has_two = false;
  for (; !reader.at_end(); reader.take()) {
    const CalendarToken token = reader.peek();
    const bool is_part =
        token.is_number() ? token.length <= 2 : token.is_mark('-') || token.is_mark('.') || token.is_mark(':');
    if (!is_part) return false;
    has_two = has_two || (token.kind == CalendarToken::Kind::mark && !token.is_mark('.'));
  }
  return has_two || value.find('.') != std::string_view::npos;
}

// "22-01" ends the day after.
bool is_over_night(std::string_view value) {
  constexpr ClockTime evening = hour(17), morning = hour(8);
  const auto tokens = calendar_tokens(value);
  CalendarReader reader(value, tokens);
  const auto start = take_marked_clock(reader);
  if (!start || *start < evening || !reader.take_mark('-')) return false;
  const auto end = take_marked_clock(reader);
  return end && *end <= morning && reader.at_end();
}

}  // namespace

WrittenTimes parse_times(std::string_view value) {
  WrittenTimes times;
  times.whole = parse_time_range(value);
  if (times.whole) return times;
  const auto tokens = calendar_tokens(value);
  CalendarReader reader(value, tokens);
  times.whole = take_ranges(reader);
  if (times.whole && times.whole->end && (reader.at_end() || is_remark(reader))) {
    times.says_more = true;
    return times;
  }
  times.whole.reset();
  const bool has_digits = std::ranges::any_of(tokens, [](const CalendarToken& token) { return token.is_number(); });
  if (!has_digits || parse_duration(value)) return times;
  const bool is_clock = looks_like_clock(value) && !is_over_night(value);
  times.problem = is_clock ? WrittenTimes::Problem::impossible : WrittenTimes::Problem::unread;
  return times;
}

std::optional<TimeRange> take_time_beside_date(CalendarReader& reader) {
  CalendarReader tried = reader;
  if (const auto part = part_of_day(tried)) {
    if (!tried.peek().spaced) tried.take_mark('.');
    reader = tried;
    return part;
  }
  const bool announced = take_clock_word(tried);
  CalendarReader ahead = tried;
  const auto first = take_clock(ahead);
  if (!first) return std::nullopt;
  const auto range = take_range(tried);
  if (!range || (!announced && !first->has_minutes && !range->end)) return std::nullopt;
  const CalendarToken next = tried.peek();
  const bool goes_on = next.is_number() || next.is_mark('/') || next.is_mark('.') || next.is_mark('-') ||
                       next.is_mark(':') || find_month(tried.word(next));
  if (goes_on) return std::nullopt;
  reader = tried;
  return range;
}

namespace {

constexpr int longest_minutes = 10000;  // about a week; more is no length of anything here

struct NumberWord {
  std::string_view word;
  int hundredths;
};

constexpr NumberWord number_words[] = {
    {"en", 100},      {"ett", 100},    {"två", 200},      {"tre", 300},     {"fyra", 400},     {"fem", 500},
    {"sex", 600},     {"sju", 700},    {"åtta", 800},     {"nio", 900},     {"tio", 1000},     {"tolv", 1200},
    {"femton", 1500}, {"tjugo", 2000}, {"trettio", 3000}, {"fyrtio", 4000}, {"femtio", 5000},  {"sextio", 6000},
    {"nittio", 9000}, {"a", 100},      {"an", 100},       {"one", 100},     {"two", 200},      {"three", 300},
    {"four", 400},    {"five", 500},   {"six", 600},      {"ten", 1000},    {"fifteen", 1500}, {"twenty", 2000},
    {"thirty", 3000}, {"half", 50},    {"halv", 50},
};

std::optional<int> take_number_word(CalendarReader& reader) {
  const std::string word = reader.word(reader.peek());
  const auto known = std::find_if(std::begin(number_words), std::end(number_words),
                                  [&word](const NumberWord& row) { return row.word == word; });
  if (known == std::end(number_words)) return std::nullopt;
  reader.take();
  return known->hundredths;
}

std::optional<int> take_fraction(CalendarReader& reader) {
  if (reader.peek().kind != CalendarToken::Kind::fraction) return std::nullopt;
  return reader.take().value;
}

// "1/2" and "3/4".
std::optional<int> take_typed_fraction(CalendarReader& reader) {
  CalendarReader tried = reader;
  const auto above = tried.take_number(1, 1);
  if (!above || !tried.take_mark('/')) return std::nullopt;
  const auto below = tried.take_number(1, 1);
  if (!below || *above < 1 || *above >= *below || *below > 4) return std::nullopt;
  reader = tried;
  return *above * 100 / *below;
}

// ",5" or ".25" after a whole number.
std::optional<int> take_decimals(CalendarReader& reader) {
  CalendarReader tried = reader;
  if (tried.peek().spaced || (!tried.take_mark(',') && !tried.take_mark('.')) || tried.peek().spaced)
    return std::nullopt;
  const CalendarToken decimals = tried.take();
  if (!decimals.is_number() || decimals.length > 2) return std::nullopt;
  reader = tried;
  return decimals.length == 1 ? decimals.value * 10 : decimals.value;
}

// "20", "1,5", "1 ½", "½", "1 1/2", "en", "en halv", "en och en halv", in hundredths.
std::optional<int> take_quantity(CalendarReader& reader) {
  if (const auto fraction = take_fraction(reader)) return fraction;
  if (const auto fraction = take_typed_fraction(reader)) return fraction;
  if (const auto whole = reader.take_number(1, 4)) {
    if (const auto decimals = take_decimals(reader)) return *whole * 100 + *decimals;
    if (const auto fraction = take_fraction(reader)) return *whole * 100 + *fraction;
    return *whole * 100 + take_typed_fraction(reader).value_or(0);
  }
  auto number = take_number_word(reader);
  if (!number) return std::nullopt;
  CalendarReader tried = reader;
  if (tried.take_word({"och", "and"}) && tried.take_word({"en", "ett", "a"}) &&
      tried.take_word({"halv", "halvt", "half"})) {
    reader = tried;
    return *number + 50;
  }
  if (*number == 100 && reader.take_word({"halv"})) return 50;
  if (*number == 50) reader.take_word({"a", "an"});  // "half an hour"
  return number;
}

struct Unit {
  std::string_view word;
  int minutes;
};

constexpr Unit units[] = {
    {"min", 1},  {"mins", 1},   {"minut", 1},    {"minuter", 1},    {"minute", 1},     {"minutes", 1}, {"h", 60},
    {"tim", 60}, {"timme", 60}, {"timma", 60},   {"timmar", 60},    {"hour", 60},      {"hours", 60},  {"hr", 60},
    {"hrs", 60}, {"kvart", 15}, {"kvartar", 15}, {"halvtimme", 30}, {"halvtimma", 30},
};

std::optional<int> take_unit(CalendarReader& reader) {
  const std::string word = reader.word(reader.peek());
  const auto known =
      std::find_if(std::begin(units), std::end(units), [&word](const Unit& row) { return row.word == word; });
  if (known == std::end(units)) return std::nullopt;
  reader.take();
  if (!reader.peek().spaced) reader.take_mark('.');
  return known->minutes;
}

struct Length {
  int hundredths = 0;
  std::optional<int> unit;  // in minutes
  int extra_minutes = 0;    // "2 tim 15 min"
};

// The "15 min" of "2 tim 15 min".
int take_extra_minutes(CalendarReader& reader) {
  CalendarReader tried = reader;
  tried.take_word({"och", "and"});
  const auto minutes = tried.take_number(1, 2);
  if (!minutes || *minutes > 59 || take_unit(tried) != 1) return 0;
  reader = tried;
  return *minutes;
}

std::optional<Length> take_length(CalendarReader& reader) {
  Length length;
  const auto quantity = take_quantity(reader);
  length.unit = take_unit(reader);
  if (!quantity && !length.unit) return std::nullopt;
  if (!quantity && *length.unit != 15 && *length.unit != 30) return std::nullopt;  // only "kvart" and "halvtimme" alone
  length.hundredths = quantity.value_or(100);
  if (length.unit == 60) length.extra_minutes = take_extra_minutes(reader);
  return length;
}

int minutes_of(const Length& length, int unit) { return (length.hundredths * unit + 50) / 100 + length.extra_minutes; }

void take_about(CalendarReader& reader) {
  if (reader.take_word(
          {"cirka", "ca", "circa", "ungefär", "omkring", "runt", "högst", "max", "minst", "about", "approx"})) {
    reader.take_mark('.');
    return;
  }
  CalendarReader tried = reader;
  if (tried.take_word({"c"}) && tried.take_mark(':') && tried.take_word({"a"})) reader = tried;
}

// "per grupp", "vardera", "/grupp": said of the length, not part of it.
bool ends_well(CalendarReader& reader) {
  reader.take_mark('.');
  return reader.at_end() || reader.take_mark('/') ||
         reader.take_word({"per", "vardera", "var", "each", "styck", "i", "totalt", "sammanlagt"});
}

}  // namespace

std::optional<Duration> parse_duration(std::string_view value) {
  const auto tokens = calendar_tokens(value);
  CalendarReader reader(value, tokens);
  take_about(reader);
  const auto least = take_length(reader);
  if (!least) return std::nullopt;
  auto most = least;
  if (reader.take_mark('-') || reader.take_word({"till", "to"})) most = take_length(reader);
  if (!most || !most->unit || !ends_well(reader)) return std::nullopt;
  const Duration duration{minutes_of(*least, least->unit.value_or(*most->unit)), minutes_of(*most, *most->unit)};
  const bool sensible = duration.least_minutes > 0 && duration.least_minutes <= duration.most_minutes;
  return sensible && duration.most_minutes <= longest_minutes ? std::optional(duration) : std::nullopt;
}

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
