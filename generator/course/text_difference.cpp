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

// A few kept words between changes make a text of crumbs: they are told as gone and come again.
constexpr std::size_t fewest_kept = 3;

// Neighbouring words of one kind, or of a change: then what is gone and what came for it.
struct Stretch {
  bool is_kept = false;
  std::size_t words = 0;  // kept ones
  std::string before;
  std::string after;
};

void append_word(std::string& text, std::string_view word) {
  if (word.empty()) return;
  if (!text.empty()) text += ' ';
  text += word;
}

std::vector<Stretch> stretches_of(const Words& before, const Words& after) {
  std::vector<Stretch> stretches;
  for (const AlignedPair& pair : align(before.views, after.views)) {
    const bool is_kept = pair.before && pair.after;
    if (stretches.empty() || stretches.back().is_kept != is_kept) stretches.push_back({is_kept, 0, {}, {}});
    Stretch& last = stretches.back();
    last.words += is_kept;
    if (pair.before) append_word(last.before, before.shown[*pair.before]);
    if (pair.after) append_word(last.after, after.shown[*pair.after]);
  }
  return stretches;
}

std::vector<Stretch> without_crumbs(std::vector<Stretch> stretches) {
  std::vector<Stretch> whole;
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    Stretch& next = stretches[i];
    const bool is_crumb = next.is_kept && next.words < fewest_kept && i > 0 && i + 1 < stretches.size();
    const bool goes_on = !whole.empty() && !whole.back().is_kept && (is_crumb || !next.is_kept);
    if (!goes_on) {
      whole.push_back(std::move(next));
      continue;
    }
    append_word(whole.back().before, next.before);
    append_word(whole.back().after, next.after);
  }
  return whole;
}

}  // namespace

std::vector<TextPiece> text_difference(std::string_view before, std::string_view after) {
  std::vector<TextPiece> pieces;
  for (Stretch& stretch : without_crumbs(stretches_of(Words(before), Words(after)))) {
    if (!stretch.is_kept && !stretch.before.empty()) pieces.push_back({TextPiece::Kind::removed, std::move(stretch.before)});
    if (stretch.after.empty()) continue;
    pieces.push_back({stretch.is_kept ? TextPiece::Kind::kept : TextPiece::Kind::added, std::move(stretch.after)});
  }
  return pieces;
}

}  // namespace traff
