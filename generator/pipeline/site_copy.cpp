#include "pipeline/site_copy.h"

#include <algorithm>
#include <memory>

#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "base/text.h"
#include "disk/file.h"
#include "disk/state.h"
#include "markdown/parse_document.h"
#include "output/own_folder.h"
#include "output/site_files.h"
#include "pipeline/site/page_history.h"
#include "pipeline/site/page_sources.h"
#include "pipeline/site/parsed_documents.h"
#include "pipeline/whole_build.h"
#include "source/content_place.h"
#include "source/history/history.h"
#include "source/revision_tree.h"
#include "source/working_tree.h"

namespace traff {

namespace {

// Of use on a server only: a page on disk cannot fetch the index, and has its words in scripts.
bool is_for_servers(std::string_view path) {
  return path == "404.html" || path == "robots.txt" || path == "sitemap.xml" || path == "search/index.json";
}

}  // namespace

BuildOptions options_of_copy(const BuildOptions& options, const SiteVersion& version) {
  BuildOptions exact = pinned(options, version);
  exact.offline_copy = true;
  exact.out =
      (exact.state_folder.empty() ? load_content_place(exact.content).state_folder : exact.state_folder) + "/copy";
  return exact;
}

std::vector<CopyFile> files_of_copy(const std::string& built, const std::string& folder) {
  const auto site = std::make_shared<const SiteFiles>(built);
  const Manifest manifest = load_manifest(built);
  if (manifest.outputs.empty()) throw Failure(code::W17(built));  // it was just built, so it has some
  std::vector<CopyFile> files;
  for (const auto& [path, entry] : manifest.outputs) {
    if (is_for_servers(path)) continue;
    files.push_back({folder + path,
                     [site, path = path, id = entry.bytes] {
                       auto bytes = site->read(path);
                       if (!bytes || content_id(*bytes) != id) throw Failure(code::W17(site->shown(path)));
                       return std::move(*bytes);
                     },
                     true});
  }
  return files;
}

std::string copy_folder(const std::string& site_title) {
  constexpr std::size_t longest_name = 100;
  std::string name = slug(site_title).substr(0, longest_name);
  if (name.ends_with('-')) name.pop_back();
  return name.empty() ? "webbplats" : name;
}

CopyOrigin origin_of_copy(const SiteVersion& version, const std::string& site_address) {
  CopyOrigin origin;
  if (version.is_exact) origin.commit = version.commit;
  if (version.day) origin.day = iso_date(*version.day);
  origin.address = site_address;
  return origin;
}

namespace {

bool are_the_same(const SourceTree& a, const SourceTree& b) {
  return std::equal(a.files().begin(), a.files().end(), b.files().begin(), b.files().end(),
                    [](const SourceFile& x, const SourceFile& y) { return x.path == y.path && x.id == y.id; });
}

bool is_working_folder(const BuildOptions& options, const ContentPlace& place) {
  return options.revision.empty() && !place.content_folder.empty();
}

}  // namespace

BuildOptions pinned(const BuildOptions& options, const SiteVersion& version) {
  BuildOptions fixed = options;
  const bool reads_commit = version.commit && !is_working_folder(options, load_content_place(options.content));
  if (reads_commit) fixed.revision = to_hex(*version.commit);
  if (fixed.left_out.empty()) fixed.left_out = options.out;  // the site of a build may lie inside the content
  return fixed;
}

void refuse_unnamed_content(const BuildOptions& options) {
  if (!options.content.empty()) return;
  const std::string folder = load_content_place(options.content).content_folder;
  if (folder.empty() || folder.ends_with("/content")) return;
  const DiskRead index = read_disk_file(folder + "/index.md");
  const FrontMatter keys = index.error == 0 ? parse_keys({"index.md", {}, index.bytes}) : FrontMatter();
  const bool says_site = !keys.value(Key::title).empty() || !keys.value(Key::address).empty();
  if (!says_site) throw Failure(code::W29(folder));
}

SiteVersion load_version(const BuildOptions& options) {
  ContentPlace place = load_content_place(options.content);
  if (!options.state_folder.empty()) place.state_folder = options.state_folder;
  refuse_revision_outside_git(place, options.revision);
  SiteVersion version;
  version.repository = place.repository;
  const auto history = load_history(place, options.revision);
  if (!history) return version;
  version.commit = history->tip;
  version.seconds = history->tip_time.seconds;
  version.day = day_of(history->tip_time);
  version.is_exact =
      !is_working_folder(options, place) ||
      are_the_same(*load_working_tree(place, options.jobs), *load_revision(place, to_hex(history->tip), options.jobs));
  return version;
}

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

std::string write_copy(const BuildOptions& options, const SiteVersion& version) {
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
  OfflineZip zip{key_of(site, version), 0, [for_copy, version] { return write_copy(for_copy, version); }};
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
