// For whom something is: the words after `målgrupp`, or in the column För vem. Two spellings are one audience when
// only capitals, marks and spaces differ. What names none is for everyone.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "course/model/course.h"

namespace traff {

// More than a reader can choose among; the rest of a longer list is shown but not offered.
inline constexpr std::size_t most_audiences = 24;

// "Processledare, Skolledare" → two. Words for everyone ("alla") and empty parts are left out.
std::vector<Audience> parse_audiences(std::string_view words);

// Whether it names the audience, or nobody.
bool is_for(const Occasion& occasion, std::string_view key);

// Those that the dated occasions of a network name, in the order of its own list, then of the calendar; none when they
// are fewer than two, as there is nothing to choose. Cost: linear in the occasions.
std::vector<Audience> audiences_of(const Network& network, const Course& course, std::span<const Document> documents);

}  // namespace traff
