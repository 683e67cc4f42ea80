// `&#xFFFE;` and `&#xFFFF;`: cmark-gfm writes a byte each for them that UTF-8 does not know. Mended before anyone reads the tree.
#pragma once

#include <cmark-gfm.h>

#include <string_view>

namespace traff {

// Puts U+FFFD in their place. Cost: linear, and one search of `markdown` when it has no such entity.
void mend_entity_bytes(cmark_node* root, std::string_view markdown);

}  // namespace traff
