#include "theme/search_assets.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cassert>
#include <span>

#include "embedded_files.h"

namespace traff {

namespace {

constexpr std::string_view engine_parts[] = {"words",      "swedish",   "spelling", "vocabulary", "inflection",
                                             "candidates", "compounds", "meanings", "dates",      "weights",
                                             "shards",     "ranking",   "engine",   "serve"};
constexpr std::string_view script_parts[] = {"marks", "loader", "entries", "results", "panel", "dialog", "page"};

std::string_view embedded(std::string_view path) {
  const auto files = embedded_files();
  const auto found = std::ranges::find(files, path, &EmbeddedFile::path);
  assert(found != files.end());
  return found->bytes;
}

void append_parts(std::string& script, std::span<const std::string_view> parts) {
  for (const std::string_view part : parts)
    script += compact_script(embedded("assets/search/" + std::string(part) + ".js"));
}

// One function, so that a worker can be made of its text where no file can be loaded.
std::string engine_bytes() {
  std::string script = "self.traffEngine=function(){\n" + std::string(embedded("lunr/lunr.min.js")) + "\n";
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

namespace {

bool is_space(char letter) { return letter == ' ' || letter == '\n'; }

// Letters of names; those outside ASCII are taken for such.
bool is_name_part(char letter) {
  const bool is_ascii_letter = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
  return is_ascii_letter || (letter >= '0' && letter <= '9') || letter == '_' || letter == '$' ||
         static_cast<unsigned char>(letter) >= 0x80;
}

// Signs a pattern may follow, and no division.
constexpr std::string_view before_pattern = "(,=:[!&|?{};>";

class CompactScript {
 public:
  explicit CompactScript(std::string_view script) : script_(script) {}

  std::string text() {
    while (at_ < script_.size()) step();
    if (!out_.empty()) out_ += '\n';
    return std::move(out_);
  }

 private:
  void step() {
    const char letter = script_[at_];
    if (is_space(letter) || script_.substr(at_).starts_with("//")) {
      skip_gap();
    } else if (letter == '\'' || letter == '"' || letter == '`') {
      keep(quoted_size(letter));
    } else if (letter == '/' && begins_pattern()) {
      keep(pattern_size());
    } else {
      keep(1);
    }
  }

  void keep(std::size_t size) {
    out_ += script_.substr(at_, size);
    at_ += size;
  }

  // Spaces, line ends and comments: one of them is left where two things would else become one.
  void skip_gap() {
    bool ends_line = false;
    while (at_ < script_.size()) {
      if (script_.substr(at_).starts_with("//")) {
        at_ = std::min(script_.find('\n', at_), script_.size());
      } else if (is_space(script_[at_])) {
        ends_line = ends_line || script_[at_] == '\n';
        ++at_;
      } else {
        break;
      }
    }
    if (out_.empty() || at_ == script_.size()) return;
    if (ends_line && !goes_on_after(out_.back())) {
      out_ += '\n';
    } else if (must_be_apart(out_.back(), script_[at_])) {
      out_ += ' ';
    }
  }

  static bool goes_on_after(char last) { return std::string_view("{;,([=&|?:").find(last) != std::string_view::npos; }

  static bool must_be_apart(char last, char next) {
    if (is_name_part(last) && is_name_part(next)) return true;
    if (next == '/') return before_pattern.find(last) == std::string_view::npos;
    return last == '/' || (last == next && (last == '+' || last == '-'));
  }

  std::size_t quoted_size(char quote) const {
    std::size_t end = at_ + 1;
    while (end < script_.size() && script_[end] != quote) end += script_[end] == '\\' ? 2 : 1;
    return std::min(end + 1, script_.size()) - at_;
  }

  // A pattern stands where a value is expected, a division after one.
  bool begins_pattern() const {
    const std::size_t last = out_.find_last_not_of(" \n");
    if (last == std::string::npos || before_pattern.find(out_[last]) != std::string_view::npos) return true;
    return std::string_view(out_).substr(0, last + 1).ends_with("return");
  }

  std::size_t pattern_size() const {
    bool in_class = false;
    std::size_t end = at_ + 1;
    for (; end < script_.size() && (in_class || script_[end] != '/'); end += script_[end] == '\\' ? 2 : 1) {
      if (script_[end] == '[') in_class = true;
      if (script_[end] == ']') in_class = false;
    }
    return std::min(end + 1, script_.size()) - at_;
  }

  std::string_view script_;
  std::size_t at_ = 0;
  std::string out_;
};

}  // namespace

std::string compact_script(std::string_view script) { return CompactScript(script).text(); }

}  // namespace traff
