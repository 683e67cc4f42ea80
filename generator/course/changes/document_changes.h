// What has changed for readers between two versions of a document: facts, points of the programme, sections, slides,
// works, rows of a date table. Compared as documents, so that line breaks, other marks for the same list or emphasis
// are no changes. The words for it are made in pages/change_words.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "course/body/section_text.h"
#include "course/dates/calendar_date.h"
#include "course/model/course.h"

namespace traff {

struct DocumentChange {
  enum class Kind : std::uint8_t {
    title,
    fact,     // `key` says which, `subject` what the author calls one that has no label of the theme's; `before` or
              // `after` is empty when it came or went
    summary,  // its subtitle or summary
    point_added,
    point_removed,
    point_time,
    point_moved,
    point_text,  // of the programme; `subject` its words
    programme,   // so much of it that its points are not told one by one
    section_added,
    section_removed,
    section_renamed,
    section_text,  // `subject` its heading
    lead_text,     // what stands before the first heading
    whole_text,    // of a page without headings
    slide_added,
    slide_removed,
    slide_renamed,
    slide_text,  // `subject` its heading, or its number
    work_added,
    work_removed,
    work_text,  // `subject` its authors, year and title
    row_added,
    row_removed,
    row_text,  // of a date table
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

// What is new in a network, page by page: worked out from two versions of the content, shown as a page, a feed and
// text.

// When a change was made, on its author's clock.
struct ChangeDay {
  Date day;
  std::int64_t seconds = 0;  // since 1970, UTC
};

struct PageNews {
  enum class Kind : std::uint8_t { added, removed, moved, changed };
  Kind kind = Kind::changed;
  DocumentIndex document = no_index;  // no_index when it is removed
  std::string title;                  // of a removed page its last one
  std::optional<ChangeDay> last;      // its last change; nothing for a removed page, and before it is committed
  std::vector<DocumentChange> changes;
};

struct NetworkNews {
  enum class Since : std::uint8_t { meeting, published, unknown };
  Since since = Since::unknown;     // unknown: this clone does not reach back that far
  MeetingIndex meeting = no_index;  // the träff since when, or
  std::string occasion;             // the row of a date table
  Date day;                         // of that, or of the first publication
  bool is_new = false;              // then it was not there, so that all of it is new
  std::vector<PageNews> pages;      // the last change first
};

// One commit's change of a page, for its own list of changes.
struct PageChange {
  ChangeDay when;
  bool published = false;  // the page came with it
  std::vector<DocumentChange> changes;
};

}  // namespace traff
