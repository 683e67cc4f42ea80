#include "theme/theme_files.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cassert>

#include "base/content_id.h"
#include "base/messages/codes.h"
#include "base/messages/phrases.h"
#include "base/read_json.h"
#include "base/text.h"
#include "base/unicode.h"
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

namespace {

Diagnostic strings_diagnostic(const std::string& path, std::string_view json, std::size_t at, const Words& why) {
  at = std::min(at, json.size());
  const std::string_view before = json.substr(0, at);
  const std::size_t start = before.rfind('\n') + 1;  // npos + 1 is 0
  std::string_view line = json.substr(start, json.find('\n', start) - start);
  if (line.ends_with('\r')) line.remove_suffix(1);
  Diagnostic diagnostic{code::M6(why), {path, 0, 0, 1}};
  diagnostic.place.line = static_cast<std::uint32_t>(std::ranges::count(before, '\n') + 1);
  diagnostic.place.column = static_cast<std::uint32_t>(code_point_count(before.substr(start)) + 1);
  if (first_invalid_utf8(line) == std::string_view::npos) diagnostic.line = line;
  return diagnostic;
}

}  // namespace

InterfaceStrings parse_strings(const std::string& path, std::string_view json, std::vector<Diagnostic>& diagnostics) {
  if (json.starts_with(byte_order_mark)) json.remove_prefix(byte_order_mark.size());
  InterfaceStrings strings;
  nlohmann::json values;
  if (const auto flaw = read_json(json, values)) {
    diagnostics.push_back(strings_diagnostic(path, json, flaw->byte, flaw->what + "."));
    return strings;
  }
  if (!values.is_object()) {
    diagnostics.push_back(strings_diagnostic(path, json, 0, phrase::no_json_object));
    return strings;
  }
  for (const auto& [id, value] : values.items()) {
    if (value.is_string()) {
      strings.emplace(id, value.get<std::string>());
    } else {
      const std::size_t at = json.find("\"" + id + "\"");
      diagnostics.push_back(strings_diagnostic(
          path, json, at,
          Words("”", "“") + id + Words("” har ett värde som inte är text.", "” has a value that is not text.")));
    }
  }
  return strings;
}

}  // namespace traff
