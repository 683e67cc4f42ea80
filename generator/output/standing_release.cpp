#include "output/standing_release.h"

#include <utility>
#include <vector>

#include "base/failure.h"
#include "base/parallel.h"

namespace traff {

StandingRelease::StandingRelease(SiteFiles files) : files_(std::move(files)) {
  auto parsed = parse_manifest(files_.read(manifest_name).value_or(""));
  if (!parsed) return;
  has_manifest_ = true;
  manifest_ = std::move(*parsed);
}

bool StandingRelease::is_whole(const std::string& path, const ContentId& id, const StampTable& stamps) const try {
  const Found found = files_.look(path);
  if (found.standing != Standing::file) return false;
  if (const auto known = stamps.find(path, found.stamp)) return *known == id;
  const auto bytes = files_.read(path);
  return bytes && content_id(*bytes) == id;
} catch (const Failure&) {
  return false;  // what the disk cannot show is not whole either
}

StandingRelease::Paths StandingRelease::damaged(const StampTable& stamps, unsigned jobs) const {
  std::vector<const std::pair<const std::string, ManifestEntry>*> entries;
  for (const auto& entry : manifest_.outputs) entries.push_back(&entry);
  std::vector<char> whole(entries.size());  // not bool: written from several threads
  for_each_index(entries.size(), jobs, [&](std::size_t i) {
    whole[i] = is_whole(entries[i]->first, entries[i]->second.bytes, stamps) ? 1 : 0;
  });
  Paths damaged;
  if (!has_manifest_) damaged.insert(manifest_name);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (whole[i] == 0) damaged.insert(entries[i]->first);
  }
  return damaged;
}

StampTable stamps_of(const SiteFiles& release, const Manifest& manifest) {
  StampTable table;
  for (const auto& [path, entry] : manifest.outputs) table.put(path, release.look(path).stamp, entry.bytes);
  return table;
}

}  // namespace traff
