// One file of the site before it exists: what it is made of and how to make it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/content_id.h"

namespace traff {

struct Ingredient {
  std::string name;  // "text", "view", "theme", "navigation" …: shown by `traff explain`
  ContentId id;
  bool operator==(const Ingredient&) const = default;
};

struct Recipe {
  std::vector<Ingredient> ingredients;  // together they decide the bytes, nothing else does
  std::function<std::string()> make;    // the bytes; to be called once at most
};

struct Output {
  std::string path;                // relative to the site, '/' between folders
  std::function<Recipe()> recipe;  // the same each time; several outputs may be asked at the same time
};

}  // namespace traff
