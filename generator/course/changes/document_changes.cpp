#include "course/changes/document_changes.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/text.h"
#include "course/changes/alignment.h"
#include "course/model/occasion.h"
#include "course/model/page_kind.h"
#include "course/model/shown_facts.h"
#include "markdown/document/document.h"

namespace traff {

namespace {

// What two versions of a document say in `nyckel: värde` lines, compared as it is shown: "9-16" and "kl. 9–16" are one
// time.

struct Fact {
  Key key = Key::unknown;
  std::string words;
  std::string label;  // of one that is shown as it is written
};

std::string date_words(const Document& document, const Occasion& occasion, Language language) {
  if (!occasion.date) return std::string(document.front_matter.value(Key::date));
  const FoundDate& date = *occasion.date;
  return date.first == date.last ? long_date_with_weekday(date.first, language)
                                 : date_range(date.first, date.last, language);
}

std::string time_words(const Document& document, const Occasion& occasion, Language language) {
  if (occasion.time && occasion.time_text.empty()) return time_range(*occasion.time, language);
  return occasion.time_text.empty() ? std::string(document.front_matter.value(Key::time)) : occasion.time_text;
}

std::string alternates_words(const Occasion& occasion, Language language) {
  std::vector<std::string> days;
  for (const Date& day : occasion.alternates) days.push_back(day_and_month(day, language));
  return join(days, ", ");
}

std::string words_of(Key key, const Document& document, const Occasion& occasion, Language language) {
  switch (key) {
    case Key::date: return date_words(document, occasion, language);
    case Key::alternates: return alternates_words(occasion, language);
    case Key::time: return time_words(document, occasion, language);
    case Key::place: return occasion.place;
    default: return std::string(document.front_matter.value(key));
  }
}

Fact fact_as_written(Key key, const Document& document) {
  const Field* field = document.front_matter.find(key);
  return field == nullptr ? Fact{key, {}, {}} : Fact{key, field->value, written_label(*field)};
}

// As many of each version, in the same order.
std::vector<Fact> facts_of(const Document& document, const ChangeFrame& frame) {
  const Occasion occasion = read_meeting_fields(document, frame.term).occasion;
  std::vector<Fact> facts;
  for (const KeyRow& row : key_rows()) {
    if (row.key == Key::status || row.shown == Shown::labelled)
      facts.push_back({row.key, words_of(row.key, document, occasion, frame.language), {}});
    else if (row.shown != Shown::elsewhere)
      facts.push_back(fact_as_written(row.key, document));
  }
  return facts;
}

bool is_as_written(Key key) { return row_of(key).shown > Shown::labelled; }

bool is_written_in_both(Key key, const Document& before, const Document& after) {
  return is_shown_as_written(key, before, kind_by_itself(before)) &&
         is_shown_as_written(key, after, kind_by_itself(after));
}

bool is_same(std::string_view a, std::string_view b) { return comparable_words(a) == comparable_words(b); }

bool has_other(Key key, const Document& before, const Document& after) {
  return !is_same(before.front_matter.value(key), after.front_matter.value(key));
}

// The title and summary too.
std::vector<DocumentChange> compare_facts(const Document& before, const Document& after, const ChangeFrame& frame) {
  std::vector<DocumentChange> changes;
  if (!is_same(before.title, after.title))
    changes.push_back({DocumentChange::Kind::title, Key::title, {}, before.title, after.title, {}});
  std::vector<Fact> old_facts = facts_of(before, frame);
  std::vector<Fact> new_facts = facts_of(after, frame);
  for (std::size_t i = 0; i < new_facts.size(); ++i) {
    const Key key = new_facts[i].key;
    if (is_same(old_facts[i].words, new_facts[i].words)) continue;
    if (is_as_written(key) && !is_written_in_both(key, before, after)) continue;
    std::string label = std::move(new_facts[i].label.empty() ? old_facts[i].label : new_facts[i].label);
    changes.push_back({DocumentChange::Kind::fact,
                       key,
                       std::move(label),
                       std::move(old_facts[i].words),
                       std::move(new_facts[i].words),
                       {}});
  }
  if (has_other(Key::summary, before, after) || has_other(Key::subtitle, before, after)) {
    changes.push_back({DocumentChange::Kind::summary, Key::summary, {}, {}, {}, {}});
  }
  return changes;
}

// Two versions of a programme, point by point.

// With more of them readers look at the programme itself.
constexpr std::size_t most_points = 5;

std::string_view words_of(const AgendaPoint& point) {
  const AgendaTime time = parse_agenda_time(point.text);
  std::string_view words = trim(std::string_view(point.text).substr(time.text_offset));
  if (!point.time.duration) return words;
  const std::size_t length = words.rfind('(');
  return length == words.npos || length == 0 ? words : trim(words.substr(0, length));
}

std::string time_of(const AgendaPoint& point, Language language) {
  if (point.time.start) return time_range({point.time.start, point.time.end}, language);
  if (!point.time.duration) return {};
  const Duration& length = *point.time.duration;
  std::string words = std::to_string(length.least_minutes);
  if (length.most_minutes != length.least_minutes) words += "–" + std::to_string(length.most_minutes);
  return words + " min";
}

struct Points {
  explicit Points(const DocumentVersion& version) : all(version.facts.agenda) {
    for (const AgendaPoint& point : all) compared.push_back(comparable_words(words_of(point)));
    views.assign(compared.begin(), compared.end());
  }
  const std::vector<AgendaPoint>& all;
  std::vector<std::string> compared;
  std::vector<std::string_view> views;
};

class ProgrammeComparison {
 public:
  ProgrammeComparison(const DocumentVersion& before, const DocumentVersion& after, Language language)
      : old_(before), new_(after), document_(after.document), language_(language) {}

