#include "base/message.h"

#include "base/unicode.h"

namespace traff {

std::optional<Language> parse_language(std::string_view text) {
  const std::string folded = fold(text);
  const std::string_view tag = std::string_view(folded).substr(0, folded.find_first_of("-_"));
  if (tag == "sv" || tag == "svenska" || tag == "swedish") return Language::sv;
  if (tag == "en" || tag == "engelska" || tag == "english") return Language::en;
  return std::nullopt;
}

}  // namespace traff
