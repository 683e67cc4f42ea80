#include "skeleton/next_year.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "base/unicode.h"
#include "course/body/date_table.h"
#include "course/dates/calendar_date.h"
#include "course/dates/old_date.h"

namespace traff {

namespace {

// Marks the dates of the old year in running text, and leaves links and addresses alone.

struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool is_in(const Date& date, const TermFrame& frame) { return frame.first <= date && date <= frame.last; }

bool is_word(char c) { return is_ascii_alphanumeric(c) || static_cast<unsigned char>(c) >= 0x80; }

// Where a link leads, and words with "://" in them: names of files and pages, not of days.
// One flag a byte.
std::vector<bool> addresses_in(std::string_view line) {
  std::vector<bool> within(line.size());
  const auto add = [&](Stretch address) {
    std::fill(within.begin() + static_cast<std::ptrdiff_t>(address.begin),
              within.begin() + static_cast<std::ptrdiff_t>(address.end), true);
  };
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

bool overlaps(const TermFrame& a, const TermFrame& b) { return a.first <= b.last && b.first <= a.last; }

// "HT 2022", "Vt-23".
void add_semesters(std::vector<Stretch>& found, std::string_view line, const YearStep& step) {
  for (std::size_t at = 0; at + 4 <= line.size(); ++at) {
    const bool begins = at == 0 || !is_word(line[at - 1]);
    const bool season = std::string_view("HhVv").find(line[at]) != std::string_view::npos &&
                        (line[at + 1] == 'T' || line[at + 1] == 't');
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
    if (is_in(date.first, step.from) || is_in(date.last, step.from))
      found.push_back({date.offset, date.offset + date.length});
  }
}

// Adds what it marks to `marked`.
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

// A whole value or cell, when it names a day of the old year; else as mark_dates_in_line. `frame`: gives years.
std::string mark_value(std::string_view value, const TermFrame& frame, const YearStep& step, std::size_t& marked) {
  ParsedDates dates = parse_dates(value, frame);
  if (dates.date) dates.alternates.push_back(*dates.date);
  const bool is_old = std::any_of(dates.alternates.begin(), dates.alternates.end(),
                                  [&](const FoundDate& date) { return is_in(date.first, step.from); });
  if (!is_old) return mark_dates_in_line(value, step, marked);
  ++marked;
  return marked_as_old(trim(value), step.language);
}

// A field's key as far as years go.
enum class YearKey { term, date, other };

YearKey year_key(std::string_view name) {
  switch (parse_key(name)) {
    case Key::term: return YearKey::term;
    case Key::date:
    case Key::alternates:
    case Key::updated: return YearKey::date;
    default: return YearKey::other;
  }
}

bool is_row(std::string_view line) { return trim(line).starts_with('|'); }

// "| --- | :-: |"
bool is_delimiter_row(std::string_view line) {
  return is_row(line) && line.find('-') != std::string_view::npos &&
         trim(line).find_first_not_of("|-: \t") == std::string_view::npos;
}

bool is_fence(std::string_view line) {
  const std::string_view words = trim(line);
  return words.starts_with("```") || words.starts_with("~~~");
}

class YearCopy {
 public:
  YearCopy(std::string_view text, bool is_literature, const YearStep& step)
      : lines_(split(text, '\n')), is_literature_(is_literature), step_(step), frame_(step.from) {}

  LaterText run() {
    for (at_ = 0; at_ < lines_.size(); ++at_) {
      std::string_view line = lines_[at_];
      const bool has_return = line.ends_with('\r');
      if (has_return) line.remove_suffix(1);
      if (at_ > 0) made_.text += '\n';
      made_.text += later_line(line);
      if (has_return) made_.text += '\r';
    }
    return std::move(made_);
  }

 private:
  std::string later_line(std::string_view line) {
    if (at_ == 0 && trim(line) == "---") {
      in_keys_ = true;
      return std::string(line);
    }
    if (in_keys_) return key_line(line);
    if (is_fence(line)) in_code_ = !in_code_;
    if (in_code_ || is_fence(line)) return std::string(line);
    note_paragraphs(line);
    if (line.starts_with('#')) return heading_line(line);
    if (is_row(line)) return row_line(line);
    columns_.clear();
    if (in_first_paragraph_ && line.find(':') != std::string_view::npos) return field_line(line);
    return prose(line);
  }

  std::string prose(std::string_view line) {
    return is_literature_ ? std::string(line) : mark_dates_in_line(line, step_, made_.marked);
  }

  std::string key_line(std::string_view line) {
    if (trim(line) == "---" || trim(line) == "...") {
      in_keys_ = false;
      return std::string(line);
    }
    return field_line(line);
  }

  // Fact lines stand in the first paragraph after the title.
  void note_paragraphs(std::string_view line) {
    const bool blank = is_blank(line);
    if (blank && seen_fact_paragraph_) in_first_paragraph_ = false;
    if (blank || line.starts_with("# ")) return;
    if (!seen_fact_paragraph_) in_first_paragraph_ = true;
    seen_fact_paragraph_ = true;
  }

  std::string field_line(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || has_old_date(line)) return prose(line);
    const std::string name(line.substr(0, colon + 1));
    const std::string_view value = line.substr(colon + 1);
    const std::string_view words = trim(value);
    const std::string space(
        value.substr(0, words.empty() ? value.size() : static_cast<std::size_t>(words.data() - value.data())));
    switch (year_key(line.substr(0, colon))) {
      case YearKey::term: return name + space + term_words(words);
      case YearKey::date: return name + space + mark_value(words, step_.from, step_, made_.marked);
      case YearKey::other: break;
    }
    return name + prose(value);
  }

  std::string term_words(std::string_view words) const {
    const auto term = parse_term(words);
    return term && overlaps(*term, step_.from) ? later_term(words, step_.years) : std::string(words);
  }

  // "## HT 2022" gives the dates under it their year, and is the new year's itself.
  std::string heading_line(std::string_view line) {
    columns_.clear();
    const std::size_t begin = std::min(line.find_first_not_of("# "), line.size());
    const auto term = parse_term(line.substr(begin));
    if (!term || !overlaps(*term, step_.from)) return prose(line);
    frame_ = *term;
    return std::string(line.substr(0, begin)) + later_term(line.substr(begin), step_.years);
  }

  std::string row_line(std::string_view line) {
    const bool is_header = at_ + 1 < lines_.size() && is_delimiter_row(lines_[at_ + 1]);
    std::vector<std::string_view> cells = split(line, '|');
    if (is_header) {
      columns_.clear();
      for (const std::string_view cell : cells) {
        const std::string heading(trim(cell));
        columns_.push_back(has_date_column({&heading, 1}));
      }
    }
    if (is_delimiter_row(line)) return std::string(line);
    std::string out;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) out += '|';
      const bool dated = !is_header && i < columns_.size() && columns_[i] && !is_blank(cells[i]);
      out += dated ? " " + mark_value(trim(cells[i]), frame_, step_, made_.marked) + " " : prose(cells[i]);
    }
    return out;
  }

