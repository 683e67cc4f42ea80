#include "pages/views/page_view.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "course/dates/calendar_date.h"
#include "course/dates/term.h"
#include "course/model/page_kind.h"
#include "course/model/statement.h"
#include "markdown/document/document.h"
#include "pages/addresses/navigation.h"
#include "pages/addresses/site_context.h"
#include "pages/addresses/urls.h"
#include "pages/calendar.h"
#include "pages/facts/occasion_view.h"
#include "pages/facts/page_facts.h"
#include "pages/facts/timeline.h"
#include "pages/news/news_view.h"
#include "pages/text/citation_links.h"
#include "pages/text/fill.h"
#include "pages/text/filled_text.h"
#include "pages/views/overview_view.h"
#include "pages/views/statement_view.h"
#include "theme/view.h"

namespace traff {

namespace {

// What the literature pages say is to be read before a träff, for the träff's own page.

// Puts `reading` of docs/theme.md into the view: one item for each section "Inför träff 3" of the network's lists.
// Cost: the headings of the network's literature pages.
void add_reading(const SitePage& page, const SiteContext& site, PageView& made) {
  const MeetingIndex meeting = site.course.pages[page.document].meeting;
  const int number = meeting == no_index ? 0 : site.course.meetings[meeting].number;
  if (number == 0 || page.network == no_index) return;
  std::vector<View> items;
  for (const DocumentIndex list : site.course.networks[page.network].literature) {
    const std::string& address = site.map.address_of(list);
    if (address.empty()) continue;
    for (const Heading& heading : site.documents[list].headings) {
      if (reading_meeting(heading.text) != number || heading.section.size() == 0) continue;
      View item;
      item.put("title", std::string(site.theme.text("reading.before")));
      item.put("href", relative_href(page.address, address) + "#" + heading.id);
      item.put("source_title", site.documents[list].title);
      items.push_back(std::move(item));
      made.parts.push_back(
          {list, heading.section, fill_slots(list, page.address, site), "reading", items.size() - 1, "body"});
    }
  }
  made.view.put_list("reading", std::move(items));
}

// What the template of a presentation sees besides what every page has: its slides.

constexpr std::string_view title_slide = "title_slide";
constexpr std::string_view slides_after_title = "slides";

const std::vector<Slide>& slides_of(DocumentIndex document, const SiteContext& site) {
  return site.course.pages[document].slides;
}

View slide_view(std::size_t index, DocumentIndex document, const SiteContext& site) {
  const std::vector<Slide>& slides = slides_of(document, site);
  const std::uint32_t heading = slides[index].heading;
  const std::string number = std::to_string(index + 1);
  View view;
  view.put("number", number);
  view.put("id", slide_id(static_cast<std::uint32_t>(index + 1)));
  view.put("of", site.theme.text("slide.of", {{"n", number}, {"m", std::to_string(slides.size())}}));
  if (heading != no_heading) view.put("heading_id", site.documents[document].headings[heading].id);
  return view;
}

void put_texts(View& view, const Slide& slide, const FilledText& text) {
  std::string face, notes;
  bool in_columns = false;
  const auto end_columns = [&] {
    if (in_columns) face += "</div>\n";
    in_columns = false;
  };
  for (const SlidePiece& piece : slide.pieces) {
    if (piece.kind == SlidePiece::Kind::notes) {
      notes += text.html(piece.html);
    } else if (piece.kind == SlidePiece::Kind::column) {
      if (!in_columns) face += "<div class=\"columns slide-columns\">\n";
      in_columns = true;
      face += "<div class=\"column\">\n" + text.html(piece.html) + "</div>\n";
    } else {
      end_columns();
      face += text.html(piece.html);
    }
  }
  end_columns();
  view.put("body", std::move(face));
  view.put("notes", std::move(notes));
}

// Puts the slides, all but what their texts say, and the day of the träff they belong to.
void put_deck(View& view, DocumentIndex document, const SiteContext& site) {
  const std::size_t count = slides_of(document, site).size();
  if (count == 0) return;
  std::vector<View> slides;
  for (std::size_t i = 1; i < count; ++i) slides.push_back(slide_view(i, document, site));
  view.put_object(title_slide, slide_view(0, document, site));
  view.put_list(slides_after_title, std::move(slides));
}

// Puts what the slides put by put_deck say, once the text `body` is at hand. Cost: linear in the text.
void put_slide_texts(View& view, DocumentIndex document, std::string_view body, const FilledSlots& filled,
                     const SiteContext& site) {
  const std::vector<Slide>& slides = slides_of(document, site);
  const Range all{0, static_cast<std::uint32_t>(body.size())};
  const FilledText text(site.documents[document], body, all, filled, false);
  for (std::size_t i = 0; i < slides.size(); ++i) {
    View& slide = i == 0 ? view.find(title_slide)->items.front() : view.find(slides_after_title)->items[i - 1];
    put_texts(slide, slides[i], text);
  }
}

// "Redigera sidan" and "Visa historik": where a page's text is edited and its changes are read, and when it was
// changed.

// What the author says, else what git knows.
std::optional<Date> day_of_change(DocumentIndex document, const SiteContext& site) {
  if (const auto& said = site.course.pages[document].updated) return said;
  if (document >= site.origin.changed.size() || !site.origin.changed[document]) return std::nullopt;
  return site.origin.changed[document]->day;
}

// `edit_href`, `history_href` and `updated`; what is not known, or not wanted in a copy, is left out.
void add_edit_links(View& view, DocumentIndex document, const SiteContext& site) {
  const Forge& forge = site.course.site.forge;
  const bool is_closed = site.course.is_closed(site.course.pages[document].network);
  if (forge.edit.empty() || site.origin.copy || is_closed) return;
  const std::string path = std::string(site.origin.prefix) + site.documents[document].path;
  view.put("edit_href", forge_address(forge.edit, path));
  if (!forge.history.empty()) view.put("history_href", forge_address(forge.history, path));
}

void add_updated(View& view, DocumentIndex document, const SiteContext& site) {
  const Document& own = site.documents[document];
  const bool says_so_itself =
      own.front_matter.find(Key::updated) != nullptr && is_statement(own, site.course.pages[document].kind);
  if (says_so_itself) return;
  const auto day = day_of_change(document, site);
  if (!day) return;
  View updated;
  updated.put("label", site.theme.text("updated", {{"date", long_date(*day, site.language())}}));
  updated.put("iso", iso_date(*day));
  view.put_object("updated", std::move(updated));
}

// `offline`, on the start page of a site that offers a copy of itself: where it is and how large.
void add_offline_link(View& view, std::string_view address, const SiteContext& site) {
  if (!site.offline_bytes || address != "index.html") return;
  View link;
  link.put("label", site.theme.text("offline.zip", {{"size", file_size(*site.offline_bytes, site.language())}}));
  link.put("href", "offline.zip");
  view.put_object("offline", std::move(link));
}

// `copy`, in a copy to take along: of which day it is, and where the newest is.
void add_copy_note(View& view, const SiteContext& site) {
  if (!site.origin.copy) return;
  const auto& day = site.origin.copy->day;
  View note;
  note.put("label", day ? site.theme.text("copy.of", {{"date", long_date(*day, site.language())}})
                        : std::string(site.theme.text("copy")));
  note.put("href", site.course.site.address);
  view.put_object("copy", std::move(note));
}

class ViewMaker {
 public:
  ViewMaker(const SitePage& page, const SiteContext& site) : page_(page), site_(site) {}

