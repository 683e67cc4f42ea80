#include "theme/theme_files.h"

#include <cassert>

#include "base/content_id.h"
#include "embedded_files.h"

namespace traff {

const std::string& ThemeFiles::bytes(std::string_view path) const {
  const auto own = overrides.find(path);
  if (own != overrides.end()) return own->second;
  const auto built_in = defaults.find(path);
  assert(built_in != defaults.end());
  return built_in->second;
}

ThemeFiles theme_files(std::vector<ThemeFile> overrides) {
  constexpr std::string_view folder = "themes/default/";
  ThemeFiles files;
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path.starts_with(folder)) files.defaults.emplace(file.path.substr(folder.size()), file.bytes);
  }
  for (ThemeFile& file : overrides) files.overrides.insert_or_assign(std::move(file.path), std::move(file.bytes));
  return files;
}

ThemeAsset make_asset(std::string_view stem, std::string_view ending, const std::string& bytes) {
  const std::string hash = to_hex(content_id(bytes)).substr(0, 8);
  return {"assets/" + std::string(stem) + "-" + hash + std::string(ending), bytes};
}

std::string override_path(std::string_view path) { return "tema/" + std::string(path); }

}  // namespace traff
