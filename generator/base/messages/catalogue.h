// Every message the program can give about content or the world, in Swedish and English.
// One row per code; docs/diagnostics.md has one section per row, and a test keeps them in step.
// In a text {0}, {1} … stand for the diagnostic's arguments. Where a word depends on the
// language (a weekday), the caller passes both forms as arguments of their own.
#pragma once

#include <span>
#include <string_view>

#include "base/diagnostic.h"

namespace traff {

struct MessageText {
  std::string_view code;
  Severity severity;
  std::string_view sv;
  std::string_view en;
  std::string_view
      hint_sv;  // what to write instead; may be empty; left out when it names an argument that is not there
  std::string_view hint_en;
};

// Rows of one family of codes each.
std::span<const MessageText> text_messages();       // T: characters and words
std::span<const MessageText> structure_messages();  // S: structure of a page
std::span<const MessageText> fact_messages();       // F: dates, times, keys
std::span<const MessageText> site_messages();       // L links, P paths, M theme, G git
std::span<const MessageText> people_messages();     // U: what should not be spread
std::span<const MessageText> reference_messages();  // R: literature and citations
std::span<const MessageText> failure_messages();    // W: the world failed

// Cost: one hash lookup. Asserts that the code exists.
const MessageText& message_text(std::string_view code);

}  // namespace traff
