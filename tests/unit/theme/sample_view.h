// Views for tests: written as JSON, or holding every name the contract knows.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "theme/view.h"

namespace traff {

// The view's names point into `json`, which must live as long.
View view_of(const nlohmann::json& json);

// Made from the contract itself: text is "name", HTML is "<b>name</b>", a flag is true, a list has two items.
View sample_view(std::string_view scope);

}  // namespace traff
