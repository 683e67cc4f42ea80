// `logotyp:` of content/index.md: the picture before the site's name in every page's header, and its size.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "course/model/course.h"
#include "course/model/link_target.h"
#include "theme/view.h"

namespace traff {

// How wide and high a picture is, so that a browser can keep room for it before it has come.

struct ImageSize {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  bool operator==(const ImageSize&) const = default;
};

// Of a PNG, or an SVG that says it in its viewBox, width and height; nothing for others. Cost: looks at the beginning
// only.
std::optional<ImageSize> image_size(std::string_view bytes);

struct SiteLogo {
  std::string path;  // in the content
  std::optional<ImageSize> size;
};

struct FoundLogo {
  std::optional<SiteLogo> logo;          // its size is not known yet
  std::optional<Diagnostic> diagnostic;  // L4 there is no such file, L6 on another site, L7 no picture
};

FoundLogo find_logo(std::span<const Document> documents, const Course& course, const ContentIndex& index);

// `logo` of docs/theme.md. `src`: its address as seen from the page.
View logo_view(const SiteLogo& logo, std::string src);

}  // namespace traff
