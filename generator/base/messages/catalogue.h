// Every message the program can give about content or the world, in Swedish and English. One row per code of codes.h;
// docs/diagnostics.md has one section per row, and a test keeps the three in step.
// In a text {0}, {1} … stand for the message's arguments.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "base/diagnostic.h"
#include "base/messages/codes.h"

namespace traff {

struct MessageText {
  Code code;
  Severity severity;
  std::string_view sv;
  std::string_view en;
  std::string_view hint_sv;  // what to write instead; nothing is said when it comes out empty
  std::string_view hint_en;

  // Does not compile when what is said in a language leaves an argument of the code out, or wants one more.
  template <std::size_t Count>
  consteval MessageText(const MessageCode<Count>& of, Severity how_bad, std::string_view in_swedish,
                        std::string_view in_english, std::string_view cure_in_swedish, std::string_view cure_in_english)
      : code(of),
        severity(how_bad),
        sv(in_swedish),
        en(in_english),
        hint_sv(cure_in_swedish),
        hint_en(cure_in_english) {
    constexpr unsigned all = (1U << Count) - 1;
    if ((slots_in(sv) | slots_in(hint_sv)) != all || (slots_in(en) | slots_in(hint_en)) != all) throw "arguments";
  }
};

// Rows of one family of codes each.
std::span<const MessageText> text_messages();       // T: characters and words
std::span<const MessageText> structure_messages();  // S: structure of a page
std::span<const MessageText> fact_messages();       // F: dates, times, keys
std::span<const MessageText> site_messages();  // L links, P paths, M theme, G git, B what is too large, A accessibility
std::span<const MessageText> people_messages();     // U: people, and what should not be spread
std::span<const MessageText> reference_messages();  // R: literature and citations
std::span<const MessageText> failure_messages();    // W: the world failed

// Cost: one look into a sorted table. Asserts that the code has a row.
const MessageText& message_text(Code code);

}  // namespace traff
