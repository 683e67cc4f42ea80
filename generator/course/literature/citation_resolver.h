// One page's citations against the lists it may mean, in turn.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/diagnostic.h"
#include "course/literature/work.h"
#include "markdown/citation/citation.h"
#include "markdown/document/document.h"

namespace traff {

// The works of one list, found by what a text calls them.

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

// A citation against one list of works: which it means, and when it means none, what comes near.

struct CitationMatch {
  std::vector<std::uint32_t> works;  // indices into WorkIndex::works(); several when it is ambiguous
  std::size_t first_word = 0;        // of Citation::words: where the names begin
};

// Surnames, year and its letter; "m.fl." stands for the names that follow; a genitive s is dropped when only then
// something is found. Cost: some hash lookups.
CitationMatch match_citation(const Citation& citation, const WorkIndex& index);

// Works with the same names of another year.
CitationMatch match_names_only(const Citation& citation, const WorkIndex& index);

// A work of the same year with one surname written a little differently. Cost: linear in the list.
const Work* find_misspelt(const Citation& citation, const WorkIndex& index);

// What one page lists and cites, with both ends of every reference known.

// A citation that has its work.
struct CitationLink {
  std::uint32_t slot = 0;  // index into Document::slots
  WorkPlace work;
  std::uint32_t skip = 0;  // bytes of HTML after the slot's begin where the names begin
};

// Where a work is cited.
struct CitingPlace {
  std::uint32_t document = 0xFFFFFFFF;
  std::uint32_t heading = 0xFFFFFFFF;  // the one it stands under; none when no heading stands above it
  bool operator==(const CitingPlace&) const = default;
};

struct PageLiterature {
  std::vector<Work> works;
  std::vector<CitationLink> citations;             // by slot
  std::vector<std::vector<CitingPlace>> cited_in;  // one per work; in the order of the site's files
};

struct ResolvedCitations {
  std::vector<CitationLink> links;
  std::vector<Diagnostic> diagnostics;
};

class CitationResolver {
 public:
  using Lists = std::array<const WorkIndex*, 2>;  // the page's own, its network's

  // All arguments must outlive this. `own`: the page's own works, whose entries cite nothing.
  CitationResolver(const Document& document, std::span<const Work> own, const Lists& lists)
      : document_(document), own_(own), lists_(lists) {}

  // Cost: linear in slots, but for the first unknown names, which are compared with every work.
  ResolvedCitations run();

 private:
  void mark_sections();
  bool is_in_entry(const Slot& slot);
  void resolve(std::uint32_t slot);
  bool take_match(std::uint32_t slot, const Citation& citation, const CitationMatch& match, const WorkIndex& list);
  void report_form(const Slot& slot, const Citation& citation, const Work& work);
  void report_missing(const Slot& slot, const Citation& citation);
  bool report_near(const Slot& slot, const Citation& citation);
  bool is_surely_citation(const Citation& citation) const;
  void report(Message message, const Slot& slot);

  const Document& document_;
  std::span<const Work> own_;
  Lists lists_;
  std::vector<Range> references_;  // sections whose own words are no citations
  std::vector<Range> reading_;     // sections where a citation may be linked, but nothing is said
  std::size_t next_entry_ = 0;
  std::size_t searches_ = 0;  // for misspelt names
  std::unordered_set<std::string> reported_;
  ResolvedCitations found_;
};

}  // namespace traff