  PageView run() {
    add_frame();
    add_title();
    add_kind();
    if (page_.document != no_index) add_document();
    add_neighbours();
    return std::move(made_);
  }

 private:
  View& view() { return made_.view; }
  const Course& course() const { return site_.course; }
  const Theme& theme() const { return site_.theme; }

  void put(std::string_view name, std::string_view value) { view().put(name, std::string(value)); }

  static View link_view(std::string_view title, std::string href) {
    View link;
    link.put("title", std::string(title));
    link.put("href", std::move(href));
    return link;
  }

  // The page that is shown for a wrong address may stand anywhere: its links go from the server's root.
  std::string link_to(std::string_view address) const {
    if (page_.kind != PageKind::not_found || course().site.address.empty())
      return relative_href(page_.address, address);
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
    put("lang", language_tag(page_language()));
    if (page_language() != site_.language()) put("frame_lang", language_tag(site_.language()));
    put("kind", row_of(page_.kind).template_name);
    put("site_title", site_title());
    put("home", link_to("index.html"));
    if (site_.logo) view().put_object("logo", logo_view(*site_.logo, link_to(file_address(site_.logo->path))));
    put("contents_href", link_to("sok.html"));
    put("css", link_to(theme().style_sheet().path));
    put("script", link_to(theme().script().path));
    put("search_script", link_to(theme().search_script().path));
    add_kind_assets();
    put("root", root_prefix(page_.address));
    if (!course().site.address.empty() && page_.kind != PageKind::not_found)
      put("canonical", course().site.address + page_.address);
    put("contact", course().site.contact);
    put("licence", course().site.licence);
    add_copy_note(view(), site_);
    put_news_links(view(), page_, site_);
    add_offline_link(view(), page_.address, site_);
    add_closed();
    if (page_.network != no_index) {
      const Network& network = course().networks[page_.network];
      View shown = link_view(network.title, link_to(site_.map.network_page(page_.network)));
      shown.put("term", network.term_text);
      view().put_object("network", std::move(shown));
    }
    std::vector<View> footer;
    for (const DocumentIndex i : site_.footer)
      footer.push_back(link_view(site_.documents[i].title, link_to(site_.map.address_of(i))));
    view().put_list("footer_links", std::move(footer));
    add_breadcrumb();
  }

