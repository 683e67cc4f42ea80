#include "base/text.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

using namespace traff;

namespace {

// The whole table of Damerau and Levenshtein, for words of ASCII.
std::size_t whole_distance(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        cost[i][j] = i + j;
        continue;
      }
      cost[i][j] =
          std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  }
  return cost[a.size()][b.size()];
}

}  // namespace

TEST_CASE("the distance of two words is right up to two, and three for all that is more") {
  std::uint32_t seed = 11;
  const auto next = [&](std::uint32_t below) {
    seed = seed * 1664525 + 1013904223;
    return (seed >> 8) % below;
  };
  for (int round = 0; round < 20'000; ++round) {
    std::string a;
    for (std::uint32_t size = next(9); a.size() < size;) a += static_cast<char>('a' + next(3));
    std::string b = a;
    for (std::uint32_t edits = next(4); edits > 0; --edits) {
      const std::size_t at = next(static_cast<std::uint32_t>(b.size()) + 1);
      if (next(2) == 0)
        b.insert(at, 1, static_cast<char>('a' + next(3)));
      else if (at < b.size())
        b.erase(at, 1);
    }
    INFO(a << " " << b);
    REQUIRE(edit_distance(a, b) == std::min<std::size_t>(whole_distance(a, b), 3));
  }
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("", "ab") == 2);
  CHECK(edit_distance("åäö", "aäö") == 1);
}

TEST_CASE("the nearest name is the one with fewest slips, and none when two are as near") {
  const std::vector<std::string_view> names{"plats", "datum", "platser", "tid"};
  CHECK(nearest_name("plasts", names) == "plats");
  CHECK(nearest_name("datmu", names) == "datum");
  CHECK(nearest_name("platse", names) == std::nullopt);
  CHECK(nearest_name("tit", names) == "tid");
  CHECK(nearest_name("ti", names) == "tid");
  CHECK(nearest_name("kontakt", names) == std::nullopt);
}
