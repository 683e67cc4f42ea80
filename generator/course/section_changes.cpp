#include "course/section_changes.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/text.h"
#include "course/alignment.h"
#include "course/comparable_words.h"
#include "markdown/slide_id.h"

namespace traff {

namespace {

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
std::unordered_set<std::string_view> lines_told_elsewhere(const DocumentVersion& version, const DocumentVersion& other) {
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
    if (section.part == SectionPart::slide && section.index < version.facts.slides.size()) heading = version.facts.slides[section.index].heading;
    const bool is_named = heading < headings.size();
    const bool is_slide = section.part == SectionPart::slide;
    parts.all.push_back(make_part(is_named ? headings[heading].text : is_slide ? std::to_string(section.index + 1) : std::string(),
                                  is_slide ? slide_id(section.index + 1) : is_named ? headings[heading].id : std::string(),
                                  text_without(section.text, elsewhere)));
  }
  return parts;
}

Parts works_of(const DocumentVersion& version) {
  Parts parts;
  for (const SectionText& section : version.sections) {
    if (section.part != SectionPart::work || section.index >= version.facts.works.size()) continue;
    const Work& work = version.facts.works[section.index];
    parts.all.push_back(make_part(work_name(work) + (work.title.empty() ? "" : ", " + work.title), work.id, section.text));
  }
  return parts;
}

// Rows as one line each; a row of the same words stands for itself.
Parts rows_of(const DocumentVersion& version) {
  Parts parts;
  for (const DateTableLine& row : version.facts.date_table) {
    if (row.kind != DateTableLine::Kind::row) continue;
    std::vector<std::string> cells;
    std::copy_if(row.cells.begin(), row.cells.end(), std::back_inserter(cells), [](const std::string& cell) { return !cell.empty(); });
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
  PartComparison(const Parts& before, const Parts& after, const PartKinds& kinds) : old_(before.all), new_(after.all), kinds_(kinds) {
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
    if (before.compared_text.empty() || after.compared_text.empty()) return shared_words(before.compared_title, after.compared_title) >= alike;
    return shared_words(before.compared_text, after.compared_text) >= alike;
  }

  void settle_gap() {
    if (removed_.size() * added_.size() <= most_pairs) {
      std::erase_if(removed_, [&](std::size_t i) {
        const auto at = std::find_if(added_.begin(), added_.end(), [&](std::size_t j) { return are_alike(old_[i], new_[j]); });
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

}  // namespace

std::vector<DocumentChange> compare_sections(const DocumentVersion& before, const DocumentVersion& after) {
  const bool slides = !before.facts.slides.empty() && !after.facts.slides.empty();
  const PartKinds kinds = slides ? PartKinds{Kind::slide_added, Kind::slide_removed, Kind::slide_renamed, Kind::slide_text}
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
  return PartComparison(old_parts, new_parts, {Kind::work_added, Kind::work_removed, Kind::work_text, Kind::work_text}).run();
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

}  // namespace traff
