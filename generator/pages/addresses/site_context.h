// Everything a page may be made from; made once per build and only read.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "course/changes/document_changes.h"
#include "course/model/course.h"
#include "course/model/link_target.h"
#include "pages/addresses/navigation.h"
#include "pages/addresses/site_map.h"
#include "pages/addresses/urls.h"
#include "theme/theme.h"
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

// `logotyp:` of content/index.md: the picture before the site's name in every page's header.

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

struct SiteContext {
  std::span<const Document> documents;
  const Course& course;
  const Theme& theme;
  const ContentIndex& index;
  const SiteMap& map;
  const std::vector<Navigation>& navigations;                             // one per network
  const std::vector<DocumentIndex>& loose_pages;                          // of no network, in the order they are listed
  const std::vector<DocumentIndex>& footer;                               // contact, accessibility, personal data
  std::function<std::shared_ptr<const std::string>(DocumentIndex)> html;  // of a document's body, slots open
  const Origin& origin;
  std::function<NetworkNews(NetworkIndex)> news = {};         // empty when nothing is known of earlier versions
  std::function<bool(NetworkIndex)> has_committed_news = {};  // as `news`; costs little
  std::optional<std::uint64_t> offline_bytes = std::nullopt;  // of offline.zip, when the site offers it
  std::optional<SiteLogo> logo = {};

  Language language() const { return course.site.language; }
};

// What to write instead of a link or image that leads nowhere.

// The page or file that was probably meant; else how such a path is written. `from` is the path of the page.
Words missing_page_hint(const LinkTarget& target, const std::string& from);
Words missing_image_hint(const LinkTarget& target, const std::string& from);

// The heading that was probably meant, else the first ones there are.
Words missing_heading_hint(const LinkTarget& target, const Document& page);

}  // namespace traff
