// A template with its partials put in, its interface strings filled in and every name checked against the
// view contract: what is left is text and names. (The Mustache library parses a partial again at every use,
// and prints nothing for a name it does not know.)
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "theme/interface_strings.h"
#include "theme/template_file.h"

namespace traff {

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

}  // namespace traff
