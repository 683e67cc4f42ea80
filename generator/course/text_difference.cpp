#include "course/text_difference.h"

#include "course/alignment.h"
#include "course/comparable_words.h"

namespace traff {

namespace {

struct Words {
  explicit Words(std::string_view text) : shown(split_words(text)) {
    compared.reserve(shown.size());
    for (const std::string_view word : shown) compared.push_back(comparable_words(word));
    views.assign(compared.begin(), compared.end());
  }
  std::vector<std::string_view> shown;
  std::vector<std::string> compared;
  std::vector<std::string_view> views;
};

}  // namespace

std::vector<TextPiece> text_difference(std::string_view before, std::string_view after) {
  const Words old_words(before);
  const Words new_words(after);
  std::vector<TextPiece> pieces;
  for (const AlignedPair& pair : align(old_words.views, new_words.views)) {
    const auto kind = !pair.after ? TextPiece::Kind::removed : !pair.before ? TextPiece::Kind::added : TextPiece::Kind::kept;
    const std::string_view word = pair.after ? new_words.shown[*pair.after] : old_words.shown[*pair.before];
    if (pieces.empty() || pieces.back().kind != kind) pieces.push_back({kind, {}});
    std::string& text = pieces.back().text;
    if (!text.empty()) text += ' ';
    text += word;
  }
  return pieces;
}

}  // namespace traff
