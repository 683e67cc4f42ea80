#include "base/message.h"

#include <cassert>

#include "base/text.h"
#include "base/unicode.h"

namespace traff {

std::optional<Language> parse_language(std::string_view text) {
  const std::string folded = fold(text);
  const std::string_view tag = std::string_view(folded).substr(0, folded.find_first_of("-_"));
  if (tag == "sv" || tag == "svenska" || tag == "swedish") return Language::sv;
  if (tag == "en" || tag == "engelska" || tag == "english") return Language::en;
  return std::nullopt;
}

std::string fill_slots(std::string_view text, std::span<const Words> args, Language language) {
  std::string filled;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_slot = text[at] == '{' && at + 2 < text.size() && is_digit(text[at + 1]) && text[at + 2] == '}';
    if (!is_slot) {
      filled += text[at];
      continue;
    }
    const auto number = static_cast<std::size_t>(text[at + 1] - '0');
    assert(number < args.size());
    filled += args[number].in(language);
    at += 2;
  }
  return filled;
}

}  // namespace traff
