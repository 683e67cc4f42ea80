// Words numbered 0, 1, 2 … in the order they are first met. A hash table with open addressing over one long text:
// millions of look-ups are most of what building an index costs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace traff {

class WordNumbers {
 public:
  WordNumbers();

  struct Found {
    std::uint32_t number = 0;
    bool is_new = false;
  };
  Found number_of(std::u16string_view word);

  // Valid until the next new word.
  std::u16string_view word(std::uint32_t number) const;
  std::size_t size() const { return ends_.size(); }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = 0;
  };
  void grow();

  std::u16string text_;              // the words one after the other
  std::vector<std::size_t> ends_;    // of each word in the text
  std::vector<Slot> slots_;          // a power of two, half of them empty at least
};

}  // namespace traff
