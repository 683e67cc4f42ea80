// The search of a site's pages as files: a script that shows it, its style sheet, and the engine that finds. Made of
// assets/search/, of lunr.js and of the theme's words.
#pragma once

#include <string>
#include <string_view>

#include "theme/theme_files.h"

namespace traff {

struct SearchAssets {
  ThemeAsset script;  // loaded when the reader wants to search; loads the others
  ThemeAsset style_sheet;
  ThemeAsset engine;
};

SearchAssets make_search_assets(const ThemeFiles& files, const InterfaceStrings& strings);

// A script of our own as it is sent to readers: without comments, indentation and the spaces beside signs. Texts,
// templates and patterns stay as they are. It asks of the script what assets/ keeps to: a semicolon after each
// statement, // comments only, and no template inside a template.

// Cost: one pass.
std::string compact_script(std::string_view script);

}  // namespace traff