  void add_closed() {
    const bool is_closed = course().is_closed(page_.network);
    view().put_flag("closed", is_closed);
    view().put_flag("closed_semester",
                    is_closed && page_.network != no_index && is_semester(course().networks[page_.network].term_text));
  }

  void add_kind_assets() {
    const ThemeAsset* style_sheet = theme().style_sheet_of(row_of(page_.kind).template_name);
    const ThemeAsset* script = theme().script_of(row_of(page_.kind).template_name);
    if (style_sheet != nullptr) put("kind_css", link_to(style_sheet->path));
    if (script != nullptr) put("kind_script", link_to(script->path));
  }

  Language page_language() const {
    if (document() == nullptr) return site_.language();
    return site_.course.pages[page_.document].language.value_or(site_.language());
  }

  void add_breadcrumb() {
    if (page_.address == "index.html" || page_.kind == PageKind::not_found) return;
    std::vector<View> trail;
    trail.push_back(link_view(site_title(), link_to("index.html")));
    if (page_.network != no_index) add_network_trail(trail);
    if (page_.about != no_index)
      trail.push_back(link_view(site_.documents[page_.about].title, link_to(site_.map.address_of(page_.about))));
    view().put_list("breadcrumb", std::move(trail));
  }

  void add_network_trail(std::vector<View>& trail) const {
    const std::string home = site_.map.network_page(page_.network);
    const bool is_about_home = page_.about != no_index && site_.map.address_of(page_.about) == home;
    if (home != page_.address && home != "index.html" && !is_about_home) {
      trail.push_back(link_view(course().networks[page_.network].title, link_to(home)));
    }
    const bool under_meetings = page_.kind == PageKind::meeting || page_.kind == PageKind::between;
    const std::string meetings = under_meetings ? site_.map.meetings_page(page_.network) : std::string();
    if (!meetings.empty()) trail.push_back(link_view(theme().text("meeting.all"), link_to(meetings)));
  }

  void add_title() {
    const std::string title = page_title(page_, site_);
    put("title", title);
    std::string whole = title;
    if (page_.network != no_index && course().networks[page_.network].title != title)
      whole += " – " + course().networks[page_.network].title;
    if (whole != site_title() && !whole.ends_with("– " + site_title())) whole += " – " + site_title();
    put("document_title", whole);
  }

  // ---- the author's own text

  void add_document() {
    const Document& own = *document();
    const CoursePage& page = course().pages[page_.document];
    put("subtitle", own.front_matter.value(Key::subtitle));
    put("description", own.front_matter.value(Key::summary));
    put("label", label(own, page));
    view().put_flag("draft", page.draft);
    view().put_list("facts", page_facts(page_.document, page_.address, site_));
    const bool states = is_statement(own, page.kind);
    if (states) view().put_object("statement", statement_view(page_.document, site_));
    View toc =
        states ? contents_list(statement_headings(own, theme()), page.kind) : contents_list(own.headings, page.kind);
    if (!toc.empty()) view().put_object("toc", std::move(toc));
    add_updated(view(), page_.document, site_);
    if (const std::string changes = site_.map.changes_page(page_.document); !changes.empty())
      put("changes_href", link_to(changes));
    add_edit_links(view(), page_.document, site_);
    made_.parts.push_back({page_.document,
                           {0, own.html_size},
                           fill_slots(page_.document, page_.address, site_),
                           {},
                           0,
                           page_.kind == PageKind::deck ? "slides" : "body"});
  }

