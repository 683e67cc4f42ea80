// A Document as bytes and back, for the parse cache.
// The format has no version of its own; the cache is keyed by the program that wrote it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "markdown/document.h"

namespace traff {

std::string head_bytes(const Document& document);

// Nothing when the bytes are not what head_bytes gives. `path` is not stored: one text may stand at many paths.
std::optional<Document> parse_head(std::string_view bytes);

}  // namespace traff
