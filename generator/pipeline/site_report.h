// What a run over a site has to tell, put together when its recipes have been asked for.
#pragma once

#include <optional>
#include <vector>

#include "pipeline/plan_outputs.h"
#include "pipeline/site/build_options.h"
#include "pipeline/site/loaded_site.h"

namespace traff {

// `found`: what is wrong with the pages, by their makers.
BuildReport make_report(const LoadedSite& site, const SitePlan& plan, std::vector<Diagnostic> found,
                        const std::optional<Date>& today, const StageClock& clock);

}  // namespace traff
