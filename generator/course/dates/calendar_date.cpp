#include "course/dates/calendar_date.h"

#include <algorithm>
#include <variant>

#include "base/text.h"
#include "base/unicode.h"
#include "course/dates/old_date.h"

namespace traff {

namespace {

struct Span {
  std::size_t offset = 0;
  std::size_t length = 0;
};

// "T09:00:00.000Z" after an ISO date, as programs write it.
struct IsoTime {
  int minutes = 0;                // after midnight
  std::optional<int> utc_offset;  // in minutes; nothing where the time is
};

// Moves the reader past it. With white space in place of the T only when it has seconds.
std::optional<IsoTime> take_iso_time(CalendarReader& reader) {
  CalendarReader tried = reader;
  const bool has_mark = !tried.peek().spaced && tried.take_word({"t"});
  if (!has_mark && !tried.peek().spaced) return std::nullopt;
  const auto hours = tried.take_number(2, 2);
  if (!hours || *hours > 23 || !tried.take_mark(':')) return std::nullopt;
  const auto minutes = tried.take_number(2, 2);
  if (!minutes || *minutes > 59) return std::nullopt;
  const bool has_seconds = tried.take_mark(':') && tried.take_number(2, 2);
  if (!has_mark && !has_seconds) return std::nullopt;
  if (has_seconds && tried.take_mark('.')) tried.take();
  IsoTime time{*hours * 60 + *minutes, std::nullopt};
  if (tried.take_word({"z"})) {
    time.utc_offset = 0;
  } else if (const int sign = tried.take_mark('+') ? 1 : tried.take_mark('-') ? -1 : 0; sign != 0) {
    const auto east = tried.take_number(2, 4);
    const auto rest = tried.take_mark(':') ? tried.take_number(2, 2) : std::optional(0);
    if (!east || !rest) return std::nullopt;
    const int away = *east >= 100 ? *east / 100 * 60 + *east % 100 : *east * 60 + *rest;
    constexpr int farthest = 14 * 60;
    if (away > farthest) return std::nullopt;
    time.utc_offset = sign * away;
  }
  reader = tried;
  return time;
}

std::chrono::sys_days last_sunday(std::chrono::year year, std::chrono::month month) {
  return year / month / std::chrono::Sunday[std::chrono::last];
}

// In Sweden.
bool is_summer_time(std::chrono::sys_days day) {
  const std::chrono::year year = Date(day).year();
  return day >= last_sunday(year, std::chrono::March) && day < last_sunday(year, std::chrono::October);
}

// What a value is made of, before any date is worked out.
struct ValueParts {
  std::vector<DateExpression> dates;  // the date first, then its alternates
  std::vector<std::string> remarks;
  std::vector<DateProblem> problems;  // of words
  std::string words_before;
  std::optional<TimeRange> time;
  std::optional<IsoTime> iso_time;
  std::optional<int> shared_year;  // "19/8 (alt. 26/8, 16/8) 2022"
  bool has_words = false;          // anything but punctuation
};

class ValueSplitter {
 public:
  ValueSplitter(std::string_view value, CalendarReader reader, DateSetting setting)
      : value_(value), reader_(reader), setting_(setting) {}

  ValueParts split() {
    while (!reader_.at_end()) take_next();
    end_run();
    return std::move(parts_);
  }

 private:
  void take_next() {
    const CalendarToken token = reader_.peek();
    if (!is_punctuation(token)) parts_.has_words = true;
    if (token.is_mark('(') || token.is_mark(')')) {
      end_run();
      in_parentheses_ = token.is_mark('(');
      alternates_follow_ = false;
      reader_.take();
    } else if (token.is_mark(',') || token.is_mark(';')) {
      end_run();
      reader_.take();
    } else if (!take_date() && !take_alternate_word() && !take_shared_year() && !take_time()) {
      extend_run(reader_.take());
    }
  }

  static bool is_punctuation(const CalendarToken& token) {
    return token.kind == CalendarToken::Kind::mark && token.mark != '?';
  }

  bool may_take_date() const {
    return parts_.dates.empty() || setting_ == DateSetting::list || in_parentheses_ || alternates_follow_;
  }

