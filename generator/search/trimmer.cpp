#include "search/trimmer.h"

namespace traff {

namespace {

UnitSet english_units() { return UnitSet{{u'0', u'9'}, {u'A', u'Z'}, {u'_', u'_'}, {u'a', u'z'}}; }

// Script=Latin of Unicode 8 in the Basic Multilingual Plane, and ASCII's digits.
UnitSet latin_units() {
  return UnitSet{{u'0', u'9'},     {u'A', u'Z'},     {u'a', u'z'},     {0xAA, 0xAA},     {0xBA, 0xBA},
                 {0xC0, 0xD6},     {0xD8, 0xF6},     {0xF8, 0x2B8},    {0x2E0, 0x2E4},   {0x1D00, 0x1D25},
                 {0x1D2C, 0x1D5C}, {0x1D62, 0x1D65}, {0x1D6B, 0x1D77}, {0x1D79, 0x1DBE}, {0x1E00, 0x1EFF},
                 {0x2071, 0x2071}, {0x207F, 0x207F}, {0x2090, 0x209C}, {0x212A, 0x212B}, {0x2132, 0x2132},
                 {0x214E, 0x214E}, {0x2160, 0x2188}, {0x2C60, 0x2C7F}, {0xA722, 0xA787}, {0xA78B, 0xA7AD},
                 {0xA7B0, 0xA7B7}, {0xA7F7, 0xA7FF}, {0xAB30, 0xAB5A}, {0xAB5C, 0xAB64}, {0xFB00, 0xFB06},
                 {0xFF21, 0xFF3A}, {0xFF41, 0xFF5A}};
}

}  // namespace

UnitSet word_units(std::span<const Language> languages) {
  UnitSet units;
  for (const Language language : languages) units.add(language == Language::sv ? latin_units() : english_units());
  return units;
}

std::u16string_view trim_token(std::u16string_view token, const UnitSet& word_units) {
  while (!token.empty() && !word_units.has(token.front())) token.remove_prefix(1);
  while (!token.empty() && !word_units.has(token.back())) token.remove_suffix(1);
  return token;
}

}  // namespace traff
