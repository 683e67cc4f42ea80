#include "checks/statement_checks.h"

#include "base/utf8.h"
#include "course/calendar_date.h"
#include "course/statement.h"

namespace traff {

namespace {

Diagnostic at_value(std::string_view code, const Document& document, const Field& field, std::vector<std::string> args) {
  const auto length = static_cast<std::uint32_t>(code_point_count(field.value));
  return {std::string(code), {document.path, field.line, field.column, length}, {}, std::move(args)};
}

std::optional<Diagnostic> old_assessment(const Document& document, const Date& today) {
  const Field* said = document.front_matter.find(Key::assessed);
  if (said == nullptr) return std::nullopt;
  const ParsedDates dates = parse_dates(said->value, std::nullopt);
  if (!dates.date) return std::nullopt;
  const Date day = dates.date->last;
  if (today <= day + std::chrono::years(1)) return std::nullopt;
  return at_value("A3", document, *said, {long_date(day, Language::sv), long_date(day, Language::en)});
}

// The law wants a statement of public bodies; whether the site is one's cannot be known. A site that is on the web and
// in Swedish is told once, and a page of that name, with keys or without, is answer enough.
std::optional<Diagnostic> missing_statement(std::span<const Document> documents, const Course& course) {
  const Site& site = course.site;
  if (site.statement != no_index || site.document == no_index || site.language != Language::sv) return std::nullopt;
  const Document& index = documents[site.document];
  const Field* address = index.front_matter.find(Key::address);
  if (address == nullptr || site.address.empty()) return std::nullopt;
  for (DocumentIndex i = 0; i < documents.size(); ++i) {
    if (course.pages[i].published && is_named_as_statement(documents[i].path)) return std::nullopt;
  }
  return at_value("A5", index, *address, {});
}

}  // namespace

std::vector<Diagnostic> check_statement(std::span<const Document> documents, const Course& course, const std::optional<Date>& today) {
  std::vector<Diagnostic> found;
  const DocumentIndex statement = course.site.statement;
  if (auto missing = missing_statement(documents, course)) found.push_back(std::move(*missing));
  if (!today || statement == no_index) return found;
  if (auto old = old_assessment(documents[statement], *today)) found.push_back(std::move(*old));
  return found;
}

std::optional<Diagnostic> check_full_conformity(std::span<const Document> documents, const Course& course, std::size_t errors) {
  const DocumentIndex statement = course.site.statement;
  if (errors == 0 || statement == no_index) return std::nullopt;
  const Field* said = documents[statement].front_matter.find(Key::conformity);
  if (said == nullptr || parse_conformity(said->value) != Conformity::full) return std::nullopt;
  return at_value("A4", documents[statement], *said, {std::to_string(errors)});
}

}  // namespace traff
