#include "pipeline/plan_outputs.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "base/text.h"
#include "output/output.h"
#include "pages/addresses/site_context.h"
#include "pages/addresses/site_map.h"
#include "pages/addresses/urls.h"
#include "pages/calendar.h"
#include "pages/news/news_view.h"
#include "pages/views/page_view.h"
#include "pipeline/search/search_outputs.h"
#include "pipeline/site/loaded_site.h"
#include "pipeline/site/page_history.h"
#include "pipeline/site/page_sources.h"
#include "pipeline/site_layout.h"

namespace traff {

namespace {

// The site's calendar files as outputs.

Recipe recipe_of(std::string text) {
  const auto bytes = std::make_shared<const std::string>(std::move(text));
  return {{{"events", content_id(*bytes)}}, [bytes] { return *bytes; }};
}

// Of the authors' own files.
std::unordered_set<std::string> own_addresses(const LoadedSite& site) {
  std::unordered_set<std::string> own;
  for (const LoadedSite::OtherFile& file : site.files()) {
    if (!file.address.empty()) own.insert(file.address);
  }
  return own;
}

// Each is made when it is asked for, and asked for when something of its network is new. `site` must outlive them;
// an author's own file goes before a made one.
void add_calendars(std::vector<Output>& outputs, const SiteLayout& layout, const std::unordered_set<std::string>& own) {
  const SiteContext& site = layout.context();
  const PageSources& sources = layout.sources();
  for (const Meeting& meeting : site.course.meetings) {
    const std::string& page = site.map.address_of(meeting.document);
    if (!meeting.occasion.date || page.empty()) continue;
    std::string address = calendar_address(page);
    if (own.contains(address)) continue;
    outputs.push_back({std::move(address), [&meeting, &site] { return recipe_of(meeting_calendar(meeting, site)); },
                       sources.of(meeting.network)});
  }
  for (const CalendarFeed& feed : calendar_feeds(site)) {
    if (own.contains(feed.address)) continue;
    outputs.push_back(
        {feed.address, [feed, &site] { return recipe_of(feed_text(feed, site)); }, sources.of(feed.network)});
  }
}

// Outputs that tell of earlier versions: the feed of what is new, and pages' lists of changes.

// What is new in one network, or in all that have any (no_index).
std::shared_ptr<const SharedWork> shared_news(const SiteLayout& layout, NetworkIndex network) {
  if (layout.news() == nullptr) return nullptr;
  return std::make_shared<const SharedWork>(SharedWork{"news", [&news = *layout.news(), &layout, network] {
                                                         if (network != no_index) {
                                                           news.of(network);
                                                           return;
                                                         }
                                                         for (NetworkIndex i = 0;
                                                              i < layout.context().course.networks.size(); ++i) {
                                                           if (news.has_commits(i)) news.of(i);
                                                         }
                                                       }});
}

// An author's own file at that address goes before the feed.
void add_news_feed(std::vector<Output>& outputs, const SiteLayout& layout, const std::unordered_set<std::string>& own) {
  const SiteContext& site = layout.context();
  const PageSources& sources = layout.sources();
  if (!has_feed(site) || own.contains(std::string(feed_file))) return;
  outputs.push_back({feed_file,
                     [&site] {
                       const auto bytes = std::make_shared<const std::string>(news_feed(site));
                       return Recipe{{{"entries", content_id(*bytes)}}, [bytes] { return *bytes; }};
                     },
                     sources.of_news(no_index), false, shared_news(layout, no_index)});
}

// The recipe of a list of changes. Names the commits it tells of, and reads them only when it is made.
Recipe changes_recipe(const SitePage& page, PageView frame, const SiteContext& context, const LoadedSite& site) {
  Recipe recipe;
  std::string bytes;
  frame.view.append_fingerprint(bytes);
  recipe.ingredients.push_back({"theme", context.theme.id()});
  recipe.ingredients.push_back({"view", content_id(bytes)});
  recipe.ingredients.push_back({"history", page_commits_id(page.about, site)});
  if (page.network != no_index) recipe.ingredients.push_back({"navigation", context.navigations[page.network].id});
  recipe.make = [&page, &context, &site, made = std::make_shared<PageView>(std::move(frame))] {
    put_changes(made->view, find_page_changes(page.about, site), context);
    return render_page(std::move(*made), page, context);
  };
  return recipe;
}

// Who has each address of the site, so that no two outputs get in each other's way.

class AddressBook {
 public:
  // `source`: the file of the content, "" for what the program makes. False, with a P8, when the address is taken.
  bool take(const std::string& address, const std::string& source, std::vector<Diagnostic>& diagnostics);

