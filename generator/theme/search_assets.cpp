#include "theme/search_assets.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cassert>
#include <span>

#include "base/text.h"
#include "embedded_files.h"

namespace traff {

namespace {

constexpr std::string_view engine_parts[] = {"words",      "swedish",   "spelling", "vocabulary", "inflection",
                                             "candidates", "compounds", "meanings", "dates",      "weights",
                                             "shards",     "ranking",   "engine",   "serve"};
constexpr std::string_view script_parts[] = {"marks", "loader", "entries", "results", "panel", "dialog", "page"};

// Without indentation, empty lines and lines that are comments: assets/ has no text that goes on over a line's end.
void append_lines(std::string& script, std::string_view source) {
  for (const std::string_view line : split(source, '\n')) {
    const std::string_view code = trim(line);
    if (code.empty() || code.starts_with("//")) continue;
    script += code;
    script += '\n';
  }
}

void append_parts(std::string& script, std::span<const std::string_view> parts) {
  for (const std::string_view part : parts)
    append_lines(script, embedded_file("assets/search/" + std::string(part) + ".js"));
}

// One function, so that a worker can be made of its text where no file can be loaded.
std::string engine_bytes() {
  std::string script = "self.traffEngine=function(){\n" + std::string(embedded_file("lunr/lunr.min.js")) + "\n";
  append_parts(script, engine_parts);
  return script + "};\n";
}

std::string file_name(const ThemeAsset& asset) { return asset.path.substr(asset.path.rfind('/') + 1); }

std::string script_bytes(const SearchAssets& assets, const InterfaceStrings& strings) {
  const std::string prefix = "search.";
  nlohmann::json words;
  for (auto row = strings.lower_bound(prefix); row != strings.end() && row->first.starts_with(prefix); ++row) {
    if (row->first != "search.nojs") words[row->first.substr(prefix.size())] = row->second;
  }
  const nlohmann::json files{{"engine", file_name(assets.engine)}, {"style", file_name(assets.style_sheet)}};
  std::string script = "self.traffSearch=self.traffSearch||{};traffSearch.strings=" + words.dump() +
                       ";traffSearch.files=" + files.dump() + ";\n";
  append_parts(script, script_parts);
  return script;
}

}  // namespace

SearchAssets make_search_assets(const ThemeFiles& files, const InterfaceStrings& strings) {
  SearchAssets assets;
  assets.style_sheet = make_asset("search", ".css", files.bytes("search.css"));
  assets.engine = make_asset("search-engine", ".js", engine_bytes());
  assets.script = make_asset("search", ".js", script_bytes(assets, strings));
  return assets;
}

}  // namespace traff
