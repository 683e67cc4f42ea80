#include "course/literature/citation_resolver.h"

#include <algorithm>

#include "base/messages/codes.h"
#include "base/text.h"
#include "base/unicode.h"

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
    report(code::R4(slot.text, names_of(match, list)), slot);
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
    report(code::R6(slot.text, Words(work_authors(work, "och"), work_authors(work, "and"))), slot);
  if (citation.stray_comma) report(code::R7(slot.text), slot);
}

void CitationResolver::report_missing(const Slot& slot, const Citation& citation) {
  const bool is_new = reported_.insert(slot.text).second;
  if (citation.is_loose || !is_new) return;
  if (!citation.key.empty()) {
    if (citation.opens_bracket || citation.closes_bracket) report(code::R9(citation.key), slot);
    return;
  }
  if (report_near(slot, citation)) return;
  if (is_surely_citation(citation)) report(code::R1(slot.text), slot);
}

bool CitationResolver::report_near(const Slot& slot, const Citation& citation) {
  if (citation.names == 0) return false;
  for (const WorkIndex* list : lists_) {
    if (list->empty()) continue;
    const CitationMatch match = match_names_only(citation, *list);
    if (!match.works.empty()) {
      report(code::R3(slot.text, names_of({{match.works.front()}, 0}, *list)), slot);
      return true;
    }
  }
  if (searches_++ >= most_searches) return false;
  for (const WorkIndex* list : lists_) {
    const Work* near = find_misspelt(citation, *list);
    if (near == nullptr) continue;
    report(code::R2(slot.text, work_name(*near)), slot);
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
void CitationResolver::report(Message message, const Slot& slot) {
  if (found_.diagnostics.size() >= most_messages_of_page) return;
  if (!reported_.insert(message.code.name() + slot.text).second) return;
  const Place place{document_.path, slot.line, 1, static_cast<std::uint32_t>(code_point_count(slot.title))};
  found_.diagnostics.push_back({std::move(message), place, slot.title});
}

namespace {

enum class YearRule { same, any };

bool is_initial(const CitedWord& word) { return word.text.ends_with('.'); }

bool has_initial(const Work& work, std::string_view letter) {
  const std::string initials = to_lower(work.authors.front().initials);
  for (const std::string_view each : split(initials, ' ')) {
    if (each.starts_with(letter)) return true;
  }
  return false;
}

std::string_view first_letter(std::string_view word) { return word.substr(0, code_point_size(word, 0)); }

class Matcher {
 public:
  Matcher(const Citation& citation, const WorkIndex& index, YearRule years)
      : citation_(citation), index_(index), years_(years) {}

  CitationMatch run() const {
    for (std::size_t first = 0; first < citation_.words.size(); ++first) {
      const CitedWord& word = citation_.words[first];
      if (!word.is_capital && !is_name_particle(word.text)) continue;
      CitationMatch match{works_from(first), first};
      if (!match.works.empty()) return match;
    }
    return {};
  }

 private:
  std::vector<std::uint32_t> works_from(std::size_t first) const {
    std::string names;
    for (std::size_t i = first; i < citation_.words.size(); ++i) {
      if (is_initial(citation_.words[i])) continue;
      if (!names.empty()) names += ' ';
      names += citation_.words[i].text;
    }
    if (names.empty()) return {};
    std::vector<std::uint32_t> works = among(look_up(names), first);
    for (const std::string_view ending : {"'s", "s"}) {
      if (!works.empty() || citation_.in_parenthesis || !names.ends_with(ending)) continue;
      works = among(look_up(names.substr(0, names.size() - ending.size())), first);
    }
    return works;
  }

  WorkIndex::Found look_up(const std::string& names) const {
    if (years_ == YearRule::any) return index_.with_names_any_year(names);
    return citation_.and_others ? index_.with_first_names(names, citation_.year)
                                : index_.with_names(names, citation_.year);
  }

  // Of a name that means very many works, the first will do to say so.
  std::vector<std::uint32_t> among(WorkIndex::Found found, std::size_t first) const {
    constexpr std::size_t most_looked_at = 50;
    if (found.size() > most_looked_at) found = found.first(most_looked_at);
    std::vector<std::uint32_t> works;
    const bool has_exact_year =
        std::ranges::any_of(found, [&](std::uint32_t i) { return work(i).year == citation_.year; });
    for (const std::uint32_t i : found) {
      if (has_exact_year && work(i).year != citation_.year) continue;
      if (may_begin_at(first, work(i))) works.push_back(i);
    }
    return works;
  }

  const Work& work(std::uint32_t i) const { return *index_.works()[i].work; }

  // What stands before the names must not belong to them: a word of the sentence, a given name, an initial.
  bool may_begin_at(std::size_t first, const Work& candidate) const {
    const CitedWord& word = citation_.words[first];
    if (is_initial(word) && !has_initial(candidate, first_letter(word.text))) return false;
    if (first == 0) return true;
    const CitedWord& before = citation_.words[first - 1];
    if (!before.is_capital) return true;
    if (word.is_joined) return false;
    return before.begins_sentence ? !is_initial(before) : has_initial(candidate, first_letter(before.text));
  }

  const Citation& citation_;
  const WorkIndex& index_;
  YearRule years_;
};

// "lindkvist" and "pramling samuelsson": the last names of the citation, as many as there are.
std::vector<std::string> surnames_of(const Citation& citation) {
  std::vector<std::string> names;
  for (std::size_t i = citation.words.size(); i > 0 && names.size() <= citation.names;) {
    const CitedWord& word = citation.words[--i];
    if (names.empty() || citation.words[i + 1].is_joined) {
      if (names.size() == citation.names) break;
      names.push_back(word.text);
    } else if (word.is_capital || is_name_particle(word.text)) {
      names.back() = word.text + " " + names.back();
    } else {
      break;
    }
  }
  std::ranges::reverse(names);
  return names;
}

bool is_near(std::string_view a, std::string_view b) {
  constexpr std::size_t most_letters = 2;
  const std::size_t longest = std::max(code_point_count(a), code_point_count(b));
  const std::size_t shortest = std::min(code_point_count(a), code_point_count(b));
  if (longest - shortest > most_letters || longest < 4) return false;
  const std::size_t distance = edit_distance(a, b);
  return distance > 0 && distance <= most_letters && distance * 3 <= longest;
}

std::string_view last_word(std::string_view text) { return text.substr(text.rfind(' ') + 1); }

// Equal, near (counted) or neither; without a genitive s or a given name too.
bool compare(const std::string& cited, const std::string& listed, std::size_t& near) {
  const std::string_view surname = listed.find(' ') == std::string::npos ? last_word(cited) : std::string_view(cited);
  if (surname == listed || (surname.ends_with('s') && surname.substr(0, surname.size() - 1) == listed)) return true;
  if (!is_near(surname, listed)) return false;
  ++near;
  return true;
}

bool is_misspelt(const std::vector<std::string>& cited, const Work& work, bool and_others) {
  const std::size_t authors = work.authors.size();
  if (and_others ? cited.size() >= authors && !work.more_authors : cited.size() != authors) return false;
  std::size_t near = 0;
  for (std::size_t i = 0; i < cited.size() && i < authors; ++i) {
    if (!compare(cited[i], comparable_names(work.authors[i].surname), near)) return false;
  }
  return near == 1;
}

}  // namespace

CitationMatch match_citation(const Citation& citation, const WorkIndex& index) {
  if (citation.key.empty()) return Matcher(citation, index, YearRule::same).run();
  const WorkIndex::Found found = index.with_key(citation.key);
  return {{found.begin(), found.end()}, 0};
}

CitationMatch match_names_only(const Citation& citation, const WorkIndex& index) {
  return Matcher(citation, index, YearRule::any).run();
}

const Work* find_misspelt(const Citation& citation, const WorkIndex& index) {
  const std::vector<std::string> cited = surnames_of(citation);
  if (cited.empty()) return nullptr;
  for (const WorkIndex::Listed& listed : index.works()) {
    if (year_alone(listed.work->year) != year_alone(citation.year)) continue;
    if (is_misspelt(cited, *listed.work, citation.and_others)) return listed.work;
  }
  return nullptr;
}

namespace {

// Of the names that "m.fl." may follow: nobody writes more before it.
constexpr std::size_t most_first_names = 3;

std::string with_year(const std::string& names, std::string_view year) { return names + "|" + std::string(year); }

}  // namespace

std::string comparable_names(std::string_view names) {
  const std::string plain = replace_all(comparable_name(names), ",", " ");
  std::string joined;
  for (const std::string_view word : split(plain, ' ')) {
    if (word.empty() || is_name_joint(word)) continue;
    if (!joined.empty()) joined += ' ';
    joined += word;
  }
  return joined;
}

std::string_view year_alone(std::string_view year) {
  const bool has_letter = year.size() == 5 && is_digit(year[3]);
  return has_letter ? year.substr(0, 4) : year;
}

std::string WorkIndex::names_of(const Work& work, std::size_t count) {
  std::string names;
  for (std::size_t i = 0; i < std::min(count, work.authors.size()); ++i) {
    if (i > 0) names += ' ';
    names += comparable_names(work.authors[i].surname);
  }
  return names;
}

void WorkIndex::add(const Work& work, WorkPlace place) {
  const std::size_t count = work.authors.size();
  if (!known_.insert(with_year(names_of(work, count) + "|" + fold(work.title), work.year)).second) return;
  const auto index = static_cast<std::uint32_t>(works_.size());
  works_.push_back({&work, place});
  if (!work.more_authors) add_name(names_of(work, count), work.year, index);
  if (!work.abbreviation.empty()) add_name(comparable_names(work.abbreviation), work.year, index);
  const std::size_t most = std::min(most_first_names, work.more_authors ? count : count - 1);
  for (std::size_t n = 1; n <= most; ++n) {
    const std::string names = names_of(work, n);
    by_first_names_and_year_[with_year(names, work.year)].push_back(index);
    if (year_alone(work.year) == work.year) continue;
    by_first_names_and_year_[with_year(names, year_alone(work.year))].push_back(index);
  }
  by_key_[work_key(work)].push_back(index);
}

void WorkIndex::add_name(const std::string& names, const std::string& year, std::uint32_t index) {
  by_names_and_year_[with_year(names, year)].push_back(index);
  if (year_alone(year) != year) by_names_and_year_[with_year(names, year_alone(year))].push_back(index);
  by_names_[names].push_back(index);
}

WorkIndex::Found WorkIndex::find(const Map& map, const std::string& key) {
  const auto found = map.find(key);
  return found == map.end() ? Found() : Found(found->second);
}

WorkIndex::Found WorkIndex::with_names(const std::string& names, const std::string& year) const {
  return find(by_names_and_year_, with_year(names, year));
}

WorkIndex::Found WorkIndex::with_first_names(const std::string& names, const std::string& year) const {
  return find(by_first_names_and_year_, with_year(names, year));
}

WorkIndex::Found WorkIndex::with_names_any_year(const std::string& names) const { return find(by_names_, names); }

WorkIndex::Found WorkIndex::with_key(const std::string& key) const { return find(by_key_, key); }

}  // namespace traff
