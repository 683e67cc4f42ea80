#include "pages/news/news_view.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/text.h"
#include "base/web_address.h"
#include "course/changes/alignment.h"
#include "pages/addresses/urls.h"
#include "pages/news/change_words.h"

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
  const std::string href =
      news.document == no_index ? std::string() : relative_href(page.address, site.map.address_of(news.document));
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
  if (told < news.changes.size())
    shown.put("more_changes", site.theme.text("change.more", {{"n", std::to_string(news.changes.size() - told)}}));
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
  if (told < news.pages.size())
    view.put("more", site.theme.text("news.more", {{"n", std::to_string(news.pages.size() - told)}}));
}

void put_news_links(View& view, const SitePage& page, const SiteContext& site) {
  const bool is_network = page.kind == PageKind::network;
  if (is_network) {
    const std::string news = site.map.news_page(page.network);
    if (!news.empty()) view.put("news_href", relative_href(page.address, news));
  }
  if (!has_feed(site) || (!is_network && page.kind != PageKind::start && page.kind != PageKind::news)) return;
  view.put("feed_href", relative_href(page.address, feed_file));
}

bool has_feed(const SiteContext& site) {
  return site.news != nullptr && !site.course.site.address.empty() && !site.course.networks.empty() &&
         !site.origin.copy;
}

namespace {

constexpr std::size_t shown_beside = 12;  // words of what stays, before and after a change

using Kind = DocumentChange::Kind;

// Whether the words of the change do not already say what was and what is.
bool has_texts(Kind kind) {
  switch (kind) {
    case Kind::section_added:
    case Kind::section_removed:
    case Kind::section_text:
    case Kind::lead_text:
    case Kind::whole_text:
    case Kind::slide_added:
    case Kind::slide_removed:
    case Kind::slide_text:
    case Kind::work_text: return true;
    default: return false;
  }
}

std::string words_between(const std::vector<std::string_view>& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) {
    if (i > begin) text += ' ';
    text += words[i];
  }
  return html_escaped(text);
}

std::string kept_html(std::string_view text, bool is_first, bool is_last) {
  const auto words = split_words(text);
  const std::size_t head = is_first ? 0 : shown_beside;
  const std::size_t tail = is_last ? 0 : shown_beside;
  if (words.size() <= head + tail + 3) return words_between(words, 0, words.size());
  return words_between(words, 0, head) + (head > 0 ? " " : "") + "…" + (tail > 0 ? " " : "") +
         words_between(words, words.size() - tail, words.size());
}

std::string marked(std::string_view element, std::string_view label, std::string_view text) {
  const std::string tag(element);
  return "<" + tag + "><span class=\"mark-label\">" + html_escaped(label) + ": </span>" + html_escaped(text) + "</" +
         tag + ">";
}

View change_view(const DocumentChange& change, const Theme& theme) {
  View shown;
  shown.put("words", change_words(change, theme));
  if (has_texts(change.kind)) shown.put("difference", difference_html(change.before, change.after, theme));
  return shown;
}

View entry_view(const PageChange& change, const SiteContext& site) {
  View entry;
  entry.put("date", long_date(change.when.day, site.language()));
  entry.put("date_iso", iso_date(change.when.day));
  std::vector<View> changes;
  if (change.published) {
    changes.emplace_back();
    changes.back().put("words", std::string(site.theme.text("changes.published")));
  }
  for (const DocumentChange& part : change.changes) changes.push_back(change_view(part, site.theme));
  entry.put_list("changes", std::move(changes));
  return entry;
}

}  // namespace

std::string difference_html(std::string_view before, std::string_view after, const Theme& theme) {
  std::string html;
  const std::vector<TextPiece> pieces = text_difference(before, after);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (i > 0) html += ' ';
    switch (pieces[i].kind) {
      case TextPiece::Kind::kept: html += kept_html(pieces[i].text, i == 0, i + 1 == pieces.size()); break;
      case TextPiece::Kind::removed: html += marked("del", theme.text("changes.removed"), pieces[i].text); break;
      case TextPiece::Kind::added: html += marked("ins", theme.text("changes.added"), pieces[i].text); break;
    }
  }
  return html;
}

void put_changes(View& view, const std::vector<PageChange>& changes, const SiteContext& site) {
  view.put("intro", std::string(site.theme.text(changes.empty() ? "changes.none" : "changes.intro")));
  std::vector<View> entries;
  for (const PageChange& change : changes) entries.push_back(entry_view(change, site));
  view.put_list("entries", std::move(entries));
}

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
  return iso_date(Date(day)) + "T" + two(clock.hours().count()) + ":" + two(clock.minutes().count()) + ":" +
         two(clock.seconds().count()) + "Z";
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
  if (told < news.changes.size())
    text += "\n" + theme.text("change.more", {{"n", std::to_string(news.changes.size() - told)}});
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
      entries.push_back({page.last->seconds, page.last->day, site.map.address_of(page.document), title,
                         entry_text(page, site.theme)});
    }
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry& a, const Entry& b) { return a.seconds > b.seconds; });
  if (entries.size() > most_entries) entries.resize(most_entries);
  return entries;
}

// A feed without entries is as old as the newest page.
std::int64_t newest_page(const SiteContext& site) {
  std::int64_t seconds = 0;
  for (const auto& change : site.origin.changed) {
    if (change)
      seconds = std::max(
          seconds,
          std::int64_t{std::chrono::sys_seconds(std::chrono::sys_days(change->day)).time_since_epoch().count()});
  }
  return seconds;
}

std::string entry_xml(const Entry& entry, const std::string& root) {
  // The day keeps two changes of one page apart; a tag never changes with the site's server.
  const std::string id = "tag:" + host_of(root) + "," + iso_date(entry.day) + ":" + path_of(root) + entry.address;
  return "<entry>\n<id>" + xml_text(id) + "</id>\n<title>" + xml_text(entry.title) + "</title>\n<updated>" +
         utc_time(entry.seconds) + "</updated>\n<link rel=\"alternate\" type=\"text/html\" href=\"" +
         xml_text(root + entry.address) + "\"/>\n<content type=\"text\">" + xml_text(entry.text) +
         "</content>\n</entry>\n";
}

}  // namespace

std::string news_feed(const SiteContext& site) {
  const std::string& root = site.course.site.address;
  const std::vector<Entry> entries = entries_of(site);
  const std::int64_t updated = entries.empty() ? newest_page(site) : entries.front().seconds;
  const std::string& name =
      site.course.site.title.empty() ? site.course.networks.front().title : site.course.site.title;
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"" +
      std::string(language_tag(site.language())) + "\">\n";
  xml += "<id>" + xml_text(root + feed_file) + "</id>\n<title>" +
         xml_text(std::string(site.theme.text("news")) + " – " + name) + "</title>\n";
  xml += "<updated>" + utc_time(updated) + "</updated>\n<author><name>" + xml_text(name) + "</name></author>\n";
  xml += "<link rel=\"self\" type=\"application/atom+xml\" href=\"" + xml_text(root + feed_file) + "\"/>\n";
  xml += "<link rel=\"alternate\" type=\"text/html\" href=\"" + xml_text(root) + "\"/>\n";
  for (const Entry& entry : entries) xml += entry_xml(entry, root);
  return xml + "</feed>\n";
}

}  // namespace traff
