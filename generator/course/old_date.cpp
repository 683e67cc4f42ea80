#include "course/old_date.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"
#include "course/body_facts.h"

namespace traff {

namespace {

constexpr std::array<std::string_view, 2> openings{"[gammalt datum:", "[old date:"};
constexpr std::size_t most_of_a_file = 100;

// The next bracket from `at` on, to the end of its line at most; empty when there is none.
std::string_view next_old_date(std::string_view text, std::size_t at) {
  std::size_t begin = std::string_view::npos;
  for (const std::string_view opening : openings) begin = std::min(begin, text.find(opening, at));
  if (begin == std::string_view::npos) return {};
  const std::size_t end = std::min(text.find_first_of("]\n", begin), text.size() - 1);
  return text.substr(begin, end + 1 - begin);
}

std::vector<std::string_view> old_dates_in(std::string_view text) {
  std::vector<std::string_view> found;
  for (std::string_view next = next_old_date(text, 0); !next.empty() && found.size() < most_of_a_file;) {
    found.push_back(next);
    next = next_old_date(text, static_cast<std::size_t>(next.data() - text.data()) + next.size());
  }
  return found;
}

std::uint32_t line_at(const DocumentBody& body, std::size_t offset) {
  std::uint32_t line = 0;
  for (const Block& block : body.blocks) {
    if (block.text.begin <= offset && offset < block.text.end) line = block.line;
  }
  return line;
}

std::string_view date_within(std::string_view bracket) {
  const std::size_t colon = bracket.find(':');
  const bool closed = bracket.ends_with(']');
  return trim(bracket.substr(colon + 1, bracket.size() - colon - 1 - (closed ? 1 : 0)));
}

void report(const std::string& path, const OldDate& found, Course& course) {
  const Place place{path, found.line, found.line == 0 ? 0u : 1u, static_cast<std::uint32_t>(code_point_count(found.text))};
  course.diagnostics.push_back({"F25", place, found.text, {std::string(date_within(found.text))}});
}

void check_text(const Document& document, std::string_view text, std::uint32_t line, Course& course) {
  for (const std::string_view found : old_dates_in(text)) report(document.path, {line, std::string(found)}, course);
}

}  // namespace

std::string marked_as_old(std::string_view date, Language language) {
  return std::string(openings[language == Language::sv ? 0 : 1]) + " " + std::string(date) + "]";
}

bool has_old_date(std::string_view text) { return !next_old_date(text, 0).empty(); }

std::vector<OldDate> find_old_dates(const DocumentBody& body) {
  std::vector<OldDate> found;
  for (const std::string_view bracket : old_dates_in(body.text)) {
    found.push_back({line_at(body, static_cast<std::size_t>(bracket.data() - body.text.data())), std::string(trim(bracket))});
  }
  return found;
}

void check_old_dates(std::span<const Document> documents, std::span<const BodyFacts> facts, Course& course) {
  for (DocumentIndex i = 0; i < documents.size(); ++i) {
    if (!course.pages[i].published) continue;
    const Document& document = documents[i];
    for (const Field& field : document.front_matter.fields) check_text(document, field.value, field.line, course);
    const bool own_title = document.front_matter.find(Key::title) == nullptr;
    if (own_title) check_text(document, document.title, document.title_line, course);
    for (const OldDate& found : facts[i].old_dates) report(document.path, found, course);
  }
}

}  // namespace traff
