#include "search/script_value.h"

#include <nlohmann/json.hpp>

#include "search/json_text.h"

namespace traff {

namespace {

using Json = nlohmann::json;

std::string item_text(const Json& value) { return value.is_null() ? std::string() : script_text(value); }

}  // namespace

std::string script_text(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number()) return number_text(value.get<double>());
  if (value.is_boolean()) return value.get<bool>() ? "true" : "false";
  if (value.is_null()) return "null";
  if (!value.is_array()) return "[object Object]";
  std::string joined;
  for (std::size_t i = 0; i < value.size(); ++i) joined += (i > 0 ? "," : "") + item_text(value[i]);
  return joined;
}

FieldValue field_value(const Json& value) {
  FieldValue field;
  field.is_list = value.is_array();
  if (field.is_list) {
    for (const Json& item : value) field.items.push_back(item_text(item));
  } else {
    field.text = item_text(value);
  }
  return field;
}

}  // namespace traff
