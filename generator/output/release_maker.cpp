#include "output/release_maker.h"

#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <system_error>
#include <utility>
#include <vector>

#include "base/failure.h"
#include "base/parallel.h"
#include "output/durable.h"
#include "output/site_path.h"

namespace traff {

namespace {

bool link_to(const SiteFiles& older, const SiteFiles& stage, const std::string& path) {
  return ::linkat(older.descriptor(), path.c_str(), stage.descriptor(), path.c_str(), 0) == 0;
}

std::string cause(int error) { return std::generic_category().message(error); }

}  // namespace

ReleaseMaker::ReleaseMaker(const std::string& site_folder) : site_(site_folder) {
  json_ = site_.read_note(manifest_name).value_or("");
  auto parsed = parse_manifest(json_);
  if (!parsed) throw Failure("W1", {site_.shown(manifest_name), cause(ENOENT)});
  manifest_ = std::move(*parsed);
}

std::size_t ReleaseMaker::make(const SiteFiles& stage, const StandingRelease* older,
                               const StandingRelease::Paths& damaged, unsigned jobs) const {
  make_folders(stage);
  std::vector<const std::pair<const std::string, ManifestEntry>*> entries;
  for (const auto& entry : manifest_.outputs) entries.push_back(&entry);
  const Manifest none;
  const Manifest& before = older != nullptr ? older->manifest() : none;
  std::atomic<std::size_t> changed = 0;
  for_each_index(entries.size(), jobs, [&](std::size_t i) {
    const auto& [path, entry] = *entries[i];
    const auto known = before.outputs.find(path);
    const bool same = known != before.outputs.end() && known->second.bytes == entry.bytes && !damaged.contains(path);
    if (same && link_to(older->files(), stage, path)) return;
    copy(stage, path, entry.bytes, i);
    if (!same) ++changed;
  });
  stage.write_note(manifest_name, json_);
  if (const int error = sync_file_system(stage.descriptor()); error != 0)
    throw Failure("W2", {stage.shown(""), cause(error)});
  return changed;
}

void ReleaseMaker::make_folders(const SiteFiles& stage) const {
  PathSet folders;
  for (const auto& [path, entry] : manifest_.outputs) add_folders_above(folders, path);
  for (const std::string_view folder : outermost_first(folders)) stage.make_folder(std::string(folder));
}

void ReleaseMaker::copy(const SiteFiles& stage, const std::string& path, const ContentId& id,
                        std::size_t number) const {
  const auto bytes = site_.read(path);
  if (!bytes || content_id(*bytes) != id) throw Failure("W17", {site_.shown(path)});
  stage.write(path, *bytes, number);
}

}  // namespace traff
