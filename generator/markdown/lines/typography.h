// Marks as a Swedish typesetter sets them, in text that is shown (never in code, addresses or keys).
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace traff {

// Swedish: ”…” and ’…’ for all quotation marks the parser made or the author typed as “ or ‘. English text is kept.
// Both: 13-16 → 13–16 between rising numbers, " - " → " – ". Dates such as 2019-10-10, telephone numbers and
// numbers inside words are left alone. Linear.
std::string typeset(std::string_view text, Language language);
void typeset_in_place(std::string& text, Language language);

// For words that are compared or searched: soft hyphens gone.
std::string without_soft_hyphens(std::string_view text);

}  // namespace traff
