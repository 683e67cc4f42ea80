#include "theme/sample_view.h"

#include <nlohmann/json.hpp>
#include <string>

#include "theme/view.h"

namespace traff {

View view_of(const nlohmann::json& json) {
  View view;
  for (auto member = json.begin(); member != json.end(); ++member) {
    const nlohmann::json& value = member.value();
    if (value.is_string()) view.put(member.key(), value.get<std::string>());
    if (value.is_boolean()) view.put_flag(member.key(), value.get<bool>());
    if (value.is_object()) view.put_object(member.key(), view_of(value));
    if (!value.is_array()) continue;
    std::vector<View> items;
    for (const nlohmann::json& item : value) items.push_back(view_of(item));
    view.put_list(member.key(), std::move(items));
  }
  return view;
}

View sample_view(std::string_view scope) {
  View view;
  for (const std::string_view name : view_names(scope)) {
    const ViewName meaning = *find_view_name(scope, name);
    switch (meaning.kind) {
      case ViewNameKind::text: view.put(name, std::string(name)); break;
      case ViewNameKind::html: view.put(name, "<b>" + std::string(name) + "</b>"); break;
      case ViewNameKind::flag: view.put_flag(name, true); break;
      case ViewNameKind::scope: {
        const bool is_list = find_view_name(scope, "has_" + std::string(name)).has_value();
        const View inner = sample_view(meaning.opens);
        if (is_list) view.put_list(name, {inner, inner});
        if (!is_list) view.put_object(name, inner);
        break;
      }
    }
  }
  return view;
}

}  // namespace traff
