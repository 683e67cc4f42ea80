// libFuzzer target: any bytes as a file of the content. What parse_document promises must hold (document_check).
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "markdown/document_check.h"
#include "markdown/parse_document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const bool is_presentation = size > 0 && data[size - 1] % 2 == 1;
  const traff::SourceText source{is_presentation ? "presentationer/1-prov.md" : "sida.md",
                                 {},
                                 std::string(reinterpret_cast<const char*>(data), size)};
  const traff::ParsedDocument parsed = traff::parse_document(source, {});
  const std::string broken = traff::broken_promise(parsed, source);
  if (!broken.empty()) {
    std::fprintf(stderr, "broken promise: %s\n", broken.c_str());
    std::abort();
  }
  return 0;
}
