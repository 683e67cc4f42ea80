#include "output/site_place.h"

#include <fcntl.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <system_error>

#include "base/failure.h"
#include "output/whole_file.h"

namespace traff {

namespace {

std::filesystem::path resolved(const std::string& path) {
  std::error_code error;
  const std::filesystem::path found = std::filesystem::weakly_canonical(std::filesystem::absolute(path, error), error);
  return (found.has_filename() ? found : found.parent_path()).lexically_normal();
}

// Nothing when no file stands there. Throws Failure W1 when one does and cannot be read.
std::optional<std::string> read_file(const std::string& site_folder, const std::string& path) {
  const std::string whole = site_folder + "/" + path;
  int error = 0;
  auto loaded = load_whole_file(AT_FDCWD, whole, &error);
  if (error != 0) throw Failure("W1", {whole, std::generic_category().message(error)});
  if (!loaded) return std::nullopt;
  return std::move(loaded->bytes);
}

}  // namespace

std::string absolute_path(const std::string& path) { return resolved(path).string(); }

std::string path_inside(const std::string& inner, const std::string& outer) {
  if (inner.empty() || outer.empty()) return {};
  const std::string relative = resolved(inner).lexically_relative(resolved(outer)).generic_string();
  return relative == "." || relative.starts_with("..") ? std::string() : relative;
}

Manifest read_manifest(const std::string& site_folder) {
  return parse_manifest(read_file(site_folder, manifest_name).value_or("")).value_or(Manifest{});
}

std::vector<Change> compare_site_with_plan(const std::string& site_folder, const ContentId& generator, std::span<const Output> plan) {
  const Manifest manifest = read_manifest(site_folder);
  std::vector<Change> changes = compare_with_plan(manifest, generator, plan);
  std::set<std::string> known;
  for (const Change& change : changes) known.insert(change.path);
  for (const Output& output : plan) {
    if (known.contains(output.path)) continue;
    const auto bytes = read_file(site_folder, output.path);
    if (!bytes || content_id(*bytes) != manifest.outputs.at(output.path).bytes) changes.push_back({Change::Kind::file, output.path, {}});
  }
  std::sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) { return a.path < b.path; });
  return changes;
}

}  // namespace traff
