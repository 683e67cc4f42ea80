#include <optional>

#include "base/text.h"
#include "markdown/link_spaces.h"
#include "markdown/repair_steps.h"

namespace traff {

namespace {

std::string with_brackets(std::string_view text) {
  std::string kept;
  bool in_code = false;
  std::size_t at = 0;
  while (at < text.size()) {
    if (text[at] == '`') in_code = !in_code;
    const std::size_t size = in_code ? 0 : spaced_address_size(text.substr(at));
    if (size == 0) {
      kept += text[at++];
      continue;
    }
    kept += "](<";
    kept += trim(text.substr(at + 2, size));
    kept += ">)";
    at += size + 3;
  }
  return kept;
}

}  // namespace

Manuscript repair_link_spaces(Manuscript manuscript) {
  for (Line& line : manuscript.lines) {
    if (!line.fenced && line.text.find("](") != line.text.npos) line.text = with_brackets(line.text);
  }
  return manuscript;
}

}  // namespace traff
