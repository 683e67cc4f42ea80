// How large something was that is costly to make: a few lines in the state folder, the newest first.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/content_id.h"

namespace traff {

// Nothing when it is not known, or the folder cannot be read.
std::optional<std::uint64_t> find_size_note(const std::string& state_folder, std::string_view name, const ContentId& key);

void keep_size_note(const std::string& state_folder, std::string_view name, const ContentId& key, std::uint64_t size);

}  // namespace traff
