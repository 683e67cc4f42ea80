// The shape of .traff-manifest.json, shared by its writer and its reader:
//
//   {"format": 1,
//   "generator": "<id>",
//   "shared": [
//   ["theme","<id>"]
//   ],
//   "outputs": {
//   "a/b.html": ["<id of the bytes>","text","<id>",0]
//   }}
//
// A number stands for a shared ingredient: one that several outputs have, told once, so that a new theme
// is one changed line.
#pragma once

namespace traff::manifest_format {

inline constexpr unsigned version = 1;

inline constexpr const char* format_key = "format";
inline constexpr const char* generator_key = "generator";
inline constexpr const char* shared_key = "shared";
inline constexpr const char* outputs_key = "outputs";

}  // namespace traff::manifest_format
