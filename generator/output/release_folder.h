// Releases of a site side by side in one folder, and a link `current` that names the one readers see:
//
//   DIR/releases/000011/   DIR/releases/000012/   DIR/current -> releases/000012
//
// A release is whole, and on disk, before the link is moved, and moving it is one step of the file system: a reader, a
// run that dies or a power cut sees the old site or the new, never a mixture. Nothing but DIR itself is followed
// through a link.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/content_id.h"
#include "disk/file.h"
#include "disk/file_stamp.h"
#include "output/manifest.h"
#include "output/site_files.h"

namespace traff {

// A release as it stands on disk, held against its own manifest.

class StandingRelease {
 public:
  using Paths = std::set<std::string, std::less<>>;

  explicit StandingRelease(SiteFiles files);

  // Empty when it is missing or damaged.
  const Manifest& manifest() const { return manifest_; }
  bool has_manifest() const { return has_manifest_; }
  const SiteFiles& files() const { return files_; }

  // What is missing, unreadable or other than the manifest says, and the manifest itself if it is. Files that `stamps`
  // knows are not read.
  Paths damaged(const StampTable& stamps, unsigned jobs) const;

 private:
  bool is_whole(const std::string& path, const ContentId& id, const StampTable& stamps) const;

  SiteFiles files_;
  bool has_manifest_ = false;
  Manifest manifest_;
};

// Of the files of a release that is known to be whole, for the next time. A link made to one of them, or removed,
// changes its stamp: to be called last.
StampTable stamps_of(const SiteFiles& release, const Manifest& manifest);

// Which commit a release is made of: .traff-commit in it, absent without one.
struct ReleaseOrigin {
  std::optional<ContentId> commit;
  bool is_edited = false;  // the content was not as in the commit
  bool operator==(const ReleaseOrigin&) const = default;
};

struct Release {
  std::string name;     // "000012"
  bool is_new = false;  // false: the current one says the same already
  std::size_t files = 0;
  std::size_t changed = 0;  // files that differ from the release before
};

struct CheckedRelease {
  std::string name;
  bool is_current = false;
  std::size_t files = 0;
  StandingRelease::Paths damaged;
};

// What readers see.
struct ShownRelease {
  std::string name;
  ReleaseOrigin origin;
  std::size_t files = 0;
  std::int64_t since = 0;  // seconds, UTC: when the link was moved to it
  std::string newest;      // another one, when somebody rolled back; else ""
};

class ReleaseFolder {
 public:
  enum class Use {
    change,  // makes the folder when missing and takes its lock
    look,    // beside a publication, which may remove releases meanwhile
  };

  // Throws Failure: W2, W3 busy, W80 `current` or `releases` is not ours.
  explicit ReleaseFolder(const std::string& folder, Use use = Use::change);

  // One that is there already. Throws Failure W96 when nothing was ever published in it, and the others.
  static ReleaseFolder published_in(const std::string& folder, Use use);

  // What stands in `site_folder`, by its manifest, as the release readers see; then all but the last five go. Files
  // that are the same as in the current release are the same file on disk, so that a release costs what changed; what
  // is damaged there is made anew. `state_folder` holds their stamps (may be empty: then they are read, as they are
  // when `fresh`). A site that stands there already gets its new origin. Throws Failure: W2, W17 the site changed
  // meanwhile.
  Release publish(const std::string& site_folder, const std::string& state_folder, const ReleaseOrigin& origin,
                  bool fresh, unsigned jobs);

  // Makes the release before the current one current, and names it. Throws Failure: W81 there is none, W94 it is
  // damaged.
  std::string roll_back(unsigned jobs);

  // By the link and the notes in the release; its files are not read. Throws Failure W95 when it is damaged.
  ShownRelease shown_release() const;

  // Every release, oldest first. Cost: reads them all.
  std::vector<CheckedRelease> check(unsigned jobs) const;

 private:
  std::vector<std::string> entries() const;  // of releases/; throws Failure W1
  std::vector<std::string> names() const;    // of all that looks like a release, oldest first
  std::vector<std::string> releases() const;
  bool has_release(const std::string& name) const;
  std::optional<StandingRelease> open_release(const std::string& name) const;
  std::string next_name() const;
  void remove_leftovers() const;
  SiteFiles open_stage();
  void write_current(const std::string& name) const;
  void keep_current() const;
  void remove_old() const;
  std::string shown(const std::string& below) const { return folder_ + "/" + below; }

  std::string folder_;
  OpenFile opened_;      // holds the lock, if it was taken
  OpenFile releases_;    // not open when nothing was published yet
  std::string current_;  // "" when there is none
};

// Throws Failure W95 when one of them is damaged.
void refuse_damaged(const std::string& folder, const std::vector<CheckedRelease>& releases);

}  // namespace traff
