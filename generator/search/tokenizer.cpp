#include "search/tokenizer.h"

namespace traff {

void tokenize(std::u16string_view text, const UnitSet& separators, std::vector<Token>& tokens) {
  tokens.clear();
  std::size_t start = 0;
  for (std::size_t end = 0; end <= text.size(); ++end) {
    if (end < text.size() && !separators.has(text[end])) continue;
    if (end > start) tokens.push_back({text.substr(start, end - start), static_cast<std::uint32_t>(start)});
    start = end + 1;
  }
}

UnitSet standard_separators() {
  return UnitSet{{0x09, 0x0D},     {u' ', u' '},     {u'-', u'-'},     {0xA0, 0xA0},     {0x1680, 0x1680}, {0x2000, 0x200A},
                 {0x2028, 0x2029}, {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000}, {0xFEFF, 0xFEFF}};
}

}  // namespace traff
