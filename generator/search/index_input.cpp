#include "search/index_input.h"

#include <nlohmann/json.hpp>
#include <nlohmann/json_fwd.hpp>

#include <algorithm>
#include <string>
#include <unordered_set>

#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "base/read_json.h"
#include "base/text.h"
#include "search/index_spec.h"
#include "search/json_text.h"
#include "search/lunr_index.h"

namespace traff {

namespace {

// The spec of an index, from JSON.

struct SpecOfFile {
  IndexSpec spec;
  std::string ref_key = "id";  // the documents' key that names them
  std::string boost_key;       // the documents' key with their boost; "" for none
};

using Json = nlohmann::json;

// Keys every JavaScript object has, and the one where lunr.js keeps a term's number: as a field they would be mistaken
// for what stands there already.
constexpr std::string_view barred_names[] = {
    "__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__", "__proto__",
    "_index",           "constructor",      "hasOwnProperty",   "isPrototypeOf",    "propertyIsEnumerable",
    "toLocaleString",   "toString",         "valueOf"};

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
    throw Failure(code::W61(path_, key, value.dump(-1, ' ', false, Json::error_handler_t::replace)));
  }

  void read_key(const std::string& key, const Json& value) {
    IndexSpec& spec = result_.spec;
    if (key == "ref")
      result_.ref_key = key_name(key, value);
    else if (key == "documentBoost")
      result_.boost_key = key_name(key, value);
    else if (key == "fields")
      read_fields(value);
    else if (key == "languages")
      read_languages(value);
    else if (key == "metadata")
      read_metadata(value);
    else if (key == "separator")
      read_separator(value);
    else if (key == "k1")
      spec.k1 = number("spec.k1", value);
    else if (key == "b")
      spec.b = std::clamp(number("spec.b", value), 0.0, 1.0);
    else
      refuse("spec." + key, value);
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
    const bool is_taken =
        std::any_of(fields.begin(), fields.end(), [&](const IndexField& field) { return field.name == name; });
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
      if (key == "position")
        result_.spec.metadata.push_back({TokenMetadata::position, "position"});
      else if (key == "index")
        result_.spec.metadata.push_back({TokenMetadata::index, "index"});
      else if (key == "fields")
        result_.spec.metadata.push_back({TokenMetadata::fields, "fields"});
      else
        refuse("spec.metadata", key);
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

// Throws Failure W61, with `path`.
SpecOfFile parse_spec(const std::string& path, const Json& spec) { return SpecReader(path, spec).read(); }

// A JSON value as JavaScript turns it into text when it is indexed.

using Json = nlohmann::json;

std::string item_text(const Json& value);

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

// String(value): numbers as JavaScript writes them, lists joined by commas, null in them as nothing.
std::string item_text(const Json& value) { return value.is_null() ? std::string() : script_text(value); }

// As lunr.js reads a field: null is no text, a list is its tokens.
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

}  // namespace

using Json = nlohmann::json;

namespace {

Json parse_json(const std::string& path, std::string_view text) {
  Json json;
  if (const auto flaw = read_json(text, json)) throw Failure(code::W60(path, placed_words(*flaw)));
  return json;
}

constexpr Phrase left_out{"utelämnat", "left out"};

// JavaScript finds "undefined" where a document has no such key.
std::string ref_of(const Json& document, const std::string& key) {
  const auto found = document.find(key);
  return found == document.end() ? "undefined" : script_text(*found);
}

}  // namespace

struct IndexInput::State {
  Json json;
  SpecOfFile file;
  const Json* documents = nullptr;  // in json
};

IndexInput::IndexInput(const std::string& path, std::string_view json) : state_(std::make_unique<State>()) {
  state_->json = parse_json(path, json);
  const Json& whole = state_->json;
  if (!whole.is_object() || !whole.contains("spec")) throw Failure(code::W61(path, "spec", left_out));
  if (!whole.contains("documents")) throw Failure(code::W61(path, "documents", left_out));
  if (!whole["documents"].is_array())
    throw Failure(code::W61(path, "documents", whole["documents"].dump().substr(0, 80)));
  state_->file = parse_spec(path, whole["spec"]);
  state_->documents = &whole["documents"];
  std::unordered_set<std::string> refs;
  for (const Json& document : *state_->documents) {
    if (!document.is_object()) throw Failure(code::W61(path, "documents", document.dump().substr(0, 80)));
    const std::string ref = ref_of(document, state_->file.ref_key);
    if (!refs.insert(ref).second) throw Failure(code::W62(path, ref));
  }
}

IndexInput::~IndexInput() = default;

const IndexSpec& IndexInput::spec() const { return state_->file.spec; }
std::size_t IndexInput::document_count() const { return state_->documents->size(); }

IndexDocument IndexInput::document(std::size_t index) const {
  const Json& json = (*state_->documents)[index];
  IndexDocument document;
  document.ref = ref_of(json, state_->file.ref_key);
  const auto boost = json.find(state_->file.boost_key);
  if (!state_->file.boost_key.empty() && boost != json.end() && boost->is_number())
    document.boost = boost->get<double>();
  for (const IndexField& field : spec().fields) {
    const auto value = json.find(field.name);
    document.values.push_back(value == json.end() ? FieldValue() : field_value(*value));
  }
  return document;
}

}  // namespace traff
