#include "pipeline/site_report.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/messages/format_diagnostic.h"
#include "base/text.h"
#include "base/unicode.h"
#include "checks/site_checks.h"
#include "pipeline/site/loaded_site.h"

namespace traff {

namespace {

// The author's own line for diagnostics found after parsing, when the text itself had been put away.

std::string words_under_caret(const Diagnostic& diagnostic) {
  const std::string_view line = diagnostic.line;
  const std::size_t begin = bytes_of_code_points(line, diagnostic.place.column - 1);
  return std::string(line.substr(begin, bytes_of_code_points(line.substr(begin), diagnostic.place.length)));
}

void point_at(Diagnostic& diagnostic, std::string_view line, std::size_t at, std::string_view words) {
  diagnostic.line = line;
  diagnostic.place.column = static_cast<std::uint32_t>(code_point_count(line.substr(0, at)) + 1);
  diagnostic.place.length = static_cast<std::uint32_t>(code_point_count(words));
}

void show_line(Diagnostic& diagnostic, const std::vector<std::string_view>& lines) {
  const std::size_t first = diagnostic.place.line - 1;
  if (first >= lines.size() || first_invalid_utf8(lines[first]) != std::string_view::npos) return;
  const bool place_is_of_source =
      diagnostic.line.empty() || diagnostic.place.column == 0 || diagnostic.line == lines[first];
  if (!place_is_of_source) {
    const std::string words = words_under_caret(diagnostic);
    for (std::size_t i = first; i < lines.size() && !is_blank(lines[i]); ++i) {
      const std::size_t at = words.empty() ? std::string_view::npos : lines[i].find(words);
      if (at == std::string_view::npos) continue;
      diagnostic.place.line = static_cast<std::uint32_t>(i + 1);
      point_at(diagnostic, lines[i], at, words);
      return;
    }
    diagnostic.place.column = diagnostic.place.length = 0;
  }
  diagnostic.line = lines[first];
}

// What a diagnostic knows of its line may be the words alone, without marks and quotes: the words under its caret
// are looked for where they stand in the file, at the line or further down the same paragraph.
// `read` gives a file's bytes. Cost: one read for each run of diagnostics of one file.
void show_source_lines(std::vector<Diagnostic>& diagnostics,
                       const std::function<std::string(const std::string& path)>& read) {
  std::string path;
  std::string text;
  std::vector<std::string_view> lines;
  for (Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.place.line == 0) continue;
    if (diagnostic.place.path != path) {
      path = diagnostic.place.path;
      text = read(path);
      lines = split_lines(text);
    }
    show_line(diagnostic, lines);
  }
}

// What the whole site has against it: words held against other pages, and days against today.

void append(std::vector<Diagnostic> more, std::vector<Diagnostic>& all) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

// Without `today` nothing depends on the day it is asked.
std::vector<Diagnostic> check_whole_site(const LoadedSite& site, const std::optional<Date>& today) {
  const auto read = [&](const std::string& path) { return site.source(path); };
  std::vector<Diagnostic> all = check_spellings(site.documents(), site.facts(), site.course(), read);
  append(check_person_spellings(site.documents(), site.course()), all);
  append(check_statement(site.documents(), site.course(), today), all);
  if (today) append(check_uncertain_days(site.documents(), site.course(), *today), all);
  return all;
}

std::size_t errors_in(const std::vector<Diagnostic>& found) {
  const auto is_error = [](const Diagnostic& one) { return severity_of(one) == Severity::error; };
  return static_cast<std::size_t>(std::count_if(found.begin(), found.end(), is_error));
}

std::vector<Diagnostic> all_diagnostics(const LoadedSite& site, const SitePlan& plan, std::vector<Diagnostic> found,
                                        const std::optional<Date>& today) {
  std::vector<Diagnostic> later = site.course().diagnostics;
  append(plan.diagnostics, later);
  append(std::move(found), later);
  append(check_whole_site(site, today), later);
  std::vector<Diagnostic> all = site.diagnostics();
  if (auto claim = check_full_conformity(site.documents(), site.course(), errors_in(all) + errors_in(later)))
    later.push_back(std::move(*claim));
  show_source_lines(later, [&](const std::string& path) { return site.source(path); });
  std::move(later.begin(), later.end(), std::back_inserter(all));
  std::stable_sort(all.begin(), all.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.place.path, a.place.line, a.place.column) < std::tie(b.place.path, b.place.line, b.place.column);
  });
  return all;
}

}  // namespace

BuildReport make_report(const LoadedSite& site, const SitePlan& plan, std::vector<Diagnostic> found,
                        const std::optional<Date>& today, const StageClock& clock) {
  BuildReport report;
  report.pages = plan.pages;
  report.addresses = plan.addresses;
  for (std::size_t i = 0; i < site.documents().size(); ++i) {
    if (site.course().pages[i].draft) ++report.drafts;
    if (!site.course().pages[i].published) report.unpublished.push_back(site.documents()[i].path);
  }
  for (const LoadedSite::OtherFile& file : site.files()) {
    if (file.address.empty()) report.unpublished.push_back(file.path);
  }
  report.unpublished.insert(report.unpublished.end(), site.left_out().begin(), site.left_out().end());
  std::ranges::sort(report.unpublished);
  report.shown_prefix = site.place().shown_prefix;
  report.site_language = site.course().site.language;
  report.site_title = site.course().site.title;
  report.site_address = site.course().site.address;
  report.diagnostics = all_diagnostics(site, plan, std::move(found), today);
  report.times = clock.times();
  return report;
}

}  // namespace traff
