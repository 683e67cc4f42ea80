// The träffar of a network as the steps of `::: process`.
#pragma once

#include <string>
#include <string_view>

#include "pages/site_context.h"

namespace traff {

// A list of links, in the order of the träffar; "" when the network has none. Cost: linear in its träffar.
std::string process_steps(NetworkIndex network, std::string_view address, const SiteContext& site);

}  // namespace traff
