#include "pages/addresses/navigation.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"
#include "base/unicode.h"
#include "course/model/page_kind.h"
#include "pages/addresses/urls.h"

namespace traff {

namespace {

constexpr int no_order = 1'000'000;

int order_of(const Document& document) {
  const std::string_view value = document.front_matter.value(Key::order);
  int order = no_order;
  std::from_chars(value.data(), value.data() + value.size(), order);
  return order;
}

std::string menu_title(const Document& document, const CoursePage& page, const Course& course, const Theme& theme) {
  if (page.meeting != no_index) return meeting_title(course.meetings[page.meeting], theme);
  if (page.kind != PageKind::assignment || page.letter == '\0') return document.title;
  const std::string letter = theme.text("assignment", {{"letter", std::string(1, page.letter)}});
  const std::string_view title = title_without_number(document.title);
  return title.starts_with(letter) ? std::string(title) : letter + ": " + std::string(title);
}

class NavigationMaker {
 public:
  NavigationMaker(std::span<const Document> documents, const Course& course, const SiteMap& map, const Theme& theme,
                  NetworkIndex network)
      : documents_(documents),
        course_(course),
        map_(map),
        theme_(theme),
        index_(network),
        network_(course.networks[network]) {}

  Navigation run() {
    add_first_links();
    for (const PageKindRow& row : page_kinds()) {
      if (row.menu != MenuPlace::group) continue;
      NavigationGroup group{std::string(theme_.text(row.menu_title)), {}};
      row.kind == PageKind::meeting ? add_meetings(group) : add_pages(group, row.kind);
      if (!group.items.empty()) made_.groups.push_back(std::move(group));
    }
    add_order();
    made_.id = content_id(fingerprint());
    return std::move(made_);
  }

 private:
  void add_first_links() {
    NavigationGroup group;
    group.items.push_back({network_.title, map_.network_page(index_), {}, PageKind::network});
    for (const PageKindRow& row : page_kinds()) {
      for (const DocumentIndex i : network_.documents) {
        if (row.menu == MenuPlace::first && course_.pages[i].kind == row.kind) add_document(group, i);
      }
    }
    made_.groups.push_back(std::move(group));
  }

  void add_meetings(NavigationGroup& group) {
    if (network_.meetings.empty()) return;
    group.items.push_back(
        {std::string(theme_.text("meeting.all")), map_.meetings_page(index_), {}, PageKind::meetings});
    for (std::uint32_t position = 0; position < network_.meetings.size(); ++position) {
      const Meeting& meeting = course_.meetings[network_.meetings[position]];
      add_between(group, position);
      add_document(group, meeting.document);
      const auto& date = meeting.occasion.date;
      if (date && !group.items.empty()) group.items.back().note = short_date(date->first, course_.site.language);
    }
  }

  void add_between(NavigationGroup& group, std::uint32_t position) {
    const SitePage* between = map_.between(index_, position);
    if (between == nullptr) return;
    group.items.push_back({between_title(index_, position, course_, theme_), between->address, {}, PageKind::between});
  }

  void add_pages(NavigationGroup& group, PageKind kind) {
    std::vector<DocumentIndex> found;
    for (const DocumentIndex i : network_.documents) {
      if (course_.pages[i].kind == kind) found.push_back(i);
    }
    std::stable_sort(found.begin(), found.end(), [&](DocumentIndex a, DocumentIndex b) {
      const int left = order_of(documents_[a]), right = order_of(documents_[b]);
      return left != right ? left < right : swedish_less(documents_[a].path, documents_[b].path);
    });
    for (const DocumentIndex i : found) add_document(group, i);
  }

  void add_document(NavigationGroup& group, DocumentIndex i) {
    if (map_.address_of(i).empty()) return;
    const CoursePage& page = course_.pages[i];
    group.items.push_back({menu_title(documents_[i], page, course_, theme_), map_.address_of(i), {}, page.kind});
  }

  void add_order() {
    for (const NavigationGroup& group : made_.groups) {
      for (const NavigationItem& item : group.items) {
        if (item.kind != PageKind::meetings && item.kind != PageKind::between) made_.order.push_back(item);
      }
    }
    for (std::size_t i = 0; i < made_.order.size(); ++i) made_.position.emplace(made_.order[i].address, i);
  }

  std::string fingerprint() const {
    std::string all;
    for (const NavigationGroup& group : made_.groups) {
      all += group.title + "\n";
      for (const NavigationItem& item : group.items) all += item.title + "\t" + item.address + "\t" + item.note + "\n";
    }
    return all;
  }

