#include "output/manifest.h"

#include <algorithm>
#include <iterator>

namespace traff {

namespace {

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
    } else if (const Recipe recipe = output->recipe(); !std::ranges::equal(entry->second.recipe(), recipe.ingredients)) {
      changes.push_back(
          {Change::Kind::ingredient, output->path, differing_names(entry->second.recipe(), recipe.ingredients)});
    }
    ++entry;
  }
  pass_removed_before(nullptr);
  return changes;
}

}  // namespace traff