  // "(26/8)" is an alternate although nobody says so, "(1/2 dag)" is a remark.
  bool is_aside() const { return in_parentheses_ && !alternates_follow_ && !parts_.dates.empty(); }

  static bool ends_part(const CalendarReader& reader) {
    return reader.at_end() || (is_punctuation(reader.peek()) && !reader.peek().is_mark('-'));
  }

  // "14 oktober (tidigare 7 oktober)": what was.
  bool is_of_the_past() const {
    if (!in_parentheses_ || alternates_follow_ || run_.length == 0 || parts_.dates.empty()) return false;
    const std::string word = to_lower(value_.substr(run_.offset, run_.length));
    static constexpr std::string_view past[] = {"tidigare", "inte",    "ej",      "ändrat",    "ändrad",
                                                "förut",    "flyttat", "flyttad", "ursprung",  "obs",
                                                "not",      "was",     "moved",   "previously"};
    return std::ranges::any_of(past, [&](std::string_view one) { return word.starts_with(one); });
  }

  bool take_date() {
    if (!may_take_date() || is_of_the_past()) return false;
    const DateSetting setting = parts_.dates.empty() ? setting_ : DateSetting::list;
    CalendarReader tried = reader_;
    const auto date = take_date_expression(tried, setting);
    if (!date || (is_aside() && !ends_part(tried))) return false;
    reader_ = tried;
    end_run();
    parts_.dates.push_back(*date);
    const bool is_iso = date->first.form == DateForm::iso && !date->last;
    if (is_iso && parts_.dates.size() == 1) parts_.iso_time = take_iso_time(reader_);
    return true;
  }

  bool take_alternate_word() {
    const bool many_dates = setting_ == DateSetting::list || alternates_follow_;
    if (many_dates && reader_.take_word({"och", "and"})) return true;
    if (parts_.dates.empty() && setting_ != DateSetting::list) return false;
    if (!reader_.take_word({"alt", "alternativ", "alternativt", "reserv", "reservdatum", "reservdag", "reservdagar",
                            "eller", "el", "ev", "eventuellt", "or", "alternatively", "reserve", "alternate"})) {
      return false;
    }
    end_run();
    if (!reader_.take_mark('.')) reader_.take_mark(':');
    alternates_follow_ = true;
    return true;
  }

  bool take_shared_year() {
    const CalendarToken token = reader_.peek();
    if (in_parentheses_ || parts_.dates.empty() || !token.is_number() || token.length != 4) return false;
    if (parts_.shared_year || token.value < 1900 || token.value > 2199) return false;
    end_run();
    parts_.shared_year = reader_.take().value;
    return true;
  }

  bool take_time() {
    if (parts_.dates.empty() || parts_.time || run_.length > 0) return false;
    parts_.time = take_time_beside_date(reader_);
    return parts_.time.has_value();
  }

  void extend_run(const CalendarToken& token) {
    if (run_.length == 0 && is_punctuation(token)) return;
    if (run_.length == 0) run_.offset = token.offset;
    run_.length = token.end_offset() - run_.offset;
    run_has_digits_ = run_has_digits_ || token.is_number();
  }

  void end_run() {
    if (run_.length > 0) add_run();
    run_ = {};
    run_has_digits_ = false;
  }

  void add_run() {
    const auto problem = problem_of_run();
    if (parts_.dates.empty() && !in_parentheses_ && setting_ == DateSetting::field && parts_.words_before.empty())
      parts_.words_before = trim(value_.substr(run_.offset, run_.length));
    else if (problem)
      parts_.problems.push_back({*problem, run_.offset, run_.length, std::nullopt, std::nullopt});
    else
      parts_.remarks.emplace_back(trim(value_.substr(run_.offset, run_.length)));
  }

