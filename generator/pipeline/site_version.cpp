#include "pipeline/site_version.h"

#include <algorithm>

#include "source/content_place.h"
#include "source/history.h"
#include "source/revision_tree.h"
#include "source/working_tree.h"

namespace traff {

namespace {

bool are_the_same(const SourceTree& a, const SourceTree& b) {
  return std::equal(a.files().begin(), a.files().end(), b.files().begin(), b.files().end(),
                    [](const SourceFile& x, const SourceFile& y) { return x.path == y.path && x.id == y.id; });
}

bool is_working_folder(const BuildOptions& options, const ContentPlace& place) {
  return options.revision.empty() && !place.content_folder.empty();
}

}  // namespace

BuildOptions pinned(const BuildOptions& options, const SiteVersion& version) {
  BuildOptions fixed = options;
  const bool reads_commit = version.commit && !is_working_folder(options, find_content(options.content));
  if (reads_commit) fixed.revision = to_hex(*version.commit);
  if (fixed.left_out.empty()) fixed.left_out = options.out;  // the site of a build may lie inside the content
  return fixed;
}

SiteVersion find_version(const BuildOptions& options) {
  ContentPlace place = find_content(options.content);
  if (!options.state_folder.empty()) place.state_folder = options.state_folder;
  refuse_revision_outside_git(place, options.revision);
  SiteVersion version;
  version.repository = place.repository;
  const auto history = load_history(place, options.revision);
  if (!history) return version;
  version.commit = history->tip;
  version.seconds = history->tip_time.seconds;
  version.day = day_of(history->tip_time);
  version.is_exact = !is_working_folder(options, place) ||
                     are_the_same(*load_working_tree(place, options.jobs), *load_revision(place, to_hex(history->tip), options.jobs));
  return version;
}

}  // namespace traff
