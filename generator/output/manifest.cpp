#include "output/manifest.h"

#include <algorithm>

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
std::vector<std::string> differing_names(std::vector<Ingredient> a, std::vector<Ingredient> b) {
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

}  // namespace

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
    } else if (const Recipe recipe = output->recipe(); entry->second.ingredients != recipe.ingredients) {
      changes.push_back(
          {Change::Kind::ingredient, output->path, differing_names(entry->second.ingredients, recipe.ingredients)});
    }
    ++entry;
  }
  pass_removed_before(nullptr);
  return changes;
}

}  // namespace traff
