// What to write instead of a name that does not exist.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace traff {

struct NameHint {
  std::string sv;
  std::string en;
};

// "Menade du ”x”?", else the list when it is short enough to read, else nothing.
NameHint hint_for_name(std::string_view typed, std::span<const std::string_view> known);

}  // namespace traff
