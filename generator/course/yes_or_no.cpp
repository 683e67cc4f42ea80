#include "course/yes_or_no.h"

#include "base/text.h"
#include "base/utf8.h"

namespace traff {

bool says_yes(const Document& page, Key key, bool otherwise, std::vector<Diagnostic>& diagnostics) {
  const Field* const field = page.front_matter.find(key);
  if (field == nullptr) return otherwise;
  const std::string answer = fold(trim(field->value));
  if (answer.empty()) return otherwise;
  if (answer == "ja" || answer == "yes" || answer == "true") return true;
  if (answer == "nej" || answer == "no" || answer == "false") return false;
  const auto length = static_cast<std::uint32_t>(code_point_count(field->value));
  const std::string line = field->name + ": " + field->value;
  diagnostics.push_back({"F40", {page.path, field->line, field->column, length}, line, {field->name, field->value}});
  return otherwise;
}

}  // namespace traff
