// The files of a theme by path: the built-in default with a site's own files laid over it.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace traff {

struct ThemeFile {
  std::string path;  // within the theme: "templates/page.mustache", "strings/sv.json", "site.css", "deck.js"
  std::string bytes;
};

// A file that pages link to. Its name in the site carries a hash of its content.
struct ThemeAsset {
  std::string path;  // in the site: "assets/site-1a2b3c4d.css"
  std::string bytes;
};

struct ThemeFiles {
  std::map<std::string, std::string, std::less<>> defaults;
  std::map<std::string, std::string, std::less<>> overrides;
  std::string accent;  // after site.css: the site's own colour

  bool contains(std::string_view path) const { return overrides.contains(path) || defaults.contains(path); }

  // The bytes that count. Asserts that the default theme has the path.
  const std::string& bytes(std::string_view path) const;
};

ThemeFiles theme_files(std::vector<ThemeFile> overrides);

// In the site's folder of assets, under a name that changes with its bytes.
ThemeAsset make_asset(std::string_view stem, std::string_view ending, const std::string& bytes);

// Where an override stands, as its author knows it: "tema/site.css".
std::string override_path(std::string_view path);

// The words of the interface, id → text, as strings/sv.json and strings/en.json hold them.

using InterfaceStrings = std::map<std::string, std::string, std::less<>>;

// One flat JSON object of texts. What is not gives M6 and is left out; broken JSON gives no strings at all.
InterfaceStrings parse_strings(const std::string& path, std::string_view json, std::vector<Diagnostic>& diagnostics);

}  // namespace traff
