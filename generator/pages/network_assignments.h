// Redovisningar as pages show them.
#pragma once

#include <vector>

#include "pages/site_context.h"
#include "theme/view.h"

namespace traff {

// "Redovisning C: Ledarskapets kommunikation"; the title alone without a letter.
std::string assignment_title(const Assignment& assignment, const SiteContext& site);

// Those that have a page, by letter.
std::vector<Assignment> shown_assignments(NetworkIndex network, const SiteContext& site);

// `assignments` of a network's page; with `presented_at`, of that träff's page and of the time before it.
std::vector<View> assignment_views(NetworkIndex network, std::string_view address, const SiteContext& site,
                                   MeetingIndex presented_at = no_index);

}  // namespace traff
