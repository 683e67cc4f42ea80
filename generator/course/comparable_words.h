// Text as it is compared with an earlier version of itself: what readers would not call a change is the same here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace traff {

// The words, one space between them, whatever white space stood there; every dash '-', every quotation mark '"'.
std::string comparable_words(std::string_view text);

// The words as they stand, apart at white space, no-break spaces included.
std::vector<std::string_view> split_words(std::string_view text);

// How many words of both texts the other has too, in per cent of them all; of two empty texts 100. 0, at once, when one
// is more than three times as long, so that a list of texts can be held against another. Cost: linear.
int shared_words(std::string_view before, std::string_view after);

}  // namespace traff
