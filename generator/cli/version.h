// The program's version; CHANGELOG.md says what each brought.
#pragma once

namespace traff {

inline constexpr const char* version = "0.1.0";

}  // namespace traff
