// `offline: ja`: the site as one file beside itself, the same that `traff pack` makes of the same content.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/site/loaded_site.h"

namespace traff {

struct OfflineZip {
  ContentId key;                      // names all it is made from
  std::uint64_t bytes = 0;            // how large it is, which the start page tells
  std::function<std::string()> make;  // the whole of it
};

struct OfflineOffer {
  std::optional<OfflineZip> zip;        // nothing when the site does not ask for one, and in a copy or a preview
  std::vector<Diagnostic> diagnostics;  // F57: the copy would not work without a network, so there is none
};

// How large the file is must be known before the start page is; so it is made now, unless an earlier build has told the
// state folder. Throws Failure W93.
OfflineOffer offer_offline_zip(const LoadedSite& site, const BuildOptions& options);

// The same without making anything: `bytes` is 0 when they are not known.
std::optional<OfflineZip> known_offline_zip(const LoadedSite& site, const BuildOptions& options);

// Tells the state folder how large it is.
void keep_offline_zip(const LoadedSite& site, const OfflineZip& zip);

}  // namespace traff
