// A set of UTF-16 units, asked for each unit of a text: separators, the letters of words. 8 kB.
#pragma once

#include <bitset>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>

namespace traff {

class UnitSet {
 public:
  UnitSet() = default;
  // First and last unit of each range.
  explicit UnitSet(std::initializer_list<std::pair<char16_t, char16_t>> ranges);

  bool has(char16_t unit) const { return units_[unit]; }
  void add(char16_t first, char16_t last);
  void add(const UnitSet& other) { units_ |= other.units_; }

 private:
  std::bitset<0x10000> units_;
};

// The units in which a JavaScript pattern (`[\s\-]+`, without flag u) finds something when each is a string of its own,
// so that look-arounds see its ends. Nothing when it is no pattern. Cost: a match for each of 65 536 units.
std::optional<UnitSet> find_units(std::string_view pattern);

}  // namespace traff
