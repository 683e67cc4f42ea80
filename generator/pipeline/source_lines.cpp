#include "pipeline/source_lines.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "base/utf8.h"

namespace traff {

namespace {

std::size_t bytes_of(std::string_view text, std::size_t code_points) {
  std::size_t at = 0;
  while (code_points-- > 0 && at < text.size()) at += code_point_size(text, at);
  return at;
}

std::string words_under_caret(const Diagnostic& diagnostic) {
  const std::string_view line = diagnostic.line;
  const std::size_t begin = bytes_of(line, diagnostic.place.column - 1);
  return std::string(line.substr(begin, bytes_of(line.substr(begin), diagnostic.place.length)));
}

void point_at(Diagnostic& diagnostic, std::string_view line, std::size_t at, std::string_view words) {
  diagnostic.line = line;
  diagnostic.place.column = static_cast<std::uint32_t>(code_point_count(line.substr(0, at)) + 1);
  diagnostic.place.length = static_cast<std::uint32_t>(code_point_count(words));
}

void show_line(Diagnostic& diagnostic, const std::vector<std::string_view>& lines) {
  const std::size_t first = diagnostic.place.line - 1;
  if (first >= lines.size() || first_invalid_utf8(lines[first]) != std::string_view::npos) return;
  const bool place_is_of_source =
      diagnostic.line.empty() || diagnostic.place.column == 0 || diagnostic.line == lines[first];
  if (!place_is_of_source) {
    const std::string words = words_under_caret(diagnostic);
    for (std::size_t i = first; i < lines.size() && !is_blank(lines[i]); ++i) {
      const std::size_t at = words.empty() ? std::string_view::npos : lines[i].find(words);
      if (at == std::string_view::npos) continue;
      diagnostic.place.line = static_cast<std::uint32_t>(i + 1);
      point_at(diagnostic, lines[i], at, words);
      return;
    }
    diagnostic.place.column = diagnostic.place.length = 0;
  }
  diagnostic.line = lines[first];
}

}  // namespace

void show_source_lines(std::vector<Diagnostic>& diagnostics,
                       const std::function<std::string(const std::string& path)>& read) {
  std::string path;
  std::string text;
  std::vector<std::string_view> lines;
  for (Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.place.line == 0) continue;
    if (diagnostic.place.path != path) {
      path = diagnostic.place.path;
      text = read(path);
      lines = split_lines(text);
    }
    show_line(diagnostic, lines);
  }
}

}  // namespace traff
