#include <algorithm>

#include "base/text.h"
#include "markdown/author_lines.h"
#include "markdown/field_line.h"
#include "markdown/fields.h"

namespace traff {

namespace {

// A line of a paragraph may end in a hard line break; it is no part of the value.
std::string_view without_line_break(std::string_view line) {
  line = trim(line);
  if (line.ends_with('\\')) line.remove_suffix(1);
  return trim(line);
}

// Each look costs a comparison with every name; a paragraph of many such lines is no list of facts anyway.
bool is_misspelt(const Field& field, std::size_t unknown_so_far) {
  constexpr std::size_t most = 8;
  return !field.value.empty() && unknown_so_far <= most && nearest_key_name(field.name).has_value();
}

}  // namespace

std::optional<Field> read_fact_line(std::string_view line) {
  const std::string_view fact = without_line_break(line);
  std::optional<FieldLine> read = read_field_line(fact);
  if (!read) return std::nullopt;
  read->field.column += static_cast<std::uint32_t>(line.find_first_of(fact.substr(0, 1)));
  return std::move(read->field);
}

std::optional<std::vector<Field>> parse_fact_lines(std::string_view /*path*/, std::string_view paragraph,
                                                   std::uint32_t first_line) {
  std::vector<Field> fields;
  std::size_t unknown = 0;
  AuthorLines lines(paragraph);
  std::string_view line;
  for (std::uint32_t number = first_line; lines.next(line); ++number) {
    std::optional<Field> field = read_fact_line(line);
    if (!field || (field->key == Key::unknown && !is_misspelt(*field, ++unknown))) return std::nullopt;
    field->line = number;
    fields.push_back(std::move(*field));
  }
  // "Material:" alone is the label of what stands below it; among others it is a row nobody has filled in yet.
  const bool has_value =
      std::any_of(fields.begin(), fields.end(), [](const Field& field) { return !field.value.empty(); });
  if (!has_value || unknown * 2 > fields.size()) return std::nullopt;
  return fields;
}

}  // namespace traff