  std::span<const Document> documents_;
  const Course& course_;
  const SiteMap& map_;
  const Theme& theme_;
  NetworkIndex index_;
  const Network& network_;
  Navigation made_;
};

// A menu longer than this is no menu; the contents page has the rest.
constexpr std::size_t most_items = 60;

void append_items(Navigation::Variant& variant, const NavigationGroup& group, std::string_view folder) {
  for (std::size_t i = 0; i < std::min(most_items, group.items.size()); ++i) {
    const NavigationItem& item = group.items[i];
    variant.html += "<li><a href=\"" + html_escaped(relative_href(folder, item.address)) + "\"";
    variant.marks.emplace(item.address, variant.html.size());
    variant.html += ">" + html_escaped(item.title) + "</a>";
    if (!item.note.empty()) variant.html += " <span class=\"note\">" + html_escaped(item.note) + "</span>";
    variant.html += "</li>\n";
  }
}

Navigation::Variant make_variant(const std::vector<NavigationGroup>& groups, std::string_view folder) {
  Navigation::Variant variant;
  variant.html = "<ul>\n";
  for (const NavigationGroup& group : groups) {
    // The first links are items of the outer list themselves.
    if (!group.title.empty())
      variant.html += "<li><span class=\"group\">" + html_escaped(group.title) + "</span>\n<ul>\n";
    append_items(variant, group, folder);
    if (!group.title.empty()) variant.html += "</ul>\n</li>\n";
  }
  variant.html += "</ul>\n";
  return variant;
}

}  // namespace

std::string Navigation::html(std::string_view address) const {
  const std::string folder(address.substr(0, address.rfind('/') + 1));
  std::call_once(variants->made, [this] {
    for (const NavigationItem& item : order) {
      const std::string of_item = item.address.substr(0, item.address.rfind('/') + 1);
      if (!variants->by_folder.contains(of_item)) variants->by_folder.emplace(of_item, make_variant(groups, of_item));
    }
  });
  const auto known = variants->by_folder.find(folder);
  if (known == variants->by_folder.end()) return make_variant(groups, folder).html;
  const Variant& variant = known->second;
  const auto mark = variant.marks.find(std::string(address));
  if (mark == variant.marks.end()) return variant.html;
  std::string html;
  html.reserve(variant.html.size() + 32);
  html.append(variant.html, 0, mark->second);
  html += " aria-current=\"page\"";
  return html.append(variant.html, mark->second);
}

std::pair<const NavigationItem*, const NavigationItem*> Navigation::neighbours(std::string_view address) const {
  const auto found = position.find(address);
  if (found == position.end()) return {nullptr, nullptr};
  const std::size_t at = found->second;
  return {at == 0 ? nullptr : &order[at - 1], at + 1 == order.size() ? nullptr : &order[at + 1]};
}

Navigation make_navigation(std::span<const Document> documents, const Course& course, const SiteMap& map,
                           const Theme& theme, NetworkIndex network) {
  return NavigationMaker(documents, course, map, theme, network).run();
}

std::vector<DocumentIndex> loose_pages(std::span<const Document> documents, const Course& course) {
  std::vector<DocumentIndex> found;
  for (DocumentIndex i = 0; i < documents.size(); ++i) {
    const CoursePage& page = course.pages[i];
    if (page.network == no_index && page.published && page.kind != PageKind::start) found.push_back(i);
  }
  std::stable_sort(found.begin(), found.end(), [&](DocumentIndex a, DocumentIndex b) {
    const int left = order_of(documents[a]), right = order_of(documents[b]);
    return left != right ? left < right : swedish_less(documents[a].title, documents[b].title);
  });
  return found;
}

std::vector<DocumentIndex> footer_pages(std::span<const Document> documents, const Course& course) {
  constexpr std::array names{
      "kontakt.md",       "contact.md",         "tillganglighet.md", "tillganglighetsredogorelse.md",
      "accessibility.md", "personuppgifter.md", "privacy.md"};
  std::vector<DocumentIndex> found;
  const DocumentIndex statement = course.site.statement;
  for (const std::string_view name : names) {
    if (name == "tillganglighet.md" && statement != no_index) found.push_back(statement);
    for (DocumentIndex i = 0; i < documents.size(); ++i) {
      if (i == statement) continue;
      const std::string_view folder = folder_of(documents[i].path);
      const bool of_the_site = folder.empty() || folder == "om/" || folder == "about/";
      if (of_the_site && course.pages[i].published && fold(documents[i].path.substr(folder.size())) == name)
        found.push_back(i);
    }
  }
  return found;
}

namespace {

const Meeting& meeting_at(NetworkIndex network, std::uint32_t position, const Course& course) {
  return course.meetings[course.networks[network].meetings[position]];
}

}  // namespace

std::string between_title(NetworkIndex network, std::uint32_t position, const Course& course, const Theme& theme) {
  if (position == 0) return std::string(theme.text("before.first"));
  return theme.text("between", {{"a", std::to_string(meeting_at(network, position - 1, course).number)},
                                {"b", std::to_string(meeting_at(network, position, course).number)}});
}

std::string between_period(NetworkIndex network, std::uint32_t position, const Course& course, const Theme& theme) {
  const auto& last = meeting_at(network, position, course).occasion.date;
  if (!last) return {};
  if (position == 0) return theme.text("before.until", {{"date", long_date(last->first, course.site.language)}});
  const auto& first = meeting_at(network, position - 1, course).occasion.date;
  if (!first || std::chrono::sys_days(first->last) > std::chrono::sys_days(last->first)) return {};
  return date_range(first->last, last->first, course.site.language);
}

std::string meeting_title(const Meeting& meeting, const Theme& theme) {
  if (meeting.number == 0) return meeting.occasion.title;
  const std::string number = theme.text("meeting.number", {{"n", std::to_string(meeting.number)}});
  return meeting.occasion.title.starts_with(number) ? meeting.occasion.title : number + ": " + meeting.occasion.title;
}

}  // namespace traff