  std::vector<DocumentChange> run() {
    for (const AlignedPair& pair : align(old_.views, new_.views)) {
      if (pair.before && pair.after)
        compare_times(*pair.before, *pair.after);
      else if (pair.before)
        removed_.push_back(*pair.before);
      else
        added_.push_back(*pair.after);
    }
    pair_moved();
    pair_by_time();
    for (const std::size_t i : added_) add(Kind::point_added, std::nullopt, i);
    for (const std::size_t i : removed_) add(Kind::point_removed, i, std::nullopt);
    if (changes_.size() <= most_points) return std::move(changes_);
    return {{Kind::programme, Key::unknown, {}, {}, {}, anchor(0)}};
  }

 private:
  using Kind = DocumentChange::Kind;

  // The same words elsewhere in the programme.
  void pair_moved() {
    pair_left([&](std::size_t i, std::size_t j) { return old_.compared[i] == new_.compared[j]; },
              [&](std::size_t i, std::size_t j) {
                if (!compare_times(i, j)) add(Kind::point_moved, i, j);
              });
  }

  void pair_by_time() {
    const auto same = [&](std::size_t i, std::size_t j) {
      const auto& start = old_.all[i].time.start;
      return (start && start == new_.all[j].time.start) || shared_words(old_.compared[i], new_.compared[j]) >= 60;
    };
    pair_left(same, [&](std::size_t i, std::size_t j) { add(Kind::point_text, i, j); });
  }

  template <class Same, class Found>
  void pair_left(Same same, Found found) {
    if (removed_.size() * added_.size() > most_pairs) return;
    std::erase_if(removed_, [&](std::size_t i) {
      const auto at = std::find_if(added_.begin(), added_.end(), [&](std::size_t j) { return same(i, j); });
      if (at == added_.end()) return false;
      found(i, *at);
      added_.erase(at);
      return true;
    });
  }

  bool compare_times(std::size_t i, std::size_t j) {
    if (time_of(old_.all[i], language_) == time_of(new_.all[j], language_)) return false;
    add(Kind::point_time, i, j);
    return true;
  }

