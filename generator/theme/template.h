// One template as written: cut into text and tags with their places. What can be said of it without knowing
// other files is said here (M1); names, strings and partials are looked at when it is inlined.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "theme/theme_files.h"
#include "theme/view.h"

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

Diagnostic template_diagnostic(Message message, const TemplateFile& file, const TemplatePart& tag);

// A template with its partials put in, its interface strings filled in and every name checked against the
// view contract: what is left is text and names.

using TemplateFiles = std::map<std::string, TemplateFile, std::less<>>;

struct InlinedTemplates {
  std::map<std::string, std::vector<TemplatePart>, std::less<>> by_kind;  // no partials, no neighbouring texts
  std::set<std::string, std::less<>> used_files;                          // names of templates
  std::set<std::string, std::less<>> used_strings;                        // ids
};

// One entry per page kind of the view contract; `files` has a template for each. Mistakes give M2 to M5 and
// M8, placed in the nearest file that the site has changed.
InlinedTemplates inline_templates(const TemplateFiles& files, const InterfaceStrings& strings,
                                  std::vector<Diagnostic>& diagnostics);

// The page: `parts` as inline_templates gave them without a diagnostic, filled from the view. Cost: linear in the page
// and in what is left out of it.
std::string expand_template(const std::vector<TemplatePart>& parts, const View& view);

// What to write instead of a name that does not exist.

// "Menade du ”x”?", else the list when it is short enough to read, else nothing.
Words hint_for_name(std::string_view typed, std::span<const std::string_view> known);

}  // namespace traff
