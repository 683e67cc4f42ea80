#include <unordered_map>

#include "output/manifest.h"
#include "output/manifest_format.h"

namespace traff {

namespace {

// Ingredients of more than one output, numbered as they are met the second time.
class SharedIngredients {
 public:
  explicit SharedIngredients(const Manifest& manifest) {
    numbers_.reserve(manifest.outputs.size() * 2);
    for (const auto& [path, entry] : manifest.outputs) {
      for (const Ingredient& ingredient : entry.ingredients) count(ingredient);
    }
  }

  const std::vector<const Ingredient*>& in_order() const { return in_order_; }

  std::optional<std::size_t> number_of(const Ingredient& ingredient) const {
    const std::size_t number = numbers_.at(&ingredient);
    return number == met_once ? std::nullopt : std::optional(number);
  }

 private:
  struct Same {
    bool operator()(const Ingredient* a, const Ingredient* b) const { return *a == *b; }
  };
  struct Hash {
    std::size_t operator()(const Ingredient* ingredient) const { return std::hash<ContentId>()(ingredient->id); }
  };
  static constexpr std::size_t met_once = static_cast<std::size_t>(-1);

  void count(const Ingredient& ingredient) {
    const auto [found, is_new] = numbers_.emplace(&ingredient, met_once);
    if (is_new || found->second != met_once) return;
    found->second = in_order_.size();
    in_order_.push_back(&ingredient);
  }

  std::unordered_map<const Ingredient*, std::size_t, Hash, Same> numbers_;
  std::vector<const Ingredient*> in_order_;
};

void append_string(std::string& json, std::string_view text) {
  static constexpr std::string_view digits = "0123456789abcdef";
  json += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20) {
      json += "\\u00";
      json += digits[byte >> 4];
      json += digits[byte & 15];
      continue;
    }
    if (c == '"' || c == '\\') json += '\\';
    json += c;
  }
  json += '"';
}

void append_id(std::string& json, const ContentId& id) {
  json += '"';
  json += to_hex(id);
  json += '"';
}

void append_key(std::string& json, std::string_view key) {
  append_string(json, key);
  json += ": ";
}

void append_shared(std::string& json, const SharedIngredients& shared) {
  std::string_view separator = "\n";
  for (const Ingredient* ingredient : shared.in_order()) {
    json += separator;
    json += '[';
    append_string(json, ingredient->name);
    json += ',';
    append_id(json, ingredient->id);
    json += ']';
    separator = ",\n";
  }
}

void append_entry(std::string& json, const ManifestEntry& entry, const SharedIngredients& shared) {
  json += '[';
  append_id(json, entry.bytes);
  for (const Ingredient& ingredient : entry.ingredients) {
    json += ',';
    if (const auto number = shared.number_of(ingredient)) {
      json += std::to_string(*number);
      continue;
    }
    append_string(json, ingredient.name);
    json += ',';
    append_id(json, ingredient.id);
  }
  json += ']';
}

}  // namespace

std::string format_manifest(const Manifest& manifest) {
  const SharedIngredients shared(manifest);
  std::string json;
  json.reserve(200 + manifest.outputs.size() * 220);
  json += '{';
  append_key(json, manifest_format::format_key);
  json += std::to_string(manifest_format::version) + ",\n";
  append_key(json, manifest_format::generator_key);
  append_id(json, manifest.generator);
  json += ",\n";
  append_key(json, manifest_format::shared_key);
  json += '[';
  append_shared(json, shared);
  json += "\n],\n";
  append_key(json, manifest_format::outputs_key);
  json += '{';
  std::string_view separator = "\n";
  for (const auto& [path, entry] : manifest.outputs) {
    json += separator;
    append_key(json, path);
    append_entry(json, entry, shared);
    separator = ",\n";
  }
  json += "\n}}\n";
  return json;
}

}  // namespace traff
