// Words that name another page of the network and become links by themselves: "Träff 2", "Redovisning B".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/document.h"

namespace traff {

struct Mention {
  SlotKind kind = SlotKind::meeting_mention;
  std::size_t begin = 0;  // bytes into the text
  std::size_t end = 0;
  std::string target;  // "2", "B"
};

// In order, without overlaps. Linear.
std::vector<Mention> find_mentions(std::string_view text);

}  // namespace traff
