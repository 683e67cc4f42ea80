// What the pages may know of where their texts come from, beside the texts themselves.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "base/date.h"

namespace traff {

// Of a file of the content, as git knows it.
struct LastChange {
  Date day;
  std::uint32_t changes = 0;  // since it first was there
};

// Of the site as a file to take along.
struct OfflineCopy {
  std::optional<Date> day;  // of the commit it is made from
};

struct Origin {
  std::span<const std::optional<LastChange>> changed;  // one per document; may be empty
  std::string prefix;                                  // of the content root inside the repository, "content/" or ""
  std::optional<OfflineCopy> copy;
};

}  // namespace traff
