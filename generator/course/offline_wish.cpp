#include "course/offline_wish.h"

#include "base/text.h"
#include "base/utf8.h"

namespace traff {

bool wants_offline_copy(const Document& index, std::vector<Diagnostic>& diagnostics) {
  const Field* field = index.front_matter.find(Key::offline);
  if (field == nullptr) return false;
  const std::string answer = fold(trim(field->value));
  if (answer == "ja" || answer == "yes" || answer == "true") return true;
  if (answer.empty() || answer == "nej" || answer == "no" || answer == "false") return false;
  const auto length = static_cast<std::uint32_t>(code_point_count(field->value));
  diagnostics.push_back({"F47", {index.path, field->line, field->column, length}, field->name + ": " + field->value, {field->value}});
  return false;
}

}  // namespace traff