  std::optional<DateProblem::Kind> problem_of_run() const {
    if (in_parentheses_ || !run_has_digits_) return std::nullopt;
    const std::string_view words = value_.substr(run_.offset, run_.length);
    const auto tokens = calendar_tokens(words);
    CalendarReader reader(words, tokens);
    const bool joined = reader.take_word({"och", "and", "samt"}) || reader.take_mark('&') || reader.take_mark('+');
    if (CalendarReader tried = reader; take_date_expression(tried, DateSetting::list))
      return DateProblem::Kind::second_date;
    if (joined) return DateProblem::Kind::not_a_date;
    return begins_with_name(reader) ? std::nullopt : std::optional(DateProblem::Kind::not_a_date);
  }

  // "sal D214", "Norrtull 3": a place with a number.
  static bool begins_with_name(const CalendarReader& reader) {
    const std::string word = reader.word(reader.peek());
    static constexpr std::string_view of_time[] = {"kl",   "klockan", "v", "vecka", "week", "till",
                                                   "from", "från",    "t", "to",    "den",  "fr"};
    return reader.peek().is_word() && std::ranges::find(of_time, word) == std::end(of_time) && !find_month(word) &&
           !find_weekday(word);
  }

  std::string_view value_;
  CalendarReader reader_;
  DateSetting setting_;
  ValueParts parts_;
  Span run_;
  bool run_has_digits_ = false;
  bool in_parentheses_ = false;
  bool alternates_follow_ = false;
};

bool has_year(const DateExpression& date) { return date.first.year || (date.last && date.last->year); }

void give_shared_year(ValueParts& parts) {
  if (!parts.shared_year) return;
  for (DateExpression& date : parts.dates) {
    if (!has_year(date)) (date.last ? *date.last : date.first).year = parts.shared_year;
  }
}

// Dates of one value belong together: one with its year, or else the first, gives the others theirs.
std::vector<ResolvedDate> resolve_together(const std::vector<DateExpression>& dates,
                                           const std::optional<TermFrame>& frame) {
  std::vector<ResolvedDate> resolved(dates.size());
  if (dates.empty()) return resolved;
  const auto with_year = std::find_if(dates.begin(), dates.end(), has_year);
  const DateExpression& anchor = with_year == dates.end() ? dates.front() : *with_year;
  const ResolvedDate anchored = resolve_date(anchor, frame);
  const auto near_anchor = anchored.date ? std::optional(half_year_around(anchored.date->first)) : frame;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    resolved[i] = &dates[i] == &anchor ? anchored : resolve_date(dates[i], near_anchor);
  }
  return resolved;
}

DateProblem not_a_date(std::size_t offset, std::size_t length) {
  return {DateProblem::Kind::not_a_date, offset, length, std::nullopt, std::nullopt};
}

DateProblem whole_value_is_no_date(std::string_view value) {
  const std::string_view words = trim(value);
  return not_a_date(static_cast<std::size_t>(words.data() - value.data()), words.size());
}

// Programs write midnight, or the midnight of Greenwich, for a day without a time.
void take_iso_time(const IsoTime& written, ParsedDates& parsed) {
  constexpr int day = 24 * 60;
  const std::chrono::sys_days first(parsed.date->first);
  int minutes = written.minutes;
  if (written.utc_offset) minutes += (is_summer_time(first) ? 120 : 60) - *written.utc_offset;
  const std::chrono::days later(minutes < 0 ? -1 : minutes / day);
  parsed.date->first = parsed.date->last = Date(first + later);
  minutes = (minutes + day) % day;
  if (minutes != 0) parsed.time = TimeRange{ClockTime{minutes}, std::nullopt, false};
}

// "~~6/2~~ INSTÄLLT": the day is told all the same.
bool is_cancelled_day(std::string_view value, std::span<const CalendarToken> tokens) {
  if (value.find("~~") == std::string_view::npos) return false;
  const CalendarReader reader(value, tokens);
  return std::ranges::any_of(tokens, [&](const CalendarToken& token) {
    const std::string word = reader.word(token);
    return word.starts_with("inställ") || word.starts_with("cancel");
  });
}

ParsedDates parse_value(std::string_view value, const std::optional<TermFrame>& frame, DateSetting setting) {
  if (has_old_date(value)) return {};
  const auto tokens = calendar_tokens(value);
  ValueParts parts = ValueSplitter(value, CalendarReader(value, tokens), setting).split();
  ParsedDates parsed;
  if (parts.dates.empty()) {
    if (is_cancelled_day(value, tokens)) return parse_value(replace_all(value, "~~", "  "), frame, setting);
    if (parts.has_words || value.find("~~") != value.npos) parsed.problems.push_back(whole_value_is_no_date(value));
    return parsed;
  }
  give_shared_year(parts);
  const auto resolved = resolve_together(parts.dates, frame);
  for (std::size_t i = 0; i < resolved.size(); ++i) {
    const bool main_date = i == 0 && setting != DateSetting::list;
    if (main_date)
      parsed.date = resolved[i].date;
    else if (resolved[i].date)
      parsed.alternates.push_back(*resolved[i].date);
    parsed.problems.insert(parsed.problems.end(), resolved[i].problems.begin(), resolved[i].problems.end());
  }
  parsed.problems.insert(parsed.problems.end(), parts.problems.begin(), parts.problems.end());
  parsed.remark = join(parts.remarks, ", ");
  parsed.words_before = std::move(parts.words_before);
  parsed.time = parts.time;
  // "flyttad från 7 oktober till 14 oktober" is no week.
  const bool tells_of_move = to_lower(parsed.words_before).find("från") != std::string::npos;
  if (parsed.date && tells_of_move) parsed.date->first = parsed.date->last;
  if (parts.iso_time && parsed.date) take_iso_time(*parts.iso_time, parsed);
  return parsed;
}

}  // namespace

