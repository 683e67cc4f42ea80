#include "pipeline/history_outputs.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "pages/changes_view.h"
#include "pages/news_feed.h"
#include "pages/news_view.h"
#include "pages/urls.h"
#include "pipeline/page_history.h"

namespace traff {

void add_news_feed(std::vector<Output>& outputs, std::span<const std::string> file_paths, const PageSources& sources,
                   const SiteContext& site) {
  if (!has_feed(site)) return;
  const bool is_taken = std::any_of(file_paths.begin(), file_paths.end(), [](const std::string& path) { return file_address(path) == feed_file; });
  if (is_taken) return;
  outputs.push_back({feed_file, [&site] {
    const auto bytes = std::make_shared<const std::string>(news_feed(site));
    return Recipe{{{"entries", content_id(*bytes)}}, [bytes] { return *bytes; }};
  }, sources.of_news(no_index)});
}

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

}  // namespace traff
