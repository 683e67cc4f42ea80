#include "pipeline/news/site_news.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "base/diagnostic.h"
#include "base/unicode.h"
#include "course/changes/alignment.h"
#include "course/literature/csl_json.h"
#include "course/model/page_kind.h"
#include "course/model/page_status.h"
#include "git/trees.h"

namespace traff {

namespace {

// Pages that came and pages that went, to look for those that were moved among.
constexpr std::size_t most_pairs = 400;
constexpr int alike = 60;

bool may_be_page(std::string_view path) {
  return (path.size() > 3 && to_lower(path.substr(path.size() - 3)) == ".md") || is_literature_json(path);
}

std::string all_words(const DocumentVersion& version) {
  std::string words = version.document.title;
  for (const SectionText& section : version.sections) words += "\n" + section.text;
  return words;
}

// What a change is about, whatever it says: the same thing changed in two steps.
std::string subject_of(const DocumentChange& change) {
  return std::to_string(static_cast<int>(change.kind)) + " " + std::to_string(static_cast<int>(change.key)) + " " +
         change.subject;
}

PageNews removed_page(std::string title) {
  return {PageNews::Kind::removed, no_index, std::move(title), std::nullopt, {}};
}

void sort_newest_first(std::vector<PageNews>& news) {
  std::stable_sort(news.begin(), news.end(), [](const PageNews& a, const PageNews& b) {
    return (a.last ? a.last->seconds : 0) > (b.last ? b.last->seconds : 0);
  });
}

}  // namespace

struct SiteNews::OldPage {
  std::string path;
  ContentId id;
};

SiteNews::SiteNews(const LoadedSite& site, Language language) : site_(site), language_(language) {
  const std::vector<Network>& networks = site.course().networks;
  for (NetworkIndex i = 0; i < networks.size(); ++i) networks_.emplace(networks[i].folder, i);
}

NetworkNews SiteNews::of(NetworkIndex network) {
  const std::lock_guard lock(mutex_);
  const auto known = known_.find(network);
  if (known != known_.end()) return known->second;
  NetworkNews found;
  try {
    found = find(network);
  } catch (const Failure& failure) {
    if (!is_promised_only(failure)) throw;
  }
  return known_.emplace(network, std::move(found)).first->second;
}

// The last träff or other occasion before the day of the commit.
NetworkNews SiteNews::last_occasion(NetworkIndex index) const {
  const Network& network = site_.course().networks[index];
  const Date today = day_of(site_.history()->tip_time);
  NetworkNews news;
  const auto take = [&](const Occasion& occasion, MeetingIndex meeting, const std::string& title) {
    if (!occasion.date || occasion.status == MeetingStatus::cancelled || occasion.date->last >= today) return;
    if (news.since != NetworkNews::Since::unknown && occasion.date->last <= news.day) return;
    news.since = NetworkNews::Since::meeting;
    news.day = occasion.date->last;
    news.meeting = meeting;
    news.occasion = title;
  };
  for (const MeetingIndex i : network.meetings) {
    const Meeting& meeting = site_.course().meetings[i];
    if (!site_.course().pages[meeting.document].draft) take(meeting.occasion, i, {});
  }
  for (const TableOccasion& row : network.occasions) take(row.occasion, no_index, row.occasion.title);
  return news;
}

NetworkNews SiteNews::first_publication(NetworkIndex index) const {
  NetworkNews news;
  for (const DocumentIndex i : site_.course().networks[index].documents) {
    const auto first = site_.history()->first_publication(site_.documents()[i].path);
    if (!first || (news.since != NetworkNews::Since::unknown && day_of(*first) >= news.day)) continue;
    news.since = NetworkNews::Since::published;
    news.day = day_of(*first);
  }
  return news;
}

// Since the last occasion, or since the network first was there if that came later.
SiteNews::Beginning SiteNews::begin(NetworkIndex index) const {
  const Mainline& mainline = site_.past()->mainline();
  NetworkNews news = last_occasion(index);
  if (news.since != NetworkNews::Since::unknown) {
    const MainlineCommit* const base = mainline.at_end_of(news.day);
    if (base != nullptr && site_.past()->folder(base->tree, site_.course().networks[index].folder)) return {news, base};
    if (base == nullptr && mainline.is_cut_off) return {};
  }
  news = first_publication(index);
  const MainlineCommit* const base = news.since == NetworkNews::Since::unknown ? nullptr : mainline.at_end_of(news.day);
  if (base == nullptr && mainline.is_cut_off) return {};
  return {news, base};
}

bool SiteNews::has_commits(NetworkIndex index) const {
  try {
    const MainlineCommit* const base = begin(index).base;
    if (base == nullptr) return false;
    const std::string& folder = site_.course().networks[index].folder;
    return site_.past()->folder(base->tree, folder) !=
           site_.past()->folder(site_.past()->mainline().commits.front().tree, folder);
  } catch (const Failure& failure) {
    if (!is_promised_only(failure)) throw;
    return false;
  }
}

NetworkNews SiteNews::find(NetworkIndex index) const {
  auto [news, base] = begin(index);
  if (news.since == NetworkNews::Since::unknown) return news;
  news.is_new = base == nullptr || old_pages(index, base->tree).empty();
  if (news.is_new) return news;
  news.pages = since(index, base->tree);
  if (site_.past()->ignores_any(*base)) drop_ignored(*base, index, news.pages);
  return news;
}

bool SiteNews::belongs_to(std::string_view path, NetworkIndex network) const {
  for (std::string_view folder = folder_of(path);;) {
    const auto found = networks_.find(folder);
    if (found != networks_.end()) return found->second == network;
    if (folder.empty()) return network == no_index;
    folder = folder_of(folder.substr(0, folder.size() - 1));
  }
}

// Whether it, or one that it lies in, was hidden as a whole.
bool SiteNews::was_draft_network(NetworkIndex index, const std::optional<ContentId>& tree) const {
  if (!tree || index == no_index) return false;
  const std::vector<Network>& networks = site_.course().networks;
  return std::ranges::any_of(networks, [&](const Network& network) {
    if (network.document == no_index || !networks[index].folder.starts_with(network.folder)) return false;
    const std::string& path = site_.documents()[network.document].path;
    const auto then = site_.past()->file(*tree, path);
    return then && says_draft(site_.past()->version(*then, path)->document);
  });
}

std::vector<SiteNews::OldPage> SiteNews::old_pages(NetworkIndex network, const std::optional<ContentId>& tree) const {
  std::vector<OldPage> pages;
  if (!tree) return pages;
  const std::string folder = network == no_index ? std::string() : site_.course().networks[network].folder;
  for (SourceFile& file : site_.past()->files(*tree, folder)) {
    if (!may_be_page(file.path) || file.path.starts_with(site_.theme_prefix()) || !belongs_to(file.path, network))
      continue;
    pages.push_back({std::move(file.path), file.id});
  }
  return pages;
}

std::vector<DocumentIndex> SiteNews::new_pages(NetworkIndex network) const {
  std::vector<DocumentIndex> pages;
  const std::vector<CoursePage>& all = site_.course().pages;
  if (network != no_index) pages = site_.course().networks[network].documents;
  for (DocumentIndex i = 0; network == no_index && i < all.size(); ++i) {
    if (all[i].network == no_index && all[i].published) pages.push_back(i);
  }
  std::erase_if(pages, [&](DocumentIndex i) { return all[i].draft; });
  return pages;
}

DocumentVersion SiteNews::current(DocumentIndex document) const {
  return {site_.documents()[document], site_.facts()[document], site_.section_texts(document)};
}

ChangeFrame SiteNews::frame(NetworkIndex network) const {
  return {language_, network == no_index ? std::nullopt : site_.course().networks[network].term};
}

std::optional<ChangeDay> SiteNews::last_change(DocumentIndex document) const {
  const auto time = site_.history()->last_change(site_.documents()[document].path);
  return time ? std::optional(ChangeDay{day_of(*time), time->seconds}) : std::nullopt;
}

// Nothing when readers see no difference.
std::optional<PageNews> SiteNews::compare(DocumentIndex document, const OldPage& old, const ChangeFrame& frame) const {
  const Document& shown = site_.documents()[document];
  PageNews page{old.path == shown.path ? PageNews::Kind::changed : PageNews::Kind::moved,
                document,
                shown.title,
                last_change(document),
                {}};
  if (old.id != shown.id)
    page.changes = compare_versions(*site_.past()->version(old.id, old.path), current(document), frame);
  if (page.kind == PageNews::Kind::changed && page.changes.empty()) return std::nullopt;
  return page;
}

std::vector<PageNews> SiteNews::since(NetworkIndex network, const std::optional<ContentId>& tree) const {
  std::vector<OldPage> gone;
  std::unordered_map<std::string_view, const OldPage*> old_by_path;
  const std::vector<OldPage> old = old_pages(network, tree);
  for (const OldPage& page : old) old_by_path.emplace(page.path, &page);
  const ChangeFrame how = frame(network);
  std::vector<PageNews> news;
  std::vector<DocumentIndex> added;
  const bool was_hidden = was_draft_network(network, tree);
  const auto was_draft = [&](const OldPage& page) {
    return was_hidden || says_draft(site_.past()->version(page.id, page.path)->document);
  };
  for (const DocumentIndex i : new_pages(network)) {
    const Document& document = site_.documents()[i];
    const auto found = old_by_path.find(document.path);
    if (found == old_by_path.end()) {
      added.push_back(i);
      continue;
    }
    const OldPage& page = *found->second;
    old_by_path.erase(found);
    if (page.id == document.id) continue;
    if (was_draft(page))
      added.push_back(i);
    else if (auto changed = compare(i, page, how))
      news.push_back(std::move(*changed));
  }
  for (const OldPage& page : old) {
    if (old_by_path.contains(page.path) && !was_draft(page)) gone.push_back(page);
  }
  settle_moved(added, gone, how, news);
  for (const DocumentIndex i : added)
    news.push_back({PageNews::Kind::added, i, site_.documents()[i].title, last_change(i), {}});
  for (const OldPage& page : gone)
    news.push_back(removed_page(site_.past()->version(page.id, page.path)->document.title));
  sort_newest_first(news);
  return news;
}

// The same bytes at another place, or most of the same words.
void SiteNews::settle_moved(std::vector<DocumentIndex>& added, std::vector<OldPage>& gone, const ChangeFrame& frame,
                            std::vector<PageNews>& news) const {
  const auto settle = [&](auto find) {
    std::erase_if(added, [&](DocumentIndex i) {
      const auto from = find(i);
      if (from == gone.end()) return false;
      if (auto moved = compare(i, *from, frame)) news.push_back(std::move(*moved));
      *from = {};  // taken; the others keep their places
      return true;
    });
    std::erase_if(gone, [](const OldPage& page) { return page.path.empty(); });
  };
  std::unordered_multimap<ContentId, std::size_t> by_id;
  for (std::size_t i = gone.size(); i-- > 0;) by_id.emplace(gone[i].id, i);
  settle([&](DocumentIndex i) {
    const auto from = by_id.find(site_.documents()[i].id);
    if (from == by_id.end()) return gone.end();
    const auto page = gone.begin() + static_cast<std::ptrdiff_t>(from->second);
    by_id.erase(from);
    return page;
  });
  if (added.size() * gone.size() > most_pairs) return;
  std::vector<std::string> words;
  for (const OldPage& page : gone) words.push_back(all_words(*site_.past()->version(page.id, page.path)));
  settle([&](DocumentIndex i) {
    const std::string own = all_words(current(i));
    const auto from = std::find_if(words.begin(), words.end(), [&](const std::string& old) {
      return !old.empty() && shared_words(old, own) >= alike;
    });
    if (from == words.end()) return gone.end();
    from->clear();
    return gone.begin() + (from - words.begin());
  });
}

// A page that an ignored commit changed too is told of what the others did to it, as it is now.
void SiteNews::drop_ignored(const MainlineCommit& base, NetworkIndex network, std::vector<PageNews>& pages) const {
  std::erase_if(pages, [&](PageNews& page) {
    if (page.kind != PageNews::Kind::changed) return false;
    const std::string& path = site_.documents()[page.document].path;
    const auto steps = site_.past()->steps_since(base, path);
    if (std::none_of(steps.begin(), steps.end(), [](const auto& step) { return step.ignored; })) return false;
    std::unordered_set<std::string> told;
    for (const auto& step : steps) {
      if (step.ignored || !step.before || !step.after) continue;
      const auto before = site_.past()->version(*step.before, path);
      const auto after = site_.past()->version(*step.after, path);
      for (const DocumentChange& change : compare_versions(*before, *after, frame(network)))
        told.insert(subject_of(change));
    }
    std::erase_if(page.changes, [&](const DocumentChange& change) { return !told.contains(subject_of(change)); });
    return page.changes.empty();
  });
}

}  // namespace traff