ParsedDates parse_dates(std::string_view value, const std::optional<TermFrame>& frame) {
  return parse_value(value, frame, DateSetting::field);
}

ParsedDates parse_date_list(std::string_view value, const std::optional<TermFrame>& frame) {
  return parse_value(value, frame, DateSetting::list);
}

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year;

using Kind = DateProblem::Kind;
using DayOrProblem = std::variant<Date, Kind>;

Date day_in_year(const WrittenDate& written, int y) {
  return year(y) / std::chrono::month(static_cast<unsigned>(written.month)) /
         std::chrono::day(static_cast<unsigned>(written.day));
}

// ISO 8601: week 1 holds 4 January. Nothing when that year has no such week.
std::optional<Date> day_in_week(const WrittenDate& written, int iso_year) {
  const auto first_monday = [](int y) {
    const sys_days fourth = year(y) / 1 / 4;
    return fourth - (std::chrono::weekday(fourth) - std::chrono::Monday);
  };
  const sys_days monday = first_monday(iso_year) + days(7 * (written.week - 1));
  if (written.week < 1 || monday >= first_monday(iso_year + 1)) return std::nullopt;
  return Date(monday + (*written.weekday - std::chrono::Monday));
}

std::optional<Date> day_of(const WrittenDate& written, int y) {
  if (written.form == DateForm::week) return day_in_week(written, y);
  const Date date = day_in_year(written, y);
  return date.ok() ? std::optional(date) : std::nullopt;
}

bool can_exist(const WrittenDate& written) {
  if (written.form == DateForm::week) return written.week >= 1 && written.week <= 53;
  return day_in_year(written, 2000).ok();  // a leap year
}

bool has_right_weekday(const WrittenDate& written, const Date& date) {
  return !written.weekday || *written.weekday == weekday_of(date);
}

// Some years have no 29 February and no week 53: does the frame cover the time where it would have been?
bool frame_should_hold(const WrittenDate& written, const TermFrame& frame) {
  WrittenDate day_before = written;
  (written.form == DateForm::week ? day_before.week : day_before.day) -= 1;
  for (int y = static_cast<int>(frame.first.year()); y <= static_cast<int>(frame.last.year()); ++y) {
    const auto date = day_of(day_before, y);
    if (date && frame.first <= *date && *date < frame.last) return true;
  }
  return false;
}

