// JSON from outside: read, or refused with place and words for people. The only place that parses it into a tree.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/message.h"

namespace traff {

// Lists and objects in each other. Whoever walks such a tree needs no more stack than for these.
inline constexpr std::size_t deepest_json = 500;

struct JsonFlaw {
  std::size_t byte = 0;
  std::size_t line = 0;    // from 1
  std::size_t column = 0;  // from 1, in characters
  Words what;              // is wrong there, no full stop
};

// What is wrong with `text`; nothing when `value` has it. Never throws but for want of memory.
std::optional<JsonFlaw> read_json(std::string_view text, nlohmann::json& value);

// "rad 3, tecken 14: …"
Words placed_words(const JsonFlaw& flaw);

}  // namespace traff
