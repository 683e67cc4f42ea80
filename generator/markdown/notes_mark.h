// The word that ends what is seen of a slide: what follows it are the speaker's notes.
#pragma once

#include <cstddef>
#include <string_view>

namespace traff {

// Bytes of the mark that `text` begins with, spaces after it included: "Anteckningar:", "Anteckning:", "Notes:" in
// any case, or a line with nothing but "???". 0 when there is none.
std::size_t notes_mark_size(std::string_view text);

// The same for rendered words, where the mark may be strong or emphasised.
std::size_t notes_mark_size_in_html(std::string_view html);

}  // namespace traff
