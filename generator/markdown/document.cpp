#include "markdown/document.h"

namespace traff {

Range DocumentBody::section_blocks(const Heading& heading) const {
  Range found{heading.block + 1, heading.block + 1};
  while (found.end < blocks.size() && blocks[found.end].html.begin < heading.section.end) ++found.end;
  return found;
}

}  // namespace traff
