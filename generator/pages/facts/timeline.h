// The year of a network as a drawing: its days along a line, the time on the own school between them, redovisningar
// below. Made once per network's page and once for its letter, where the same days stand as text.
#pragma once

#include <string>

#include "pages/addresses/site_context.h"

namespace traff {

// A <figure> as wide as its place, so that its words keep their size; it holds no links. "" when fewer than three days
// are known or they are more than two years apart. Cost: linear in the network's days and pages.
std::string timeline(NetworkIndex network, const SiteContext& site);

}  // namespace traff
