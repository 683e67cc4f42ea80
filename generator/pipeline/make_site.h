// One site from loaded content: laid out, planned, made, written. What `traff build`, copies and publications share.
#pragma once

#include <optional>
#include <vector>

#include "base/diagnostic.h"
#include "pipeline/plan_outputs.h"
#include "pipeline/site/build_options.h"
#include "pipeline/site/loaded_site.h"

namespace traff {

// The copy that a site offers of itself, or why it offers none.
struct OfflineOffer {
  std::optional<OfflineZip> zip;        // nothing when the site does not ask for one, and in a copy or a preview
  std::vector<Diagnostic> diagnostics;  // F57: the copy would not work without a network, so there is none
};

// Content mistakes are in the report and never stop it. Throws Failure when the world fails; the old site is whole
// then.
BuildReport make_site(LoadedSite& site, const BuildOptions& options, const OfflineOffer& offer, StageClock& clock);

// The site without any copy of itself. Throws Failure too when the content cannot be read or a template is broken.
BuildReport make_site(const BuildOptions& options);

// The same report without writing anything.
BuildReport examine_site(LoadedSite& site, const BuildOptions& options, const OfflineOffer& offer, StageClock& clock);

}  // namespace traff
