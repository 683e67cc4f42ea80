// Releases of a site side by side in one folder, and a link `current` that names the one readers see:
//
//   DIR/releases/000011/   DIR/releases/000012/   DIR/current -> releases/000012
//
// A release is whole before the link is moved, and moving it is one step of the file system: a reader, or a run that
// dies, sees the old site or the new, never a mixture.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "output/open_file.h"

namespace traff {

struct Release {
  std::string name;       // "000012"
  bool is_new = false;    // false: the current one says the same already
  std::size_t files = 0;
  std::size_t changed = 0;  // files that differ from the release before
};

class ReleaseFolder {
 public:
  // Makes the folder when missing and takes its lock. Throws Failure: W2, W3 busy, W80 `current` is not ours.
  explicit ReleaseFolder(const std::string& folder);

  // What stands in `site_folder`, by its manifest, as the release readers see; then all but the last five go. Files
  // that are the same as in the current release are the same file on disk, so that a release costs what changed.
  // Throws Failure: W2, W17 the site changed meanwhile.
  Release publish(const std::string& site_folder, unsigned jobs);

  // Makes the release before the current one current, and names it. Throws Failure W81 when there is none.
  std::string roll_back();

 private:
  std::vector<std::string> releases() const;  // by name, oldest first
  void make_current(const std::string& name) const;
  void remove_old(const std::string& current) const;

  std::string folder_;
  OpenFile opened_;  // holds the lock
  std::string current_;  // "" when there is none
};

}  // namespace traff
