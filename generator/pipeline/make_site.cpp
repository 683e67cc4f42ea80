#include "pipeline/make_site.h"

#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/parallel.h"
#include "output/own_folder.h"
#include "output/site_folder.h"
#include "pipeline/search/search_outputs.h"
#include "pipeline/site/parsed_documents.h"
#include "pipeline/site_layout.h"
#include "pipeline/site_report.h"

namespace traff {

namespace {

std::optional<std::uint64_t> bytes_of(const OfflineOffer& offer) {
  return offer.zip ? std::optional(offer.zip->bytes) : std::nullopt;
}

// Whether what an earlier build made of the same sources stands in the site, so that nobody asks what it is made of.
bool is_known(const Output& output, const Manifest& manifest) {
  const auto entry = manifest.outputs.find(output.path);
  return entry != manifest.outputs.end() && output.sources && entry->second.sources() == output.sources;
}

// What several of the files that will be made are made from, a stage after the other.
void do_shared_work(const std::vector<Output>& outputs, const Manifest& manifest, unsigned jobs, StageClock& clock) {
  std::map<std::string, std::set<const SharedWork*>> stages;
  for (const Output& output : outputs) {
    if (output.shared != nullptr && !is_known(output, manifest))
      stages[output.shared->stage].insert(output.shared.get());
  }
  for (const auto& [stage, work] : stages) {
    const std::vector<const SharedWork*> all(work.begin(), work.end());
    for_each_index(all.size(), jobs, [&](std::size_t i) { all[i]->run(); });
    clock.end(stage);
  }
}

// What is wrong with the links of every page.
std::vector<Diagnostic> examine_outputs(const std::vector<Output>& outputs, unsigned jobs) {
  std::vector<std::vector<Diagnostic>> found(outputs.size());
  for_each_index(outputs.size(), jobs, [&](std::size_t i) {
    const bool is_of_search = outputs[i].shared != nullptr && outputs[i].shared->stage == index_stage;
    if (!is_of_search) found[i] = outputs[i].recipe().diagnostics;
  });
  std::vector<Diagnostic> all;
  for (std::vector<Diagnostic>& one : found) std::move(one.begin(), one.end(), std::back_inserter(all));
  return all;
}

}  // namespace

BuildReport make_site(LoadedSite& site, const BuildOptions& options, const OfflineOffer& offer, StageClock& clock) {
  const SiteLayout layout(site, bytes_of(offer), options.jobs);
  clock.end("lay out");
  const OfflineZip* const zip = offer.zip ? &*offer.zip : nullptr;
  SitePlan plan = plan_outputs(site, layout, {.jobs = options.jobs, .progress = options.progress.get(), .zip = zip});
  clock.end("plan");
  refuse_foreign_site_folder(options.out, {site.place().content_folder, site.place().state_folder});
  SiteFolder folder(options.out, site.place().state_folder);
  const bool is_ours = !options.fresh && folder.manifest().generator == generator_id();
  do_shared_work(plan.outputs, is_ours ? folder.manifest() : Manifest(), options.jobs, clock);
  WriteReport written = folder.write(plan.outputs, generator_id(), options.fresh, options.jobs);
  clock.end("make and write");
  site.save_cache();
  clock.end("save");
  std::vector<Diagnostic> found = std::exchange(written.diagnostics, {});
  found.insert(found.end(), offer.diagnostics.begin(), offer.diagnostics.end());
  BuildReport report = make_report(site, plan, std::move(found), options.today, clock);
  report.write = std::move(written);
  return report;
}

BuildReport make_site(const BuildOptions& options) {
  StageClock clock;
  LoadedSite site(options, clock);
  return make_site(site, options, {}, clock);
}

BuildReport examine_site(LoadedSite& site, const BuildOptions& options, const OfflineOffer& offer, StageClock& clock) {
  const SiteLayout layout(site, std::nullopt, options.jobs);
  clock.end("lay out");
  const SitePlan plan =
      plan_outputs(site, layout, {.jobs = options.jobs, .may_count = false, .progress = options.progress.get()});
  std::vector<Diagnostic> found = examine_outputs(plan.outputs, options.jobs);
  found.insert(found.end(), offer.diagnostics.begin(), offer.diagnostics.end());
  clock.end("plan");
  site.save_cache();
  return make_report(site, plan, std::move(found), options.today, clock);
}

}  // namespace traff
