#include "pages/overview_view.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "course/page_kind.h"
#include "pages/between_period.h"
#include "pages/occasion_view.h"
#include "pages/urls.h"

namespace traff {

namespace {

using nlohmann::json;

void put(json& view, const char* name, std::string_view value) {
  if (!value.empty()) view[name] = std::string(value);
}

json network_card(NetworkIndex index, std::string_view address, const SiteContext& site) {
  const Network& network = site.course.networks[index];
  json card = {{"title", network.title}, {"href", relative_href(address, site.map.network_page(index))}};
  put(card, "term", network.term_text);
  if (network.document != no_index) {
    const FrontMatter& keys = site.documents[network.document].front_matter;
    put(card, "summary", keys.value(Key::summary));
    put(card, "audience", keys.value(Key::audience));
  }
  return card;
}

}  // namespace

std::string page_title(const SitePage& page, const SiteContext& site) {
  switch (page.kind) {
    case SitePageKind::contents: return std::string(site.theme.text("contents"));
    case SitePageKind::not_found: return std::string(site.theme.text("404"));
    case SitePageKind::meetings: return std::string(site.theme.text("meeting.all"));
    case SitePageKind::between: return between_title(page.network, page.position, site.course, site.theme);
    case SitePageKind::network: return site.course.networks[page.network].title;
    default: break;
  }
  if (page.document == no_index) return std::string(site.theme.text("home"));
  const Document& document = site.documents[page.document];
  const PageKind kind = site.course.pages[page.document].kind;
  const bool numbered = kind == PageKind::meeting || kind == PageKind::assignment;
  return std::string(numbered ? title_without_number(document.title) : document.title);
}

json network_cards(std::string_view address, const SiteContext& site) {
  json cards = json::array();
  for (NetworkIndex i = 0; i < site.course.networks.size(); ++i) cards.push_back(network_card(i, address, site));
  // The newest first: that is the one most readers came for.
  std::stable_sort(cards.begin(), cards.end(), [](const json& a, const json& b) { return a.value("term", "") > b.value("term", ""); });
  return cards;
}

json page_cards(std::string_view address, const SiteContext& site) {
  json cards = json::array();
  for (const DocumentIndex i : site.loose_pages) {
    if (site.map.address_of(i).empty()) continue;
    json card = {{"title", site.documents[i].title}, {"href", relative_href(address, site.map.address_of(i))}};
    put(card, "summary", site.documents[i].front_matter.value(Key::summary));
    cards.push_back(std::move(card));
  }
  return cards;
}

json navigation_groups(NetworkIndex network, std::string_view address, const SiteContext& site) {
  json groups = json::array();
  for (const NavigationGroup& group : site.navigations[network].groups) {
    json items = json::array();
    for (const NavigationItem& item : group.items) {
      if (item.address == address) continue;
      json shown = {{"title", item.title}, {"href", relative_href(address, item.address)}};
      put(shown, "note", item.note);
      items.push_back(std::move(shown));
    }
    if (items.empty()) continue;
    groups.push_back({{"title", group.title.empty() ? std::string(site.theme.text("nav.first")) : group.title}, {"items", std::move(items)}});
  }
  return groups;
}

json network_contents(std::string_view address, const SiteContext& site) {
  constexpr std::size_t few_networks = 30;
  json networks = json::array();
  for (NetworkIndex i = 0; i < site.course.networks.size(); ++i) {
    json card = network_card(i, address, site);
    if (site.course.networks.size() <= few_networks) card["groups"] = navigation_groups(i, address, site);
    networks.push_back(std::move(card));
  }
  return networks;
}

json meeting_item(const Meeting& meeting, std::string_view address, const SiteContext& site) {
  const Occasion& occasion = meeting.occasion;
  json item = {{"title", occasion.title}, {"href", relative_href(address, site.map.address_of(meeting.document))}};
  if (meeting.number > 0) item["number_label"] = site.theme.text("meeting.number", {{"n", std::to_string(meeting.number)}});
  if (occasion.date) {
    item["date"] = date_words(occasion, site.language());
    item["date_iso"] = iso_date(occasion.date->first);
    item["end_iso"] = iso_date(occasion.date->last);
  }
  put(item, "time", time_words(occasion, site.language()));
  put(item, "place", occasion.place);
  put(item, "audience", occasion.audience);
  put(item, "status", status_words(occasion, site.theme));
  if (occasion.status == MeetingStatus::cancelled) item["cancelled"] = true;
  return item;
}

}  // namespace traff
