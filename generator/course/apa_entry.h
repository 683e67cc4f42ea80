// One entry of CSL-JSON as APA 7 writes it in Sweden, in Markdown.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "base/language.h"

namespace traff {

struct ApaEntry {
  std::string markdown;    // on one line, the author's own signs escaped
  std::string sort_names;  // what the list is ordered by
  std::string year;
};

// Members of other kinds than CSL says count as missing.
ApaEntry apa_entry(const nlohmann::json& work, Language language);

}  // namespace traff
