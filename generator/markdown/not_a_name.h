// Words that stand before a year in parentheses without being anybody's name: statutes, months, school years, places.
#pragma once

#include <string_view>

namespace traff {

// A word about which nothing is said as a citation, for it is one of the above; `comparable` as comparable_name.
bool is_never_a_name(std::string_view comparable);

// "Skollagen", "SFS", "SOU", "prop." …, which have a number of their own after the year.
bool is_statute(std::string_view comparable);

// Words a sentence begins with before a name: "Enligt", "Hos", "Som".
bool is_sentence_opener(std::string_view comparable);

}  // namespace traff
