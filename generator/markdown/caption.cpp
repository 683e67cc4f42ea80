#include "markdown/caption.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace traff {

namespace {

constexpr std::array<std::string_view, 6> caption_words{"Figur", "Bild", "Källa", "Figure", "Picture", "Source"};
constexpr std::array<std::string_view, 5> words_on_new_lines{"\nFigur", "\nBild", "\nKälla", "\nPicture", "\nSource"};

// The rest of "Figur 2: …" after the word: perhaps a number, and a colon.
bool is_number_and_colon(std::string_view rest) {
  if (rest.starts_with(' ')) {
    rest.remove_prefix(1);
    if (rest.empty() || !is_digit(rest.front())) return false;
    while (!rest.empty() && (is_digit(rest.front()) || rest.front() == '.')) rest.remove_prefix(1);
  }
  return rest.starts_with(':');
}

}  // namespace

bool begins_as_caption(std::string_view text) {
  return std::any_of(caption_words.begin(), caption_words.end(), [&](std::string_view word) {
    return text.starts_with(word) && is_number_and_colon(text.substr(word.size()));
  });
}

bool is_picture_line(std::string_view line) {
  line = trim(line);
  return line.starts_with("![") && line.ends_with(')');
}

bool may_hold_captions(std::string_view text) {
  if (text.find("![") == std::string_view::npos) return false;
  return std::any_of(words_on_new_lines.begin(), words_on_new_lines.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

}  // namespace traff