  std::string shown(const AgendaPoint& point, Kind kind) const {
    const std::string time = time_of(point, language_);
    if (kind == Kind::point_time) return time;
    return time.empty() || !point.time.start ? std::string(words_of(point)) : time + " " + std::string(words_of(point));
  }

  void add(Kind kind, std::optional<std::size_t> i, std::optional<std::size_t> j) {
    DocumentChange change;
    change.kind = kind;
    change.subject = words_of(j ? new_.all[*j] : old_.all[*i]);
    if (i) change.before = shown(old_.all[*i], kind);
    if (j) change.after = shown(new_.all[*j], kind);
    change.anchor = anchor(j.value_or(0));
    changes_.push_back(std::move(change));
  }

  std::string anchor(std::size_t point) const { return document_.headings[new_.all[point].heading].id; }

  static constexpr std::size_t most_pairs = 400;

  Points old_;
  Points new_;
  const Document& document_;
  Language language_;
  std::vector<std::size_t> removed_;
  std::vector<std::size_t> added_;
  std::vector<DocumentChange> changes_;
};

// Nothing when either version has none: then its section tells.
std::vector<DocumentChange> compare_programmes(const DocumentVersion& before, const DocumentVersion& after,
                                               Language language) {
  if (before.facts.agenda.empty() || after.facts.agenda.empty()) return {};
  return ProgrammeComparison(before, after, language).run();
}

// Two versions of a text, section by section, slide by slide, work by work, row by row.

constexpr std::size_t most_pairs = 400;  // of what is left in one gap

using Kind = DocumentChange::Kind;

// What stands under one heading, on one slide, in one entry.
struct Part {
  std::string title;
  std::string anchor;
  std::string text;
  std::string compared_title;
  std::string compared_text;
};

struct Parts {
  std::vector<Part> all;

  std::vector<std::string_view> titles() const {
    std::vector<std::string_view> titles;
    for (const Part& part : all) titles.push_back(part.compared_title);
    return titles;
  }
};

Part make_part(std::string title, std::string anchor, std::string text) {
  Part part{std::move(title), std::move(anchor), std::move(text), {}, {}};
  part.compared_title = comparable_words(part.title);
  part.compared_text = comparable_words(part.text);
  return part;
}

// Lines that are compared on their own: points of programmes, cells of date tables.
std::unordered_set<std::string_view> lines_told_elsewhere(const DocumentVersion& version,
                                                          const DocumentVersion& other) {
  std::unordered_set<std::string_view> lines;
  if (!version.facts.agenda.empty() && !other.facts.agenda.empty()) {
    for (const AgendaPoint& point : version.facts.agenda) lines.insert(point.text);
  }
  for (const DateTableLine& row : version.facts.date_table) {
    if (row.kind != DateTableLine::Kind::heading) lines.insert(row.cells.begin(), row.cells.end());
  }
  return lines;
}

std::string text_without(std::string_view text, const std::unordered_set<std::string_view>& lines) {
  if (lines.empty()) return std::string(text);
  std::string kept;
  for (const std::string_view line : split_lines(text)) {
    if (lines.contains(trim(line))) continue;
    kept += line;
    kept += '\n';
  }
  return kept;
}

Parts sections_of(const DocumentVersion& version, const DocumentVersion& other) {
  const auto elsewhere = lines_told_elsewhere(version, other);
  Parts parts;
  for (const SectionText& section : version.sections) {
    if (section.part == SectionPart::work) continue;
    const std::vector<Heading>& headings = version.document.headings;
    std::uint32_t heading = section.part == SectionPart::heading ? section.index : no_heading;
    if (section.part == SectionPart::slide && section.index < version.facts.slides.size())
      heading = version.facts.slides[section.index].heading;
    const bool is_named = heading < headings.size();
    const bool is_slide = section.part == SectionPart::slide;
    parts.all.push_back(make_part(is_named   ? headings[heading].text
                                  : is_slide ? std::to_string(section.index + 1)
                                             : std::string(),
                                  is_slide   ? slide_id(section.index + 1)
                                  : is_named ? headings[heading].id
                                             : std::string(),
                                  text_without(section.text, elsewhere)));
  }
  return parts;
}

Parts works_of(const DocumentVersion& version) {
  Parts parts;
  for (const SectionText& section : version.sections) {
    if (section.part != SectionPart::work || section.index >= version.facts.works.size()) continue;
    const Work& work = version.facts.works[section.index];
    parts.all.push_back(
        make_part(work_name(work) + (work.title.empty() ? "" : ", " + work.title), work.id, section.text));
  }
  return parts;
}

// Rows as one line each; a row of the same words stands for itself.
Parts rows_of(const DocumentVersion& version) {
  Parts parts;
  for (const DateTableLine& row : version.facts.date_table) {
    if (row.kind != DateTableLine::Kind::row) continue;
    std::vector<std::string> cells;
    std::copy_if(row.cells.begin(), row.cells.end(), std::back_inserter(cells),
                 [](const std::string& cell) { return !cell.empty(); });
    parts.all.push_back(make_part(join(cells, ", "), {}, {}));
  }
  return parts;
}

struct PartKinds {
  Kind added, removed, renamed, text;
};

// Goes along both versions; what is left between two parts that both have is paired by what it says.
class PartComparison {
 public:
  PartComparison(const Parts& before, const Parts& after, const PartKinds& kinds)
      : old_(before.all), new_(after.all), kinds_(kinds) {
    for (const AlignedPair& pair : align(before.titles(), after.titles())) {
      if (pair.before && pair.after) {
        settle_gap();
        compare_texts(*pair.before, *pair.after);
      } else if (pair.before) {
        removed_.push_back(*pair.before);
      } else {
        added_.push_back(*pair.after);
      }
    }
    settle_gap();
    pair_moved();
  }

