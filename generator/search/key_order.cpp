#include "search/key_order.h"

#include <algorithm>
#include <charconv>
#include <numeric>

namespace traff {

namespace {

constexpr std::uint64_t not_index = ~std::uint64_t{0};

std::uint64_t index_value(const std::string& key) {
  std::uint64_t value = 0;
  const char* const end = key.data() + key.size();
  const auto [stopped, error] = std::from_chars(key.data(), end, value);
  if (key.empty() || key.size() > 10 || error != std::errc() || stopped != end) return not_index;
  const bool leading_zero = key[0] == '0' && key.size() > 1;
  return leading_zero || value > 4'294'967'294 ? not_index : value;
}

}  // namespace

bool is_array_index(const std::string& key) { return index_value(key) != not_index; }

std::vector<std::uint32_t> key_order(const std::vector<std::string>& keys) {
  std::vector<std::uint64_t> values(keys.size());
  std::transform(keys.begin(), keys.end(), values.begin(), index_value);
  std::vector<std::uint32_t> order(keys.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return values[a] < values[b]; });
  return order;
}

}  // namespace traff
