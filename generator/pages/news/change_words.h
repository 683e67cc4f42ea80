// A change of a document in the words of readers: "Ny tid: 09.00–15.00 (förut 09.00–16.00)".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "course/changes/document_changes.h"
#include "theme/theme.h"

namespace traff {

// One line. What an author wrote of people is not told once it is gone.
std::string change_words(const DocumentChange& change, const Theme& theme);

// "Ny sida", "Borttagen", "Flyttad"; "" for a page that is changed where it is.
std::string page_state(PageNews::Kind kind, const Theme& theme);

// What stands over the list of changes.
std::string news_intro(const NetworkNews& news, const Course& course, const Theme& theme);

// Of long lists only the beginning is told.
inline constexpr std::size_t most_told_changes = 8;
inline constexpr std::size_t most_told_pages = 100;

// What is new as plain text, to be pasted into a letter.

// Each page with its changes under it and its address, "" when there are none. `documents` are those of the site.
std::string changes_text(const std::vector<PageNews>& pages, const std::vector<Document>& documents,
                         const Course& course, const Theme& theme);

}  // namespace traff
