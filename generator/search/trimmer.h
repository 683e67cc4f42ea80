// Cuts what is no part of a word from both ends of a token.
#pragma once

#include <span>
#include <string_view>

#include "base/language.h"
#include "base/unit_set.h"

namespace traff {

// What words are written with. Swedish: digits and the Latin script as lunr-languages lists it; English: A–Z, 0–9 and
// `_` alone, so that an å at the edge of a word goes.
UnitSet word_units(std::span<const Language> languages);

// May leave nothing: the empty term is a term.
std::u16string_view trim_token(std::u16string_view token, const UnitSet& word_units);

}  // namespace traff
