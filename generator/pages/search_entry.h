// What a search can find: a page, a part of it under one heading, a slide, a work of its literature.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "course/section_text.h"
#include "pages/site_context.h"

namespace traff {

struct SearchEntry {
  std::string anchor;    // of the page, without '#'; "" for the page itself
  std::string title;     // of the heading, slide or work; the page's own for the page itself
  std::string headings;  // those it stands under, a line each; for the page itself its subtitle and its network
  std::string text;
  std::string excerpt;   // how the text begins
};

// The page itself first, then in the order of the text. `sections` are those of the document. Pure.
std::vector<SearchEntry> search_entries(DocumentIndex document, std::vector<SectionText> sections,
                                        std::span<const Document> documents, const Course& course);

// The first words of a text on one line, up to some 160 characters.
std::string excerpt_of(std::string_view text);

}  // namespace traff
