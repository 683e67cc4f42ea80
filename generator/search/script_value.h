// A JSON value as JavaScript turns it into text when it is indexed.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "search/index_spec.h"

namespace traff {

// String(value): numbers as JavaScript writes them, lists joined by commas, null in them as nothing.
std::string script_text(const nlohmann::json& value);

// As lunr.js reads a field: null is no text, a list is its tokens.
FieldValue field_value(const nlohmann::json& value);

}  // namespace traff
