// `offline: ja`: the site as one file beside itself, the same that `traff pack` makes of the same content.
#pragma once

#include <optional>

#include "pipeline/make_site.h"
#include "pipeline/site/loaded_site.h"

namespace traff {

// How large the file is must be known before the start page is; so it is made now, unless an earlier build has told the
// state folder. Throws Failure W93.
OfflineOffer offer_offline_zip(const LoadedSite& site, const BuildOptions& options);

// The same without making anything: `bytes` is 0 when they are not known.
std::optional<OfflineZip> known_offline_zip(const LoadedSite& site, const BuildOptions& options);

// Tells the state folder how large it is.
void keep_offline_zip(const LoadedSite& site, const OfflineZip& zip);

}  // namespace traff
