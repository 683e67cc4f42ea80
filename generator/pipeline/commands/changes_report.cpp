#include "pipeline/commands/changes_report.h"

#include <utility>

#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "base/text.h"
#include "pages/news/change_words.h"
#include "pipeline/news/site_news.h"
#include "theme/theme.h"

namespace traff {

namespace {

// "2020-01-17", "17 januari 2020"; what may be a version's name is none.
std::optional<Date> day_in(const std::string& text) {
  const ParsedDates dates = parse_dates(text, std::nullopt);
  if (!dates.date || !dates.date->year_written || !dates.problems.empty() || !dates.remark.empty()) return std::nullopt;
  return dates.date->first;
}

// The tree before that day or of that version; nothing when there was none yet.
std::optional<ContentId> tree_before(const std::string& since, ContentPast& past) {
  const bool is_iso = since.size() == 10 && since[4] == '-' && since[7] == '-';
  if (!is_iso || !day_in(since)) {
    if (const auto tree = past.tree_of(since)) return tree;
  }
  const auto day = day_in(since);
  if (!day) throw Failure(code::W21(since));
  const MainlineCommit* const commit =
      past.mainline().at_end_of(Date(std::chrono::sys_days(*day) - std::chrono::days(1)));
  if (commit == nullptr && past.mainline().is_cut_off) throw Failure(code::W21(since));
  return commit == nullptr ? std::nullopt : std::optional(commit->tree);
}

class ChangesWriter {
 public:
  ChangesWriter(const LoadedSite& site, const Theme& theme, Language language)
      : site_(site), theme_(theme), news_(site, language) {}

  std::string since(const std::string& since) {
    const auto tree = tree_before(since, *site_.past());
    for (NetworkIndex i = 0; i < site_.course().networks.size(); ++i) add(heading(i), news_.since(i, tree));
    add({}, news_.since(no_index, tree));
    return text_.empty() ? theme_.text("news.none", {{"meeting", since}}) + "\n" : text_;
  }

  std::string since_meetings() {
    for (NetworkIndex i = 0; i < site_.course().networks.size(); ++i) {
      const NetworkNews news = news_.of(i);
      add(heading(i) + news_intro(news, site_.course(), theme_) + "\n\n", news.pages);
      if (news.pages.empty())
        text_ += heading(i) + replace_all(news_intro(news, site_.course(), theme_), "\xC2\xA0", " ") + "\n\n";
    }
    return text_;
  }

 private:
  std::string heading(NetworkIndex network) const {
    return site_.course().networks.size() < 2 ? std::string() : site_.course().networks[network].title + "\n\n";
  }

  void add(const std::string& heading, const std::vector<PageNews>& pages) {
    const std::string text = changes_text(pages, site_.documents(), site_.course(), theme_);
    if (!text.empty()) text_ += replace_all(heading, "\xC2\xA0", " ") + text;
  }

  const LoadedSite& site_;
  const Theme& theme_;
  SiteNews news_;
  std::string text_;
};

// No commit has anything of the content, or the clone was made without it.
Failure nothing_known(const LoadedSite& site) {
  const bool is_left_out = site.history() && site.history()->is_cut_off;
  if (is_left_out) return code::W66(site.place().repository, site.place().content_prefix);
  return code::W14(site.place().repository);
}

}  // namespace

std::string load_changes(const BuildOptions& options, const ChangesRequest& request) {
  StageClock clock;
  LoadedSite site(options, clock);
  if (site.place().repository.empty()) throw Failure(code::W22(site.place().content_folder));
  if (site.past() == nullptr) throw nothing_known(site);
  const Language language = request.language.value_or(site.course().site.language);
  ThemeLoad own;
  const bool is_other = language != site.course().site.language;
  if (is_other) own = load_theme({}, language);
  ChangesWriter writer(site, is_other ? own.theme : site.theme(), language);
  const std::string text = request.since.empty() ? writer.since_meetings() : writer.since(request.since);
  site.save_cache();
  return text;
}

}  // namespace traff
