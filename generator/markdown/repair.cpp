#include "markdown/repair.h"

#include <algorithm>
#include <tuple>

#include "markdown/manuscript.h"
#include "markdown/repair_steps.h"
#include "markdown/repair_triggers.h"

namespace traff {

namespace {

RepairedText unchanged(std::string_view body, std::uint32_t first_line) {
  RepairedText repaired;
  repaired.text = body;
  if (!body.empty() && !body.ends_with('\n')) repaired.text += '\n';
  repaired.line_numbers.reserve(body.size() / 32 + 1);
  std::uint32_t number = first_line;
  for (std::size_t at = 0; at < repaired.text.size(); at = repaired.text.find('\n', at) + 1)
    repaired.line_numbers.push_back(number++);
  return repaired;
}

RepairedText joined(Manuscript manuscript) {
  RepairedText repaired;
  for (const Line& line : manuscript.lines) {
    repaired.text += line.text;
    repaired.text += '\n';
    repaired.line_numbers.push_back(line.number);
  }
  repaired.diagnostics = std::move(manuscript.diagnostics);
  std::sort(repaired.diagnostics.begin(), repaired.diagnostics.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.place, a.code) < std::tie(b.place, b.code);
  });
  return repaired;
}

}  // namespace

RepairedText repair(std::string_view path, std::string_view body, std::uint32_t first_line,
                    const RepairOptions& options) {
  const RepairTriggers found = find_triggers(body, options.slide_breaks);
  if (!found.any()) return unchanged(body, first_line);
  Manuscript text = read_manuscript(path, body, first_line);
  text.slide_breaks = options.slide_breaks;
  if (found.characters) {
    text = repair_characters(std::move(text));
  } else if (found.fences) {
    text = mark_fences(std::move(text));
  }
  if (found.residue) text = repair_residue(std::move(text));
  if (found.contents) text = repair_contents(std::move(text));
  if (found.bullets) text = repair_check_marks(repair_bullets(repair_check_letters(std::move(text))));
  if (found.letters) text = repair_letter_lists(std::move(text));
  if (found.tabs) text = repair_tables(std::move(text));
  if (found.link_spaces) text = repair_link_spaces(std::move(text));
  if (found.headings) text = repair_headings(std::move(text));
  if (found.indents) text = repair_indents(std::move(text));
  if (found.late_lists) text = report_late_lists(std::move(text));
  if (found.characters) text = report_private_characters(std::move(text));
  return joined(std::move(text));
}

}  // namespace traff
