#include "pipeline/build_site.h"

#include "output/site_place.h"
#include "pipeline/generator_id.h"
#include "pipeline/loaded_site.h"
#include "pipeline/plan_outputs.h"
#include "pipeline/site_report.h"
#include "pipeline/stage_clock.h"

namespace traff {

BuildReport build_site(const BuildOptions& options) {
  StageClock clock;
  LoadedSite site(options, clock);                         // load → parse → assemble
  const SitePlan plan = plan_outputs(site, PlanUse::build, options.jobs, options.progress.get());  // lay out → plan
  clock.end("plan");
  refuse_content_folder(options.out, site.place().content_folder);
  SiteFolder folder(options.out, site.place().state_folder);
  const WriteReport written = folder.write(plan.outputs, generator_id(), options.fresh, options.jobs);  // make → write
  clock.end("make and write");
  site.save_cache();
  clock.end("save");
  BuildReport report = make_report(site, plan, options.today, clock);
  report.write = written;
  return report;
}

BuildReport check_site(const BuildOptions& options) {
  StageClock clock;
  LoadedSite site(options, clock);
  const SitePlan plan = plan_outputs(site, PlanUse::check, options.jobs, options.progress.get());
  examine_outputs(plan, options.jobs);
  clock.end("plan");
  site.save_cache();
  return make_report(site, plan, options.today, clock);
}

Explanation explain_output(const BuildOptions& options) {
  StageClock clock;
  LoadedSite site(options, clock);
  const SitePlan plan = plan_outputs(site, PlanUse::build, options.jobs, options.progress.get());
  return {compare_site_with_plan(options.out, generator_id(), plan.outputs), plan.outputs.size()};
}

}  // namespace traff
