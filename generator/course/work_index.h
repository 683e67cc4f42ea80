// The works of one list, found by what a text calls them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "course/work.h"
#include "markdown/citation.h"

namespace traff {

// A work by the page that lists it.
struct WorkPlace {
  std::uint32_t document = 0xFFFFFFFF;
  std::uint32_t work = 0;  // index into the document's works
  bool operator==(const WorkPlace&) const = default;
};

class WorkIndex {
 public:
  // `work` must outlive this. A work that is listed twice counts once, where it stands first.
  void add(const Work& work, WorkPlace place);

  bool empty() const { return works_.empty(); }

  struct Listed {
    const Work* work = nullptr;
    WorkPlace place;
  };
  // What a name may mean, by index into works(); empty when nothing.
  using Found = std::span<const std::uint32_t>;

  Found with_names(const std::string& names, const std::string& year) const;
  Found with_first_names(const std::string& names, const std::string& year) const;  // "m.fl.": more follow
  Found with_names_any_year(const std::string& names) const;
  Found with_key(const std::string& key) const;

  const std::vector<Listed>& works() const { return works_; }

  // What two lists call the same: names without commas and "och", in lower case.
  static std::string names_of(const Work& work, std::size_t count);

 private:
  using Map = std::unordered_map<std::string, std::vector<std::uint32_t>>;
  static Found find(const Map& map, const std::string& key);
  void add_name(const std::string& names, const std::string& year, std::uint32_t index);

  std::vector<Listed> works_;
  std::unordered_set<std::string> known_;
  Map by_names_and_year_;
  Map by_first_names_and_year_;
  Map by_names_;
  Map by_key_;
};

// "katz dack" of "Katz & Dack": the words by which names are compared.
std::string comparable_names(std::string_view names);

// "2017" of "2017b".
std::string_view year_alone(std::string_view year);

}  // namespace traff
