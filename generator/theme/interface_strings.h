// The words of the interface, id → text, as strings/sv.json and strings/en.json hold them.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace traff {

using InterfaceStrings = std::map<std::string, std::string, std::less<>>;

// One flat JSON object of texts. What is not gives M6 and is left out; broken JSON gives no strings at all.
InterfaceStrings parse_strings(const std::string& path, std::string_view json, std::vector<Diagnostic>& diagnostics);

}  // namespace traff
