// Which files the site consists of and how to find out what each is made of. Nothing is made here.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/parallel.h"
#include "output/output.h"
#include "pipeline/site/loaded_site.h"
#include "pipeline/site_layout.h"

namespace traff {

// The copy that a site offers of itself.
struct OfflineZip {
  ContentId key;                      // names all it is made from
  std::uint64_t bytes = 0;            // how large it is, which the start page tells
  std::function<std::string()> make;  // the whole of it
};

struct PlanOrder {
  unsigned jobs = 0;
  bool may_count = true;         // the words of a large site, for its search; else those files are left out
  Progress* progress = nullptr;  // must outlive the plan
  const OfflineZip* zip = nullptr;
};

struct SitePlan {
  std::vector<Output> outputs;          // by path
  std::vector<Diagnostic> diagnostics;  // of addresses, and of the logo
  std::vector<PageAddress> addresses;   // of the authors' pages, by path
  std::size_t pages = 0;
};

// `site` and `layout` must outlive the plan. Cost: linear in pages; no page's view is made yet, but the words of a
// large site's search are counted when they are not known.
SitePlan plan_outputs(const LoadedSite& site, const SiteLayout& layout, const PlanOrder& order);

}  // namespace traff
