// The order in which JavaScript lists the keys of an object.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace traff {

// Whether a key is listed before all others: "0", "10", up to 4294967294, without a leading zero.
bool is_array_index(const std::string& key);

// Positions in `keys`: those that look like array indices by value, then the rest as they are given.
std::vector<std::uint32_t> key_order(const std::vector<std::string>& keys);

}  // namespace traff
