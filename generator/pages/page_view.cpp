#include "pages/page_view.h"

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "course/page_kind.h"
#include "pages/between_period.h"
#include "pages/occasion_view.h"
#include "pages/overview_view.h"
#include "pages/page_facts.h"
#include "pages/urls.h"

namespace traff {

namespace {

using nlohmann::json;

class ViewMaker {
 public:
  ViewMaker(const SitePage& page, const SiteContext& site) : page_(page), site_(site), made_{std::make_shared<json>(json::object()), {}} {}

  PageView run() {
    add_frame();
    add_title();
    add_kind();
    if (page_.document != no_index) add_document();
    add_neighbours();
    return std::move(made_);
  }

 private:
  json& view() { return *made_.json; }
  const Course& course() const { return site_.course; }
  const Theme& theme() const { return site_.theme; }

  void put(const char* name, std::string_view value) {
    if (!value.empty()) view()[name] = std::string(value);
  }

  // The page that is shown for a wrong address may stand anywhere: its links go from the server's root.
  std::string link_to(std::string_view address) const {
    if (page_.kind != SitePageKind::not_found || course().site.address.empty()) return relative_href(page_.address, address);
    const std::string& site = course().site.address;
    const std::size_t host = site.find("://");
    const std::size_t path = host == std::string::npos ? 0 : site.find('/', host + 3);
    return site.substr(path) + std::string(address);
  }

  const Document* document() const { return page_.document == no_index ? nullptr : &site_.documents[page_.document]; }

  std::string site_title() const {
    if (!course().site.title.empty()) return course().site.title;
    return course().networks.empty() ? std::string(theme().text("home")) : course().networks.front().title;
  }

  // ---- what every page has

  void add_frame() {
    view()["lang"] = document() == nullptr ? language_tag(site_.language())
                                           : language_tag(parse_language(document()->front_matter.value(Key::language)).value_or(site_.language()));
    view()["kind"] = template_name(page_.kind);
    view()["site_title"] = site_title();
    view()["home"] = link_to("index.html");
    view()["contents_href"] = link_to("sok.html");
    view()["css"] = link_to(theme().style_sheet().path);
    view()["script"] = link_to(theme().script().path);
    put("root", root_prefix(page_.address));
    if (!course().site.address.empty() && page_.kind != SitePageKind::not_found) put("canonical", course().site.address + page_.address);
    put("contact", course().site.contact);
    put("licence", course().site.licence);
    if (page_.network != no_index) {
      const Network& network = course().networks[page_.network];
      json& shown = view()["network"] = {{"title", network.title}, {"href", link_to(site_.map.network_page(page_.network))}};
      if (!network.term_text.empty()) shown["term"] = network.term_text;
    }
    for (const DocumentIndex i : site_.footer) {
      view()["footer_links"].push_back({{"title", site_.documents[i].title}, {"href", link_to(site_.map.address_of(i))}});
    }
    add_breadcrumb();
  }

  void add_breadcrumb() {
    if (page_.address == "index.html" || page_.kind == SitePageKind::not_found) return;
    json& trail = view()["breadcrumb"] = json::array();
    trail.push_back({{"title", site_title()}, {"href", link_to("index.html")}});
    if (page_.network == no_index) return;
    const std::string home = site_.map.network_page(page_.network);
    if (home != page_.address && home != "index.html") {
      trail.push_back({{"title", course().networks[page_.network].title}, {"href", link_to(home)}});
    }
    const bool under_meetings = page_.kind == SitePageKind::meeting || page_.kind == SitePageKind::between;
    const std::string meetings = under_meetings ? site_.map.meetings_page(page_.network) : std::string();
    if (!meetings.empty()) trail.push_back({{"title", theme().text("meeting.all")}, {"href", link_to(meetings)}});
  }

  void add_title() {
    const std::string title = page_title(page_, site_);
    view()["title"] = title;
    std::string whole = title;
    if (page_.network != no_index && course().networks[page_.network].title != title) whole += " – " + course().networks[page_.network].title;
    if (whole != site_title() && !whole.ends_with("– " + site_title())) whole += " – " + site_title();
    view()["document_title"] = whole;
  }

  // ---- the author's own text

