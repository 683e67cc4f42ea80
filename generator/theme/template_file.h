// One template as written: cut into text and tags with their places. What can be said of it without knowing
// other files is said here (M1); names, strings and partials are looked at when it is inlined.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace traff {

enum class TemplatePartKind : std::uint8_t { text, variable, html, section, inverted, close, partial };

struct TemplatePart {
  TemplatePartKind kind = TemplatePartKind::text;
  std::string text;       // the text, or the name in the tag
  std::size_t begin = 0;  // the tag's bytes in the file; not kept for text
  std::size_t end = 0;
};

struct TemplateFile {
  std::string name;  // "page"
  std::string path;  // for messages
  std::string bytes;
  bool is_override = false;
  std::vector<std::size_t> line_starts;
  std::vector<TemplatePart> parts;  // comments left out, every run of white space cut down to one character
};

// Cost: linear. A broken template keeps the parts before the mistake.
TemplateFile read_template(std::string name, std::string path, std::string bytes, bool is_override,
                           std::vector<Diagnostic>& diagnostics);

Diagnostic template_diagnostic(std::string code, const TemplateFile& file, const TemplatePart& tag,
                               std::vector<std::string> args);

}  // namespace traff
