#include "markdown/lines/word_breaks.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "base/unicode.h"
#include "markdown/lines/author_text.h"
#include "markdown/lines/typography.h"

namespace traff {

namespace {

constexpr std::size_t fewest_letters = 3;
// Words that end so take an s when another word follows: "undervisnings-grupp".
constexpr std::array<std::u32string_view, 8> endings_before_s{U"ing", U"tet",  U"het", U"skap",
                                                              U"ion", U"ment", U"dom", U"nad"};

constexpr std::u32string_view beginnings = U" bl br dr fl fr gl gr kl kr kv pl pr sk sl sm sn sp st sv tr tv vr ";

bool is_vowel(char32_t letter) {
  constexpr std::u32string_view vowels = U"aeiouyåäöé";
  return vowels.find(letter) != vowels.npos;
}

// A word's letters in lower case and where each begins.
struct Letters {
  explicit Letters(std::string_view word) {
    for (std::size_t at = 0; at < word.size(); at += code_point_size(word, at)) {
      offsets.push_back(at);
      const std::string letter = to_lower(word.substr(at, code_point_size(word, at)));
      all += letter.empty() ? U' ' : code_point_at(letter, 0);
    }
  }

  bool is_consonant(std::size_t i) const { return is_letter(all[i]) && !is_vowel(all[i]); }

  bool ends_word_before_s(std::size_t s) const {
    const std::u32string_view before = std::u32string_view(all).substr(0, s);
    return all[s] == U's' && std::any_of(endings_before_s.begin(), endings_before_s.end(),
                                         [&](auto ending) { return before.ends_with(ending); });
  }

  bool is_beginning(std::size_t i) const {
    const std::u32string wanted = U" " + all.substr(i, 2) + U" ";
    return beginnings.find(wanted) != beginnings.npos;
  }

  std::u32string all;
  std::vector<std::size_t> offsets;
};

// The letter that a new line would begin with when the vowel at `vowel` opens a syllable's core; 0 for none. One
// consonant goes with the vowel, or two that words begin with when a third stands before them: "ledar-skap".
std::size_t syllable_start(const Letters& letters, std::size_t vowel) {
  if (vowel == 0 || !letters.is_consonant(vowel - 1)) return 0;
  const bool is_ck = vowel >= 3 && letters.all.substr(vowel - 3, 2) == U"ck";
  const bool takes_two = !is_ck && vowel >= 3 && letters.is_consonant(vowel - 2) && letters.is_consonant(vowel - 3) &&
                         letters.is_beginning(vowel - 2);
  return takes_two ? vowel - 2 : vowel - 1;
}

}  // namespace

std::vector<WordBreak> word_breaks(std::string_view word) {
  const Letters letters(word);
  const bool author_knows = letters.all.find(soft_hyphen) != letters.all.npos;
  std::vector<WordBreak> breaks;
  const auto add = [&](std::size_t letter, bool is_joint) {
    const bool has_room = letter >= fewest_letters && letter + fewest_letters <= letters.all.size();
    if (!has_room || (!breaks.empty() && breaks.back().at >= letters.offsets[letter])) return;
    breaks.push_back({letters.offsets[letter], is_joint});
  };
  bool has_vowel = false;
  for (std::size_t i = 0; i < letters.all.size(); ++i) {
    if (i > 0 && (letters.all[i - 1] == U'-' || letters.all[i - 1] == soft_hyphen)) add(i, true);
    if (letters.ends_word_before_s(i)) add(i + 1, !author_knows);
    if (!is_vowel(letters.all[i])) continue;
    const std::size_t start = syllable_start(letters, i);
    const bool is_joint_s = start > 0 && letters.ends_word_before_s(start);
    if (has_vowel && start > 0 && !is_joint_s) add(start, false);
    has_vowel = true;
  }
  return breaks;
}

namespace {

bool is_among(char32_t character, std::string_view ascii) {
  return character < 0x80 && ascii.find(static_cast<char>(character)) != std::string_view::npos;
}

// Thousandths of the font's size, by kinds of letters: DejaVu Sans, the widest of the fonts a reader may have.
int thousandths(char32_t character) {
  if (character == 0xAD) return 0;
  if (is_among(character, " ijlI.,'")) return 320;
  if (is_among(character, "ftr!:;/()-")) return 420;
  if (is_among(character, "mwMW%@&+=<>") || character == U'—' || character == U'…') return 1000;
  if (character >= 0x1100 && !(character >= 0x2000 && character < 0x2100)) return 1300;
  return is_upper(character) ? 800 : 640;
}

class LineSetter {
 public:
  LineSetter(double width, bool may_break) : width_(width), may_break_(may_break) {}

