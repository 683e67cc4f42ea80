// The two languages the program speaks.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace traff {

enum class Language : std::uint8_t { sv, en };

inline std::string_view language_tag(Language language) { return language == Language::sv ? "sv" : "en"; }

// "sv", "sv-SE", "svenska" … and the same for English; nothing else.
std::optional<Language> parse_language(std::string_view text);

}  // namespace traff