  void add_document() {
    const Document& own = *document();
    const CoursePage& page = course().pages[page_.document];
    put("subtitle", own.front_matter.value(Key::subtitle));
    put("description", own.front_matter.value(Key::summary));
    put("label", label(own, page));
    if (page.draft) view()["draft"] = true;
    json facts = page_facts(page_.document, page_.address, site_);
    if (!facts.empty()) view()["facts"] = std::move(facts);
    add_toc(own);
    const Field* updated = own.front_matter.find(Key::updated);
    if (updated != nullptr) add_updated(updated->value);
    if (own.refused) view()["refused"] = std::string(theme().text("refused"));
    made_.parts.push_back({page_.document, {0, own.html_size}, fill_slots(page_.document, page_.address, site_), {}, 0, "body"});
  }

  std::string label(const Document& own, const CoursePage& page) const {
    switch (page.kind) {
      case PageKind::meeting: return meeting_label(course().meetings[page.meeting]);
      case PageKind::assignment:
        return page.letter == '\0' ? std::string() : theme().text("assignment", {{"letter", std::string(1, page.letter)}});
      case PageKind::report: return std::string(theme().text("report"));
      case PageKind::form: return std::string(theme().text("template"));
      case PageKind::deck: {
        const std::string_view number = own.front_matter.value(Key::meeting);
        return number.empty() ? std::string() : theme().text("meeting.number", {{"n", std::string(number)}});
      }
      default: return {};
    }
  }

  std::string meeting_label(const Meeting& meeting) const {
    if (meeting.number == 0) return {};
    const std::size_t count = course().networks[meeting.network].meetings.size();
    return theme().text("meeting.of", {{"n", std::to_string(meeting.number)}, {"m", std::to_string(count)}});
  }

  void add_updated(const std::string& value) {
    const ParsedDates dates = parse_dates(value, std::nullopt);
    if (!dates.date) return;
    view()["updated"] = {{"label", theme().text("updated", {{"date", long_date(dates.date->first, site_.language())}})},
                         {"iso", iso_date(dates.date->first)}};
  }

  void add_toc(const Document& own) {
    constexpr std::size_t worth_a_list = 3;
    if (own.headings.size() < worth_a_list) return;
    json items = json::array();
    for (const Heading& heading : own.headings) {
      if (heading.text.empty()) continue;
      json item = {{"id", heading.id}, {"text", heading.text}};
      if (heading.level <= 2 || items.empty()) {
        items.push_back(std::move(item));
      } else if (heading.level == 3) {
        items.back()["children"].push_back(std::move(item));
      }
    }
    view()["toc"] = {{"items", std::move(items)}};
  }

  // ---- what the kind adds

  void add_kind() {
    switch (page_.kind) {
      case SitePageKind::start: add_start(); break;
      case SitePageKind::network: add_network(); break;
      case SitePageKind::meeting: add_periods(); break;
      case SitePageKind::meetings: add_meetings(); break;
      case SitePageKind::between: add_between(); break;
      case SitePageKind::contents: add_contents(); break;
      case SitePageKind::letter:
      case SitePageKind::page:
      case SitePageKind::not_found: break;
    }
  }

  void add_upcoming(const std::vector<NetworkIndex>& networks) {
    json upcoming = upcoming_view(networks, page_.address, site_);
    if (!upcoming.is_null()) view()["upcoming"] = std::move(upcoming);
  }

  void add_start() {
    constexpr std::size_t few_networks = 8;
    view()["networks"] = network_cards(page_.address, site_);
    view()["pages"] = page_cards(page_.address, site_);
    std::vector<NetworkIndex> all;
    for (NetworkIndex i = 0; i < course().networks.size(); ++i) all.push_back(i);
    if (all.size() <= few_networks) add_upcoming(all);
  }

  void add_network() {
    const Network& network = course().networks[page_.network];
    add_upcoming({page_.network});
    view()["groups"] = navigation_groups(page_.network, page_.address, site_);
    if (network.letter != no_index && !site_.map.address_of(network.letter).empty()) {
      view()["letter"] = {{"title", site_.documents[network.letter].title}, {"href", link_to(site_.map.address_of(network.letter))}};
    }
  }

  void add_contents() {
    view()["networks"] = network_contents(page_.address, site_);
    view()["pages"] = page_cards(page_.address, site_);
  }

