#include "house/include_graph.h"

#include <algorithm>

#include "base/text.h"

namespace traff::testing {

namespace {

using NameOf = std::string (*)(std::string_view);

std::string without_extension(std::string_view path) { return std::string(path.substr(0, path.rfind('.'))); }

// Headers of others include none of ours, so they make no circle.
Arrows arrows_between(const std::vector<CodeFile>& files, NameOf name_of) {
  Arrows arrows;
  for (const CodeFile& file : files) {
    if (!is_code(file.path)) continue;
    const std::string from = name_of(std::string_view(file.path).substr(file.path.find('/') + 1));
    for (const Include& include : read_source_code(file.text).includes) {
      if (include.name.find('/') == std::string::npos || !include.name.ends_with(".h")) continue;
      if (const std::string to = name_of(include.name); to != from) arrows[from].insert(to);
    }
  }
  return arrows;
}

std::set<std::string> reached_from(const std::string& start, const Arrows& arrows) {
  std::set<std::string> reached;
  std::vector<std::string> ahead{start};
  while (!ahead.empty()) {
    const auto from = arrows.find(ahead.back());
    ahead.pop_back();
    if (from == arrows.end()) continue;
    for (const std::string& to : from->second) {
      if (reached.insert(to).second) ahead.push_back(to);
    }
  }
  return reached;
}

}  // namespace

Arrows read_arrows(std::string_view cmake_lists) {
  constexpr std::string_view call = "\ntraff_folder(";
  Arrows arrows;
  std::vector<std::string> built;
  for (std::size_t at = 0; (at = cmake_lists.find(call, at)) != std::string_view::npos; ++at) {
    const std::string_view line = cmake_lists.substr(at + call.size(), cmake_lists.find(')', at) - at - call.size());
    const auto words = split(line, ' ');
    std::set<std::string>& to = arrows[std::string(words.front())];
    bool in_arrows = false;
    for (const std::string_view word : words) {
      if (word == "ARROWS" || word == "LIBRARIES")
        in_arrows = word == "ARROWS";
      else if (in_arrows)
        for (const std::string& folder : built) {
          if (folder == word || folder.starts_with(std::string(word) + "/")) to.insert(folder);
        }
    }
    built.emplace_back(words.front());
  }
  return arrows;
}

Arrows folder_arrows(const std::vector<CodeFile>& files) { return arrows_between(files, folder_of); }
Arrows module_arrows(const std::vector<CodeFile>& files) { return arrows_between(files, without_extension); }

std::vector<std::string> circles(const Arrows& arrows) {
  std::map<std::string, std::set<std::string>> reached;
  for (const auto& [from, to] : arrows) reached[from] = reached_from(from, arrows);
  std::set<std::string> found;
  for (const auto& [from, all] : reached) {
    std::string group;
    for (const std::string& to : all) {
      if (const auto back = reached.find(to); back != reached.end() && back->second.contains(from))
        group += (group.empty() ? "" : ", ") + to;
    }
    if (!group.empty()) found.insert(group);
  }
  return {found.begin(), found.end()};
}

bool is_code(std::string_view path) {
  return path.starts_with("generator/") && (path.ends_with(".cpp") || path.ends_with(".h"));
}

std::string folder_of(std::string_view path) {
  return std::string(path.substr(0, std::min(path.rfind('/'), path.size())));
}

std::string module_of_code(std::string_view path) { return without_extension(path.substr(path.find('/') + 1)); }

bool is_own(const Include& include, const Arrows& drawn) {
  return include.is_quoted || drawn.contains(folder_of(include.name));
}

}  // namespace traff::testing
