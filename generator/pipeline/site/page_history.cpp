#include "pipeline/site/page_history.h"

#include <algorithm>
#include <utility>

#include "base/diagnostic.h"
#include "course/model/page_status.h"
#include "git/trees.h"
#include "pages/addresses/urls.h"

namespace traff {

namespace {

constexpr std::size_t most_changes = 20;

std::vector<ContentId> commits_of(const FileHistory& file, const History& history) {
  std::vector<ContentId> commits;
  for (const std::uint32_t change : file.changes) commits.push_back(history.commits[change].id);
  return commits;
}

ChangeFrame frame_of(DocumentIndex document, const LoadedSite& site) {
  const NetworkIndex network = site.course().pages[document].network;
  return {site.course().site.language, network == no_index ? std::nullopt : site.course().networks[network].term};
}

// When all of a page was hidden: while a network that it lies in was a draft, by that network's own page, and while the
// page lay elsewhere, where nobody knows now what was open.
class HiddenTimes {
 public:
  HiddenTimes(DocumentIndex document, const LoadedSite& site)
      : path_(site.documents()[document].path), networks_(site.course().networks) {
    for (const Network& network : networks_) {
      if (network.document == no_index || network.document == document || !path_.starts_with(network.folder)) continue;
      const FileHistory* const file = site.history()->find(site.documents()[network.document].path);
      if (file == nullptr) continue;
      const auto turns = site.past()->draft_turns(file->path, commits_of(*file, *site.history()));
      around_.push_back({file, turns, turns->size() == file->changes.size() && !file->is_cut_off});
    }
  }

  // `change`: of History::commits; `path`: where the page was then.
  bool after(std::uint32_t change, std::string_view path) const {
    return is_elsewhere(path) || any([&](std::uint32_t turn) { return turn >= change; });
  }
  bool before(std::uint32_t change, std::string_view path) const {
    return is_elsewhere(path) || any([&](std::uint32_t turn) { return turn > change; });
  }

 private:
  struct Around {
    const FileHistory* file;
    std::shared_ptr<const std::vector<ContentPast::DraftTurn>> turns;  // the last change first
    bool is_whole;                                                     // from its beginning
  };

  bool is_elsewhere(std::string_view path) const {
    return std::ranges::any_of(networks_, [&](const Network& network) {
      return path_.starts_with(network.folder) != path.starts_with(network.folder);
    });
  }

  template <class Test>
  bool any(Test is_that_early) const {
    return std::ranges::any_of(around_, [&](const Around& network) {
      const auto turn = std::ranges::find_if(*network.turns, [&](const ContentPast::DraftTurn& one) {
        return is_that_early(network.file->changes[one.change]);
      });
      return turn == network.turns->end() ? !network.is_whole : turn->is_draft;
    });
  }

  const std::string& path_;
  const std::vector<Network>& networks_;
  std::vector<Around> around_;
};

// Nothing when readers saw no difference, or when the page was a draft afterwards.
std::optional<PageChange> change_of(const FileStep& step, const PageChange& when, bool was_hidden,
                                    const ChangeFrame& frame, ContentPast& past) {
  PageChange change = when;
  const auto after = past.version(step.after, step.path);
  if (says_draft(after->document)) return std::nullopt;
  const auto before = step.before ? past.version(*step.before, step.path_before) : nullptr;
  change.published = before == nullptr || was_hidden || says_draft(before->document);
  if (!change.published) change.changes = compare_versions(*before, *after, frame);
  return change.published || !change.changes.empty() ? std::optional(std::move(change)) : std::nullopt;
}

// The commits, the name the file has now, and the term that gives its dates a year.
void append_own_commits(std::string& all, DocumentIndex document, const LoadedSite& site) {
  const FileHistory* const file = site.history()->find(site.documents()[document].path);
  if (file == nullptr) return;
  const NetworkIndex network = site.course().pages[document].network;
  all += file->path + '\0' + (network == no_index ? std::string() : site.course().networks[network].term_text) + '\0';
  for (const ContentId& id : commits_of(*file, *site.history()))
    all.append(reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size());
}

// Those of the networks' own pages too, which were drafts or not.
void append_commits(std::string& all, DocumentIndex document, const LoadedSite& site) {
  append_own_commits(all, document, site);
  const std::string& path = site.documents()[document].path;
  for (const Network& network : site.course().networks) {
    const bool is_around = network.document != no_index && path.starts_with(network.folder);
    if (is_around && network.document != document) append_own_commits(all, network.document, site);
  }
}

}  // namespace

std::vector<char> pages_with_changes(const LoadedSite& site) {
  const std::vector<CoursePage>& pages = site.course().pages;
  std::vector<char> wanted(pages.size());
  if (site.past() == nullptr || site.origin().copy) return wanted;
  for (DocumentIndex i = 0; i < pages.size(); ++i) {
    const bool asked = pages[i].network == no_index ? site.course().site.shows_changes
                                                    : site.course().networks[pages[i].network].shows_changes;
    if (!asked || !pages[i].published || pages[i].draft || site.documents()[i].refused) continue;
    const FileHistory* const file = site.history()->find(site.documents()[i].path);
    const bool has_room = fits_on_disk(changes_address(page_address(site.documents()[i].path)));
    wanted[i] = file != nullptr && file->changes.size() > 1 && has_room;
  }
  return wanted;
}

std::vector<PageChange> find_page_changes(DocumentIndex document, const LoadedSite& site) {
  std::vector<PageChange> changes;
  const History& history = *site.history();
  const FileHistory* const file = history.find(site.documents()[document].path);
  if (file == nullptr) return changes;
  const ChangeFrame frame = frame_of(document, site);
  try {
    const HiddenTimes hidden(document, site);
    for (const FileStep& step : site.past()->steps(site.documents()[document].path, commits_of(*file, history))) {
      const std::uint32_t commit = file->changes[step.change];
      if (hidden.after(commit, step.path)) continue;
      const ChangeTime& time = history.commits[commit].authored;
      const PageChange when{{day_of(time), time.seconds}, false, {}};
      auto change = change_of(step, when, hidden.before(commit, step.path_before), frame, *site.past());
      if (change) changes.push_back(std::move(*change));
      if (changes.size() == most_changes) break;
    }
  } catch (const Failure& failure) {
    if (!is_promised_only(failure)) throw;  // this clone was made without what is older
  }
  return changes;
}

ContentId page_commits_id(DocumentIndex document, const LoadedSite& site) {
  std::string all = to_hex(site.history()->edge);
  append_commits(all, document, site);
  return content_id(all);
}

ContentId network_commits_id(NetworkIndex network, const LoadedSite& site, const std::vector<char>& wanted) {
  std::string all;
  if (network != no_index) {
    for (const DocumentIndex i : site.course().networks[network].documents) {
      if (wanted[i] != 0) append_commits(all, i, site);
    }
    return content_id(all);
  }
  for (DocumentIndex i = 0; i < wanted.size(); ++i) {
    if (wanted[i] != 0 && site.course().pages[i].network == no_index) append_commits(all, i, site);
  }
  return content_id(all);
}

}  // namespace traff
