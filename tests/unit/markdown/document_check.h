// What every parsed document promises, whatever its source.
#pragma once

#include <string>

#include "base/content_id.h"
#include "markdown/document/document.h"

namespace traff {

// "" or the first promise that is broken: ranges inside their texts, slots in order, blocks in their parents, headings
// with their ids once, UTF-8, tags in balance, bytes that come back the same, messages that point into the file.
std::string broken_promise(const ParsedDocument& parsed, const SourceText& source);

// "" or the first tag that is not closed in its place.
std::string unbalanced_tag(std::string_view html);

}  // namespace traff
