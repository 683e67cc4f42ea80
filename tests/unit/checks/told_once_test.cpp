// U5 and S29: one message for one address.
#include "checks/page_checks.h"

#include <catch2/catch.hpp>

#include "found_codes.h"

using namespace traff;

namespace {

// What an author sees of a page, the parser's words and the checks' together.
testing::Codes told_of(const std::string& text) {
  const SourceText source{"sida.md", {}, text};
  ParsedDocument parsed = parse_document(source, {});
  const std::vector<Diagnostic> found = check_page(source, Language::sv, parsed);
  drop_told_better(found, parsed.document.diagnostics);
  testing::Codes codes;
  for (const Diagnostic& diagnostic : parsed.document.diagnostics) codes.push_back(diagnostic.code.name());
  for (const Diagnostic& diagnostic : found) codes.push_back(diagnostic.code.name());
  return codes;
}

const std::string login = "https://ezproxy.example.org/login?url=https://doi.org/10.1000/1822345678901234567890";
const std::string open = "https://www.example.org/utbildning/larande/2019/oktober/underlag/forsta-traffen.pdf";

}  // namespace

TEST_CASE("a bare address through a library's login is told of once (U5, not S29)", "[checks]") {
  CHECK(told_of("# A\n\nText.\n\nSe " + login + "\n") == testing::Codes{"U5"});
}

TEST_CASE("another long address on the same line is still told of (S29)", "[checks]") {
  CHECK(told_of("# A\n\nText.\n\nSe " + login + " och " + open + "\n") == testing::Codes{"S29", "U5"});
}
