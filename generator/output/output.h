// One file of the site before it exists: what it is made of and how to make it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/content_id.h"
#include "base/diagnostic.h"
#include "disk/file.h"

namespace traff {

struct Ingredient {
  std::string name;  // "text", "view", "theme", "navigation" …: shown by `traff explain`
  ContentId id;
  bool operator==(const Ingredient&) const = default;
};

struct Recipe {
  using Make = std::function<std::string()>;

  std::vector<Ingredient> ingredients;       // together they decide the bytes, nothing else does
  Make make = nullptr;                       // the bytes; to be called once at most
  ByteProducer write = nullptr;              // instead of `make`, for a file too large to be held
  std::vector<Diagnostic> diagnostics = {};  // found on the way; with any, the recipe is asked for each time
};

// What several outputs are made from, made before any of them and only when one of them needs it.
struct SharedWork {
  std::string stage;  // for --timings
  std::function<void()> run;
};

struct Output {
  std::string path;                // relative to the site, '/' between folders
  std::function<Recipe()> recipe;  // the same each time; several outputs may be asked at the same time
  // Names all the recipe could be made from: while it is the same, so is the recipe. None when asking costs nothing.
  std::optional<ContentId> sources = std::nullopt;
  bool takes_long = false;  // to be begun before others
  std::shared_ptr<const SharedWork> shared = nullptr;
};

}  // namespace traff
