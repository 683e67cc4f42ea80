// The folder a site is written to: one writer at a time, strangers' files untouched, every file whole.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/content_id.h"
#include "base/diagnostic.h"
#include "output/manifest.h"
#include "output/output.h"

namespace traff {

struct WriteReport {
  std::size_t made = 0;                 // outputs whose bytes were made this time
  std::size_t written = 0;              // of these, files whose bytes differed
  std::size_t kept = 0;                 // outputs whose ingredients had not changed
  std::size_t removed = 0;              // files of an earlier build that the plan no longer has
  std::size_t bytes = 0;                // of the whole site
  std::vector<Diagnostic> diagnostics;  // of the recipes that were asked for, by the plan's order
};

class SiteFolder {
 public:
  // Makes the folder when missing and takes its lock. `state_folder` holds the stamps of written files
  // (may be unwritable or empty: then every kept file is read and compared).
  // Throws Failure: W2 no permission, W3 locked (names the process). That the folder does not hold the content
  // itself (W4) is for the caller to see to.
  SiteFolder(std::string folder, std::string state_folder);
  ~SiteFolder();

  // As the last build left it; empty when missing, broken or from another version.
  const Manifest& manifest() const;

  // Makes what changed, writes what differs (temporary name, then rename), removes what is gone, then
  // writes the manifest. An output file that was edited or deleted since is made again. A plan path where
  // something stands that no manifest lists: taken over when the bytes are equal, else W5 before anything is
  // written. `fresh` ignores the manifest's ingredients and the stamps. Where the manifest
  // itself is broken, every file the plan names counts as listed. Stops at the first Failure (W2: disk full, no
  // permission); what was written until then is whole, and the next build mends the rest.
  WriteReport write(std::span<const Output> plan, const ContentId& generator, bool fresh, unsigned jobs);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace traff
