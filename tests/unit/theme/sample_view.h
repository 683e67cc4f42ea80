// A view that holds every name the contract knows, made from the contract itself.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "theme/view_contract.h"

namespace traff {

// Text is "name", HTML is "<b>name</b>", a flag is true, and a list has two items.
inline nlohmann::json sample_view(std::string_view scope) {
  nlohmann::json view = nlohmann::json::object();
  for (const std::string_view name : view_names(scope)) {
    const ViewName meaning = *find_view_name(scope, name);
    const std::string key(name);
    switch (meaning.kind) {
      case ViewNameKind::text: view[key] = key; break;
      case ViewNameKind::html: view[key] = "<b>" + key + "</b>"; break;
      case ViewNameKind::flag: view[key] = true; break;
      case ViewNameKind::scope: {
        const nlohmann::json inner = sample_view(meaning.opens);
        const bool is_list = find_view_name(scope, "has_" + key).has_value();
        view[key] = is_list ? nlohmann::json::array({inner, inner}) : inner;
        break;
      }
    }
  }
  return view;
}

}  // namespace traff
