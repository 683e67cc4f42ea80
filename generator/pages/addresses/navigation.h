// A network's menu: the same for all its pages but for the path back to the network's folder and the mark of
// the present page. Worked out once per network, so that a page's own cost does not grow with its neighbours.
#pragma once

#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/content_id.h"
#include "course/model/course.h"
#include "pages/addresses/site_map.h"
#include "theme/theme.h"

namespace traff {

struct NavigationItem {
  std::string title;
  std::string address;  // relative to the site's root
  std::string note;     // a date, may be empty
  PageKind kind = PageKind::page;
};

struct NavigationGroup {
  std::string title;  // empty for the links that stand first, without a heading
  std::vector<NavigationItem> items;
};

struct Navigation {
  std::vector<NavigationGroup> groups;
  ContentId id;  // covers all of it

  // The pages before and after `address`, mellanperiods and lists left out; null at the ends.
  std::pair<const NavigationItem*, const NavigationItem*> neighbours(std::string_view address) const;

  std::vector<NavigationItem> order;                           // every page a reader goes through, one after the other
  std::unordered_map<std::string_view, std::size_t> position;  // address → place in `order`

  // Nested lists, the link to `address` marked aria-current="page". Cost: a copy.
  std::string html(std::string_view address) const;

  // The lists as they read from one folder, and where the mark of each page goes.
  struct Variant {
    std::string html;
    std::unordered_map<std::string, std::size_t> marks;  // address → byte offset
  };

  // Made when the first page of the network asks; a build that makes no page of it never pays.
  struct Variants {
    std::once_flag made;
    std::unordered_map<std::string, Variant> by_folder;
  };
  std::unique_ptr<Variants> variants = std::make_unique<Variants>();
};

Navigation make_navigation(std::span<const Document> documents, const Course& course, const SiteMap& map,
                           const Theme& theme, NetworkIndex network);

// Pages of no network (contact, accessibility …), by `ordning`, then title.
std::vector<DocumentIndex> loose_pages(std::span<const Document> documents, const Course& course);

// The pages whose links stand at the foot of every page: kontakt, tillganglighet, personuppgifter in the root or om/.
std::vector<DocumentIndex> footer_pages(std::span<const Document> documents, const Course& course);

// The time before a träff: its name and its days.

// "Mellan träff 2 och 3", "Inför första träffen". `position`: of the träff after it, as SitePage::position.
std::string between_title(NetworkIndex network, std::uint32_t position, const Course& course, const Theme& theme);

// "10 oktober–5 december 2019"; before the first: "till 10 oktober 2019"; "" when a date is not known.
std::string between_period(NetworkIndex network, std::uint32_t position, const Course& course, const Theme& theme);

// What a träff is called in lists and menus.

// "Träff 3: Lärarledarskap …"; the theme alone when it has no number.
std::string meeting_title(const Meeting& meeting, const Theme& theme);

}  // namespace traff
