#include "course/shown_changes.h"

#include "base/text.h"
#include "base/utf8.h"

namespace traff {

bool shows_changes(const Document& index, bool otherwise, std::vector<Diagnostic>& diagnostics) {
  const Field* const field = index.front_matter.find(Key::changes);
  if (field == nullptr || field->value.empty()) return otherwise;
  const std::string answer = fold(trim(field->value));
  if (answer == "ja" || answer == "yes") return true;
  if (answer == "nej" || answer == "no") return false;
  const auto length = static_cast<std::uint32_t>(code_point_count(field->value));
  diagnostics.push_back({"F40", {index.path, field->line, field->column, length}, field->name + ": " + field->value, {field->value}});
  return otherwise;
}

}  // namespace traff
