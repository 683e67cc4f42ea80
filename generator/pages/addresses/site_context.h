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
#include "pages/addresses/logo.h"
#include "pages/addresses/navigation.h"
#include "pages/addresses/site_map.h"
#include "pages/addresses/urls.h"
#include "theme/theme.h"
#include "theme/view.h"

namespace traff {

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

}  // namespace traff