  std::string label(const Document& own, const CoursePage& page) const {
    const std::string_view words = row_of(page.kind).label;
    if (page.kind == PageKind::meeting) return meeting_label(course().meetings[page.meeting]);
    if (page.kind == PageKind::assignment)
      return page.letter == '\0' ? std::string() : theme().text(words, {{"letter", std::string(1, page.letter)}});
    const std::string_view number = page.kind == PageKind::deck ? own.front_matter.value(Key::meeting) : "";
    if (!number.empty()) return theme().text("meeting.number", {{"n", std::string(number)}});
    return words.empty() ? std::string() : std::string(theme().text(words));
  }

  std::string meeting_label(const Meeting& meeting) const {
    if (meeting.number == 0) return {};
    const std::size_t count = course().networks[meeting.network].meetings.size();
    const std::string number = std::to_string(meeting.number);
    if (static_cast<std::size_t>(meeting.number) > count) return theme().text("meeting.number", {{"n", number}});
    return theme().text("meeting.of", {{"n", number}, {"m", std::to_string(count)}});
  }

  // ---- what the kind adds

  void add_kind() {
    switch (page_.kind) {
      case PageKind::start: add_start(); break;
      case PageKind::network: add_network(); break;
      case PageKind::meeting:
        add_periods();
        add_own_calendar();
        add_assignments("assignments.here", course().pages[page_.document].meeting);
        add_reading(page_, site_, made_);
        break;
      case PageKind::meetings: add_meetings(); break;
      case PageKind::between: add_between(); break;
      case PageKind::contents: add_contents(); break;
      case PageKind::deck: put_deck(view(), page_.document, site_); break;
      case PageKind::news: put_news(view(), page_, site_); break;
      case PageKind::letter:
      case PageKind::dates:
      case PageKind::literature:
      case PageKind::assignment:
      case PageKind::form:
      case PageKind::report:
      case PageKind::page:
      case PageKind::changes:
      case PageKind::not_found: break;
    }
  }

  void add_upcoming(const std::vector<NetworkIndex>& networks) {
    View upcoming = upcoming_view(networks, page_.address, site_);
    const bool has_room = networks.size() == 1 && page_.kind != PageKind::meetings;
    if (has_room && !upcoming.empty()) upcoming.put("timeline", timeline(networks.front(), site_));
    if (!upcoming.empty()) view().put_object("upcoming", std::move(upcoming));
    View calendar = calendar_view(page_.network, page_.address, site_);
    if (!calendar.empty()) view().put_object("calendar", std::move(calendar));
  }

  void add_assignments(std::string_view title, MeetingIndex meeting) {
    if (page_.network == no_index || meeting == no_index) return;
    view().put_list("assignments", assignment_views(page_.network, page_.address, site_, meeting));
    put("assignments_title", theme().text(title));
  }

  void add_own_calendar() {
    const MeetingIndex meeting = course().pages[page_.document].meeting;
    if (meeting != no_index && course().meetings[meeting].occasion.date)
      put("calendar_href", link_to(calendar_address(page_.address)));
  }

  void add_start() {
    constexpr std::size_t few_networks = 8;
    view().put_list("networks", network_cards(page_.address, site_));
    view().put_list("pages", page_cards(page_.address, site_));
    std::vector<NetworkIndex> all;
    for (NetworkIndex i = 0; i < course().networks.size(); ++i) all.push_back(i);
    if (all.size() <= few_networks) add_upcoming(all);
  }

  void add_network() {
    const Network& network = course().networks[page_.network];
    add_upcoming({page_.network});
    view().put_list("assignments", assignment_views(page_.network, page_.address, site_));
    view().put_list("groups", navigation_groups(page_.network, page_.address, site_));
    if (network.letter != no_index && !site_.map.address_of(network.letter).empty()) {
      view().put_object(
          "letter", link_view(site_.documents[network.letter].title, link_to(site_.map.address_of(network.letter))));
    }
  }

  void add_contents() {
    view().put_list("networks", network_contents(page_.address, site_));
    view().put_list("pages", page_cards(page_.address, site_));
  }

  void add_periods() {
    const auto& meetings = course().networks[page_.network].meetings;
    for (std::uint32_t position = 0; position < meetings.size(); ++position) {
      if (course().meetings[meetings[position]].document != page_.document) continue;
      add_period("before", position);
      add_period("after", position + 1);
    }
  }

  void add_period(std::string_view name, std::uint32_t position) {
    const SitePage* between = site_.map.between(page_.network, position);
    if (between == nullptr) return;
    View shown = link_view(between_title(page_.network, position, course(), theme()), link_to(between->address));
    shown.put("period", between_period(page_.network, position, course(), theme()));
    view().put_object(name, std::move(shown));
  }

