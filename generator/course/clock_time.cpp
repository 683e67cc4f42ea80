#include "course/clock_time.h"

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

void take_about(CalendarReader& reader) {
  if (reader.take_word({"ca", "cirka", "from", "från"})) reader.take_mark('.');
}

std::optional<ClockTime> take_marked_clock(CalendarReader& reader) {
  take_about(reader);
  take_clock_word(reader);
  take_about(reader);
  const auto clock = take_clock(reader);
  return clock ? std::optional(clock->time) : std::nullopt;
}

std::optional<TimeRange> take_range(CalendarReader& reader) {
  TimeRange range;
  range.start = take_marked_clock(reader);
  if (!range.start) return std::nullopt;
  if ((reader.take_mark('-') || reader.take_word({"till", "to"})) && !reader.at_end()) {
    range.end = take_marked_clock(reader);
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

}  // namespace traff
