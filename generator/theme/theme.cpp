#include "theme/theme.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <optional>
#include <utility>

#include "base/messages/codes.h"
#include "base/text.h"
#include "theme/accent.h"
#include "theme/search_assets.h"
#include "theme/template.h"
#include "theme/theme_files.h"
#include "theme/view.h"

namespace traff {

struct Theme::State {
  ContentId id;
  InterfaceStrings strings;
  ThemeAsset style_sheet;
  ThemeAsset script;
  SearchAssets search;
  std::map<std::string, ThemeAsset, std::less<>> of_kinds;                  // by their names in the theme: "deck.css"
  std::map<std::string, std::vector<TemplatePart>, std::less<>> templates;  // by the kind of page
};

namespace {

constexpr std::string_view template_folder = "templates/";
constexpr std::string_view template_ending = ".mustache";

std::optional<std::string> template_name(std::string_view path) {
  if (!path.starts_with(template_folder) || !path.ends_with(template_ending)) return std::nullopt;
  path.remove_prefix(template_folder.size());
  path.remove_suffix(template_ending.size());
  return std::string(path);
}

TemplateFiles read_templates(const ThemeFiles& files, std::vector<Diagnostic>& diagnostics) {
  TemplateFiles templates;
  const auto read = [&](const auto& folder, bool is_override) {
    for (const auto& [path, bytes] : folder) {
      const auto name = template_name(path);
      if (!name || templates.contains(*name)) continue;
      std::string shown = is_override ? override_path(path) : path;
      templates.emplace(*name, read_template(*name, std::move(shown), bytes, is_override, diagnostics));
    }
  };
  read(files.overrides, true);
  read(files.defaults, false);
  return templates;
}

// A default string stands in for each that the site's own file lacks.
InterfaceStrings read_strings(const ThemeFiles& files, std::string_view path, std::vector<Diagnostic>& diagnostics) {
  InterfaceStrings strings;
  if (const auto own = files.overrides.find(path); own != files.overrides.end()) {
    strings = parse_strings(override_path(path), own->second, diagnostics);
  }
  if (const auto built_in = files.defaults.find(path); built_in != files.defaults.end()) {
    strings.merge(parse_strings(std::string(path), built_in->second, diagnostics));
  }
  return strings;
}

void warn_of_unknown(std::string path, std::string_view name, const std::vector<std::string_view>& known,
                     std::vector<Diagnostic>& diagnostics) {
  diagnostics.push_back({code::M7(name, hint_for_name(name, known)), {std::move(path)}});
}

// Style sheets and scripts that one kind of page has besides the site's.
std::vector<std::string> kind_asset_names(const ThemeFiles& files) {
  std::vector<std::string> names;
  for (const std::string_view kind : template_kinds()) {
    for (const std::string_view ending : {".css", ".js"}) {
      std::string name = std::string(kind) + std::string(ending);
      if (files.contains(name)) names.push_back(std::move(name));
    }
  }
  return names;
}

// A template or string of the site's own is welcome when some template uses it.
void check_override_names(const ThemeFiles& files, const InlinedTemplates& inlined, std::string_view strings_path,
                          std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string_view> known;
  for (const auto& [path, bytes] : files.defaults) known.push_back(path);
  const std::vector<std::string> kind_assets = kind_asset_names(files);
  for (const auto& [path, bytes] : files.overrides) {
    const auto name = template_name(path);
    const bool is_used = files.defaults.contains(path) || (name && inlined.used_files.contains(*name)) ||
                         std::ranges::find(kind_assets, path) != kind_assets.end();
    if (!is_used) warn_of_unknown(override_path(path), path, known, diagnostics);
  }
  const auto own = files.overrides.find(strings_path);
  if (own == files.overrides.end()) return;
  std::vector<Diagnostic> already_told;
  const auto built_in = parse_strings({}, files.defaults.at(std::string(strings_path)), already_told);
  std::vector<std::string_view> ids;
  for (const auto& [id, text] : built_in) ids.push_back(id);
  for (const auto& [id, text] : parse_strings({}, own->second, already_told)) {
    if (built_in.contains(id) || inlined.used_strings.contains(id)) continue;
    warn_of_unknown(override_path(strings_path), id, ids, diagnostics);
  }
}

// Two files for those who write it, one for those who load it.
std::string style_sheet_bytes(const ThemeFiles& files) {
  return files.bytes("site.css") + files.accent + files.bytes("print.css");
}

// A list of everything that shapes a page, in the manner of a git tree.
ContentId id_of(const ThemeFiles& files, const TemplateFiles& templates, const InterfaceStrings& strings,
                Language language) {
  std::string list(language_tag(language));
  const auto add = [&](std::string_view name, std::string_view bytes) {
    list += "\n" + to_hex(content_id(bytes)) + " " + std::string(name);
  };
  for (const auto& [name, file] : templates) add(name, file.bytes);
  for (const auto& [id, text] : strings) add(id, text);
  add("site.css", style_sheet_bytes(files));
  add("site.js", files.bytes("site.js"));
  add("search", make_search_assets(files, strings).script.path);
  for (const std::string& name : kind_asset_names(files)) add(name, files.bytes(name));
  return content_id(list);
}

}  // namespace

Theme::Theme() = default;
Theme::Theme(Theme&&) noexcept = default;
Theme& Theme::operator=(Theme&&) noexcept = default;
Theme::~Theme() = default;

const ContentId& Theme::id() const { return state_->id; }
const ThemeAsset& Theme::style_sheet() const { return state_->style_sheet; }
const ThemeAsset& Theme::script() const { return state_->script; }
const ThemeAsset& Theme::search_script() const { return state_->search.script; }

const ThemeAsset* Theme::style_sheet_of(std::string_view template_name) const {
  const auto found = state_->of_kinds.find(std::string(template_name) + ".css");
  return found == state_->of_kinds.end() ? nullptr : &found->second;
}

const ThemeAsset* Theme::script_of(std::string_view template_name) const {
  const auto found = state_->of_kinds.find(std::string(template_name) + ".js");
  return found == state_->of_kinds.end() ? nullptr : &found->second;
}

std::vector<const ThemeAsset*> Theme::assets() const {
  std::vector<const ThemeAsset*> all{&state_->style_sheet, &state_->script, &state_->search.script,
                                     &state_->search.style_sheet, &state_->search.engine};
  for (const auto& [name, asset] : state_->of_kinds) all.push_back(&asset);
  return all;
}

std::string_view Theme::text(std::string_view string_id) const {
  const auto found = state_->strings.find(string_id);
  assert(found != state_->strings.end());
  return found->second;
}

std::string Theme::text(std::string_view string_id,
                        const std::vector<std::pair<std::string_view, std::string>>& values) const {
  const std::string_view pattern = text(string_id);
  std::string filled;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t open = std::min(pattern.find('{', at), pattern.size());
    filled += pattern.substr(at, open - at);
    if (open == pattern.size()) break;
    const std::size_t close = pattern.find('}', open);
    const std::string_view name = pattern.substr(open + 1, close == std::string_view::npos ? 0 : close - open - 1);
    const auto value = std::ranges::find(values, name, [](const auto& pair) { return pair.first; });
    filled += value == values.end() ? std::string("{") : value->second;
    at = value == values.end() ? open + 1 : close + 1;
  }
  return filled;
}

