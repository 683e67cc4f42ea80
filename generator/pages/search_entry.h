// What a search can find: a page, a part of it under one heading, a slide, a work of its literature.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "course/body/section_text.h"
#include "pages/addresses/site_context.h"

namespace traff {

struct SearchEntry {
  std::string anchor;    // of the page, without '#'; "" for the page itself
  std::string title;     // of the heading, slide or work; the page's own for the page itself
  std::string headings;  // those it stands under, a line each; for the page itself its subtitle and its network
  std::string text;
  std::string excerpt;  // how the text begins, see excerpt_of
};

// The page itself first, then in the order of the text. `sections` are those of the document, `excerpt_bytes` how long
// excerpts may be. Pure.
std::vector<SearchEntry> search_entries(DocumentIndex document, std::vector<SectionText> sections,
                                        std::span<const Document> documents, const Course& course,
                                        std::size_t excerpt_bytes);

// How much of a text a result shows at first, and how much is enough to choose from where the words are found; bytes.
inline constexpr std::size_t short_excerpt = 170, long_excerpt = 800;

// The first words of a text on one line, " …" after them when there is more.
std::string excerpt_of(std::string_view text, std::size_t most_bytes);

}  // namespace traff
