// What the pages may know of where their texts come from, beside the texts themselves.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "base/date.h"

namespace traff {

// Of the site as a file to take along.
struct OfflineCopy {
  std::optional<Date> day;  // of the commit it is made from
};

struct Origin {
  std::span<const std::optional<Date>> changed;  // one per document: the last change, as git knows it; may be empty
  std::string prefix;                            // of the content root inside the repository, "content/" or ""
  std::optional<OfflineCopy> copy;
};

}  // namespace traff
