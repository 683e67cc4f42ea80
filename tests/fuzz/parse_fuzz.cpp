// libFuzzer target: any bytes as a file of the content, through everything that is done to one file alone. What
// parse_document promises must hold (document_check), and facts come back from their bytes.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "checks/page_checks.h"
#include "course/body/agenda.h"
#include "course/body/body_facts.h"
#include "markdown/document_check.h"
#include "markdown/parse_document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static constexpr const char* paths[] = {"sida.md", "presentationer/1-prov.md", "litteratur.md",
                                          "traffar/2-samtal.md"};
  const traff::SourceText source{
      paths[size > 0 ? data[size - 1] % 4 : 0], {}, std::string(reinterpret_cast<const char*>(data), size)};
  traff::ParsedDocument parsed = traff::parse_document(source, {});
  const std::string broken = traff::broken_promise(parsed, source);
  if (!broken.empty()) {
    std::fprintf(stderr, "broken promise: %s\n", broken.c_str());
    std::abort();
  }
  traff::mark_agenda(parsed);
  traff::check_page(source, traff::Language::sv, parsed);
  const std::string facts = traff::body_facts_bytes(traff::find_body_facts(parsed.document, parsed.body));
  if (!traff::parse_body_facts(facts)) std::abort();
  return 0;
}
