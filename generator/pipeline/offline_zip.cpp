#include "pipeline/offline_zip.h"

#include <memory>

#include "output/size_notes.h"
#include "pipeline/generator_id.h"
#include "pipeline/page_sources.h"
#include "pipeline/plan_outputs.h"
#include "pipeline/site_copy.h"

namespace traff {

namespace {

constexpr std::string_view notes_name = "offline-sizes";

ContentId key_of(const LoadedSite& site, const SiteVersion& version) {
  std::string all = to_hex(PageSources(site, std::nullopt).of(no_index)) + to_hex(generator_id());
  all += version.commit ? to_hex(*version.commit) : "";
  all += version.is_exact ? '=' : '~';
  all += std::to_string(version.seconds);
  return content_id(all);
}

std::string bytes_of(const Output& output) {
  const Recipe recipe = output.recipe();
  if (!recipe.write) return recipe.make();
  std::string bytes;
  recipe.write([&](std::string_view part) { bytes += part; });
  return bytes;
}

std::string make_copy(const BuildOptions& options, const SiteVersion& version) {
  StageClock clock;
  const LoadedSite site(options, clock);
  const SitePlan plan = plan_outputs(site, PlanUse::build, options.jobs);
  const Site& about = site.course().site;
  CopyMaker copy({{}, copy_folder(about.title), origin_of_copy(version, about.address), version.seconds, options.jobs});
  std::vector<CopyFile> files;
  for (const Output& output : plan.outputs) {
    if (!is_for_servers(output.path)) files.push_back({output.path, [&output] { return bytes_of(output); }, true});
  }
  copy.add(files);
  return copy.finish();
}

}  // namespace

std::optional<OfflineZip> find_offline_zip(const LoadedSite& site, const BuildOptions& options) {
  if (!site.course().site.offline || options.offline_copy || options.drafts) return std::nullopt;
  const SiteVersion version = find_version(options);
  BuildOptions for_copy = pinned(options, version);
  for_copy.offline_copy = true;
  for_copy.progress = nullptr;
  OfflineZip zip{key_of(site, version), 0, [for_copy, version] { return make_copy(for_copy, version); }};
  const auto known = options.fresh ? std::nullopt : find_size_note(site.place().state_folder, notes_name, zip.key);
  if (known) {
    zip.bytes = *known;
    return zip;
  }
  const auto made = std::make_shared<const std::string>(zip.make());
  zip.bytes = made->size();
  zip.make = [made] { return *made; };
  return zip;
}

void keep_offline_zip(const LoadedSite& site, const OfflineZip& zip) { keep_size_note(site.place().state_folder, notes_name, zip.key, zip.bytes); }

}  // namespace traff
