// A note in the site while files are being written: which new paths this build makes. Found by the next run
// when this one died, it tells Träff's own half-built site from strangers' files.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "output/site_files.h"

namespace traff {

class UnfinishedBuild {
 public:
  // Reads the note of an earlier run, if there is one. Throws Failure W1.
  explicit UnfinishedBuild(const SiteFiles& files);

  // Whether some build, an earlier run's or this one's, began and did not end.
  bool is_open() const { return open_; }

  // What that build may have written beyond the manifest.
  const std::set<std::string, std::less<>>& paths() const { return paths_; }

  // Before the first byte is written. What an earlier run noted stays noted. Throws Failure W2.
  void begin(const SiteFiles& files, const std::vector<std::string>& new_paths);

  // After the manifest is written. Throws Failure W2.
  void end(const SiteFiles& files);

 private:
  std::set<std::string, std::less<>> paths_;
  bool open_ = false;
};

}  // namespace traff
