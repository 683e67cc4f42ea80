#include "pages/news_feed.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/text.h"
#include "base/web_address.h"
#include "pages/change_words.h"
#include "pages/news_view.h"

namespace traff {

namespace {

constexpr std::size_t most_entries = 50;

struct Entry {
  std::int64_t seconds = 0;
  Date day;
  std::string address;
  std::string title;
  std::string text;  // a line each
};

std::string utc_time(std::int64_t seconds) {
  const std::chrono::sys_seconds time{std::chrono::seconds(seconds)};
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::hh_mm_ss clock(time - day);
  const auto two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return iso_date(Date(day)) + "T" + two(clock.hours().count()) + ":" + two(clock.minutes().count()) + ":" + two(clock.seconds().count()) + "Z";
}

// XML has no way to write other control characters, or the two last code points of the first plane.
std::string xml_text(std::string_view text) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const bool is_no_character = rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF");
    const auto c = static_cast<unsigned char>(text[at]);
    if (!is_no_character && (c >= 0x20 || c == '\n' || c == '\t')) kept += text[at];
    at += is_no_character ? 3 : 1;
  }
  return html_escaped(kept);
}

std::string path_of(std::string_view address) {
  const std::size_t host = address.find("://") + 3;
  const std::size_t slash = address.find('/', host);
  return slash == address.npos ? "/" : std::string(address.substr(slash));
}

std::string entry_text(const PageNews& news, const Theme& theme) {
  std::string text = page_state(news.kind, theme);
  const std::size_t told = std::min(news.changes.size(), most_told_changes);
  for (std::size_t i = 0; i < told; ++i) text += (text.empty() ? "" : "\n") + change_words(news.changes[i], theme);
  if (told < news.changes.size()) text += "\n" + theme.text("change.more", {{"n", std::to_string(news.changes.size() - told)}});
  return text;
}

// What is not committed is no news for those who follow a site; a page that is gone has no address.
std::vector<Entry> entries_of(const SiteContext& site) {
  std::vector<Entry> entries;
  for (NetworkIndex i = 0; i < site.course.networks.size(); ++i) {
    if (!site.has_committed_news(i)) continue;
    const NetworkNews news = site.news(i);
    const std::string& network = site.course.networks[i].title;
    for (const PageNews& page : news.pages) {
      if (!page.last || page.document == no_index) continue;
      const std::string title = page.title == network ? page.title : page.title + " – " + network;
      entries.push_back({page.last->seconds, page.last->day, site.map.address_of(page.document), title, entry_text(page, site.theme)});
    }
  }
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.seconds > b.seconds; });
  if (entries.size() > most_entries) entries.resize(most_entries);
  return entries;
}

// A feed without entries is as old as the newest page.
std::int64_t newest_page(const SiteContext& site) {
  std::int64_t seconds = 0;
  for (const auto& change : site.origin.changed) {
    if (change) seconds = std::max(seconds, std::int64_t{std::chrono::sys_seconds(std::chrono::sys_days(change->day)).time_since_epoch().count()});
  }
  return seconds;
}

std::string entry_xml(const Entry& entry, const std::string& root) {
  // The day keeps two changes of one page apart; a tag never changes with the site's server.
  const std::string id = "tag:" + host_of(root) + "," + iso_date(entry.day) + ":" + path_of(root) + entry.address;
  return "<entry>\n<id>" + xml_text(id) + "</id>\n<title>" + xml_text(entry.title) + "</title>\n<updated>" + utc_time(entry.seconds) +
         "</updated>\n<link rel=\"alternate\" type=\"text/html\" href=\"" + xml_text(root + entry.address) + "\"/>\n<content type=\"text\">" +
         xml_text(entry.text) + "</content>\n</entry>\n";
}

}  // namespace

std::string news_feed(const SiteContext& site) {
  const std::string& root = site.course.site.address;
  const std::vector<Entry> entries = entries_of(site);
  const std::int64_t updated = entries.empty() ? newest_page(site) : entries.front().seconds;
  const std::string& name = site.course.site.title.empty() ? site.course.networks.front().title : site.course.site.title;
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"" +
                    std::string(language_tag(site.language())) + "\">\n";
  xml += "<id>" + xml_text(root + feed_file) + "</id>\n<title>" + xml_text(std::string(site.theme.text("news")) + " – " + name) + "</title>\n";
  xml += "<updated>" + utc_time(updated) + "</updated>\n<author><name>" + xml_text(name) + "</name></author>\n";
  xml += "<link rel=\"self\" type=\"application/atom+xml\" href=\"" + xml_text(root + feed_file) + "\"/>\n";
  xml += "<link rel=\"alternate\" type=\"text/html\" href=\"" + xml_text(root) + "\"/>\n";
  for (const Entry& entry : entries) xml += entry_xml(entry, root);
  return xml + "</feed>\n";
}

}  // namespace traff
