#include "output/manifest.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>

#include "base/read_json.h"
#include "output/site_path.h"

namespace traff {

namespace {

// The shape of .traff-manifest.json. Others may read it as JSON; we read the lines that we wrote.
//
//   {"format": 2,
//   "generator": "<id>",
//   "outputs": {
//   "a/b.html": "<id of the bytes> text <id> theme <id>",
//   "a/c.html": "<id of the bytes> text <id> theme ="
//   }}
//
// "=" is the id that an ingredient of that name had last: a new theme is one changed line.
constexpr std::string_view before_generator = "{\"format\": 2,\n\"generator\": \"";
constexpr std::string_view before_outputs = "\",\n\"outputs\": {\n";
constexpr std::string_view after_path = ": \"";
constexpr std::string_view after_output = "\"";
constexpr std::string_view between_outputs = ",\n";
constexpr std::string_view after_outputs = "\n}}\n";
constexpr std::string_view same_as_last = "=";

using LastIds = std::map<std::string, ContentId, std::less<>>;  // by the ingredient's name

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

// Cuts `begin` and `end` away from a text that has both.
bool take_between(std::string_view& text, std::string_view begin, std::string_view end) {
  if (text.size() < begin.size() + end.size() || !text.starts_with(begin) || !text.ends_with(end)) return false;
  text = text.substr(begin.size(), text.size() - begin.size() - end.size());
  return true;
}

// What stands before `mark`, which is taken too; all of it when there is no mark.
std::string_view take_until(std::string_view& text, std::string_view mark) {
  const std::size_t size = std::min(text.find(mark), text.size());
  const std::string_view taken = text.substr(0, size);
  text.remove_prefix(std::min(size + mark.size(), text.size()));
  return taken;
}

// The text of a string in JSON, quotes and all.
std::optional<std::string> unquoted(std::string_view quoted) {
  if (quoted.find('\\') == std::string_view::npos) {
    return take_between(quoted, "\"", "\"") ? std::optional(std::string(quoted)) : std::nullopt;
  }
  nlohmann::json text;
  if (read_json(quoted, text) || !text.is_string()) return std::nullopt;
  return text.get<std::string>();
}

bool read_ingredients(std::string_view words, std::vector<Ingredient>& ingredients, LastIds& last_ids) {
  while (!words.empty()) {
    std::string name(take_until(words, " "));
    const std::string_view hex = take_until(words, " ");
    const auto last = last_ids.find(name);
    if (hex == same_as_last ? last == last_ids.end() : !content_id_from_hex(hex)) return false;
    const ContentId id = hex == same_as_last ? last->second : *content_id_from_hex(hex);
    last_ids.insert_or_assign(name, id);
    ingredients.push_back({std::move(name), id});
  }
  return true;
}

// A path that leads out of the site would make us remove strangers' files.
bool read_output(std::string_view line, Manifest& manifest, LastIds& last_ids) {
  const std::size_t middle = line.rfind(after_path);
  if (middle == std::string_view::npos) return false;
  auto path = unquoted(line.substr(0, middle));
  std::string_view words = line.substr(middle);
  if (!path || !is_site_path(*path) || !take_between(words, after_path, after_output)) return false;
  const auto bytes = content_id_from_hex(take_until(words, " "));
  const std::size_t before = manifest.outputs.size();
  ManifestEntry& entry = manifest.outputs.try_emplace(manifest.outputs.end(), std::move(*path))->second;
  if (!bytes || manifest.outputs.size() == before) return false;
  entry.bytes = *bytes;
  return read_ingredients(words, entry.ingredients, last_ids);
}

// As the program wrote it before. Another program made everything, so only that counts which says what is ours: each
// path and the id of its bytes.
std::optional<Manifest> parse_first_format(std::string_view json) {
  nlohmann::json tree;
  if (read_json(json, tree) || !tree.is_object() || tree.value("format", nlohmann::json()) != 1) return std::nullopt;
  const nlohmann::json outputs = tree.value("outputs", nlohmann::json());
  if (!outputs.is_object()) return std::nullopt;
  Manifest manifest;
  for (const auto& [path, entry] : outputs.items()) {
    if (!is_site_path(path) || !entry.is_array() || entry.empty() || !entry[0].is_string()) return std::nullopt;
    const auto bytes = content_id_from_hex(entry[0].get_ref<const std::string&>());
    if (!bytes) return std::nullopt;
    manifest.outputs[path].bytes = *bytes;
  }
  return manifest;
}

void append_ingredient(std::string& json, const Ingredient& ingredient, LastIds& last_ids) {
  const auto [last, is_first] = last_ids.try_emplace(ingredient.name, ingredient.id);
  json += ' ';
  json += ingredient.name;
  json += ' ';
  json += !is_first && last->second == ingredient.id ? std::string(same_as_last) : to_hex(ingredient.id);
  last->second = ingredient.id;
}

}  // namespace

std::optional<Manifest> parse_manifest(std::string_view json) {
  Manifest manifest;
  if (!take_between(json, before_generator, after_outputs)) return parse_first_format(json);
  const auto generator = content_id_from_hex(take_until(json, before_outputs));
  if (!generator) return std::nullopt;
  manifest.generator = *generator;
  LastIds last_ids;
  while (!json.empty()) {
    if (!read_output(take_until(json, between_outputs), manifest, last_ids)) return std::nullopt;
  }
  return manifest;
}

std::string format_manifest(const Manifest& manifest) {
  std::string json;
  json.reserve(200 + manifest.outputs.size() * 220);
  json += before_generator;
  json += to_hex(manifest.generator);
  json += before_outputs;
  LastIds last_ids;
  std::string_view separator;
  for (const auto& [path, entry] : manifest.outputs) {
    json += separator;
    json += nlohmann::json(path).dump();
    json += after_path;
    json += to_hex(entry.bytes);
    for (const Ingredient& ingredient : entry.ingredients) append_ingredient(json, ingredient, last_ids);
    json += after_output;
    separator = between_outputs;
  }
  json += after_outputs;
  return json;
}

}  // namespace traff
