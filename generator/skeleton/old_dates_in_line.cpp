#include "skeleton/old_dates_in_line.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"
#include "course/calendar_date.h"
#include "course/old_date.h"

namespace traff {

namespace {

struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool is_in(const Date& date, const TermFrame& frame) { return frame.first <= date && date <= frame.last; }

bool is_word(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

// Where a link leads, and words with "://" in them: names of files and pages, not of days.
// One flag a byte.
std::vector<bool> addresses_in(std::string_view line) {
  std::vector<bool> within(line.size());
  const auto add = [&](Stretch address) { std::fill(within.begin() + static_cast<std::ptrdiff_t>(address.begin), within.begin() + static_cast<std::ptrdiff_t>(address.end), true); };
  for (std::size_t at = line.find("]("); at != std::string_view::npos;) {
    const std::size_t end = std::min(line.find(')', at), line.size());
    add({at + 1, end});
    at = line.find("](", end);
  }
  for (std::size_t at = line.find("://"); at != std::string_view::npos;) {
    std::size_t begin = at;
    while (begin > 0 && is_word(line[begin - 1])) --begin;
    const std::size_t end = std::min(line.find_first_of(" >)|", at), line.size());
    add({begin, end});
    at = line.find("://", end);
  }
  return within;
}

void add_exact(std::vector<Stretch>& found, std::string_view line, std::string_view term) {
  if (term.empty()) return;
  for (std::size_t at = line.find(term); at != std::string_view::npos; at = line.find(term, at + term.size())) {
    found.push_back({at, at + term.size()});
  }
}

// "HT 2022", "Vt-23".
void add_semesters(std::vector<Stretch>& found, std::string_view line, const YearStep& step) {
  for (std::size_t at = 0; at + 4 <= line.size(); ++at) {
    const bool begins = at == 0 || !is_word(line[at - 1]);
    const bool season = std::string_view("HhVv").find(line[at]) != std::string_view::npos && (line[at + 1] == 'T' || line[at + 1] == 't');
    if (!begins || !season) continue;
    std::size_t end = at + 2;
    if (line[end] == ' ' || line[end] == '-') ++end;
    const std::size_t digits = end;
    while (end < line.size() && is_digit(line[end])) ++end;
    const auto term = end - digits == 2 || end - digits == 4 ? parse_term(line.substr(at, end - at)) : std::nullopt;
    if (term && overlaps(*term, step.from)) found.push_back({at, end});
  }
}

void add_days(std::vector<Stretch>& found, std::string_view line, const YearStep& step) {
  for (const FoundDate& date : find_dates(line, step.from).dates) {
    if (is_in(date.first, step.from) || is_in(date.last, step.from)) found.push_back({date.offset, date.offset + date.length});
  }
}

}  // namespace

bool overlaps(const TermFrame& a, const TermFrame& b) { return a.first <= b.last && b.first <= a.last; }

std::string mark_dates_in_line(std::string_view line, const YearStep& step, std::size_t& marked) {
  if (line.find_first_of("0123456789") == std::string_view::npos || has_old_date(line)) return std::string(line);
  std::vector<Stretch> dates;
  add_days(dates, line, step);
  add_exact(dates, line, step.from_text);
  add_semesters(dates, line, step);
  std::sort(dates.begin(), dates.end(), [](const Stretch& a, const Stretch& b) { return a.begin < b.begin; });
  const std::vector<bool> addresses = addresses_in(line);
  std::string out;
  std::size_t done = 0;
  for (const Stretch& date : dates) {
    if (date.begin < done || addresses[date.begin] || addresses[date.end - 1]) continue;
    out += line.substr(done, date.begin - done);
    out += marked_as_old(line.substr(date.begin, date.end - date.begin), step.language);
    done = date.end;
    ++marked;
  }
  return out + std::string(line.substr(done));
}

std::string mark_value(std::string_view value, const TermFrame& frame, const YearStep& step, std::size_t& marked) {
  ParsedDates dates = parse_dates(value, frame);
  if (dates.date) dates.alternates.push_back(*dates.date);
  const bool is_old = std::any_of(dates.alternates.begin(), dates.alternates.end(), [&](const FoundDate& date) { return is_in(date.first, step.from); });
  if (!is_old) return mark_dates_in_line(value, step, marked);
  ++marked;
  return marked_as_old(trim(value), step.language);
}

}  // namespace traff
