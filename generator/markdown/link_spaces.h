// "[brevet](filer/mitt brev.pdf)": an address with a space, which CommonMark wants between < and >.
#pragma once

#include <cstddef>
#include <string_view>

namespace traff {

// Of the address after "](" at the beginning of `rest`, when it has a space, ends like a file's name and goes to the
// next ")" of its line; else 0. Cost: at most 300 bytes are looked at.
std::size_t spaced_address_size(std::string_view rest);

}  // namespace traff
