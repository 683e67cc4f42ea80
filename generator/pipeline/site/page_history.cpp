#include "pipeline/site/page_history.h"

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

// Nothing when readers saw no difference, or when the page was a draft afterwards.
std::optional<PageChange> change_of(const FileStep& step, const ChangeTime& time, const ChangeFrame& frame,
                                    ContentPast& past) {
  PageChange change{{day_of(time), time.seconds}, false, {}};
  const auto after = past.version(step.after, step.path);
  if (says_draft(after->document)) return std::nullopt;
  const auto before = step.before ? past.version(*step.before, step.path_before) : nullptr;
  change.published = before == nullptr || says_draft(before->document);
  if (!change.published) change.changes = compare_versions(*before, *after, frame);
  return change.published || !change.changes.empty() ? std::optional(std::move(change)) : std::nullopt;
}

// The commits, the name the file has now, and the term that gives its dates a year.
void append_commits(std::string& all, DocumentIndex document, const LoadedSite& site) {
  const FileHistory* const file = site.history()->find(site.documents()[document].path);
  if (file == nullptr) return;
  const NetworkIndex network = site.course().pages[document].network;
  all += file->path + '\0' + (network == no_index ? std::string() : site.course().networks[network].term_text) + '\0';
  for (const ContentId& id : commits_of(*file, *site.history()))
    all.append(reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size());
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
    for (const FileStep& step : site.past()->steps(site.documents()[document].path, commits_of(*file, history))) {
      const ChangeTime& time = history.commits[file->changes[step.change]].authored;
      if (auto change = change_of(step, time, frame, *site.past())) changes.push_back(std::move(*change));
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
