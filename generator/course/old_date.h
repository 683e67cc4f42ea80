// A date that a copied network still has from the year before: "[gammalt datum: torsdag 10 oktober 2019]". Written by
// `traff new läsår`, told by F25 until somebody writes the new date in its place, and never taken for a date.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "course/course.h"

namespace traff {

struct BodyFacts;

struct OldDate {
  std::uint32_t line = 0;
  std::string text;  // the whole bracket
};

// "10 oktober" → "[gammalt datum: 10 oktober]"
std::string marked_as_old(std::string_view date, Language language);

bool has_old_date(std::string_view text);

// Of a page's body, without its facts. Cost: linear; more than a hundred in one file are not counted.
std::vector<OldDate> find_old_dates(const DocumentBody& body);

// F25 for each, in the facts, titles and texts of published pages.
void check_old_dates(std::span<const Document> documents, std::span<const BodyFacts> facts, Course& course);

}  // namespace traff
