#include "output/site_place.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/failure.h"

namespace traff {

namespace {

std::filesystem::path resolved(const std::string& path) {
  std::error_code error;
  const std::filesystem::path found = std::filesystem::weakly_canonical(std::filesystem::absolute(path, error), error);
  return (found.has_filename() ? found : found.parent_path()).lexically_normal();
}

}  // namespace

std::string absolute_path(const std::string& path) { return resolved(path).string(); }

std::string path_inside(const std::string& inner, const std::string& outer) {
  if (inner.empty() || outer.empty()) return {};
  const std::string relative = resolved(inner).lexically_relative(resolved(outer)).generic_string();
  return relative == "." || relative.starts_with("..") ? std::string() : relative;
}

void refuse_content_folder(const std::string& site_folder, const std::string& content_folder) {
  if (content_folder.empty() || resolved(site_folder) != resolved(content_folder)) return;
  throw Failure("W4", {site_folder});
}

Manifest read_manifest(const std::string& site_folder) {
  std::ifstream file(std::filesystem::path(site_folder) / ".traff-manifest.json", std::ios::binary);
  const std::string json((std::istreambuf_iterator<char>(file)), {});
  return parse_manifest(json).value_or(Manifest{});
}

}  // namespace traff
