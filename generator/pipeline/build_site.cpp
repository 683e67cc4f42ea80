#include "pipeline/build_site.h"

#include "output/own_folder.h"
#include "pipeline/offline_zip.h"
#include "pipeline/plan_outputs.h"
#include "pipeline/site/loaded_site.h"
#include "pipeline/site/options.h"
#include "pipeline/site/parsed_documents.h"
#include "pipeline/site_report.h"
#include "source/content_place.h"

namespace traff {

BuildReport build_site(const BuildOptions& options) {
  StageClock clock;
  LoadedSite site(options, clock);  // load → parse → assemble
  const auto [zip, no_copy] = offer_offline_zip(site, options);
  SitePlan plan = plan_outputs(site, PlanUse::build, options.jobs, options.progress.get(),
                               zip ? &*zip : nullptr);  // lay out → plan
  plan.diagnostics.insert(plan.diagnostics.end(), no_copy.begin(), no_copy.end());
  clock.end("plan");
  refuse_foreign_site_folder(options.out, {site.place().content_folder, site.place().state_folder});
  SiteFolder folder(options.out, site.place().state_folder);
  const WriteReport written = folder.write(plan.outputs, generator_id(), options.fresh, options.jobs);  // make → write
  clock.end("make and write");
  site.save_cache();
  if (zip) keep_offline_zip(site, *zip);
  clock.end("save");
  BuildReport report = make_report(site, plan, options.today, clock);
  report.write = written;
  return report;
}

BuildReport check_site(const BuildOptions& options) {
  StageClock clock;
  LoadedSite site(options, clock);
  SitePlan plan = plan_outputs(site, PlanUse::check, options.jobs, options.progress.get());
  const auto [zip, no_copy] = offer_offline_zip(site, options);
  plan.diagnostics.insert(plan.diagnostics.end(), no_copy.begin(), no_copy.end());
  examine_outputs(plan, options.jobs);
  clock.end("plan");
  site.save_cache();
  if (zip) keep_offline_zip(site, *zip);  // so that the next check need not make it
  return make_report(site, plan, options.today, clock);
}

Explanation explain_output(const BuildOptions& options) {
  StageClock clock;
  LoadedSite site(options, clock);
  refuse_foreign_site_folder(options.out, {site.place().content_folder, site.place().state_folder});
  const auto zip = known_offline_zip(site, options);
  const SitePlan plan = plan_outputs(site, PlanUse::build, options.jobs, options.progress.get(), zip ? &*zip : nullptr);
  return {compare_site_with_plan(options.out, generator_id(), plan.outputs), plan.outputs.size()};
}

PreviewPlace load_preview_place(const BuildOptions& options) {
  const ContentPlace place = load_content_place(options.content);
  return {place.content_folder, options.state_folder.empty() ? place.state_folder : options.state_folder};
}

}  // namespace traff
