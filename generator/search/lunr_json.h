// The index file, byte for byte as JSON.stringify(index) of lunr.js writes it.
#pragma once

#include <functional>
#include <string_view>

#include "search/lunr_index.h"

namespace traff {

// Takes the file piece by piece.
using TextSink = std::function<void(std::string_view)>;

// Never holds more than a few pieces of the file. Cost: linear in the file's size, but for sorting the terms.
void write_lunr_json(const LunrIndex& index, unsigned jobs, const TextSink& sink);

}  // namespace traff
