// The steps of `::: cykel` and `::: process`: the first list of the box, and what each of its items is called.
#pragma once

#include <string>
#include <vector>

#include "base/language.h"
#include "markdown/cmark_tree.h"

namespace traff {

// Null when no list stands between the box's mark and the next mark. Cost: the blocks between the two.
cmark_node* list_of_box(cmark_node* box_mark);

// One name per item: its words in **bold**, if it begins with them, else its first sentence or what stands before a
// colon or dash. Soft hyphens are kept.
std::vector<std::string> step_names(cmark_node* list, Language language);

}  // namespace traff