  void add_meetings() {
    add_upcoming({page_.network});
    std::vector<View> items;
    for (const MeetingIndex index : course().networks[page_.network].meetings) {
      const Meeting& meeting = course().meetings[index];
      items.push_back(meeting_item(meeting, page_.address, site_));
      add_part(meeting, SectionKind::purpose, "items", items.size() - 1, "purpose");
    }
    view().put_list("items", std::move(items));
  }

  void add_between() {
    const auto& meetings = course().networks[page_.network].meetings;
    put("period", between_period(page_.network, page_.position, course(), theme()));
    std::vector<View> parts;
    if (page_.position > 0) add_section(parts, course().meetings[meetings[page_.position - 1]], SectionKind::to_next);
    add_section(parts, course().meetings[meetings[page_.position]], SectionKind::prepare);
    view().put_list("parts", std::move(parts));
    add_assignments("assignments.prepare", meetings[page_.position]);
  }

  void add_section(std::vector<View>& parts, const Meeting& meeting, SectionKind kind) {
    const std::uint32_t heading = find_section(meeting, kind);
    if (heading == no_index) return;
    const Heading& shown = site_.documents[meeting.document].headings[heading];
    View part = link_view(shown.text, link_to(site_.map.address_of(meeting.document)) + "#" + shown.id);
    part.put("source_title", meeting_title(meeting, theme()));
    parts.push_back(std::move(part));
    add_part(meeting, kind, "parts", parts.size() - 1, "body");
  }

  void add_part(const Meeting& meeting, SectionKind kind, std::string_view list, std::size_t item,
                std::string_view name) {
    const std::uint32_t heading = find_section(meeting, kind);
    if (heading == no_index) return;
    const Range html = site_.documents[meeting.document].headings[heading].section;
    made_.parts.push_back(
        {meeting.document, html, fill_slots(meeting.document, page_.address, site_), list, item, name});
  }

  // ---- previous and next

  void add_neighbours() {
    if (page_.network == no_index) return;
    const auto [previous, next] = site_.navigations[page_.network].neighbours(page_.address);
    const bool meeting = page_.kind == PageKind::meeting;
    if (previous != nullptr) add_neighbour("previous", *previous, meeting ? "meeting.prev" : "nav.prev");
    if (next != nullptr) add_neighbour("next", *next, meeting ? "meeting.next" : "nav.next");
  }

  void add_neighbour(std::string_view name, const NavigationItem& item, std::string_view label_id) {
    const bool other_kind = item.kind != page_.kind;
    const std::string_view label = other_kind ? (name == "next" ? "nav.next" : "nav.prev") : label_id;
    View shown = link_view(item.title, link_to(item.address));
    shown.put("label", std::string(theme().text(label)));
    view().put_object(name, std::move(shown));
  }

  const SitePage& page_;
  const SiteContext& site_;
  PageView made_;
};

}  // namespace

PageView make_page_view(const SitePage& page, const SiteContext& site) { return ViewMaker(page, site).run(); }

std::string render_page(PageView made, const SitePage& page, const SiteContext& site) {
  for (const BodyPart& part : made.parts) {
    const Document& document = site.documents[part.document];
    const bool own = part.document == page.document && part.list.empty();
    if (own && page.kind == PageKind::deck && !document.refused) {
      put_slide_texts(made.view, part.document, *site.html(part.document), part.filled, site);
      continue;
    }
    std::string html;
    if (!document.refused)
      html = filled_html(document, *site.html(part.document), part.html, part.filled, !own);
    else if (own)
      html = "<p class=\"notice\">" + html_escaped(site.theme.text("refused")) + "</p>\n";
    View& target = part.list.empty() ? made.view : made.view.find(part.list)->items[part.item];
    target.put(own ? "body" : part.name, std::move(html));
  }
  if (page.network != no_index) made.view.put("navigation", site.navigations[page.network].html(page.address));
  return site.theme.expand(row_of(page.kind).template_name, made.view);
}

std::string file_size(std::uint64_t bytes, Language language) {
  const std::uint64_t kilobytes = (bytes + 999) / 1000;
  if (kilobytes < 1000) return std::to_string(kilobytes) + "\u00a0kB";
  const std::uint64_t tenths = (bytes + 50'000) / 100'000;
  const std::string whole = std::to_string(tenths / 10);
  if (tenths >= 100) return std::to_string((tenths + 5) / 10) + "\u00a0MB";
  return whole + (language == Language::sv ? "," : ".") + std::to_string(tenths % 10) + "\u00a0MB";
}

}  // namespace traff
