// Templates, interface strings, style sheet and script: everything but the content that shapes a page.
// Checked as a whole when loaded; a theme that loads cannot fail to expand.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/content_id.h"
#include "base/diagnostic.h"
#include "theme/theme_files.h"
#include "theme/view.h"

namespace traff {

class Theme {
 public:
  Theme();
  Theme(Theme&&) noexcept;
  Theme& operator=(Theme&&) noexcept;
  ~Theme();

  // Covers every byte that shapes a page in this language.
  const ContentId& id() const;

  // An interface string; asserts that the id exists in the default theme.
  std::string_view text(std::string_view string_id) const;

  // The string with {name} filled in, e.g. text("meeting.of", {{"n", "2"}, {"m", "5"}}).
  std::string text(std::string_view string_id,
                   const std::vector<std::pair<std::string_view, std::string>>& values) const;

  const ThemeAsset& style_sheet() const;
  const ThemeAsset& script() const;

  // What only pages of that template load: the theme's files "deck.css" and "deck.js". Null when it has none.
  const ThemeAsset* style_sheet_of(std::string_view template_name) const;
  const ThemeAsset* script_of(std::string_view template_name) const;

  // What a page loads when its reader wants to search; it knows the addresses of the rest.
  const ThemeAsset& search_script() const;

  // Every style sheet and script.
  std::vector<const ThemeAsset*> assets() const;

  // The page. Pure and safe from several threads; asserts that the template exists.
  std::string expand(std::string_view template_name, const View& view) const;

 private:
  friend struct ThemeLoad load_theme(std::vector<ThemeFile> overrides, Language language, std::string_view colour);
  struct State;
  std::unique_ptr<State> state_;
};

struct ThemeLoad {
  Theme theme;                          // usable only if no diagnostic is an error
  std::vector<Diagnostic> diagnostics;  // M codes; place = path within the theme, line
  std::optional<Diagnostic> colour;     // why the site's own colour is not used; its place is for the caller to say
};

// The built-in default theme with `overrides` (files of the same names) laid over it.
// An override of a name the theme does not have is a warning with the nearest name.
// `colour` is the site's own (accent.h), empty for the theme's.
ThemeLoad load_theme(std::vector<ThemeFile> overrides, Language language, std::string_view colour = {});

}  // namespace traff
