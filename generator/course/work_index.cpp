#include "course/work_index.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"

namespace traff {

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