  // False when a word does not fit.
  bool set(std::string_view label) {
    for (const std::string_view word : split(label, ' ')) {
      if (!word.empty() && !add_word(word)) return false;
    }
    end_line();
    return true;
  }

  std::vector<std::string> take() {
    if (lines_.empty()) lines_.emplace_back();
    return std::move(lines_);
  }

 private:
  bool fits(std::string_view more) const { return text_width(line_) + text_width(more) <= width_; }

  void end_line() {
    if (!line_.empty()) lines_.push_back(without_soft_hyphens(line_));
    line_.clear();
  }

  bool add_word(std::string_view word) {
    const std::string_view space = line_.empty() ? "" : " ";
    if (fits(std::string(space) + std::string(word))) {
      line_ += space;
      line_ += word;
      return true;
    }
    if (!line_.empty()) {
      end_line();
      return add_word(word);
    }
    return may_break_ && add_in_parts(word);
  }

  // The line is empty. A line ends between two words of a compound when it can, else as far on as it can.
  bool add_in_parts(std::string_view word) {
    const std::vector<WordBreak> breaks = word_breaks(word);
    std::size_t begin = 0;
    while (!fits(word.substr(begin))) {
      std::size_t end = begin;
      std::size_t joint = begin;
      for (const WordBreak& each : breaks) {
        if (each.at <= begin) continue;
        if (!fits(part(word, begin, each.at))) break;
        end = each.at;
        if (each.is_joint) joint = each.at;
      }
      if (joint > begin) end = joint;
      if (end == begin) return false;
      line_ = part(word, begin, end);
      end_line();
      begin = end;
    }
    line_ = word.substr(begin);
    return true;
  }

  static std::string part(std::string_view word, std::size_t begin, std::size_t end) {
    std::string shown = without_soft_hyphens(word.substr(begin, end - begin));
    if (!shown.ends_with('-')) shown += '-';
    return shown;
  }

  double width_;  // in parts of the font's size
  bool may_break_;
  std::string line_;
  std::vector<std::string> lines_;
};

constexpr std::size_t longest_drawn_label = 400;  // bytes; more than any drawing has room for

std::optional<FittedLabels> fit(std::span<const std::string> labels, const LabelSpace& space, int size, bool breaking) {
  FittedLabels fitted{size, {}};
  for (const std::string& label : labels) {
    LineSetter setter(space.width / size, breaking);
    if (!setter.set(label)) return std::nullopt;
    fitted.lines.push_back(setter.take());
    if (fitted.lines.back().size() > space.most_lines) return std::nullopt;
  }
  return fitted;
}

}  // namespace

double text_width(std::string_view text) {
  int sum = 0;
  for (std::size_t at = 0; at < text.size(); at += code_point_size(text, at))
    sum += thousandths(code_point_at(text, at));
  return sum / 1000.0;
}

std::size_t FittedLabels::most_lines() const {
  std::size_t most = 1;
  for (const auto& each : lines) most = std::max(most, each.size());
  return most;
}

std::optional<FittedLabels> fit_labels(std::span<const std::string> labels, const LabelSpace& space) {
  const auto is_too_long = [](const std::string& label) { return label.size() > longest_drawn_label; };
  if (std::any_of(labels.begin(), labels.end(), is_too_long)) return std::nullopt;
  for (const bool breaking : {false, true}) {
    for (const int size : space.sizes) {
      if (auto fitted = fit(labels, space, size, breaking)) return fitted;
    }
  }
  return std::nullopt;
}

}  // namespace traff
