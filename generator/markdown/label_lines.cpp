#include "markdown/label_lines.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"
#include "markdown/typography.h"
#include "markdown/word_breaks.h"

namespace traff {

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

constexpr std::size_t longest_label = 400;  // bytes; more than any drawing has room for

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
  const auto is_too_long = [](const std::string& label) { return label.size() > longest_label; };
  if (std::any_of(labels.begin(), labels.end(), is_too_long)) return std::nullopt;
  for (const bool breaking : {false, true}) {
    for (const int size : space.sizes) {
      if (auto fitted = fit(labels, space, size, breaking)) return fitted;
    }
  }
  return std::nullopt;
}

}  // namespace traff
