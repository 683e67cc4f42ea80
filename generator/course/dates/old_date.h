// A date that a copied network still has from the year before: "[gammalt datum: torsdag 10 oktober 2019]". Written by
// `traff new läsår`, told by F25 until somebody writes the new date in its place, and never taken for a date.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "markdown/document/document.h"

namespace traff {

struct OldDate {
  std::uint32_t line = 0;
  std::string text;  // the whole bracket
};

// "10 oktober" → "[gammalt datum: 10 oktober]"
std::string marked_as_old(std::string_view date, Language language);

bool has_old_date(std::string_view text);

// The whole brackets, a hundred at most.
std::vector<std::string_view> old_dates_in(std::string_view text);

// Of a page's body, without its facts. Cost: linear; more than a hundred in one file are not counted.
std::vector<OldDate> find_old_dates(const DocumentBody& body);

}  // namespace traff
