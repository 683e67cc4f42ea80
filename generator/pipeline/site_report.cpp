#include "pipeline/site_report.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "base/format_diagnostic.h"
#include "checks/statement_checks.h"
#include "pipeline/site_checks.h"
#include "pipeline/source_lines.h"

namespace traff {

namespace {

std::size_t errors_in(const std::vector<Diagnostic>& found) {
  const auto is_error = [](const Diagnostic& one) { return severity_of(one) == Severity::error; };
  return static_cast<std::size_t>(std::count_if(found.begin(), found.end(), is_error));
}

std::vector<Diagnostic> all_diagnostics(const LoadedSite& site, const SitePlan& plan, const std::optional<Date>& today) {
  std::vector<Diagnostic> later = site.course().diagnostics;
  later.insert(later.end(), plan.diagnostics.begin(), plan.diagnostics.end());
  for (const auto& page : plan.page_diagnostics) later.insert(later.end(), page.begin(), page.end());
  for (Diagnostic& found : check_whole_site(site, today)) later.push_back(std::move(found));
  std::vector<Diagnostic> all = site.diagnostics();
  if (auto claim = check_full_conformity(site.documents(), site.course(), errors_in(all) + errors_in(later))) later.push_back(std::move(*claim));
  show_source_lines(later, [&](const std::string& path) { return site.source(path); });
  std::move(later.begin(), later.end(), std::back_inserter(all));
  std::stable_sort(all.begin(), all.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.place.path, a.place.line, a.place.column) < std::tie(b.place.path, b.place.line, b.place.column);
  });
  return all;
}

}  // namespace

BuildReport make_report(const LoadedSite& site, const SitePlan& plan, const std::optional<Date>& today, const StageClock& clock) {
  BuildReport report;
  report.pages = plan.pages;
  report.addresses = plan.addresses;
  for (std::size_t i = 0; i < site.documents().size(); ++i) {
    if (!site.course().pages[i].published) report.drafts.push_back(site.documents()[i].path);
  }
  report.shown_prefix = site.place().shown_prefix;
  report.site_language = site.course().site.language;
  report.site_title = site.course().site.title;
  report.site_address = site.course().site.address;
  report.diagnostics = all_diagnostics(site, plan, today);
  report.times = clock.times();
  return report;
}

}  // namespace traff
