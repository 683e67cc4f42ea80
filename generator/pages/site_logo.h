// `logotyp:` of content/index.md: the picture before the site's name in every page's header.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "course/link_target.h"
#include "pages/image_size.h"
#include "theme/view.h"

namespace traff {

struct SiteLogo {
  std::string path;                // in the content
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
