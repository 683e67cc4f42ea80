#include "base/nearest_name.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"

namespace traff {

namespace {

std::u32string code_points(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size(); at += code_point_size(text, at)) points += code_point_at(text, at);
  return points;
}

}  // namespace

std::size_t edit_distance(std::string_view a_text, std::string_view b_text) {
  const std::u32string a = code_points(a_text);
  const std::u32string b = code_points(b_text);
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  }
  return cost[a.size()][b.size()];
}

std::optional<std::string_view> nearest_name(std::string_view typed, std::span<const std::string_view> known) {
  std::optional<std::string_view> nearest;
  std::size_t least = 3;
  for (const std::string_view name : known) {
    const std::size_t longest = std::max(code_point_count(typed), code_point_count(name));
    const std::size_t distance = edit_distance(typed, name);
    if (distance > 2 || distance * 3 > longest) continue;
    if (distance < least) {
      least = distance;
      nearest = name;
    } else if (distance == least && nearest != name) {
      nearest.reset();
    }
  }
  return nearest;
}

}  // namespace traff