  std::vector<DocumentChange> run() {
    std::vector<DocumentChange> all;
    std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) { return a.place < b.place; });
    for (Found& found : found_) all.push_back(std::move(found.change));
    return all;
  }

 private:
  struct Found {
    std::size_t place = 0;  // in the new version, of a removed part the one before it
    DocumentChange change;
  };

  // A work or row of another name is another one unless most of its words stay.
  static constexpr int alike = 60;

  static bool are_alike(const Part& before, const Part& after) {
    if (before.compared_text.empty() || after.compared_text.empty())
      return shared_words(before.compared_title, after.compared_title) >= alike;
    return shared_words(before.compared_text, after.compared_text) >= alike;
  }

  void settle_gap() {
    if (removed_.size() * added_.size() <= most_pairs) {
      std::erase_if(removed_, [&](std::size_t i) {
        const auto at =
            std::find_if(added_.begin(), added_.end(), [&](std::size_t j) { return are_alike(old_[i], new_[j]); });
        if (at == added_.end()) return false;
        add_renamed(i, *at);
        added_.erase(at);
        return true;
      });
    }
    loose_old_.insert(loose_old_.end(), removed_.begin(), removed_.end());
    loose_new_.insert(loose_new_.end(), added_.begin(), added_.end());
    removed_.clear();
    added_.clear();
  }

  // One that stands elsewhere now is neither new nor gone.
  void pair_moved() {
    std::unordered_multimap<std::string_view, std::size_t> left;
    for (const std::size_t j : loose_new_) left.emplace(new_[j].compared_title, j);
    std::unordered_set<std::size_t> taken;
    for (const std::size_t i : loose_old_) {
      const auto at = left.find(old_[i].compared_title);
      if (at == left.end()) {
        add(kinds_.removed, i, std::nullopt);
        continue;
      }
      compare_texts(i, at->second);
      taken.insert(at->second);
      left.erase(at);
    }
    for (const std::size_t j : loose_new_) {
      if (!taken.contains(j)) add(kinds_.added, std::nullopt, j);
    }
  }

