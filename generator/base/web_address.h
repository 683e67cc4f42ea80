// The parts of an address on the web that every stage may ask for.
#pragma once

#include <string>
#include <string_view>

namespace traff {

// "example.org" of "https://user@Example.org:8080/a": in lower case, without user and port; "" when there is no "://".
std::string host_of(std::string_view address);

}  // namespace traff
