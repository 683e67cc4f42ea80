#include "search/index_input.h"

#include <nlohmann/json.hpp>
#include <unordered_set>

#include "base/failure.h"
#include "base/read_json.h"
#include "search/script_value.h"
#include "search/spec_json.h"

namespace traff {

using Json = nlohmann::json;

namespace {

Json parse_json(const std::string& path, std::string_view text) {
  Json json;
  if (const auto flaw = read_json(text, json))
    throw Failure("W60", {path, placed_words_sv(*flaw), placed_words_en(*flaw)});
  return json;
}

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
  if (!whole.is_object() || !whole.contains("spec")) throw Failure("W61", {path, "spec", "undefined"});
  if (!whole.contains("documents") || !whole["documents"].is_array()) throw Failure("W61", {path, "documents", "undefined"});
  state_->file = parse_spec(path, whole["spec"]);
  state_->documents = &whole["documents"];
  std::unordered_set<std::string> refs;
  for (const Json& document : *state_->documents) {
    if (!document.is_object()) throw Failure("W61", {path, "documents", document.dump().substr(0, 80)});
    const std::string ref = ref_of(document, state_->file.ref_key);
    if (!refs.insert(ref).second) throw Failure("W62", {path, ref});
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
  if (!state_->file.boost_key.empty() && boost != json.end() && boost->is_number()) document.boost = boost->get<double>();
  for (const IndexField& field : spec().fields) {
    const auto value = json.find(field.name);
    document.values.push_back(value == json.end() ? FieldValue() : field_value(*value));
  }
  return document;
}

}  // namespace traff
