// Whether git knows who writes the commits.
#pragma once

#include <string>

namespace traff {

// Whether the repository's settings, or the user's, have user.name and user.email. Only reads. True when that cannot be
// told.
bool has_identity(const std::string& repository);

}  // namespace traff
