#include "pipeline/build_site.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "output/own_folder.h"
#include "pipeline/make_site.h"
#include "pipeline/plan_outputs.h"
#include "pipeline/site/build_options.h"
#include "pipeline/site/loaded_site.h"
#include "pipeline/site/parsed_documents.h"
#include "pipeline/site_copy.h"
#include "pipeline/site_layout.h"
#include "source/content_place.h"

namespace traff {

BuildReport build_site(const BuildOptions& options) {
  StageClock clock;
  LoadedSite site(options, clock);
  const OfflineOffer offer = offer_offline_zip(site, options);
  const BuildReport report = make_site(site, options, offer, clock);
  if (offer.zip) keep_offline_zip(site, *offer.zip);
  return report;
}

BuildReport check_site(const BuildOptions& options) {
  StageClock clock;
  LoadedSite site(options, clock);
  const OfflineOffer offer = offer_offline_zip(site, options);
  const BuildReport report = examine_site(site, options, offer, clock);
  if (offer.zip) keep_offline_zip(site, *offer.zip);  // so that the next check need not make it
  return report;
}

namespace {

void add_unchanged(std::vector<Change>& changes, const std::vector<Output>& outputs) {
  std::set<std::string> changed;
  for (const Change& change : changes) changed.insert(change.path);
  for (const Output& output : outputs) {
    if (!changed.contains(output.path)) changes.push_back({Change::Kind::asked, output.path, {}});
  }
  std::ranges::sort(changes, {}, &Change::path);
}

}  // namespace

Explanation explain_output(const BuildOptions& options) {
  StageClock clock;
  LoadedSite site(options, clock);
  refuse_foreign_site_folder(options.out, {site.place().content_folder, site.place().state_folder});
  const auto zip = known_offline_zip(site, options);
  const SiteLayout layout(site, zip ? std::optional(zip->bytes) : std::nullopt, options.jobs);
  const SitePlan plan = plan_outputs(
      site, layout, {.jobs = options.jobs, .progress = options.progress.get(), .zip = zip ? &*zip : nullptr});
  Explanation explanation{compare_site_with_plan(options.out, generator_id(), plan.outputs), plan.outputs.size()};
  if (options.fresh) add_unchanged(explanation.changes, plan.outputs);
  return explanation;
}

PreviewPlace load_preview_place(const BuildOptions& options) {
  const ContentPlace place = load_content_place(options.content);
  return {place.content_folder, options.state_folder.empty() ? place.state_folder : options.state_folder};
}

}  // namespace traff
