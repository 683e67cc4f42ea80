#include "markdown/notes_mark.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace traff {

namespace {

constexpr std::array<std::string_view, 3> words{"anteckningar", "anteckning", "notes"};
constexpr std::string_view question_marks = "???";
constexpr std::string_view white_space = " \t\n";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool starts_with_word(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && std::equal(word.begin(), word.end(), text.begin(),
                                                  [](char a, char b) { return a == lower(b); });
}

std::size_t word_size(std::string_view text) {
  for (const std::string_view word : words) {
    if (starts_with_word(text, word)) return word.size();
  }
  return 0;
}

std::size_t with_space_after(std::string_view text, std::size_t size) {
  return std::min(text.find_first_not_of(white_space, size), text.size());
}

// "<strong>Anteckningar:</strong>" and "<strong>Anteckningar</strong>:".
std::size_t marked_up_size(std::string_view html, std::string_view opening, std::string_view closing) {
  if (!html.starts_with(opening)) return 0;
  const std::size_t word = word_size(html.substr(opening.size()));
  if (word == 0) return 0;
  const std::string_view after = html.substr(opening.size() + word);
  const bool colon_inside = after.starts_with(':') && after.substr(1).starts_with(closing);
  const bool colon_outside = after.starts_with(closing) && after.substr(closing.size()).starts_with(':');
  if (!colon_inside && !colon_outside) return 0;
  return with_space_after(html, opening.size() + word + closing.size() + 1);
}

}  // namespace

std::size_t notes_mark_size(std::string_view text) {
  if (text.starts_with(question_marks)) {
    const std::size_t end = with_space_after(text, question_marks.size());
    const std::string_view between = text.substr(question_marks.size(), end - question_marks.size());
    return end == text.size() || between.find('\n') != std::string_view::npos ? end : 0;
  }
  const std::size_t word = word_size(text);
  return word > 0 && text.substr(word).starts_with(':') ? with_space_after(text, word + 1) : 0;
}

std::size_t notes_mark_size_in_html(std::string_view html) {
  if (const std::size_t plain = notes_mark_size(html); plain > 0) return plain;
  if (const std::size_t strong = marked_up_size(html, "<strong>", "</strong>"); strong > 0) return strong;
  return marked_up_size(html, "<em>", "</em>");
}

}  // namespace traff
