// Notes between authors, which are no text of the page: <!-- … -->, and %% … %% as Obsidian has them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace traff {

struct CommentFree {
  std::string text;  // the file without its comments; has as many lines as before
  std::vector<std::uint32_t>
      emptied;                 // lines (1-based) that held nothing else, in order: no blank lines of the author's
  std::uint32_t first = 0;     // line of the first comment; 0 when there is none
  std::uint32_t unclosed = 0;  // line of a <!-- that never ends, which stays text; 0 when there is none
};

// Nothing when there is nothing of the kind. Code, fenced or in its line, is left alone. Cost: linear.
std::optional<CommentFree> hide_comments(std::string_view file);

// "Note:" in a presentation, and all to the end of its slide: what reveal.js shows to the speaker alone. Lines of them
// are left empty; `first` is their first line, counted from 1 in `body`. Nothing when there are none.
std::optional<CommentFree> hide_speaker_notes(std::string_view body);

}  // namespace traff
