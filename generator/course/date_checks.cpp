#include "course/date_checks.h"

#include <algorithm>
#include <set>
#include <string>

#include "base/text.h"
#include "course/occasion_fields.h"

namespace traff {

namespace {

std::string meeting_name(const Meeting& meeting) {
  return meeting.number > 0 ? "Träff " + std::to_string(meeting.number) : meeting.occasion.title;
}

Place place_of(const Document& document, Key key) {
  const Field* field = document.front_matter.find(key);
  return field == nullptr ? Place{document.path, 0, 0, 0} : Place{document.path, field->line, field->column, 0};
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

std::set<std::string> meetings_named(const Document& document, const Block& block) {
  std::set<std::string> numbers;
  const auto first = std::lower_bound(document.slots.begin(), document.slots.end(), block.html.begin,
                                      [](const Slot& slot, std::uint32_t at) { return slot.begin < at; });
  for (auto slot = first; slot != document.slots.end() && slot->begin < block.html.end; ++slot) {
    if (slot->kind == SlotKind::meeting_mention) numbers.insert(slot->target);
  }
  return numbers;
}

void compare_with_meeting(const Document& document, const Block& block, std::string_view text, const Meeting& meeting,
                          const FoundDate& found, std::vector<Diagnostic>& diagnostics) {
  const std::optional<FoundDate>& own = meeting.occasion.date;
  if (!own || own->first == found.first) return;
  const auto& alternates = meeting.occasion.alternates;
  if (std::find(alternates.begin(), alternates.end(), found.first) != alternates.end()) return;
  std::string line(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  diagnostics.push_back({"F4", {document.path, block.line, 0, 0}, std::string(trim(line)),
                         {long_date(found.first, Language::sv), meeting_name(meeting), long_date(own->first, Language::sv),
                          long_date(found.first, Language::en), long_date(own->first, Language::en)}});
}

}  // namespace

void check_meeting_day(const Document& document, const Meeting& meeting, std::vector<Diagnostic>& diagnostics) {
  if (!meeting.occasion.date) return;
  const Date date = meeting.occasion.date->first;
  const auto report = [&](std::string sv, std::string en) {
    diagnostics.push_back({"F5", place_of(document, Key::date), line_of(document, Key::date),
                           {meeting_name(meeting), std::move(sv), std::move(en)}});
  };
  if (const auto red_sv = red_day_name(date, Language::sv)) {
    report(std::string(*red_sv), std::string(*red_day_name(date, Language::en)));
  } else if (const auto day = weekday_of(date); day == std::chrono::Saturday || day == std::chrono::Sunday) {
    report("en " + std::string(weekday_name(day, Language::sv)), "a " + std::string(weekday_name(day, Language::en)));
  } else if (date.month() == std::chrono::July) {
    report(long_date(date, Language::sv) + ", i juli", long_date(date, Language::en) + ", in July");
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
        diagnostics.push_back({std::string(code), {document.path, block.line, 0, 0}, line.substr(0, line.find('\n')),
                               {clock_time(at, Language::sv), clock_time(against, Language::sv), clock_time(at, Language::en),
                                clock_time(against, Language::en)}});
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

void check_dates_in_text(const Document& document, const DocumentBody& body, const Course& course, const Network& network,
                         std::vector<Diagnostic>& diagnostics) {
  const auto index = static_cast<NetworkIndex>(&network - course.networks.data());
  for (std::size_t i = 0; i < body.blocks.size(); ++i) {
    if (!is_statement(body, i)) continue;
    const Block& block = body.blocks[i];
    const std::string_view text = body.text_of(block);
    const DatesInText dates = find_dates(text, network.term);
    // Date tables read their own cells and report them there.
    if (block.kind != BlockKind::row) report_date_problems(dates.problems, {text, {document.path, block.line, 0, 0}, text}, diagnostics);
    const std::set<std::string> named = meetings_named(document, block);
    if (named.size() != 1 || dates.dates.size() != 1) continue;
    if (const Meeting* meeting = course.find_meeting(index, *named.begin())) {
      compare_with_meeting(document, block, text, *meeting, dates.dates.front(), diagnostics);
    }
  }
}

}  // namespace traff
