#include "output/manifest.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "output/site_path.h"

namespace traff {

namespace {

// The shape of .traff-manifest.json, shared by its writer and its reader:
//
//   {"format": 1,
//   "generator": "<id>",
//   "shared": [
//   ["theme","<id>"]
//   ],
//   "outputs": {
//   "a/b.html": ["<id of the bytes>","text","<id>",0]
//   }}
//
// A number stands for a shared ingredient: one that several outputs have, told once, so that a new theme
// is one changed line.

namespace manifest_format {

inline constexpr unsigned version = 1;

inline constexpr const char* format_key = "format";
inline constexpr const char* generator_key = "generator";
inline constexpr const char* shared_key = "shared";
inline constexpr const char* outputs_key = "outputs";

}  // namespace manifest_format

std::vector<const Output*> sorted_by_path(std::span<const Output> plan) {
  std::vector<const Output*> sorted;
  sorted.reserve(plan.size());
  for (const Output& output : plan) sorted.push_back(&output);
  std::sort(sorted.begin(), sorted.end(), [](const Output* a, const Output* b) { return a->path < b->path; });
  return sorted;
}

// Names of ingredients that one side has and the other has not, or has with another id.
std::vector<std::string> differing_names(std::span<const Ingredient> before, std::span<const Ingredient> now) {
  std::vector<Ingredient> a(before.begin(), before.end());
  std::vector<Ingredient> b(now.begin(), now.end());
  const auto less = [](const Ingredient& x, const Ingredient& y) {
    return x.name != y.name ? x.name < y.name : x.id < y.id;
  };
  std::sort(a.begin(), a.end(), less);
  std::sort(b.begin(), b.end(), less);
  std::vector<Ingredient> differing;
  std::set_symmetric_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(differing), less);
  std::vector<std::string> names;
  for (Ingredient& ingredient : differing) {
    if (names.empty() || names.back() != ingredient.name) names.push_back(std::move(ingredient.name));
  }
  return names;
}

constexpr std::string_view sources_name = "sources";

}  // namespace

std::optional<ContentId> ManifestEntry::sources() const {
  if (ingredients.empty() || ingredients.back().name != sources_name) return std::nullopt;
  return ingredients.back().id;
}

void ManifestEntry::set_sources(const ContentId& id) { ingredients.push_back({std::string(sources_name), id}); }

std::span<const Ingredient> ManifestEntry::recipe() const {
  return std::span(ingredients).first(ingredients.size() - (sources() ? 1 : 0));
}

std::vector<Change> compare_with_plan(const Manifest& manifest, const ContentId& generator,
                                      std::span<const Output> plan) {
  const bool same_generator = manifest.generator == generator;
  std::vector<Change> changes;
  auto entry = manifest.outputs.begin();
  const auto pass_removed_before = [&](const std::string* path) {
    for (; entry != manifest.outputs.end() && (path == nullptr || entry->first < *path); ++entry) {
      changes.push_back({Change::Kind::removed, entry->first, {}});
    }
  };
  for (const Output* output : sorted_by_path(plan)) {
    pass_removed_before(&output->path);
    if (entry == manifest.outputs.end() || entry->first != output->path) {
      changes.push_back({Change::Kind::added, output->path, {}});
      continue;
    }
    if (!same_generator) {
      changes.push_back({Change::Kind::generator, output->path, {}});
    } else if (const Recipe recipe = output->recipe();
               !std::ranges::equal(entry->second.recipe(), recipe.ingredients)) {
      changes.push_back(
          {Change::Kind::ingredient, output->path, differing_names(entry->second.recipe(), recipe.ingredients)});
    }
    ++entry;
  }
  pass_removed_before(nullptr);
  return changes;
}

namespace {

// Takes the events of nlohmann's parser in exactly the order the writer gives; anything else ends the reading.
class ManifestReader {
 public:
  Manifest manifest;
  bool complete() const { return expected_ == Expected::nothing; }

  bool start_object(std::size_t) {
    if (advance(Expected::start, Expected::format_key)) return true;
    return advance(Expected::outputs, Expected::output_key);
  }

  bool end_object() {
    if (advance(Expected::output_key, Expected::end)) return true;
    return advance(Expected::end, Expected::nothing);
  }