std::string Theme::expand(std::string_view template_name, const View& view) const {
  const auto found = state_->templates.find(template_name);
  assert(found != state_->templates.end());
  return expand_template(found->second, view);
}

ThemeLoad load_theme(std::vector<ThemeFile> overrides, Language language, std::string_view colour) {
  ThemeLoad load;
  ThemeFiles files = theme_files(std::move(overrides));
  if (!colour.empty()) {
    Accent accent = make_accent(colour, files.bytes("site.css"));
    files.accent = std::move(accent.css);
    load.colour = std::move(accent.diagnostic);
  }
  const std::string strings_path = "strings/" + std::string(language_tag(language)) + ".json";
  const TemplateFiles templates = read_templates(files, load.diagnostics);
  InterfaceStrings strings = read_strings(files, strings_path, load.diagnostics);
  if (!load.diagnostics.empty()) return load;

  InlinedTemplates inlined = inline_templates(templates, strings, load.diagnostics);
  if (!load.diagnostics.empty()) return load;
  check_override_names(files, inlined, strings_path, load.diagnostics);

  load.theme.state_ = std::make_unique<Theme::State>();
  Theme::State& state = *load.theme.state_;
  state.id = id_of(files, templates, strings, language);
  state.style_sheet = make_asset("site", ".css", style_sheet_bytes(files));
  state.script = make_asset("site", ".js", files.bytes("site.js"));
  state.search = make_search_assets(files, strings);
  for (const std::string& name : kind_asset_names(files)) {
    const std::size_t dot = name.rfind('.');
    state.of_kinds.emplace(name, make_asset(name.substr(0, dot), name.substr(dot), files.bytes(name)));
  }
  state.templates = std::move(inlined.by_kind);
  state.strings = std::move(strings);
  return load;
}

}  // namespace traff
