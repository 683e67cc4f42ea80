#include "course/duration.h"

#include <algorithm>
#include <string>

#include "course/calendar_token.h"

namespace traff {

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

}  // namespace traff
