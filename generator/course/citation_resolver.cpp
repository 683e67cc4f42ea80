#include "course/citation_resolver.h"

#include <algorithm>

#include "base/utf8.h"

namespace traff {

namespace {

// Whoever has more mends the first and looks again.
constexpr std::size_t most_searches = 100;
constexpr std::size_t most_messages_of_page = 200;

bool lies_in(const std::vector<Range>& ranges, std::uint32_t at) {
  return std::ranges::any_of(ranges, [at](Range range) { return at >= range.begin && at < range.end; });
}

std::string names_of(const CitationMatch& match, const WorkIndex& index) {
  constexpr std::size_t most_named = 3;
  std::string names;
  for (std::size_t i = 0; i < std::min(most_named, match.works.size()); ++i) {
    const Work& work = *index.works()[match.works[i]].work;
    if (!names.empty()) names += ", ";
    names += work_name(work);
    if (match.works.size() > 1 && !work.title.empty()) names += " " + work.title;
  }
  return names;
}

}  // namespace

ResolvedCitations CitationResolver::run() {
  mark_sections();
  for (std::uint32_t i = 0; i < document_.slots.size(); ++i) {
    const Slot& slot = document_.slots[i];
    if (slot.kind != SlotKind::citation || is_in_entry(slot) || lies_in(references_, slot.begin)) continue;
    resolve(i);
  }
  return std::move(found_);
}

// Sections of the same kind follow each other rarely: the ranges are few, but for a hostile page, which gets the first.
void CitationResolver::mark_sections() {
  constexpr std::size_t most_sections = 20;
  for (const Heading& heading : document_.headings) {
    const WorkListKind kind = work_list_kind(heading.text);
    std::vector<Range>& ranges = kind == WorkListKind::references ? references_ : reading_;
    if (kind != WorkListKind::none && ranges.size() < most_sections) ranges.push_back(heading.section);
  }
}

// Slots and entries both come in the order of the text.
bool CitationResolver::is_in_entry(const Slot& slot) {
  while (next_entry_ < own_.size() && own_[next_entry_].html.end <= slot.begin) ++next_entry_;
  return next_entry_ < own_.size() && own_[next_entry_].html.begin <= slot.begin;
}

void CitationResolver::resolve(std::uint32_t index) {
  const Slot& slot = document_.slots[index];
  const Citation citation = parse_citation_target(slot.target);
  for (const WorkIndex* list : lists_) {
    if (list->empty()) continue;
    const CitationMatch match = match_citation(citation, *list);
    if (!match.works.empty() && take_match(index, citation, match, *list)) return;
  }
  if (!lies_in(reading_, slot.begin)) report_missing(slot, citation);
}

bool CitationResolver::take_match(std::uint32_t index, const Citation& citation, const CitationMatch& match,
                                  const WorkIndex& list) {
  const Slot& slot = document_.slots[index];
  const WorkIndex::Listed& listed = list.works()[match.works.front()];
  if (match.works.size() > 1) {
    report("R4", slot, {slot.text, names_of(match, list)});
    return true;
  }
  const bool other_letter = citation.key.empty() && listed.work->year != citation.year;
  if (other_letter) return false;
  const std::uint32_t skip = citation.words.empty() ? 0 : citation.words[match.first_word].offset;
  found_.links.push_back({index, listed.place, skip});
  report_form(slot, citation, *listed.work);
  return true;
}

void CitationResolver::report_form(const Slot& slot, const Citation& citation, const Work& work) {
  if (citation.and_others && work.authors.size() == 2 && !work.more_authors)
    report("R6", slot, {slot.text, work_authors(work, "och"), work_authors(work, "and")});
  if (citation.stray_comma) report("R7", slot, {slot.text});
}

void CitationResolver::report_missing(const Slot& slot, const Citation& citation) {
  const bool is_new = reported_.insert(slot.text).second;
  if (citation.is_loose || !is_new) return;
  if (!citation.key.empty()) {
    if (citation.opens_bracket || citation.closes_bracket) report("R9", slot, {citation.key});
    return;
  }
  if (report_near(slot, citation)) return;
  if (is_surely_citation(citation)) report("R1", slot, {slot.text});
}

bool CitationResolver::report_near(const Slot& slot, const Citation& citation) {
  if (citation.names == 0) return false;
  for (const WorkIndex* list : lists_) {
    if (list->empty()) continue;
    const CitationMatch match = match_names_only(citation, *list);
    if (!match.works.empty()) {
      report("R3", slot, {slot.text, names_of({{match.works.front()}, 0}, *list)});
      return true;
    }
  }
  if (searches_++ >= most_searches) return false;
  for (const WorkIndex* list : lists_) {
    const Work* near = find_misspelt(citation, *list);
    if (near == nullptr) continue;
    report("R2", slot, {slot.text, work_name(*near)});
    return true;
  }
  return false;
}

// Two signs of a citation, or a list of two names: "Kalmar (2019)" and "(våren 2020)" are none.
bool CitationResolver::is_surely_citation(const Citation& citation) const {
  if (citation.names == 0) return false;
  if (citation.is_paired) return true;
  const bool has_list = std::ranges::any_of(lists_, [](const WorkIndex* list) { return !list->empty(); });
  const bool year_has_letter = year_alone(citation.year) != citation.year;
  const bool as_apa_writes = citation.in_parenthesis && citation.has_comma;
  const int signs = (as_apa_writes ? 1 : 0) + (as_apa_writes && has_list ? 1 : 0) + (citation.and_others ? 1 : 0) +
                    (citation.locator.empty() ? 0 : 1) + (year_has_letter ? 1 : 0) + (citation.has_prefix ? 1 : 0);
  return signs >= 2;
}

// The same words are said once, where they first stand.
void CitationResolver::report(std::string_view code, const Slot& slot, std::vector<std::string> args) {
  if (found_.diagnostics.size() >= most_messages_of_page) return;
  if (!reported_.insert(std::string(code) + slot.text).second) return;
  const Place place{document_.path, slot.line, 1, static_cast<std::uint32_t>(code_point_count(slot.title))};
  found_.diagnostics.push_back({std::string(code), place, slot.title, std::move(args)});
}

}  // namespace traff
