// The spec of an index, from JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "search/index_spec.h"

namespace traff {

struct SpecOfFile {
  IndexSpec spec;
  std::string ref_key = "id";       // the documents' key that names them
  std::string boost_key;            // the documents' key with their boost; "" for none
};

// Throws Failure W61, with `path`.
SpecOfFile parse_spec(const std::string& path, const nlohmann::json& spec);

}  // namespace traff
