#include "course/date_checks.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "base/messages/codes.h"
#include "base/messages/phrases.h"
#include "base/text.h"
#include "base/unicode.h"
#include "course/dates/old_date.h"
#include "course/model/occasion.h"
#include "markdown/html/html_writer.h"

namespace traff {

namespace {

Words meeting_name(const Meeting& meeting) {
  if (meeting.number == 0) return meeting.occasion.title;
  return Words("Träff ", "Meeting ") + meeting.number;
}

std::string line_of(const Document& document, Key key) {
  const Field* field = document.front_matter.find(key);
  return field == nullptr ? std::string() : field->name + ": " + field->value;
}

std::vector<DateStatement> statements_of(const DatedText& dated, const std::optional<TermFrame>& term) {
  if (!dated.is_row) return find_date_statements(dated.text, term);
  const auto row = read_date_statement(dated.text, term);
  return row ? std::vector{*row} : std::vector<DateStatement>();
}

bool differs(const Date& date, const Occasion& own) {
  if (!own.date || own.date->first == date) return false;
  return std::find(own.alternates.begin(), own.alternates.end(), date) == own.alternates.end();
}

void report_difference(const Document& document, std::uint32_t line, const DateStatement& said, const Meeting& meeting,
                       std::vector<Diagnostic>& diagnostics) {
  const Date date = said.date.first;
  const Date own = meeting.occasion.date->first;
  const auto column = static_cast<std::uint32_t>(code_point_count(said.sentence.substr(0, said.date.offset)) + 1);
  const auto length =
      static_cast<std::uint32_t>(code_point_count(said.sentence.substr(said.date.offset, said.date.length)));
  std::string sentence(said.sentence);
  std::replace(sentence.begin(), sentence.end(), '\n', ' ');
  diagnostics.push_back({code::F4(long_date(date), meeting_name(meeting), long_date(own)),
                         {document.path, line, column, length},
                         std::move(sentence)});
}

}  // namespace

void check_meeting_day(const Document& document, const Meeting& meeting, std::vector<Diagnostic>& diagnostics) {
  if (!meeting.occasion.date) return;
  const Date date = meeting.occasion.date->first;
  const auto report = [&](const Words& when) {
    diagnostics.push_back(
        {code::F5(meeting_name(meeting), when), place_of(document, Key::date), line_of(document, Key::date)});
  };
  if (const auto red = red_day(date)) {
    report(Words("på ", "on ") + *red);
  } else if (const auto day = weekday_of(date); day == std::chrono::Saturday || day == std::chrono::Sunday) {
    report(Words("på en ", "on a ") + weekday_name(day));
  } else if (date.month() == std::chrono::July) {
    report(phrase::in_july);
  }
}

void check_meeting_numbers(std::span<const Document> documents, const std::vector<Meeting>& meetings,
                           std::vector<Diagnostic>& diagnostics) {
  std::map<std::tuple<NetworkIndex, int, std::string_view>, DocumentIndex> taken;
  for (const Meeting& meeting : meetings) {
    if (meeting.number == 0) continue;
    const auto [first, is_new] =
        taken.try_emplace({meeting.network, meeting.number, meeting.occasion.audience}, meeting.document);
    if (is_new) continue;
    const Document& document = documents[meeting.document];
    diagnostics.push_back({code::F17(meeting.number, documents[first->second].path), place_of(document, Key::number),
                           line_of(document, Key::number)});
  }
}

namespace {

// Of points without times of day: only lengths that are told for each and every one say how long the day is.
void check_lengths(const Document& document, std::span<const AgendaPoint> agenda, const TimeRange& hours,
                   std::vector<Diagnostic>& diagnostics) {
  int minutes = 0;
  for (const AgendaPoint& point : agenda) {
    if (point.time.start || point.heading != agenda.front().heading) return;
    if (point.time.duration) minutes += point.time.duration->least_minutes;
  }
  const int most = hours.end->minutes - hours.start->minutes;
  if (minutes <= most) return;
  diagnostics.push_back({code::F30(minutes, most), {document.path, agenda.back().line}, agenda.back().text});
}

std::string_view date_within(std::string_view bracket) {
  const std::size_t colon = bracket.find(':');
  const bool closed = bracket.ends_with(']');
  return trim(bracket.substr(colon + 1, bracket.size() - colon - 1 - (closed ? 1 : 0)));
}

void report_old_date(const std::string& path, const OldDate& found, Course& course) {
  const Place place{path, found.line, found.line == 0 ? 0u : 1u,
                    static_cast<std::uint32_t>(code_point_count(found.text))};
  course.diagnostics.push_back({code::F25(date_within(found.text)), place, found.text});
}

void check_old_dates_in(const Document& document, std::string_view text, std::uint32_t line, Course& course) {
  for (const std::string_view found : old_dates_in(text))
    report_old_date(document.path, {line, std::string(found)}, course);
}

}  // namespace

namespace {

// Another day, or another group: a heading stands between the two.
bool begins_anew(const AgendaPoint& before, const AgendaPoint& point) {
  return before.heading != point.heading || before.part != point.part;
}

}  // namespace

void check_programme(const Document& document, std::span<const AgendaPoint> agenda, const Meeting& meeting,
                     std::vector<Diagnostic>& diagnostics) {
  const std::optional<TimeRange>& hours = meeting.occasion.time;
  if (!agenda.empty() && hours && hours->start && hours->end) check_lengths(document, agenda, *hours, diagnostics);
  std::optional<ClockTime> latest;
  for (std::size_t i = 0; i < agenda.size(); ++i) {
    const AgendaPoint& point = agenda[i];
    if (i > 0 && begins_anew(agenda[i - 1], point)) latest.reset();
    const AgendaTime& time = point.time;
    const auto report = [&](const MessageCode<2>& code, ClockTime at, ClockTime against) {
      diagnostics.push_back({code(clock_time(at), clock_time(against)), {document.path, point.line}, point.text});
    };
    // The first that does not fit is enough to find the mistake.
    if (time.start && latest && *time.start < *latest) return report(code::F14, *time.start, *latest);
    if (time.start && hours && hours->start && *time.start < *hours->start) {
      return report(code::F15, *time.start, *hours->start);
    }
    const std::optional<ClockTime> end = time.end ? time.end : time.start;
    if (end && hours && hours->end && *end > *hours->end) return report(code::F7, *end, *hours->end);
    if (end) latest = std::max(latest.value_or(*end), *end);
  }
}

void check_dates_in_text(const Document& document, std::span<const DatedText> dated, PageKind kind,
                         const Course& course, const Network& network, std::vector<Diagnostic>& diagnostics) {
  const auto index = static_cast<NetworkIndex>(&network - course.networks.data());
  for (const DatedText& text : dated) {
    if (has_old_date(text.text)) continue;  // F25 says what is wrong with it
    std::vector<Date> wrong;
    for (const DateStatement& said : statements_of(text, network.term)) {
      const Meeting* meeting = course.find_meeting(index, said.meeting);
      if (meeting == nullptr || !differs(said.date.first, meeting->occasion)) continue;
      report_difference(document, text.line, said, *meeting, diagnostics);
      wrong.push_back(said.date.first);
    }
    // A date table's cells are read, and reported, as such; a letter has no date tables.
    if (text.is_row && kind != PageKind::letter) continue;
    std::vector<DateProblem> problems = find_dates(text.text, network.term).problems;
    // A slip in the day makes its weekday wrong too: one mistake, one message.
    std::erase_if(problems, [&](const DateProblem& problem) {
      return problem.date && std::find(wrong.begin(), wrong.end(), *problem.date) != wrong.end();
    });
    report_date_problems(problems, {text.text, {document.path, text.line, 1, 0}, text.text}, diagnostics);
  }
}

void check_old_dates(std::span<const Document> documents, std::span<const BodyFacts> facts, Course& course) {
  for (DocumentIndex i = 0; i < documents.size(); ++i) {
    if (!course.pages[i].published) continue;
    const Document& document = documents[i];
    for (const Field& field : document.front_matter.fields)
      check_old_dates_in(document, field.value, field.line, course);
    const bool own_title = document.front_matter.find(Key::title) == nullptr;
    if (own_title) check_old_dates_in(document, document.title, document.title_line, course);
    for (const OldDate& found : facts[i].old_dates) report_old_date(document.path, found, course);
  }
}

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
