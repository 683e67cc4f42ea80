#include "search/spec_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/failure.h"
#include "base/text.h"
#include "search/key_order.h"

namespace traff {

namespace {

using Json = nlohmann::json;

// Keys every JavaScript object has, and the one where lunr.js keeps a term's number: as a field they would be mistaken
// for what stands there already.
constexpr std::string_view barred_names[] = {
    "__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__",     "__proto__", "_index", "constructor",
    "hasOwnProperty",   "isPrototypeOf",    "propertyIsEnumerable", "toLocaleString", "toString",  "valueOf"};

class SpecReader {
 public:
  SpecReader(const std::string& path, const Json& spec) : path_(path), spec_(spec) {}

  SpecOfFile read() {
    if (!spec_.is_object()) refuse("spec", spec_);
    for (const auto& [key, value] : spec_.items()) read_key(key, value);
    if (result_.spec.fields.empty()) refuse("spec.fields", spec_.value("fields", Json()));
    order_fields();
    return std::move(result_);
  }

 private:
  [[noreturn]] void refuse(const std::string& key, const Json& value) const {
    throw Failure("W61", {path_, key, value.dump(-1, ' ', false, Json::error_handler_t::replace)});
  }

  void read_key(const std::string& key, const Json& value) {
    IndexSpec& spec = result_.spec;
    if (key == "ref") result_.ref_key = key_name(key, value);
    else if (key == "documentBoost") result_.boost_key = key_name(key, value);
    else if (key == "fields") read_fields(value);
    else if (key == "languages") read_languages(value);
    else if (key == "metadata") read_metadata(value);
    else if (key == "separator") read_separator(value);
    else if (key == "k1") spec.k1 = number("spec.k1", value);
    else if (key == "b") spec.b = std::clamp(number("spec.b", value), 0.0, 1.0);
    else refuse("spec." + key, value);
  }

  std::string key_name(const std::string& key, const Json& value) const {
    if (!value.is_string() || is_barred(value.get<std::string>())) refuse("spec." + key, value);
    return value.get<std::string>();
  }

  static bool is_barred(const std::string& name) {
    return std::binary_search(std::begin(barred_names), std::end(barred_names), name);
  }

  double number(const std::string& key, const Json& value) const {
    if (!value.is_number()) refuse(key, value);
    return value.get<double>();
  }

  void read_fields(const Json& fields) {
    if (!fields.is_array()) refuse("spec.fields", fields);
    for (const Json& field : fields) {
      const bool has_boost = field.is_object() && field.contains("boost");
      const Json name = field.is_object() ? field.value("name", Json()) : field;
      if (!name.is_string() || !is_field_name(name.get<std::string>())) refuse("spec.fields", field);
      result_.spec.fields.push_back({name.get<std::string>(), has_boost ? number("spec.fields", field["boost"]) : 1});
    }
  }

  bool is_field_name(const std::string& name) const {
    const auto& fields = result_.spec.fields;
    const bool is_taken = std::any_of(fields.begin(), fields.end(), [&](const IndexField& field) { return field.name == name; });
    return !is_taken && !is_barred(name) && name.find('/') == std::string::npos;
  }

  void read_languages(const Json& languages) {
    result_.spec.languages.clear();
    if (!languages.is_array() || languages.empty()) refuse("spec.languages", languages);
    for (const Json& language : languages) {
      const bool sv = language == "sv", en = language == "en";
      const Language found = sv ? Language::sv : Language::en;
      auto& all = result_.spec.languages;
      if ((!sv && !en) || std::find(all.begin(), all.end(), found) != all.end()) refuse("spec.languages", languages);
      all.push_back(found);
    }
  }

  void read_metadata(const Json& keys) {
    if (!keys.is_array()) refuse("spec.metadata", keys);
    for (const Json& key : keys) {
      if (key == "position") result_.spec.metadata.push_back({TokenMetadata::position, "position"});
      else if (key == "index") result_.spec.metadata.push_back({TokenMetadata::index, "index"});
      else if (key == "fields") result_.spec.metadata.push_back({TokenMetadata::fields, "fields"});
      else refuse("spec.metadata", key);
    }
  }

  void read_separator(const Json& pattern) {
    const auto units = pattern.is_string() ? find_units(pattern.get<std::string>()) : std::nullopt;
    if (!units) refuse("spec.separator", pattern);
    result_.spec.separators = *units;
  }

  void order_fields() {
    std::vector<std::string> names;
    for (const IndexField& field : result_.spec.fields) names.push_back(field.name);
    std::vector<IndexField> ordered;
    for (const std::uint32_t i : key_order(names)) ordered.push_back(std::move(result_.spec.fields[i]));
    result_.spec.fields = std::move(ordered);
  }

  const std::string& path_;
  const Json& spec_;
  SpecOfFile result_;
};

}  // namespace

SpecOfFile parse_spec(const std::string& path, const Json& spec) { return SpecReader(path, spec).read(); }

}  // namespace traff
