#include "pages/news_view.h"

#include <algorithm>
#include <utility>

#include "base/date.h"
#include "pages/change_words.h"
#include "pages/urls.h"

namespace traff {

namespace {

View change_view(const DocumentChange& change, const std::string& href, const Theme& theme) {
  View shown;
  shown.put("words", change_words(change, theme));
  if (!change.anchor.empty()) shown.put("section_href", href + "#" + change.anchor);
  return shown;
}

View page_news_view(const PageNews& news, const SitePage& page, const SiteContext& site) {
  View shown;
  const std::string href = news.document == no_index ? std::string() : relative_href(page.address, site.map.address_of(news.document));
  shown.put("title", news.title);
  shown.put("href", href);
  shown.put("state", page_state(news.kind, site.theme));
  if (news.last) {
    shown.put("date", long_date(news.last->day, site.language()));
    shown.put("date_iso", iso_date(news.last->day));
  }
  std::vector<View> changes;
  const std::size_t told = std::min(news.changes.size(), most_told_changes);
  for (std::size_t i = 0; i < told; ++i) changes.push_back(change_view(news.changes[i], href, site.theme));
  shown.put_list("changes", std::move(changes));
  if (told < news.changes.size()) shown.put("more_changes", site.theme.text("change.more", {{"n", std::to_string(news.changes.size() - told)}}));
  return shown;
}

}  // namespace

void put_news(View& view, const SitePage& page, const SiteContext& site) {
  const NetworkNews news = site.news(page.network);
  view.put("intro", news_intro(news, site.course, site.theme));
  std::vector<View> items;
  const std::size_t told = std::min(news.pages.size(), most_told_pages);
  for (std::size_t i = 0; i < told; ++i) items.push_back(page_news_view(news.pages[i], page, site));
  view.put_list("items", std::move(items));
  if (told < news.pages.size()) view.put("more", site.theme.text("news.more", {{"n", std::to_string(news.pages.size() - told)}}));
}

void put_news_links(View& view, const SitePage& page, const SiteContext& site) {
  const bool is_network = page.kind == SitePageKind::network;
  if (is_network) {
    const std::string news = site.map.news_page(page.network);
    if (!news.empty()) view.put("news_href", relative_href(page.address, news));
  }
  if (!has_feed(site) || (!is_network && page.kind != SitePageKind::start && page.kind != SitePageKind::news)) return;
  view.put("feed_href", relative_href(page.address, feed_file));
}

bool has_feed(const SiteContext& site) {
  return site.news != nullptr && !site.course.site.address.empty() && !site.course.networks.empty() && !site.origin.copy;
}

}  // namespace traff
