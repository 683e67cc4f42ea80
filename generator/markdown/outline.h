// Heading levels and ids: one <h1> per page (the title), then levels without gaps, each id once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace traff {

class Outline {
 public:
  struct Placed {
    std::uint8_t level = 2;     // as shown, 2 … 6
    std::uint8_t expected = 2;  // the deepest level that would not have jumped, as the author counts (`#` = 1)
    bool jumps = false;         // the author skipped a level
  };

  // `title_level`: the author's level of the heading that became the page's title; 0 when it came from a key.
  // `slides_have_ids`: no heading gets the id of a slide ("bild-2").
  explicit Outline(std::uint8_t title_level, bool slides_have_ids = false);

  // Takes headings in document order, with the level as written.
  Placed place(std::uint8_t written_level);

  // A slug of the text, "-2", "-3" … added when taken.
  std::string make_id(std::string_view text);

 private:
  std::vector<std::uint8_t> open_;  // written levels of the headings around the next one
  bool title_is_open_ = false;      // the first of open_ is the title itself
  bool slides_have_ids_ = false;
  std::unordered_map<std::string, std::uint32_t> taken_;
};

}  // namespace traff
