#include "output/manifest_file.h"

namespace traff {

ManifestFile::ManifestFile(const SiteFiles& files) : saved_(files.look(manifest_name)) {
  const auto json = files.read_note(manifest_name);
  if (!json) return;
  saved_id_ = content_id(*json);
  auto parsed = parse_manifest(*json);
  broken_ = !parsed;
  if (!parsed) return;
  manifest_ = std::move(*parsed);
  changed_ = false;
}

Manifest& ManifestFile::edit() {
  changed_ = true;
  return manifest_;
}

void ManifestFile::save(const SiteFiles& files) {
  const Found found = files.look(manifest_name);
  const bool untouched = found.standing == Standing::file && found.stamp == saved_.stamp;
  if (!changed_ && untouched) return;
  const std::string json = format_manifest(manifest_);
  const ContentId id = content_id(json);
  if (!untouched || id != saved_id_) saved_ = {Standing::file, files.write_note(manifest_name, json)};
  saved_id_ = id;
  changed_ = broken_ = false;
}

}  // namespace traff
