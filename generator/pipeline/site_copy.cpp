#include "pipeline/site_copy.h"

#include <memory>

#include "base/failure.h"
#include "base/slug.h"
#include "output/site_files.h"
#include "output/site_place.h"
#include "source/content_place.h"

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
  exact.out = (exact.state_folder.empty() ? find_content(exact.content).state_folder : exact.state_folder) + "/copy";
  return exact;
}

std::vector<CopyFile> files_of_copy(const std::string& built, const std::string& folder) {
  const auto site = std::make_shared<const SiteFiles>(built);
  const Manifest manifest = read_manifest(built);
  if (manifest.outputs.empty()) throw Failure("W17", {built});  // it was just built, so it has some
  std::vector<CopyFile> files;
  for (const auto& [path, entry] : manifest.outputs) {
    if (is_for_servers(path)) continue;
    files.push_back({folder + path, [site, path = path, id = entry.bytes] {
      auto bytes = site->read(path);
      if (!bytes || content_id(*bytes) != id) throw Failure("W17", {site->shown(path)});
      return std::move(*bytes);
    }, true});
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

}  // namespace traff
