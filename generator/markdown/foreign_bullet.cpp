#include "markdown/foreign_bullet.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"
#include "markdown/line_marks.h"

namespace traff {

namespace {

// What must follow the glyph.
enum class After : std::uint8_t { anything, space, space_and_letter, tab };

struct Glyph {
  std::string_view bytes;
  After after;
  BulletProof proof;
};

constexpr std::array glyphs{
    Glyph{"•", After::anything, BulletProof::certain},
    Glyph{"·", After::anything, BulletProof::certain},
    Glyph{"\xEF\x82\xB7", After::anything, BulletProof::certain},  // U+F0B7, Symbol
    Glyph{"\xEF\x82\xA7", After::anything, BulletProof::certain},  // U+F0A7, Wingdings
    Glyph{"▪", After::anything, BulletProof::certain},
    Glyph{"●", After::anything, BulletProof::certain},
    Glyph{"◦", After::anything, BulletProof::certain},
    Glyph{"‣", After::anything, BulletProof::certain},
    Glyph{"○", After::space, BulletProof::certain},
    Glyph{"■", After::space, BulletProof::certain},
    Glyph{"–", After::space, BulletProof::dash},
    Glyph{"—", After::space, BulletProof::dash},
    Glyph{"§", After::space_and_letter, BulletProof::certain},  // "§ 5" is a paragraph of a statute
    Glyph{"o\t", After::tab, BulletProof::certain},
    Glyph{"o", After::space, BulletProof::small_letter},
};

bool has_words(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at += code_point_size(text, at)) {
    if (is_digit(text[at]) || is_letter(code_point_at(text, at))) return true;
  }
  return false;
}

std::size_t space_size(std::string_view text) {
  std::size_t size = 0;
  for (;;) {
    const std::string_view rest = text.substr(size);
    if (rest.starts_with(' ') || rest.starts_with('\t')) {
      ++size;
    } else if (rest.starts_with("\xC2\xA0")) {
      size += 2;
    } else {
      return size;
    }
  }
}

bool is_followed_well(std::string_view glyph_on, const Glyph& glyph, std::size_t space) {
  const std::string_view words = glyph_on.substr(glyph.bytes.size() + space);
  switch (glyph.after) {
    case After::anything:
    case After::tab: return has_words(words);
    case After::space: return space > 0 && has_words(words);
    case After::space_and_letter: return space > 0 && !words.empty() && is_letter(code_point_at(words, 0));
  }
  return false;
}

}  // namespace

std::optional<ForeignBullet> read_foreign_bullet(std::string_view line) {
  const WhiteSpace indent = leading_space(line);
  const std::string_view rest = line.substr(indent.bytes);
  for (const Glyph& glyph : glyphs) {
    if (!rest.starts_with(glyph.bytes)) continue;
    const std::size_t space = space_size(rest.substr(glyph.bytes.size()));
    if (!is_followed_well(rest, glyph, space)) return std::nullopt;
    const std::string_view name = glyph.after == After::tab ? "o" : glyph.bytes;
    return ForeignBullet{name, indent.columns, indent.bytes + glyph.bytes.size() + space, glyph.proof};
  }
  return std::nullopt;
}

}  // namespace traff
