// `offline: ja`: the site as one file beside itself, the same that `traff pack` makes of the same content.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "pipeline/loaded_site.h"

namespace traff {

struct OfflineZip {
  ContentId key;                      // names all it is made from
  std::uint64_t bytes = 0;            // how large it is, which the start page tells
  std::function<std::string()> make;  // the whole of it
};

// Nothing when the site does not ask for one, and in a copy or a preview. How large the file is must be known before
// the start page is; so it is made now, unless an earlier build has told the state folder. Throws Failure W90, W93.
std::optional<OfflineZip> find_offline_zip(const LoadedSite& site, const BuildOptions& options);

// Tells the state folder how large it is.
void keep_offline_zip(const LoadedSite& site, const OfflineZip& zip);

}  // namespace traff
