// A YAML file as JSON, read by libyaml: a second opinion on the files we write for others to read.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace traff::testing {

// Every scalar is text. A mapping with a key twice, or a file that is no YAML, fails the test.
nlohmann::ordered_json yaml_value(const std::string& text);

}  // namespace traff::testing
