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

// Of what other networks may see of a document: where it is, what it is called, what it says in its front matter, which
// headings it has.
ContentId outline_id(const Document& document);

}  // namespace traff
