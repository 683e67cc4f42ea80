// Which files the site consists of and what each is made of, all of them, every time. Nothing is made here.
#pragma once

#include <memory>
#include <vector>

#include "base/diagnostic.h"
#include "output/output.h"
#include "pipeline/loaded_site.h"

namespace traff {

struct SitePlan {
  std::vector<Output> outputs;          // by path
  std::vector<Diagnostic> diagnostics;  // of links and addresses
  std::vector<PageAddress> addresses;   // of the authors' pages, by path
  std::size_t pages = 0;
  std::shared_ptr<void> kept;           // what the makers refer to
};

// `site` must outlive the plan. Cost: linear in pages; the views are made in parallel and dropped.
SitePlan plan_outputs(const LoadedSite& site, unsigned jobs);

}  // namespace traff
