#include "course/synonyms.h"

#include "base/text.h"
#include "base/utf8.h"

namespace traff {

std::vector<std::vector<std::string>> read_synonyms(const Document& index, std::vector<Diagnostic>& diagnostics) {
  std::vector<std::vector<std::string>> groups;
  const Field* field = index.front_matter.find(Key::synonyms);
  if (field == nullptr) return groups;
  for (const std::string& item : field->items) {
    std::vector<std::string> group;
    for (const std::string_view part : split(item, '=')) {
      if (!trim(part).empty()) group.push_back(to_lower(trim(part)));
    }
    if (group.size() > 1) groups.push_back(std::move(group));
    else diagnostics.push_back({"F36", {index.path, field->line, field->column, 0}, field->name + ": " + item, {item}});
  }
  return groups;
}

}  // namespace traff
