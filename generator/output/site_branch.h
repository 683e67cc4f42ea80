// A site as a branch of a git repository: one commit per publication, made without a working folder.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/content_id.h"

namespace traff {

struct SiteCommit {
  std::string message;
  std::int64_t seconds = 0;  // its time, UTC; the same site, parent and time give the same commit anywhere
};

class SiteBranch {
 public:
  // Remembers where the branch is now. Throws Failure: W18 the repository cannot be opened, W82 no such name can be,
  // W83 the branch is checked out somewhere, W84 it holds something else than a site, W97 what it names is damaged.
  SiteBranch(const std::string& repository, const std::string& name);
  ~SiteBranch();

  // Where it is; nothing when it does not exist yet.
  std::optional<ContentId> tip() const;

  // Goes on from another commit, that of the remote: throws Failure W84 when it holds something else than a site, W97.
  void start_from(const ContentId& commit);

  // What stands in `site_folder`, by its manifest. The new commit, or nothing when the tip holds the same files.
  // Only what the repository lacks is written, as one pack, which is on disk before the branch names it. Throws
  // Failure: W17 the site changed meanwhile, W85 the branch moved meanwhile, W88, W98 it is locked.
  std::optional<ContentId> commit(const std::string& site_folder, const SiteCommit& commit, unsigned jobs);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace traff
