#include "course/citation_match.h"

#include <algorithm>

#include "base/nearest_name.h"
#include "base/text.h"
#include "base/utf8.h"

namespace traff {

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

}  // namespace traff