DayOrProblem day_in_frame(const WrittenDate& written, const TermFrame& frame) {
  std::optional<Date> found;
  // The year of an ISO week may begin in December before.
  for (int y = static_cast<int>(frame.first.year()) - 1; y <= static_cast<int>(frame.last.year()) + 1; ++y) {
    const auto date = day_of(written, y);
    if (!date || *date < frame.first || *date > frame.last) continue;
    if (!found || (!has_right_weekday(written, *found) && has_right_weekday(written, *date))) found = date;
  }
  if (found) return *found;
  const bool rare = written.form == DateForm::week ? written.week == 53 : written.month == 2 && written.day == 29;
  return rare && frame_should_hold(written, frame) ? Kind::impossible : Kind::year_missing;
}

DayOrProblem resolve_day(const WrittenDate& written, const std::optional<TermFrame>& frame) {
  if (!can_exist(written)) return Kind::impossible;
  if (!written.year) return frame ? day_in_frame(written, *frame) : Kind::year_missing;
  const auto date = day_of(written, *written.year);
  return date ? DayOrProblem(*date) : Kind::impossible;
}

struct Days {
  Date first;
  Date last;
};
using DaysOrProblem = std::variant<Days, Kind>;

// The month of "10–11 oktober" stands at the end.
WrittenDate completed_by(const WrittenDate& first, const WrittenDate& last) {
  WrittenDate completed = first;
  if (first.form != DateForm::day_alone) return completed;
  completed.form = last.form;
  completed.month = last.month;
  completed.year = last.year;
  return completed;
}

// "28 december–3 januari 2020" begins the year before; "12/10–10/10" just runs backwards.
bool may_cross_new_year(const WrittenDate& first, const WrittenDate& last) {
  return first.form != DateForm::week && last.form != DateForm::week && first.month > last.month;
}

DaysOrProblem resolve_days(const DateExpression& expression, const std::optional<TermFrame>& frame) {
  if (!expression.last) {
    const DayOrProblem day = resolve_day(expression.first, frame);
    if (const Kind* problem = std::get_if<Kind>(&day)) return *problem;
    return Days{std::get<Date>(day), std::get<Date>(day)};
  }
  WrittenDate last = *expression.last;
  WrittenDate first = completed_by(expression.first, last);
  const bool crosses = may_cross_new_year(first, last);
  if (!first.year && last.year) first.year = *last.year - (crosses ? 1 : 0);

  const DayOrProblem first_day = resolve_day(first, frame);
  if (const Kind* problem = std::get_if<Kind>(&first_day)) return *problem;
  const Date start = std::get<Date>(first_day);
  if (!last.year) last.year = static_cast<int>(start.year()) + (crosses ? 1 : 0);

  const DayOrProblem last_day = resolve_day(last, frame);
  if (const Kind* problem = std::get_if<Kind>(&last_day)) return *problem;
  const Date end = std::get<Date>(last_day);
  if (end < start) return Kind::impossible;
  return Days{start, end};
}

DateProblem problem_at(const DateExpression& expression, Kind kind) {
  return {kind, expression.offset, expression.length, std::nullopt, std::nullopt};
}

void check_weekday(ResolvedDate& resolved, const DateExpression& expression, const WrittenDate& written,
                   const Date& date) {
  if (has_right_weekday(written, date)) return;
  DateProblem problem = problem_at(expression, Kind::wrong_weekday);
  problem.date = date;
  problem.written = written.weekday;
  resolved.problems.push_back(problem);
}

}  // namespace

ResolvedDate resolve_date(const DateExpression& expression, const std::optional<TermFrame>& frame) {
  ResolvedDate resolved;
  const DaysOrProblem outcome = resolve_days(expression, frame);
  if (const Kind* problem = std::get_if<Kind>(&outcome)) {
    resolved.problems.push_back(problem_at(expression, *problem));
    return resolved;
  }
  const Days found = std::get<Days>(outcome);
  const bool year_written = expression.first.year || (expression.last && expression.last->year);
  resolved.date = FoundDate{found.first, found.last, expression.offset, expression.length, year_written};
  check_weekday(resolved, expression, expression.first, found.first);
  if (expression.last) check_weekday(resolved, expression, *expression.last, found.last);
  return resolved;
}

TermFrame half_year_around(const Date& date) { return {sys_days(date) - days(182), sys_days(date) + days(183)}; }

}  // namespace traff
