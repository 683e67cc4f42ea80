// The title of a document: its key, its first `#`, its first short line, or the file's name made readable.
#pragma once

#include <cstdint>
#include <string>

#include "base/language.h"
#include "markdown/cmark_tree.h"
#include "markdown/document.h"
#include "markdown/repair.h"

namespace traff {

struct Title {
  cmark_node* node = nullptr;  // the block that is the title and so is not shown in the body; null when there is none
  std::uint8_t level = 0;      // its heading level; 0 when it is no heading
  std::string text;            // never empty, unless the file's name says nothing either
  std::uint32_t line = 0;      // in the author's file; 0 for a file name
};

// `text`: what `root` was parsed from.
Title find_title(cmark_node* root, const RepairedText& text, const Document& document, Language language);

}  // namespace traff
