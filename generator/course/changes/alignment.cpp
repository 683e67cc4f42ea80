#include "course/changes/alignment.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

#include "base/text.h"
#include "base/unicode.h"

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
    if (before[i] == after[j])
      matches.push_back({i++, j++});
    else if (length[(i + 1) * width + j] >= length[i * width + j + 1])
      ++i;
    else
      ++j;
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

namespace {

struct TextWords {
  explicit TextWords(std::string_view text) : shown(split_words(text)) {
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

std::vector<Stretch> stretches_of(const TextWords& before, const TextWords& after) {
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
  for (Stretch& stretch : without_crumbs(stretches_of(TextWords(before), TextWords(after)))) {
    if (!stretch.is_kept && !stretch.before.empty())
      pieces.push_back({TextPiece::Kind::removed, std::move(stretch.before)});
    if (stretch.after.empty()) continue;
    pieces.push_back({stretch.is_kept ? TextPiece::Kind::kept : TextPiece::Kind::added, std::move(stretch.after)});
  }
  return pieces;
}

namespace {

bool is_break(char32_t c) {
  return c == 0xA0 || c == 0x202F || c == 0x2007 || c == 0x2009 || (c < 0x80 && is_space(static_cast<char>(c)));
}
bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }
bool is_quotation_mark(char32_t c) {
  return c == '"' || c == '\'' || (c >= 0x2018 && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0xB4;
}

void append_comparable(std::string& out, std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t size = code_point_size(word, at);
    const char32_t c = code_point_at(word, at);
    if (is_dash(c))
      out += '-';
    else if (is_quotation_mark(c))
      out += '"';
    else
      out += word.substr(at, size);
    at += size;
  }
}

}  // namespace

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = code_point_size(text, at);
    if (is_break(code_point_at(text, at))) {
      if (at > begin) words.push_back(text.substr(begin, at - begin));
      begin = at + size;
    }
    at += size;
  }
  if (begin < text.size()) words.push_back(text.substr(begin));
  return words;
}

std::string comparable_words(std::string_view text) {
  std::string all;
  all.reserve(text.size());
  for (const std::string_view word : split_words(text)) {
    if (!all.empty()) all += ' ';
    append_comparable(all, word);
  }
  return all;
}

int shared_words(std::string_view before, std::string_view after) {
  if (std::max(before.size(), after.size()) > 3 * std::min(before.size(), after.size())) return 0;
  const std::string old_text = comparable_words(before);
  const std::string new_text = comparable_words(after);
  std::unordered_map<std::string_view, std::size_t> counts;
  const auto old_words = split_words(old_text);
  const auto new_words = split_words(new_text);
  if (old_words.empty() && new_words.empty()) return 100;
  for (const std::string_view word : old_words) ++counts[word];
  std::size_t shared = 0;
  for (const std::string_view word : new_words) {
    const auto found = counts.find(word);
    if (found == counts.end() || found->second == 0) continue;
    --found->second;
    ++shared;
  }
  return static_cast<int>(200 * shared / (old_words.size() + new_words.size()));
}

}  // namespace traff