  void compare_texts(std::size_t i, std::size_t j) {
    if (old_[i].compared_text != new_[j].compared_text) add(kinds_.text, i, j);
  }

  // A work or row has its name from its text: one change, not two.
  void add_renamed(std::size_t i, std::size_t j) {
    const bool name_is_text = kinds_.renamed == kinds_.text;
    if (name_is_text && !new_[j].text.empty()) return add(kinds_.text, i, j);
    add(kinds_.renamed, i, j);
    found_.back().change.before = old_[i].title;
    found_.back().change.after = new_[j].title;
    if (!name_is_text) compare_texts(i, j);
  }

  void add(Kind kind, std::optional<std::size_t> i, std::optional<std::size_t> j) {
    DocumentChange change;
    change.kind = kind;
    change.subject = j ? new_[*j].title : old_[*i].title;
    if (i) change.before = old_[*i].text;
    if (j) change.after = new_[*j].text;
    if (j) change.anchor = new_[*j].anchor;
    found_.push_back({j.value_or(std::min(i.value_or(0), new_.size())), std::move(change)});
  }

  const std::vector<Part>& old_;
  const std::vector<Part>& new_;
  PartKinds kinds_;
  std::vector<std::size_t> removed_;  // of this gap
  std::vector<std::size_t> added_;
  std::vector<std::size_t> loose_old_;  // of all gaps
  std::vector<std::size_t> loose_new_;
  std::vector<Found> found_;
};

// Points of programmes and rows of date tables are no text of their section here.
std::vector<DocumentChange> compare_sections(const DocumentVersion& before, const DocumentVersion& after) {
  const bool slides = !before.facts.slides.empty() && !after.facts.slides.empty();
  const PartKinds kinds =
      slides ? PartKinds{Kind::slide_added, Kind::slide_removed, Kind::slide_renamed, Kind::slide_text}
             : PartKinds{Kind::section_added, Kind::section_removed, Kind::section_renamed, Kind::section_text};
  const Parts old_parts = sections_of(before, after);
  const Parts new_parts = sections_of(after, before);
  std::vector<DocumentChange> changes = PartComparison(old_parts, new_parts, kinds).run();
  for (DocumentChange& change : changes) {
    const bool is_lead = change.subject.empty() && change.anchor.empty();
    if (is_lead) change.kind = new_parts.all.size() > 1 ? Kind::lead_text : Kind::whole_text;
  }
  return changes;
}

std::vector<DocumentChange> compare_works(const DocumentVersion& before, const DocumentVersion& after) {
  const Parts old_parts = works_of(before);
  const Parts new_parts = works_of(after);
  return PartComparison(old_parts, new_parts, {Kind::work_added, Kind::work_removed, Kind::work_text, Kind::work_text})
      .run();
}

std::vector<DocumentChange> compare_rows(const DocumentVersion& before, const DocumentVersion& after) {
  const Parts old_parts = rows_of(before);
  const Parts new_parts = rows_of(after);
  std::vector<DocumentChange> changes =
      PartComparison(old_parts, new_parts, {Kind::row_added, Kind::row_removed, Kind::row_text, Kind::row_text}).run();
  for (DocumentChange& change : changes) {
    if (change.kind == Kind::row_added) change.after = change.subject;
    if (change.kind == Kind::row_removed) change.before = change.subject;
  }
  return changes;
}

}  // namespace

std::vector<DocumentChange> compare_versions(const DocumentVersion& before, const DocumentVersion& after,
                                             const ChangeFrame& frame) {
  if (before.document.refused || after.document.refused) return {};
  std::vector<DocumentChange> all = compare_facts(before.document, after.document, frame);
  const auto append = [&](std::vector<DocumentChange> more) {
    std::move(more.begin(), more.end(), std::back_inserter(all));
  };
  append(compare_programmes(before, after, frame.language));
  append(compare_rows(before, after));
  append(compare_sections(before, after));
  append(compare_works(before, after));
  return all;
}

}  // namespace traff
