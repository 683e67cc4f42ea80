#include "pipeline/offline_zip.h"

#include <memory>

#include "output/size_notes.h"
#include "pipeline/generator_id.h"
#include "pipeline/page_history.h"
#include "pipeline/page_sources.h"
#include "pipeline/site_copy.h"

namespace traff {

namespace {

constexpr std::string_view notes_name = "offline-sizes";

ContentId key_of(const LoadedSite& site, const SiteVersion& version) {
  std::string all = to_hex(PageSources(site, pages_with_changes(site), std::nullopt).of(no_index)) + to_hex(generator_id());
  all += version.commit ? to_hex(*version.commit) : "";
  all += version.is_exact ? '=' : '~';
  all += std::to_string(version.seconds);
  return content_id(all);
}

std::string make_copy(const BuildOptions& options, const SiteVersion& version) {
  const BuildReport built = build_site(options);
  CopyMaker copy({{}, copy_folder(built.site_title), origin_of_copy(version, built.site_address), version.seconds, options.jobs});
  copy.add(files_of_copy(options.out, {}));
  return copy.finish();
}

}  // namespace

std::optional<OfflineZip> find_offline_zip(const LoadedSite& site, const BuildOptions& options) {
  if (!site.course().site.offline || options.offline_copy || options.drafts) return std::nullopt;
  const SiteVersion version = find_version(options);
  BuildOptions for_copy = options_of_copy(options, version);
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
