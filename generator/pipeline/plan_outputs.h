// Which files the site consists of and how to find out what each is made of. Nothing is made here.
#pragma once

#include <memory>
#include <vector>

#include "base/diagnostic.h"
#include "base/parallel.h"
#include "output/output.h"
#include "pipeline/site/loaded_site.h"

namespace traff {

struct OfflineZip;

struct SitePlan {
  std::vector<Output> outputs;          // by path
  std::vector<Diagnostic> diagnostics;  // of addresses
  // Of links, page by page: there when the page's recipe has been asked for. Never resized: recipes write to it.
  std::vector<std::vector<Diagnostic>> page_diagnostics;
  std::vector<PageAddress> addresses;  // of the authors' pages, by path
  std::size_t pages = 0;
  std::shared_ptr<void> kept;  // what the makers refer to
};

enum class PlanUse { build, check };  // check: some files of a large site's search are left out

// `site` must outlive the plan. Cost: linear in pages; no page's view is made yet, but the words of a large site's
// search are counted when they are not known. `progress` may be null, and must outlive the plan. `zip` is the copy the
// site offers of itself, if it does.
SitePlan plan_outputs(const LoadedSite& site, PlanUse use, unsigned jobs, Progress* progress = nullptr,
                      const OfflineZip* zip = nullptr);

// Finds out what every output is made of, and thereby what is wrong with its links. For a run that writes nothing.
void examine_outputs(const SitePlan& plan, unsigned jobs);

}  // namespace traff
