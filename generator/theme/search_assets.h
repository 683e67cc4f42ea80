// The search of a site's pages as files: a script that shows it, its style sheet, and the engine that finds. Made of
// assets/search/ (without its comments), of lunr.js and of the theme's words.
#pragma once

#include "theme/theme_files.h"

namespace traff {

struct SearchAssets {
  ThemeAsset script;  // loaded when the reader wants to search; loads the others
  ThemeAsset style_sheet;
  ThemeAsset engine;
};

SearchAssets make_search_assets(const ThemeFiles& files, const InterfaceStrings& strings);

}  // namespace traff
