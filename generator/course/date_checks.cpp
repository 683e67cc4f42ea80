#include "course/date_checks.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "base/text.h"
#include "base/utf8.h"
#include "course/date_statement.h"
#include "course/occasion_fields.h"

namespace traff {

namespace {

std::string meeting_name(const Meeting& meeting, Language language) {
  if (meeting.number == 0) return meeting.occasion.title;
  return (language == Language::sv ? "Träff " : "Meeting ") + std::to_string(meeting.number);
}

Place place_of(const Document& document, Key key) {
  const Field* field = document.front_matter.find(key);
  if (field == nullptr) return {document.path, 0, 0, 0};
  return {document.path, field->line, field->column, static_cast<std::uint32_t>(code_point_count(field->value))};
}

std::string line_of(const Document& document, Key key) {
  const Field* field = document.front_matter.find(key);
  return field == nullptr ? std::string() : field->name + ": " + field->value;
}

// A leaf of text: what one sentence about one träff stands in.
bool is_statement(const DocumentBody& body, std::size_t index) {
  const Block& block = body.blocks[index];
  if (block.kind == BlockKind::row) return block.level == 0;
  if (block.kind != BlockKind::paragraph) return false;
  // A row speaks for its cells.
  return block.parent == no_block || body.blocks[block.parent].kind != BlockKind::cell;
}

std::vector<DateStatement> statements_of(const Block& block, std::string_view text,
                                         const std::optional<TermFrame>& term) {
  if (block.kind != BlockKind::row) return find_date_statements(text, term);
  const auto row = read_date_statement(text, term);
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
  diagnostics.push_back(
      {"F4",
       {document.path, line, column, length},
       std::move(sentence),
       {long_date(date, Language::sv), meeting_name(meeting, Language::sv), long_date(own, Language::sv),
        long_date(date, Language::en), meeting_name(meeting, Language::en), long_date(own, Language::en)}});
}

}  // namespace

void check_meeting_day(const Document& document, const Meeting& meeting, std::vector<Diagnostic>& diagnostics) {
  if (!meeting.occasion.date) return;
  const Date date = meeting.occasion.date->first;
  const auto report = [&](std::string sv, std::string en) {
    diagnostics.push_back(
        {"F5",
         place_of(document, Key::date),
         line_of(document, Key::date),
         {meeting_name(meeting, Language::sv), std::move(sv), meeting_name(meeting, Language::en), std::move(en)}});
  };
  if (const auto red_sv = red_day_name(date, Language::sv)) {
    report("på " + std::string(*red_sv), "on " + std::string(*red_day_name(date, Language::en)));
  } else if (const auto day = weekday_of(date); day == std::chrono::Saturday || day == std::chrono::Sunday) {
    report("på en " + std::string(weekday_name(day, Language::sv)),
           "on a " + std::string(weekday_name(day, Language::en)));
  } else if (date.month() == std::chrono::July) {
    report("i juli", "in July");
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
    diagnostics.push_back({"F17",
                           place_of(document, Key::number),
                           line_of(document, Key::number),
                           {std::to_string(meeting.number), documents[first->second].path}});
  }
}

void check_programme(const Document& document, const DocumentBody& body, const Meeting& meeting,
                     std::vector<Diagnostic>& diagnostics) {
  const std::optional<TimeRange>& hours = meeting.occasion.time;
  for (std::size_t i = 0; i < document.headings.size(); ++i) {
    if (meeting.sections[i] != SectionKind::programme) continue;
    const Range section = body.section_blocks(document.headings[i]);
    std::optional<ClockTime> latest;
    for (std::uint32_t b = section.begin; b < section.end; ++b) {
      const Block& block = body.blocks[b];
      if (block.kind != BlockKind::item) continue;
      const std::string line(trim(body.text_of(block)));
      const AgendaTime time = parse_agenda_time(line.substr(0, line.find('\n')));
      const auto report = [&](std::string_view code, ClockTime at, ClockTime against) {
        diagnostics.push_back({std::string(code),
                               {document.path, block.line, 0, 0},
                               line.substr(0, line.find('\n')),
                               {clock_time(at, Language::sv), clock_time(against, Language::sv),
                                clock_time(at, Language::en), clock_time(against, Language::en)}});
      };
      if (time.start && latest && *time.start < *latest) {
        report("F14", *time.start, *latest);
        return;
      }
      if (time.start && hours && hours->start && *time.start < *hours->start) {
        report("F15", *time.start, *hours->start);
        return;
      }
      const std::optional<ClockTime> end = time.end ? time.end : time.start;
      if (end && hours && hours->end && *end > *hours->end) {
        report("F7", *end, *hours->end);
        return;
      }
      if (end) latest = std::max(latest.value_or(*end), *end);
    }
  }
}

void check_dates_in_text(const Document& document, const DocumentBody& body, PageKind kind, const Course& course,
                         const Network& network, std::vector<Diagnostic>& diagnostics) {
  const auto index = static_cast<NetworkIndex>(&network - course.networks.data());
  for (std::size_t i = 0; i < body.blocks.size(); ++i) {
    if (!is_statement(body, i)) continue;
    const Block& block = body.blocks[i];
    const std::string_view text = body.text_of(block);
    if (text.find_first_of("0123456789") == std::string_view::npos) continue;
    std::vector<Date> wrong;
    for (const DateStatement& said : statements_of(block, text, network.term)) {
      const Meeting* meeting = course.find_meeting(index, said.meeting);
      if (meeting == nullptr || !differs(said.date.first, meeting->occasion)) continue;
      report_difference(document, block.line, said, *meeting, diagnostics);
      wrong.push_back(said.date.first);
    }
    // A date table's cells are read, and reported, as such; a letter has no date tables.
    if (block.kind == BlockKind::row && kind != PageKind::letter) continue;
    std::vector<DateProblem> problems = find_dates(text, network.term).problems;
    // A slip in the day makes its weekday wrong too: one mistake, one message.
    std::erase_if(problems, [&](const DateProblem& problem) {
      return problem.date && std::find(wrong.begin(), wrong.end(), *problem.date) != wrong.end();
    });
    report_date_problems(problems, {text, {document.path, block.line, 1, 0}, text}, diagnostics);
  }
}

}  // namespace traff
