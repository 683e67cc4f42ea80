#include "pipeline/build_site.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "output/site_place.h"
#include "pipeline/generator_id.h"
#include "pipeline/loaded_site.h"
#include "pipeline/plan_outputs.h"
#include "pipeline/site_checks.h"
#include "pipeline/source_lines.h"
#include "pipeline/stage_clock.h"

namespace traff {

namespace {

std::vector<Diagnostic> all_diagnostics(const LoadedSite& site, const SitePlan& plan, const std::optional<Date>& today) {
  std::vector<Diagnostic> later = site.course().diagnostics;
  later.insert(later.end(), plan.diagnostics.begin(), plan.diagnostics.end());
  for (const auto& page : plan.page_diagnostics) later.insert(later.end(), page.begin(), page.end());
  for (Diagnostic& found : check_whole_site(site, today)) later.push_back(std::move(found));
  show_source_lines(later, [&](const std::string& path) { return site.source(path); });
  std::vector<Diagnostic> all = site.diagnostics();
  std::move(later.begin(), later.end(), std::back_inserter(all));
  std::stable_sort(all.begin(), all.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.place.path, a.place.line, a.place.column) < std::tie(b.place.path, b.place.line, b.place.column);
  });
  return all;
}

BuildReport report_of(const LoadedSite& site, const SitePlan& plan, const std::optional<Date>& today, const StageClock& clock) {
  BuildReport report;
  report.pages = plan.pages;
  report.addresses = plan.addresses;
  report.shown_prefix = site.place().shown_prefix;
  report.site_language = site.course().site.language;
  report.diagnostics = all_diagnostics(site, plan, today);
  report.times = clock.times();
  return report;
}

}  // namespace

BuildReport build_site(const BuildOptions& options) {
  StageClock clock;
  LoadedSite site(options, clock);                         // load → parse → assemble
  const SitePlan plan = plan_outputs(site, options.jobs, options.progress.get());  // lay out → plan
  clock.end("plan");
  refuse_content_folder(options.out, site.place().content_folder);
  SiteFolder folder(options.out, site.place().state_folder);
  const WriteReport written = folder.write(plan.outputs, generator_id(), options.fresh, options.jobs);  // make → write
  clock.end("make and write");
  site.save_cache();
  clock.end("save");
  BuildReport report = report_of(site, plan, options.today, clock);
  report.write = written;
  return report;
}

BuildReport check_site(const BuildOptions& options) {
  StageClock clock;
  LoadedSite site(options, clock);
  const SitePlan plan = plan_outputs(site, options.jobs, options.progress.get());
  examine_outputs(plan, options.jobs);
  clock.end("plan");
  site.save_cache();
  return report_of(site, plan, options.today, clock);
}

Explanation explain_output(const BuildOptions& options) {
  StageClock clock;
  LoadedSite site(options, clock);
  const SitePlan plan = plan_outputs(site, options.jobs, options.progress.get());
  return {compare_site_with_plan(options.out, generator_id(), plan.outputs), plan.outputs.size()};
}

}  // namespace traff
