#include "course/document_changes.h"

#include <iterator>
#include <utility>

#include "course/fact_changes.h"
#include "course/programme_changes.h"
#include "course/section_changes.h"

namespace traff {

std::vector<DocumentChange> compare_versions(const DocumentVersion& before, const DocumentVersion& after, const ChangeFrame& frame) {
  if (before.document.refused || after.document.refused) return {};
  std::vector<DocumentChange> all = compare_facts(before.document, after.document, frame);
  const auto append = [&](std::vector<DocumentChange> more) { std::move(more.begin(), more.end(), std::back_inserter(all)); };
  append(compare_programmes(before, after, frame.language));
  append(compare_rows(before, after));
  append(compare_sections(before, after));
  append(compare_works(before, after));
  return all;
}

}  // namespace traff
