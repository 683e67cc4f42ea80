#include "house/function_names.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

namespace traff::testing {

namespace {

constexpr std::array<std::string_view, 8> pure_verbs{"find_",     "make_",   "parse_", "plan_",
                                                     "assemble_", "render_", "read_",  "resolve_"};

// What the grounds, disk/ and git/, offer under other names stands here too.
constexpr std::array<std::string_view, 22> world_words{"load_",
                                                       "write_",
                                                       "git_",
                                                       "ifstream",
                                                       "ofstream",
                                                       "fopen",
                                                       "fs::absolute(",
                                                       "fs::canonical(",
                                                       "fs::exists(",
                                                       "fs::is_",
                                                       "fs::create_",
                                                       "fs::remove",
                                                       "fs::rename(",
                                                       "fs::read_",
                                                       "fs::copy",
                                                       "fs::space",
                                                       "directory_iterator",
                                                       "read_disk_file",
                                                       "read_state_file",
                                                       "make_state_folder",
                                                       "make_repository",
                                                       "open_repository"};

bool sounds_pure(std::string_view name) {
  return std::any_of(pure_verbs.begin(), pure_verbs.end(),
                     [&](std::string_view verb) { return name.starts_with(verb); });
}

bool touches_the_world(std::string_view body) {
  return calls_the_system(body) || std::any_of(world_words.begin(), world_words.end(),
                                               [&](std::string_view word) { return has_word(body, word); });
}

bool calls_any(std::string_view body, const std::set<std::string>& names) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return has_word(body, name + "("); });
}

}  // namespace

std::vector<Function> misnamed_functions(const SourceCode& code) {
  std::set<std::string> touching;
  std::size_t before;
  do {
    before = touching.size();
    for (const Function& function : code.functions) {
      if (touches_the_world(function.body) || calls_any(function.body, touching)) touching.insert(function.name);
    }
  } while (touching.size() > before);
  std::vector<Function> misnamed;
  std::copy_if(
      code.functions.begin(), code.functions.end(), std::back_inserter(misnamed),
      [&](const Function& function) { return sounds_pure(function.name) && touching.contains(function.name); });
  return misnamed;
}

}  // namespace traff::testing
