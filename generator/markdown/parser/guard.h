// Refuses, in one linear pass, the texts that make the Markdown parser explode in time or memory, before it
// sees them. The limits are far above any page a person writes.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/message.h"

namespace traff {

struct Refusal {
  std::uint32_t line = 0;  // of `text`, 1-based
  Code code;               // B2 … B8
};

// `text`: with LF line ends. Every limit has been held against the inputs it stops
// (tests/unit/markdown/guard_test.cpp).
std::optional<Refusal> find_refusal(std::string_view text);

}  // namespace traff
