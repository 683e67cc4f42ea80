// What the program is made of and started in: its commit, the language of the locale, and who reads what it prints.
#pragma once

#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

#include "base/message.h"

namespace traff {

// "sv_SE.UTF-8" → Swedish, any other language → English; nothing for "", "C" and "POSIX".
std::optional<Language> language_of_locale(std::string_view locale);

// Of the first of LC_ALL, LC_MESSAGES and LANG that says something.
std::optional<Language> locale_language();

// Whether a terminal shows what is written to it.
bool is_terminal(std::FILE* stream);

enum class ColourWish : std::uint8_t { automatic, always, never };

// Automatic: on a terminal that can, unless NO_COLOR is set to anything.
bool shows_colour(std::FILE* stream, ColourWish wish);

// The first digits of the commit of the program's own repository that it was built of; "" when nobody knows, as of an
// archive of the sources.
std::string built_from();

}  // namespace traff
