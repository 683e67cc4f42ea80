#include "skeleton/skeleton_text.h"

#include <algorithm>
#include <cassert>

#include "base/text.h"
#include "skeleton/skeleton_row.h"

namespace traff {

namespace {

const SkeletonRow& row_of(SkeletonKind kind, Language language) {
  const auto rows = language == Language::sv ? swedish_skeletons() : english_skeletons();
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const SkeletonRow& row) { return row.kind == kind; });
  assert(found != rows.end());
  return *found;
}

std::string filled(std::string_view line, const SkeletonWords& words) {
  if (line.starts_with("# ") && words.letter.empty() && line.find("{letter}") != std::string_view::npos) line = "# {title}";
  std::string text = replace_all(line, "{number}", words.number);
  text = replace_all(replace_all(text, "{letter}", words.letter), "{term}", words.term);
  text = replace_all(text, "{title}", words.title);
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

}  // namespace

std::string skeleton_text(SkeletonKind kind, const SkeletonWords& words, Language language) {
  std::string text;
  for (const std::string_view line : split_lines(row_of(kind, language).text)) {
    const bool lacks_number = words.number.empty() && line.ends_with(": {number}");
    if (!lacks_number) text += filled(line, words) + "\n";
  }
  return text;
}

std::string letter_skeleton(Language language) { return std::string(language == Language::sv ? swedish_letter() : english_letter()); }

std::string_view unnamed_title(SkeletonKind kind, Language language) { return row_of(kind, language).title; }

}  // namespace traff
