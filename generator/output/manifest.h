// What stands in the site and what each file was made of: .traff-manifest.json.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "output/output.h"

namespace traff {

struct ManifestEntry {
  std::vector<Ingredient> ingredients;  // the last one may be the sources
  ContentId bytes;                      // id of the file as written

  // Output::sources, unless the recipe had to be asked each time.
  std::optional<ContentId> sources() const;
  void set_sources(const ContentId& id);

  // All but the sources.
  std::span<const Ingredient> recipe() const;
};

inline constexpr const char* manifest_name = ".traff-manifest.json";

struct Manifest {
  ContentId generator;  // which program made it; another one makes everything anew
  std::map<std::string, ManifestEntry, std::less<>> outputs;
};

// Nothing when `json` is not a manifest as format_manifest writes it, or as it did before: of such a one the paths and
// their bytes are known, as if another program had made them. Cost: linear.
std::optional<Manifest> parse_manifest(std::string_view json);

// The same bytes for the same manifest; one output a line, so that it reads well in a diff.
std::string format_manifest(const Manifest& manifest);

// Why an output would be made again.
struct Change {
  // file: changed or removed in the site itself; asked: nothing, but all is to be made anew.
  enum class Kind { added, removed, ingredient, generator, file, asked };
  Kind kind;
  std::string path;
  std::vector<std::string> ingredients;  // names of those that differ, for Kind::ingredient
};

// Sorted by path. Empty when the plan would make nothing.
std::vector<Change> compare_with_plan(const Manifest& manifest, const ContentId& generator,
                                      std::span<const Output> plan);

}  // namespace traff
