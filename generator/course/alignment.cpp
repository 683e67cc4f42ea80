#include "course/alignment.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

namespace traff {

namespace {

// Of what differs, on each side: a table of both is looked through.
constexpr std::size_t longest_table_side = 400;

using Items = std::span<const std::string_view>;

struct Match {
  std::size_t before = 0;
  std::size_t after = 0;
};

std::vector<Match> longest_common(Items before, Items after) {
  const std::size_t width = after.size() + 1;
  std::vector<std::uint16_t> length((before.size() + 1) * width);
  for (std::size_t i = before.size(); i-- > 0;) {
    for (std::size_t j = after.size(); j-- > 0;) {
      length[i * width + j] = before[i] == after[j] ? static_cast<std::uint16_t>(length[(i + 1) * width + j + 1] + 1)
                                                    : std::max(length[(i + 1) * width + j], length[i * width + j + 1]);
    }
  }
  std::vector<Match> matches;
  for (std::size_t i = 0, j = 0; i < before.size() && j < after.size();) {
    if (before[i] == after[j]) matches.push_back({i++, j++});
    else if (length[(i + 1) * width + j] >= length[i * width + j + 1]) ++i;
    else ++j;
  }
  return matches;
}

// The next of the same words each time, so that nothing is compared twice.
std::vector<Match> quick_common(Items before, Items after) {
  std::unordered_map<std::string_view, std::vector<std::size_t>> places;
  for (std::size_t j = after.size(); j-- > 0;) places[after[j]].push_back(j);
  std::vector<Match> matches;
  std::size_t next = 0;
  for (std::size_t i = 0; i < before.size(); ++i) {
    const auto found = places.find(before[i]);
    if (found == places.end()) continue;
    std::vector<std::size_t>& left = found->second;
    while (!left.empty() && left.back() < next) left.pop_back();
    // A jump over half of what is left would part everything in between.
    if (left.empty() || left.back() - next > (after.size() - next) / 2 + longest_table_side) continue;
    next = left.back() + 1;
    matches.push_back({i, left.back()});
  }
  return matches;
}

}  // namespace

std::vector<AlignedPair> align(Items before, Items after) {
  const std::size_t shorter = std::min(before.size(), after.size());
  std::size_t head = 0;
  while (head < shorter && before[head] == after[head]) ++head;
  std::size_t tail = 0;
  while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) ++tail;
  const Items old_middle = before.subspan(head, before.size() - head - tail);
  const Items new_middle = after.subspan(head, after.size() - head - tail);
  const bool is_short = old_middle.size() <= longest_table_side && new_middle.size() <= longest_table_side;
  std::vector<Match> matches = is_short ? longest_common(old_middle, new_middle) : quick_common(old_middle, new_middle);
  for (Match& match : matches) match = {match.before + head, match.after + head};
  for (std::size_t i = 0; i < tail; ++i) matches.push_back({before.size() - tail + i, after.size() - tail + i});
  std::vector<AlignedPair> pairs;
  std::size_t i = 0;
  std::size_t j = 0;
  const auto take_until = [&](std::size_t old_end, std::size_t new_end) {
    while (i < old_end) pairs.push_back({i++, std::nullopt});
    while (j < new_end) pairs.push_back({std::nullopt, j++});
  };
  for (; i < head; ++i, ++j) pairs.push_back({i, j});
  for (const Match& match : matches) {
    take_until(match.before, match.after);
    pairs.push_back({i++, j++});
  }
  take_until(before.size(), after.size());
  return pairs;
}

}  // namespace traff