  // Whether a file has the address of one of this one's folders ("a.html" beside "a.html/b.html"): P9, as no disk
  // can hold both. Ask when every address is taken.
  bool is_blocked(const std::string& address, std::vector<Diagnostic>& diagnostics) const;

 private:
  std::unordered_map<std::string, std::string> sources_;  // by address
};

bool AddressBook::take(const std::string& address, const std::string& source, std::vector<Diagnostic>& diagnostics) {
  const auto [first, is_new] = sources_.emplace(address, source);
  if (!is_new) diagnostics.push_back(same_address(source, first->second, address));
  return is_new;
}

bool AddressBook::is_blocked(const std::string& address, std::vector<Diagnostic>& diagnostics) const {
  for (std::size_t slash = address.find('/'); slash != std::string::npos; slash = address.find('/', slash + 1)) {
    const std::string folder = address.substr(0, slash);
    const auto blocking = sources_.find(folder);
    if (blocking == sources_.end()) continue;
    const std::string& own = sources_.at(address);
    const std::string& other = blocking->second.empty() ? folder : blocking->second;
    diagnostics.push_back({code::P9(address, folder, other), {own.empty() ? other : own}});
    return true;
  }
  return false;
}

// For search engines, when the site's public address is known.

std::string sitemap_xml(const SiteContext& site) {
  const std::string& root = site.course.site.address;
  if (root.empty()) return {};
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (const SitePage& page : site.map.pages()) {
    if (page.kind == PageKind::not_found || page.kind == PageKind::changes) continue;
    xml += "<url><loc>" + html_escaped(root + page.address) + "</loc></url>\n";
  }
  return xml + "</urlset>\n";
}

std::string robots_txt(const SiteContext& site) {
  const std::string& root = site.course.site.address;
  if (root.empty()) return {};
  return "User-agent: *\nAllow: /\n\nSitemap: " + root + "sitemap.xml\n";
}

// What the view says, and which pieces of text stand where in it, their slots filled.
ContentId view_id(const PageView& view) {
  std::string all;
  all.reserve(8192);
  view.view.append_fingerprint(all);
  for (const BodyPart& part : view.parts) {
    all += "\n" + std::string(part.list) + std::to_string(part.item) + std::string(part.name) +
           std::to_string(part.html.begin) + "-" + std::to_string(part.html.end);
    for (const SlotText& slot : part.filled.texts) {
      all += '\0';
      all += slot.before;
      all += '\0';
      all += slot.after;
      if (slot.skip > 0) all += std::to_string(slot.skip);
    }
    for (const Insertion& insertion : part.filled.insertions)
      all += '\0' + std::to_string(insertion.at) + insertion.text;
  }
  return content_id(all);
}

ContentId text_id(const PageView& view, const SiteContext& site) {
  if (view.parts.size() == 1) return site.documents[view.parts.front().document].id;
  std::string all;
  for (const BodyPart& part : view.parts) all += to_hex(site.documents[part.document].id) + "\n";
  return content_id(all);
}

Recipe recipe_of(const SitePage& page, PageView view, const SiteContext& site) {
  Recipe recipe;
  recipe.ingredients.push_back({"theme", site.theme.id()});
  recipe.ingredients.push_back({"view", view_id(view)});
  if (!view.parts.empty()) recipe.ingredients.push_back({"text", text_id(view, site)});
  if (page.network != no_index) recipe.ingredients.push_back({"navigation", site.navigations[page.network].id});
  recipe.make = [&page, &site, view = std::make_shared<PageView>(std::move(view))] {
    return render_page(std::move(*view), page, site);
  };
  return recipe;
}

std::vector<Diagnostic> diagnostics_of(PageView& view) {
  std::vector<Diagnostic> all;
  for (BodyPart& part : view.parts) {
    std::move(part.filled.diagnostics.begin(), part.filled.diagnostics.end(), std::back_inserter(all));
  }
  return all;
}

Recipe make_page_recipe(const SitePage& page, const SiteContext& context, const LoadedSite& site) {
  PageView view = make_page_view(page, context);
  std::vector<Diagnostic> diagnostics = diagnostics_of(view);
  Recipe recipe = page.kind == PageKind::changes ? changes_recipe(page, std::move(view), context, site)
                                                 : recipe_of(page, std::move(view), context);
  recipe.diagnostics = std::move(diagnostics);
  return recipe;
}

void add_pages(SitePlan& plan, const LoadedSite& site, const SiteLayout& layout, Progress* progress) {
  const std::vector<SitePage>& pages = layout.map().pages();
  if (progress != nullptr) progress->begin(Progress::Stage::making, pages.size());
  for (const SitePage& page : pages) {
    const auto recipe = [&page, &site, &context = layout.context(), progress] {
      Recipe made = make_page_recipe(page, context, site);
      if (progress != nullptr) ++progress->done;
      return made;
    };
    const bool is_news = page.kind == PageKind::news;
    plan.outputs.push_back({page.address, recipe, layout.sources().of(page), false,
                            is_news ? shared_news(layout, page.network) : nullptr});
  }
  plan.pages = pages.size();
}

void add_made(SitePlan& plan, std::string path, std::string bytes) {
  if (bytes.empty()) return;
  const ContentId id = content_id(bytes);
  plan.outputs.push_back({std::move(path), [id, bytes = std::move(bytes)] {
                            return Recipe{{{"bytes", id}}, [&bytes] { return bytes; }};
                          }});
}

void add_asset(SitePlan& plan, const ThemeAsset& asset) {
  plan.outputs.push_back(
      {asset.path, [&asset] { return Recipe{{{"file", content_id(asset.bytes)}}, [&asset] { return asset.bytes; }}; }});
}

void add_offline_zip(SitePlan& plan, const OfflineZip& zip) {
  plan.outputs.push_back({"offline.zip", [key = zip.key, make = zip.make] { return Recipe{{{"copy", key}}, make}; }});
}

void add_copied_files(SitePlan& plan, const LoadedSite& site, AddressBook& book) {
  for (const LoadedSite::OtherFile& file : site.files()) {
    if (file.address.empty() || !book.take(file.address, file.path, plan.diagnostics)) continue;
    plan.outputs.push_back({file.address, [&file, &site] {
                              return Recipe{{{"file", file.id}}, [&file, &site] { return site.published_bytes(file); }};
                            }});
  }
}

// No two at one address, and none under another's.
void settle_addresses(SitePlan& plan, const LoadedSite& site) {
  AddressBook book;
  std::unordered_map<std::string_view, std::string_view> pages;
  for (const PageAddress& page : plan.addresses) pages.emplace(page.address, page.path);
  for (const Output& output : plan.outputs) {
    const auto page = pages.find(output.path);
    book.take(output.path, page == pages.end() ? std::string() : std::string(page->second), plan.diagnostics);
  }
  add_copied_files(plan, site, book);
  std::erase_if(plan.outputs, [&](const Output& output) { return book.is_blocked(output.path, plan.diagnostics); });
}

std::vector<PageAddress> addresses_of(const std::vector<Document>& documents, const SiteMap& map) {
  std::vector<PageAddress> addresses;
  for (DocumentIndex i = 0; i < documents.size(); ++i) {
    if (!map.address_of(i).empty()) addresses.push_back({documents[i].path, map.address_of(i)});
  }
  return addresses;
}

}  // namespace

SitePlan plan_outputs(const LoadedSite& site, const SiteLayout& layout, const PlanOrder& order) {
  SitePlan plan;
  plan.diagnostics = layout.diagnostics();
  plan.addresses = addresses_of(site.documents(), layout.map());
  add_pages(plan, site, layout, order.progress);
  const auto own = own_addresses(site);
  add_calendars(plan.outputs, layout, own);
  add_news_feed(plan.outputs, layout, own);
  for (const ThemeAsset* asset : site.theme().assets()) add_asset(plan, *asset);
  add_search(plan.outputs, site, layout.map(), order.jobs, order.may_count);
  if (order.zip != nullptr) add_offline_zip(plan, *order.zip);
  add_made(plan, "sitemap.xml", sitemap_xml(layout.context()));
  add_made(plan, "robots.txt", robots_txt(layout.context()));
  settle_addresses(plan, site);
  std::sort(plan.outputs.begin(), plan.outputs.end(), [](const Output& a, const Output& b) { return a.path < b.path; });
  return plan;
}

}  // namespace traff
