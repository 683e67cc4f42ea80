// GFM drops the cells a row has more than its table's heading. Here the heading is widened instead.
#pragma once

#include "markdown/author_text.h"
#include "markdown/repair.h"

namespace traff {

// Adds empty cells to the heading and rule of a table whose rows are wider; S28 names the first such row.
void widen_tables(RepairedText& text, const AuthorText& author);

}  // namespace traff