  std::vector<std::string_view> lines_;
  bool is_literature_;
  const YearStep& step_;
  TermFrame frame_;            // of the nearest heading, else the whole year
  std::vector<bool> columns_;  // of the table at hand: whether it holds dates
  std::size_t at_ = 0;
  bool in_keys_ = false;
  bool in_code_ = false;
  bool in_first_paragraph_ = false;
  bool seen_fact_paragraph_ = false;
  LaterText made_;
};

}  // namespace

std::string later_term(std::string_view term, int years) {
  std::string out;
  for (std::size_t at = 0; at < term.size();) {
    std::size_t end = at;
    while (end < term.size() && is_digit(term[end])) ++end;
    const std::size_t size = end - at;
    if (size == 4 || size == 2) {
      const int year = std::stoi(std::string(term.substr(at, size))) + years;
      const std::string written = std::to_string(size == 4 ? year : (year % 100 + 100) % 100);
      out += std::string(size - std::min(size, written.size()), '0') + written;
    } else {
      end = std::max(end, at + 1);
      out += term.substr(at, end - at);
    }
    at = end;
  }
  return out;
}

std::string later_folder(std::string_view name, const YearStep& step) {
  const std::string from = std::to_string(static_cast<int>(step.from.first.year()));
  std::size_t at = name.find(from);
  if (at == std::string_view::npos) at = name.find(from.substr(2));
  if (at != std::string_view::npos) return std::string(name.substr(0, at)) + later_term(name.substr(at), step.years);
  return std::string(name) + "-" + replace_all(later_term(step.from_text, step.years), "/", "-");
}

LaterText later_text(std::string_view text, bool is_literature, const YearStep& step) {
  const bool is_text = first_invalid_utf8(text) == std::string_view::npos;
  if (!is_text) return {std::string(text), 0};
  return YearCopy(text, is_literature, step).run();
}

}  // namespace traff
