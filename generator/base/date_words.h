// The words of weekdays and months: as CLDR writes them, and all the ways people type them.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "base/language.h"

namespace traff {

std::string_view weekday_name(std::chrono::weekday day, Language language);        // "torsdag"
std::string_view short_weekday_name(std::chrono::weekday day, Language language);  // "tors"
std::string_view month_name(std::chrono::month month, Language language);          // "oktober"
std::string_view short_month_name(std::chrono::month month, Language language);    // "okt."

// A lower-case word without a full stop, in either language: "torsdagen", "tors", "tor", "thu".
std::optional<std::chrono::weekday> find_weekday(std::string_view word);

// "oktober", "okt", "oct", "sept" …
std::optional<std::chrono::month> find_month(std::string_view word);

// No word known here is longer than this, in bytes.
inline constexpr std::size_t longest_date_word = 12;

}  // namespace traff
