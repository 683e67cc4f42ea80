// The slides of a presentation: one Markdown file as the pieces that a page to read, a show and a print are made of.
// Found once per file, when it is parsed; depends on the document alone.
#pragma once

#include <cstdint>
#include <vector>

#include "markdown/document/document.h"

namespace traff {

inline constexpr std::uint32_t no_heading = 0xFFFFFFFF;

// Part of what an author wrote on one slide.
struct SlidePiece {
  enum class Kind : std::uint8_t {
    face,    // what everybody sees
    column,  // a sub-heading and what stands under it, beside the columns that come directly before and after it
    notes,   // what the speaker says
  };
  Kind kind = Kind::face;
  Range html;  // in DocumentBody::html
  bool operator==(const SlidePiece&) const = default;
};

struct Slide {
  std::uint32_t heading = no_heading;  // index into Document::headings of the one that names it
  std::vector<SlidePiece> pieces;      // in the order of the text
  bool operator==(const Slide&) const = default;
};

// The first slide shows the presentation's title; its pieces are what the text says under that, mostly nothing.
// Breaks are the rules (`---`) of the text, or, when it has none, its highest headings. A part with nothing to see
// belongs to the slide before it, and the footnotes are a slide of their own, the last. Cost: linear in the body.
std::vector<Slide> find_slides(const Document& document, const DocumentBody& body);

}  // namespace traff
