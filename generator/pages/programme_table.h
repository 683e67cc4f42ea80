// The table of `::: program`: when, where and what over the whole year, from the träffar and the time between.
#pragma once

#include <string>
#include <string_view>

#include "pages/site_context.h"

namespace traff {

// "" when the network has nothing dated.
std::string programme_table(NetworkIndex network, std::string_view address, const SiteContext& site);

}  // namespace traff
