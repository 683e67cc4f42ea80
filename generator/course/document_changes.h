// What has changed for readers between two versions of a document: facts, points of the programme, sections, slides,
// works, rows of a date table. Compared as documents, so that line breaks, other marks for the same list or emphasis
// are no changes. The words for it are made in pages/change_words.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/language.h"
#include "course/calendar_date.h"
#include "course/document_version.h"

namespace traff {

struct DocumentChange {
  enum class Kind : std::uint8_t {
    title,
    fact,             // `key` says which, `subject` what the author calls one that has no label of the theme's; `before` or `after` is empty when it came or went
    summary,          // its subtitle or summary
    point_added, point_removed, point_time, point_moved, point_text,  // of the programme; `subject` its words
    programme,        // so much of it that its points are not told one by one
    section_added, section_removed, section_renamed, section_text,    // `subject` its heading
    lead_text,        // what stands before the first heading
    whole_text,       // of a page without headings
    slide_added, slide_removed, slide_renamed, slide_text,            // `subject` its heading, or its number
    work_added, work_removed, work_text,                              // `subject` its authors, year and title
    row_added, row_removed, row_text,                                 // of a date table
  };
  Kind kind = Kind::whole_text;
  Key key = Key::unknown;
  std::string subject;
  std::string before;  // a short value, or the whole text of what `subject` names
  std::string after;
  std::string anchor;  // in the new version, "" for the page itself
  bool operator==(const DocumentChange&) const = default;
};

struct ChangeFrame {
  Language language = Language::sv;  // of dates and times in `before` and `after`
  std::optional<TermFrame> term;     // gives a year to dates without one
};

// In the order readers meet them: title, facts, programme, then the text from above. Pure. Cost: linear in both.
std::vector<DocumentChange> compare_versions(const DocumentVersion& before, const DocumentVersion& after,
                                             const ChangeFrame& frame);

}  // namespace traff
