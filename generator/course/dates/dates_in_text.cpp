#include <algorithm>
#include <span>

#include "base/text.h"
#include "course/dates/calendar_date.h"

namespace traff {

// find_dates: dates in running text, where a missed date costs little and a false alarm costs trust.

namespace {

using Kind = DateProblem::Kind;

// A word followed at once by a number that is no day: "Träff 3 oktober 2019", "s. 3–5 maj", "grupp 1 och 2 maj".
constexpr std::string_view counting_words[] = {
    "träff", "träffen", "träffar", "meeting", "kapitel", "kap",    "chapter", "grupp", "grupper", "group",
    "modul", "module",  "del",     "part",    "steg",    "step",   "sida",    "sidan", "sidor",   "sidorna",
    "sid",   "s",       "ss",      "p",       "pp",      "page",   "pages",   "nr",    "nummer",  "no",
    "bild",  "slide",   "figur",   "fig",     "figure",  "tabell", "table",   "vecka", "v",       "week",
    "år",    "årskurs", "åk",      "klass",   "sal",     "rum",    "room",    "lgr",   "lpfö",    "uppgift",
    "fråga", "punkt",   "avsnitt", "version", "omgång",  "rad",    "paragraf"};

constexpr std::string_view every_words[] = {"varje", "alla", "every", "each"};

bool is_one_of(std::span<const std::string_view> words, std::string_view word) {
  return !word.empty() && std::find(words.begin(), words.end(), word) != words.end();
}

// Glued to what stands before, as in "9:30", "A4", "fil-2019-10-10", "s. 3–5 maj", "/2019/10/10".
bool is_glued_before(const CalendarReader& reader) {
  const CalendarToken before = reader.before();
  if (before.kind == CalendarToken::Kind::end || reader.peek().spaced) return false;
  if (before.kind != CalendarToken::Kind::mark) return true;
  if (std::string_view("(['\"*|?").find(before.mark) != std::string_view::npos) return false;
  const CalendarToken second = reader.before(2);
  return !before.spaced && second.kind != CalendarToken::Kind::end;
}

// Glued to what comes after, as in "2019-10-10.pdf", "2019-10-10-11", "1 maj-firande", "10/10-19b".
bool is_glued_after(const CalendarReader& reader) {
  const CalendarToken after = reader.peek();
  if (after.kind == CalendarToken::Kind::end || after.spaced) return false;
  if (after.kind != CalendarToken::Kind::mark) return true;
  const CalendarToken second = reader.peek(1);
  const bool joined = !second.spaced && (second.is_number() || second.is_word());
  return joined && std::string_view(".,:/-_'=&+@").find(after.mark) != std::string_view::npos;
}

bool follows_counting_word(const CalendarReader& reader) {
  if (!reader.peek().is_number()) return false;
  const std::string joining = reader.word(reader.before());
  const bool joined =
      (joining == "och" || joining == "and" || joining == "eller" || joining == "or") && reader.before(2).is_number();
  const std::size_t steps = joined ? 3 : 1;
  const CalendarToken before = reader.before(steps);
  return is_one_of(counting_words, reader.word(before.is_mark('.') ? reader.before(steps + 1) : before));
}

// Swedish words and names that are weekdays in another language or spelling: "fri", "sat", "fred".
bool is_doubtful_weekday(std::string_view typed) {
  constexpr std::string_view doubtful[] = {"fri", "sat", "sun", "mon", "wed", "thu", "tue", "fred", "Fred"};
  return is_one_of(doubtful, typed);
}

// People called Maj, Jan, August and English "may" make a month doubtful; a year beside it settles the matter.
bool is_doubtful_month(std::string_view typed) {
  constexpr std::string_view doubtful[] = {"Jan",   "Maj", "May",  "may",  "Mars", "March", "march",
                                           "April", "Mar", "June", "Juni", "jul",  "Jul",   "August"};
  return is_one_of(doubtful, typed);
}

void forget_weekday(WrittenDate& date) {
  date.weekday.reset();
  date.weekday_word = {};
}

void forget_doubtful_weekdays(DateExpression& expression, const CalendarReader& start) {
  const bool repeated = is_one_of(every_words, start.word(start.before()));
  if (repeated || is_doubtful_weekday(expression.first.weekday_word)) forget_weekday(expression.first);
  if (expression.last && (repeated || is_doubtful_weekday(expression.last->weekday_word)))
    forget_weekday(*expression.last);
}

bool is_surely_a_date(const DateExpression& expression) {
  const WrittenDate& end = expression.last ? *expression.last : expression.first;
  const bool settled = expression.first.year || end.year || expression.first.weekday || end.weekday;
  switch (end.form) {
    case DateForm::month_in_words: return settled || !is_doubtful_month(end.month_word);
    case DateForm::iso: return *end.year >= 1000 && *end.year < 2200;
    default: return settled;
  }
}

// "31 september" is a slip; "45/12 2019" and "2019-55-80" are numbers of something else.
bool looks_like_a_slip(const WrittenDate& written) {
  if (written.form == DateForm::dotted || written.day < 1 || written.day > 31 || written.month < 1) return false;
  return written.month <= (written.form == DateForm::iso ? 31 : 12);
}

class TextSearch {
 public:
  TextSearch(CalendarReader reader, const std::optional<TermFrame>& frame) : reader_(reader), frame_(frame) {}

  DatesInText search() {
    while (!reader_.at_end()) {
      if (!may_begin_date() || !take_date()) reader_.take();
    }
    return std::move(found_);
  }

 private:
  // Spares most words the look into the calendar.
  bool may_begin_date() const {
    if (reader_.peek().is_number()) return true;
    for (std::size_t ahead = 1; reader_.peek().is_word() && ahead <= 5; ++ahead) {
      if (reader_.peek(ahead).is_number()) return true;
    }
    return false;
  }

  bool take_date() {
    if (is_glued_before(reader_) || follows_counting_word(reader_)) return false;
    CalendarReader tried = reader_;
    auto expression = take_date_expression(tried, DateSetting::running_text);
    if (!expression || is_glued_after(tried)) return false;
    forget_doubtful_weekdays(*expression, reader_);
    if (!is_surely_a_date(*expression)) return false;
    keep(*expression);
    reader_ = tried;
    return true;
  }

  void keep(const DateExpression& expression) {
    const ResolvedDate resolved = resolve_date(expression, frame_);
    if (resolved.date) found_.dates.push_back(*resolved.date);
    for (const DateProblem& problem : resolved.problems) {
      const bool slip = problem.kind == Kind::impossible && !expression.last && looks_like_a_slip(expression.first);
      if (problem.kind == Kind::wrong_weekday || slip) found_.problems.push_back(problem);
    }
  }

  CalendarReader reader_;
  const std::optional<TermFrame>& frame_;
  DatesInText found_;
};

}  // namespace

DatesInText find_dates(std::string_view text, const std::optional<TermFrame>& frame) {
  if (std::none_of(text.begin(), text.end(), is_digit)) return {};
  const auto tokens = calendar_tokens(text);
  return TextSearch(CalendarReader(text, tokens), frame).search();
}

}  // namespace traff
