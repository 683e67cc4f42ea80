// One page's citations against the lists it may mean, in turn.
#pragma once

#include <array>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "base/diagnostic.h"
#include "course/citation_match.h"
#include "course/page_literature.h"
#include "markdown/document.h"

namespace traff {

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
  void report(std::string_view code, const Slot& slot, std::vector<std::string> args);

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
