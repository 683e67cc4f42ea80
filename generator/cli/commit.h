// Which commit of the program's own repository it was built of.
#pragma once

#include <string>

namespace traff {

// Its first digits; "" when nobody knows, as of an archive of the sources.
std::string built_from();

}  // namespace traff
