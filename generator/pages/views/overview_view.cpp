#include "pages/views/overview_view.h"

#include <algorithm>
#include <chrono>
#include <numeric>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/unicode.h"
#include "course/model/page_kind.h"
#include "pages/addresses/navigation.h"
#include "pages/addresses/urls.h"
#include "pages/facts/occasion_view.h"
#include "pages/facts/timeline.h"

namespace traff {

namespace {

View link_view(std::string_view title, std::string href) {
  View link;
  link.put("title", std::string(title));
  link.put("href", std::move(href));
  return link;
}

View network_card(NetworkIndex index, std::string_view address, const SiteContext& site) {
  const Network& network = site.course.networks[index];
  View card = link_view(network.title, relative_href(address, site.map.network_page(index)));
  card.put("term", network.term_text);
  if (const std::string news = site.map.news_page(index); !news.empty())
    card.put("news_href", relative_href(address, news));
  if (network.document != no_index) {
    const FrontMatter& keys = site.documents[network.document].front_matter;
    card.put("summary", std::string(keys.value(Key::summary)));
    card.put("audience", std::string(keys.value(Key::audience)));
  }
  return card;
}

}  // namespace

std::string page_title(const SitePage& page, const SiteContext& site) {
  switch (page.kind) {
    case PageKind::contents: return std::string(site.theme.text("contents"));
    case PageKind::not_found: return std::string(site.theme.text("404"));
    case PageKind::meetings: return std::string(site.theme.text("meeting.all"));
    case PageKind::between: return between_title(page.network, page.position, site.course, site.theme);
    case PageKind::network: return site.course.networks[page.network].title;
    case PageKind::news: return std::string(site.theme.text("news"));
    case PageKind::changes: return site.theme.text("changes.of", {{"title", site.documents[page.about].title}});
    default: break;
  }
  if (page.document == no_index) return std::string(site.theme.text("home"));
  const Document& document = site.documents[page.document];
  const PageKind kind = site.course.pages[page.document].kind;
  const bool numbered = kind == PageKind::meeting || kind == PageKind::assignment;
  return std::string(numbered ? title_without_number(document.title) : document.title);
}

std::vector<View> network_cards(std::string_view address, const SiteContext& site) {
  std::vector<NetworkIndex> order(site.course.networks.size());
  std::iota(order.begin(), order.end(), NetworkIndex{0});
  // The newest first: that is the one most readers came for.
  std::stable_sort(order.begin(), order.end(), [&](NetworkIndex a, NetworkIndex b) {
    const auto begins = [&](NetworkIndex i) {
      const auto& term = site.course.networks[i].term;
      return term ? std::chrono::sys_days(term->first) : std::chrono::sys_days::min();
    };
    return begins(a) > begins(b);
  });
  constexpr std::size_t few_networks = 4;
  std::vector<View> cards;
  for (const NetworkIndex i : order) {
    cards.push_back(network_card(i, address, site));
    if (order.size() > 1 && order.size() <= few_networks) cards.back().put("timeline", timeline(i, site));
  }
  return cards;
}

std::vector<View> page_cards(std::string_view address, const SiteContext& site) {
  std::vector<View> cards;
  for (const DocumentIndex i : site.loose_pages) {
    if (site.map.address_of(i).empty()) continue;
    View card = link_view(site.documents[i].title, relative_href(address, site.map.address_of(i)));
    card.put("summary", std::string(site.documents[i].front_matter.value(Key::summary)));
    cards.push_back(std::move(card));
  }
  return cards;
}

// A network's page lists its träffar by date already; one without a date would be missed there.
bool is_shown_by_date(const NavigationItem& item) {
  const bool undated = item.kind == PageKind::meeting && item.note.empty();
  return !undated &&
         (item.kind == PageKind::meeting || item.kind == PageKind::meetings || item.kind == PageKind::between);
}

std::vector<View> navigation_groups(NetworkIndex network, std::string_view address, const SiteContext& site) {
  const bool on_network_page = address == site.map.network_page(network);
  std::unordered_set<std::string_view> shown_before;
  if (on_network_page) {
    for (const Assignment& found : shown_assignments(network, site))
      shown_before.insert(site.map.address_of(found.document));
  }
  std::vector<View> groups;
  for (const NavigationGroup& group : site.navigations[network].groups) {
    std::vector<View> items;
    for (const NavigationItem& item : group.items) {
      if (item.address == address || shown_before.contains(item.address) || (on_network_page && is_shown_by_date(item)))
        continue;
      View shown = link_view(item.title, relative_href(address, item.address));
      shown.put("note", item.note);
      items.push_back(std::move(shown));
    }
    if (items.empty()) continue;
    View shown;
    shown.put("title", group.title.empty() ? std::string(site.theme.text("nav.first")) : group.title);
    shown.put_list("items", std::move(items));
    groups.push_back(std::move(shown));
  }
  return groups;
}

std::vector<View> network_contents(std::string_view address, const SiteContext& site) {
  constexpr std::size_t few_networks = 30;
  std::vector<View> networks;
  for (NetworkIndex i = 0; i < site.course.networks.size(); ++i) {
    View card = network_card(i, address, site);
    if (site.course.networks.size() <= few_networks) card.put_list("groups", navigation_groups(i, address, site));
    networks.push_back(std::move(card));
  }
  return networks;
}

View meeting_item(const Meeting& meeting, std::string_view address, const SiteContext& site) {
  View item =
      occasion_view(meeting.occasion, meeting.occasion.title, site.map.address_of(meeting.document), address, site);
  if (meeting.number > 0)
    item.put("number_label", site.theme.text("meeting.number", {{"n", std::to_string(meeting.number)}}));
  return item;
}

namespace {

View link_to(const Heading& heading) {
  View link;
  link.put("id", heading.id);
  link.put("text", heading.text);
  return link;
}

// A list beside the text stays in sight while one reads on, so it has to fit in a low window. How high it is there,
// in tenths of the root's font size, with a little to spare.
class ListHeight {
 public:
  void add(const Heading& heading) {
    constexpr std::size_t line_length = 22, line_height = 13, space_around = 9;
    const std::size_t lines = 1 + code_point_count(heading.text) / line_length;
    height_ += lines * line_height + space_around;
  }

  bool is_long() const { return height_ > 360; }

 private:
  std::size_t height_ = 0;
};

}  // namespace

View contents_list(std::span<const Heading> headings, PageKind kind) {
  const std::size_t worth_a_list = kind == PageKind::report ? 1 : 3;
  if (headings.size() < worth_a_list) return {};
  struct Item {
    const Heading* heading;
    std::vector<View> children;
  };
  std::vector<Item> items;
  ListHeight height;
  for (const Heading& heading : headings) {
    const bool is_item = heading.level <= 2 || items.empty();
    if (heading.text.empty() || (!is_item && (heading.level > 3 || kind == PageKind::deck))) continue;
    if (is_item)
      items.push_back({&heading, {}});
    else
      items.back().children.push_back(link_to(heading));
    height.add(heading);
  }
  std::vector<View> shown;
  for (Item& item : items) {
    shown.push_back(link_to(*item.heading));
    shown.back().put_list("children", std::move(item.children));
  }
  View list;
  list.put_list("items", std::move(shown));
  list.put_flag("long", height.is_long());
  return list;
}

}  // namespace traff