  void add_periods() {
    const auto& meetings = course().networks[page_.network].meetings;
    for (std::uint32_t position = 0; position < meetings.size(); ++position) {
      if (course().meetings[meetings[position]].document != page_.document) continue;
      add_period("before", position);
      add_period("after", position + 1);
    }
  }

  void add_period(const char* name, std::uint32_t position) {
    const SitePage* between = site_.map.between(page_.network, position);
    if (between == nullptr) return;
    json& shown = view()[name] = {{"title", between_title(page_.network, position, course(), theme())}, {"href", link_to(between->address)}};
    const std::string period = between_period(page_.network, position, course(), theme());
    if (!period.empty()) shown["period"] = period;
  }

  void add_meetings() {
    add_upcoming({page_.network});
    json& items = view()["items"] = json::array();
    for (const MeetingIndex index : course().networks[page_.network].meetings) {
      const Meeting& meeting = course().meetings[index];
      items.push_back(meeting_item(meeting, page_.address, site_));
      add_part(meeting, SectionKind::purpose, "items", items.size() - 1, "purpose");
    }
  }

  void add_between() {
    const auto& meetings = course().networks[page_.network].meetings;
    put("period", between_period(page_.network, page_.position, course(), theme()));
    view()["parts"] = json::array();
    if (page_.position > 0) add_section(course().meetings[meetings[page_.position - 1]], SectionKind::to_next);
    add_section(course().meetings[meetings[page_.position]], SectionKind::prepare);
  }

  void add_section(const Meeting& meeting, SectionKind kind) {
    const std::uint32_t heading = find_section(meeting, kind);
    if (heading == no_index) return;
    json& parts = view()["parts"];
    const Heading& shown = site_.documents[meeting.document].headings[heading];
    parts.push_back({{"title", shown.text},
                     {"source_title", meeting_title(meeting, theme())},
                     {"href", link_to(site_.map.address_of(meeting.document)) + "#" + shown.id}});
    add_part(meeting, kind, "parts", parts.size() - 1, "body");
  }

  void add_part(const Meeting& meeting, SectionKind kind, const char* list, std::size_t item, const char* name) {
    const std::uint32_t heading = find_section(meeting, kind);
    if (heading == no_index) return;
    const Range html = site_.documents[meeting.document].headings[heading].section;
    made_.parts.push_back({meeting.document, html, fill_slots(meeting.document, page_.address, site_), list, item, name});
  }

  // ---- previous and next

  void add_neighbours() {
    if (page_.network == no_index) return;
    const auto [previous, next] = site_.navigations[page_.network].neighbours(page_.address);
    const bool meeting = page_.kind == SitePageKind::meeting;
    if (previous != nullptr) add_neighbour("previous", *previous, meeting ? "meeting.prev" : "nav.prev");
    if (next != nullptr) add_neighbour("next", *next, meeting ? "meeting.next" : "nav.next");
  }

  void add_neighbour(const char* name, const NavigationItem& item, std::string_view label_id) {
    const bool other_kind = item.kind != page_.kind;
    const std::string_view label = other_kind ? (std::string_view(name) == "next" ? "nav.next" : "nav.prev") : label_id;
    view()[name] = {{"label", theme().text(label)}, {"title", item.title}, {"href", link_to(item.address)}};
  }

  const SitePage& page_;
  const SiteContext& site_;
  PageView made_;
};

}  // namespace

PageView make_page_view(const SitePage& page, const SiteContext& site) { return ViewMaker(page, site).run(); }

std::string render_page(const SitePage& page, const SiteContext& site) {
  PageView made = make_page_view(page, site);
  json& view = *made.json;
  for (const BodyPart& part : made.parts) {
    const Document& document = site.documents[part.document];
    const bool own = part.document == page.document && part.list.empty();
    std::string html = document.refused ? std::string() : filled_html(document, site.body(part.document), part.html, part.filled, !own);
    if (document.refused && own) html = "<p class=\"notice\">" + html_escaped(view.at("refused").get_ref<const std::string&>()) + "</p>\n";
    if (html.empty()) continue;
    json& target = part.list.empty() ? view : view[part.list][part.item];
    target[part.name] = std::move(html);
  }
  view.erase("refused");
  if (page.network != no_index) view["navigation"] = site.navigations[page.network].html(page.address);
  return site.theme.expand(template_name(page.kind), view);
}

}  // namespace traff
