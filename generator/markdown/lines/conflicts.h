// What git leaves in a file when two changes of it could not be put together: `<<<<<<<`, both texts with `=======`
// between them, and `>>>>>>>`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace traff {

struct Conflict {
  std::uint32_t line = 0;  // of `<<<<<<<`, or of another mark that stands alone; 1-based
  std::string ours;        // how the first text begins; "" when it is empty
  std::string theirs;      // and the second
};

// In any kind of text. Cost: one search when there is none.
std::vector<Conflict> find_conflicts(std::string_view file);

}  // namespace traff
