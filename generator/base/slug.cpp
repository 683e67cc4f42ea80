#include "base/slug.h"

#include "base/text.h"
#include "base/utf8.h"

namespace traff {

namespace {

bool is_slug_character(char c) { return (c >= 'a' && c <= 'z') || is_digit(c); }

std::string make_slug(std::string_view text, std::string_view also_kept) {
  std::string made;
  bool gap = false;
  for (const char c : fold(text)) {
    const bool kept = is_slug_character(c) || also_kept.find(c) != std::string_view::npos;
    if (!kept) {
      gap = true;
      continue;
    }
    if (gap && c != '.' && !made.empty() && made.back() != '-') made += '-';
    gap = false;
    made += c;
  }
  return made;
}

}  // namespace

std::string slug(std::string_view text) { return make_slug(text, {}); }

std::string slug_file_name(std::string_view name) { return make_slug(name, "._-"); }

}  // namespace traff
