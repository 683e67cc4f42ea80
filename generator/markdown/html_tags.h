// Raw HTML is shown as text. For tags an author surely meant as markup, what to write instead (S19).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace traff {

struct HtmlTag {
  std::string name;             // "br", or "!--" for a comment
  std::string_view instead_sv;  // "en tom rad"
  std::string_view instead_en;
};

// Nothing for `<ditt namn>` and other words in angle brackets.
std::optional<HtmlTag> known_html_tag(std::string_view raw);

}  // namespace traff