  bool key(std::string& key) {
    using namespace manifest_format;
    switch (expected_) {
      case Expected::format_key: expected_ = Expected::format; return key == format_key;
      case Expected::generator_key: expected_ = Expected::generator; return key == generator_key;
      case Expected::shared_key: expected_ = Expected::shared; return key == shared_key;
      case Expected::outputs_key: expected_ = Expected::outputs; return key == outputs_key;
      case Expected::output_key: expected_ = Expected::output; return begin_output(key);
      default: return false;
    }
  }

  bool start_array(std::size_t) {
    if (advance(Expected::shared, Expected::shared_ingredient)) return true;
    if (advance(Expected::shared_ingredient, Expected::shared_name)) return true;
    return advance(Expected::output, Expected::output_bytes);
  }

  bool end_array() {
    if (advance(Expected::shared_ingredient, Expected::outputs_key)) return true;
    if (advance(Expected::shared_end, Expected::shared_ingredient)) return true;
    return advance(Expected::ingredient, Expected::output_key);
  }

  bool string(std::string& text) {
    switch (expected_) {
      case Expected::generator: return take_id(text, manifest.generator, Expected::shared_key);
      case Expected::shared_name: return take_name(text, Expected::shared_id);
      case Expected::shared_id: return take_id(text, read_id_, Expected::shared_end) && add_to(shared_);
      case Expected::output_bytes: return take_id(text, entry_->bytes, Expected::ingredient);
      case Expected::ingredient: return take_name(text, Expected::ingredient_id);
      case Expected::ingredient_id: return take_id(text, read_id_, Expected::ingredient) && add_to(entry_->ingredients);
      default: return false;
    }
  }

  bool number_unsigned(std::uint64_t number) {
    if (expected_ == Expected::format) {
      expected_ = Expected::generator_key;
      return number == manifest_format::version;
    }
    if (expected_ != Expected::ingredient || number >= shared_.size()) return false;
    entry_->ingredients.push_back(shared_[number]);
    return true;
  }

  bool null() { return false; }
  bool boolean(bool) { return false; }
  bool number_integer(std::int64_t) { return false; }
  bool number_float(double, const std::string&) { return false; }
  bool binary(nlohmann::json::binary_t&) { return false; }
  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) { return false; }

 private:
  enum class Expected {
    start,
    format_key,
    format,
    generator_key,
    generator,
    shared_key,
    shared,
    shared_ingredient,
    shared_name,
    shared_id,
    shared_end,
    outputs_key,
    outputs,
    output_key,
    output,
    output_bytes,
    ingredient,
    ingredient_id,
    end,
    nothing
  };

  bool advance(Expected from, Expected to) {
    if (expected_ != from) return false;
    expected_ = to;
    return true;
  }

  // A path that leads out of the site would make us remove strangers' files.
  bool begin_output(std::string& path) {
    if (!is_site_path(path)) return false;
    const std::size_t before = manifest.outputs.size();
    entry_ = &manifest.outputs.emplace_hint(manifest.outputs.end(), std::move(path), ManifestEntry())->second;
    return manifest.outputs.size() > before;
  }

  bool take_id(const std::string& hex, ContentId& id, Expected next) {
    const auto parsed = content_id_from_hex(hex);
    if (!parsed) return false;
    id = *parsed;
    expected_ = next;
    return true;
  }

  bool take_name(std::string& name, Expected next) {
    read_name_ = std::move(name);
    expected_ = next;
    return true;
  }

  bool add_to(std::vector<Ingredient>& ingredients) {
    ingredients.push_back({std::move(read_name_), read_id_});
    return true;
  }

  Expected expected_ = Expected::start;
  std::vector<Ingredient> shared_;
  ManifestEntry* entry_ = nullptr;
  std::string read_name_;
  ContentId read_id_;
};

}  // namespace

std::optional<Manifest> parse_manifest(std::string_view json) {
  ManifestReader reader;
  const bool parsed = nlohmann::json::sax_parse(json.begin(), json.end(), &reader);
  if (!parsed || !reader.complete()) return std::nullopt;
  return std::move(reader.manifest);
}

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
