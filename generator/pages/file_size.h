// How large a file is, in words for readers.
#pragma once

#include <cstdint>
#include <string>

#include "base/language.h"

namespace traff {

// "340 kB", "1,2 MB" (sv), "1.2 MB" (en), with a no-break space. Never "0 kB" of something.
std::string file_size(std::uint64_t bytes, Language language);

}  // namespace traff
