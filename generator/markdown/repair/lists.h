// Bullets that are signs of their own in pasted text, not Markdown's: • · – — o § and those of symbol fonts (T1).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace traff {

// How much it takes to believe that the sign is a bullet.
enum class BulletProof : std::uint8_t {
  certain,      // nothing more
  dash,         // a dash in the middle of a paragraph may be punctuation
  small_letter  // "o " is a word's beginning unless other bullets stand near
};

struct ForeignBullet {
  std::string_view glyph;
  std::size_t indent = 0;  // columns
  std::size_t text = 0;    // byte offset of the item's words
  BulletProof proof = BulletProof::certain;
};

// A bullet first in `line` with words after it.
std::optional<ForeignBullet> read_foreign_bullet(std::string_view line);

}  // namespace traff
