// The index file, byte for byte as JSON.stringify(index) of lunr.js writes it.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "search/lunr_index.h"

namespace traff {

// Takes the file piece by piece.
using TextSink = std::function<void(std::string_view)>;

// What stands before the first vector and after the last term.
std::string lunr_json_start(const LunrIndex& index);
std::string lunr_json_end(const LunrIndex& index);

// Never holds more than a few pieces of the file. Cost: linear in the file's size, but for sorting the terms.
void write_lunr_json(const LunrIndex& index, unsigned jobs, const TextSink& sink);

}  // namespace traff
