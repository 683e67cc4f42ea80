// One quick look at a text: which repairs could have anything to do. Most texts need none.
#pragma once

#include <string_view>

namespace traff {

struct RepairTriggers {
  bool line_ends = false;   // a CR or a byte order mark
  bool characters = false;  // anything that may not be NFC or is invisible, private, a ligature, a no-break space
  bool fences = false;      // ``` or ~~~ or raw HTML
  bool residue = false;     // what Word leaves behind
  bool contents = false;    // a line that may head a contents list
  bool bullets = false;     // bullets that are not Markdown, check marks
  bool letters = false;     // "a) "
  bool late_lists = false;  // a number above 3 that may begin a list
  bool tabs = false;
  bool link_spaces = false;  // "](mitt brev.pdf)"
  bool headings = false;  // '#' without a space; with slide breaks, also `---`
  bool indents = false;   // four columns or more before text

  bool any() const {
    return line_ends || characters || residue || contents || bullets || letters || late_lists || tabs || link_spaces ||
           headings || indents;
  }
};

// May say yes too often, never too seldom. Cost: about a nanosecond per byte.
RepairTriggers find_triggers(std::string_view text, bool slide_breaks);

// The `characters` of a single line.
bool has_doubtful_character(std::string_view line);

}  // namespace traff
