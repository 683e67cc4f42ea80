// A site test in one file: content in, what the site must hold out. tests/cases/README.md describes the form.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "test_site.h"

namespace traff::testing {

// `-- path --`, or `-- path [how] --` for content that cannot be written down as it is.
struct CaseFile {
  std::string path;
  std::string how;  // "latin-1", "times 5000", "link"; empty for plain text
  std::string text;
};

// `== kind subject` and the lines under it.
struct Expectation {
  std::string kind;     // html, files, diagnostics, failure
  std::string subject;  // of html: the output it looks at
  Paths lines;
};

struct SiteCase {
  std::string description;
  std::vector<CaseFile> files;
  std::vector<Expectation> expectations;
};

SiteCase parse_site_case(std::string_view text);
std::string format_site_case(const SiteCase& site_case);
std::string format_expectations(const std::vector<Expectation>& expectations);

// What the site gave, in the form it is expected in. For html: the expected lines if they hold, else the same
// with what did not hold replaced by what stands there, so that a diff shows it.
std::vector<Expectation> run_site_case(const SiteCase& site_case);

}  // namespace traff::testing
