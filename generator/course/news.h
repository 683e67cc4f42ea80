// What is new in a network, page by page: worked out from two versions of the content, shown as a page, a feed and text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "course/course.h"
#include "course/document_changes.h"

namespace traff {

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
  Since since = Since::unknown;  // unknown: this clone does not reach back that far
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
