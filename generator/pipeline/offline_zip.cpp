#include "pipeline/offline_zip.h"

#include <memory>

#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "base/text.h"
#include "disk/state.h"
#include "pipeline/site/page_history.h"
#include "pipeline/site/page_sources.h"
#include "pipeline/site/parsed_documents.h"
#include "pipeline/site_copy.h"
#include "pipeline/whole_build.h"

namespace traff {

namespace {

constexpr std::string_view notes_name = "offline-sizes";

ContentId key_of(const LoadedSite& site, const SiteVersion& version) {
  std::string all =
      to_hex(PageSources(site, pages_with_changes(site), std::nullopt).of(no_index)) + to_hex(generator_id());
  all += version.commit ? to_hex(*version.commit) : "";
  all += version.is_exact ? '=' : '~';
  all += std::to_string(version.seconds);
  return content_id(all);
}

std::string make_copy(const BuildOptions& options, const SiteVersion& version) {
  return with_whole_build(options, [&](const BuildOptions& exact) {
    const BuildReport built = make_site(exact);
    CopyMaker copy(
        {{}, copy_folder(built.site_title), origin_of_copy(version, built.site_address), version.seconds, exact.jobs});
    copy.add(files_of_copy(exact.out, {}));
    return copy.finish();
  });
}

bool is_offered(const LoadedSite& site, const BuildOptions& options) {
  return site.course().site.offline && !options.offline_copy && !options.drafts;
}

std::optional<std::uint64_t> known_size(const LoadedSite& site, const BuildOptions& options, const ContentId& key) {
  return options.fresh ? std::nullopt : find_size_note(site.place().state_folder, notes_name, key);
}

// `flaws` has a line for each, in each language.
Diagnostic no_copy(const LoadedSite& site, const Words& flaws) {
  const Document& index = site.documents()[site.course().site.document];
  const auto in_a_row = [](std::string_view lines) { return replace_all(trim(lines), "\n  ", " "); };
  Diagnostic found{code::F57(Words(in_a_row(flaws.sv), in_a_row(flaws.en))), {index.path}};
  if (const Field* const field = index.front_matter.find(Key::offline)) found.place.line = field->line;
  return found;
}

}  // namespace

std::optional<OfflineZip> known_offline_zip(const LoadedSite& site, const BuildOptions& options) {
  if (!is_offered(site, options)) return std::nullopt;
  const ContentId key = key_of(site, load_version(options));
  return OfflineZip{key, known_size(site, options, key).value_or(0), nullptr};
}

OfflineOffer offer_offline_zip(const LoadedSite& site, const BuildOptions& options) {
  if (!is_offered(site, options)) return {};
  const SiteVersion version = load_version(options);
  BuildOptions for_copy = options_of_copy(options, version);
  for_copy.progress = nullptr;
  OfflineZip zip{key_of(site, version), 0, [for_copy, version] { return make_copy(for_copy, version); }};
  if (const auto known = known_size(site, options, zip.key)) {
    zip.bytes = *known;
    return {zip, {}};
  }
  try {
    const auto made = std::make_shared<const std::string>(zip.make());
    zip.bytes = made->size();
    zip.make = [made] { return *made; };
    return {zip, {}};
  } catch (const Failure& failure) {
    if (failure.code != code::W90) throw;
    return {std::nullopt, {no_copy(site, failure.args.front())}};
  }
}

void keep_offline_zip(const LoadedSite& site, const OfflineZip& zip) {
  keep_size_note(site.place().state_folder, notes_name, zip.key, zip.bytes);
}

}  // namespace traff
