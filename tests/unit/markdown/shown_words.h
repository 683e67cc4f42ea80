// The words of a text: runs of letters and digits, in order.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "markdown/document/document.h"

namespace traff {

std::vector<std::string> words_in(std::string_view text);

// What a reader of the page meets: title, facts, HTML without tags.
std::vector<std::string> shown_words(const ParsedDocument& parsed);

// The first of `words` that is not found, in this order, in `shown`; "" when all are.
std::string first_lost(const std::vector<std::string>& words, const std::vector<std::string>& shown);

}  // namespace traff
