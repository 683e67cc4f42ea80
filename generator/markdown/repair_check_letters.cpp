#include <string>

#include "base/utf8.h"
#include "markdown/line_marks.h"
#include "markdown/repair_steps.h"

namespace traff {

namespace {

constexpr std::string_view letter = "ü";

// Bytes up to the words of "üTa initiativ" or "ü Lyssna"; 0 for other lines.
std::size_t check_letter_size(std::string_view text) {
  const std::size_t indent = leading_space(text).bytes;
  if (!text.substr(indent).starts_with(letter)) return 0;
  std::size_t words = indent + letter.size();
  while (words < text.size() && (text[words] == ' ' || text[words] == '\t')) ++words;
  return words < text.size() && is_upper(code_point_at(text, words)) ? words : 0;
}

// A list of them, empty lines between or not: one alone may be anything.
void mend_run(std::vector<Line>& lines, const std::vector<std::size_t>& run) {
  constexpr std::size_t fewest = 3;
  if (run.size() < fewest) return;
  for (const std::size_t i : run) {
    std::string& text = lines[i].text;
    const std::size_t indent = leading_space(text).bytes;
    text = text.substr(0, indent) + "• " + text.substr(check_letter_size(text));
  }
}

}  // namespace

Manuscript repair_check_letters(Manuscript manuscript) {
  std::vector<std::size_t> run;
  std::size_t count = 0;
  std::uint32_t first = 0;
  for (std::size_t i = 0; i < manuscript.lines.size(); ++i) {
    const Line& line = manuscript.lines[i];
    if (!line.fenced && check_letter_size(line.text) > 0) {
      run.push_back(i);
      if (count++ == 0) first = line.number;
    } else if (line.fenced || !is_blank_line(line)) {
      mend_run(manuscript.lines, run);
      run.clear();
    }
  }
  mend_run(manuscript.lines, run);
  if (count == 0) return manuscript;
  report_words(manuscript, "T2", first, manuscript.original(first).find(letter), letter.size(),
               {std::to_string(count)});
  return manuscript;
}

}  // namespace traff
