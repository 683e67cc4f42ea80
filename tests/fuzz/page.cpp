// Any bytes at all as a page: it is parsed and rendered without a crash, twice to the same document.
#include <cassert>
#include <cstdint>
#include <string>

#include "markdown/parse_document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace traff;
  SourceText source{"sida.md", {}, std::string(reinterpret_cast<const char*>(data), size)};
  source.id = content_id(source.bytes);
  const ParsedDocument parsed = parse_document(source, {});
  const DocumentBody again = parse_document(source, {}).body;
  assert(parsed.body.html == again.html && parsed.body.text == again.text);
  for (const Slot& slot : parsed.document.slots) assert(slot.begin <= slot.end && slot.end <= parsed.body.html.size());
  for (const Block& block : parsed.body.blocks) assert(block.html.end <= parsed.body.html.size() && block.text.end <= parsed.body.text.size());
  return 0;
}
