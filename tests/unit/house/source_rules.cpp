#include "house/source_rules.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "house/doors.h"
#include "house/function_names.h"

namespace traff::testing {

namespace {

constexpr std::size_t longest_file = 800;
constexpr std::size_t longest_function = 40;
constexpr std::size_t fullest_folder = 25;

class CodeReader {
 public:
  CodeReader(const CodeFile& file, const Arrows& drawn, std::vector<std::string>& found)
      : path_(file.path),
        module_(module_of_code(file.path)),
        folder_(folder_of(module_)),
        code_(read_source_code(file.text)),
        drawn_(drawn),
        found_(found) {}

  void run() {
    if (!drawn_.contains(folder_))
      return report(1, "the folder " + folder_ + " has no traff_folder line in generator/CMakeLists.txt");
    for (const Include& include : code_.includes) {
      if (is_own(include, drawn_))
        look_at_own(include);
      else
        look_at_library(include);
    }
    for (std::size_t i = 0; i < code_.lines.size(); ++i) look_at_words(i + 1, code_.lines[i]);
    for (const Variable& variable : code_.lasting) {
      if (!may_use(lasting_variables(), module_))
        report(variable.line, refusal(lasting_variables()) + ": " + variable.name);
    }
    for (const Function& function : code_.functions) {
      if (function.lines > longest_function)
        report(function.line, function.name + " has " + std::to_string(function.lines) + " lines; " +
                                  std::to_string(longest_function) + " is the most");
    }
    if (folder_ != "disk" && folder_ != "git") look_at_names();  // the grounds are the world
  }

 private:
  void look_at_own(const Include& include) {
    if (!include.is_quoted) report(include.line, "our own headers stand in quotes: <" + include.name + ">");
    if (include.name == "embedded_files.h") return;  // made by CMake
    const std::string to = folder_of(include.name);
    if (to == folder_ || drawn_.at(folder_).contains(to)) return;
    report(include.line, folder_ + " may not include " + to + ": \"" + include.name + "\"");
  }

  void look_at_library(const Include& include) {
    bool has_door = is_standard(include.name);
    for (const Door& door : doors()) {
      if (!has_header(door, include.name)) continue;
      has_door = true;
      if (!may_use(door, module_)) report(include.line, refusal(door) + ": <" + include.name + ">");
    }
    if (!has_door) report(include.line, "<" + include.name + "> has no row in tests/unit/house/doors.cpp");
    if (include.name == "nlohmann/json.hpp" && path_.ends_with(".h"))
      report(include.line, "a header includes <nlohmann/json_fwd.hpp> at most");
  }

  void look_at_words(std::size_t line, std::string_view code) {
    for (const Door& door : doors()) {
      if (!may_use(door, module_) && is_used_in(door, code)) report(line, refusal(door));
    }
  }

  void look_at_names() {
    for (const Function& function : misnamed_functions(code_))
      report(function.line, function.name + " touches the world: call it load_ or write_");
  }

  void report(std::size_t line, const std::string& message) {
    found_.push_back(path_ + ":" + std::to_string(line) + ": " + message);
  }

  const std::string& path_;
  std::string module_;
  std::string folder_;
  SourceCode code_;
  const Arrows& drawn_;
  std::vector<std::string>& found_;
};

void check_name(const CodeFile& file, std::vector<std::string>& found) {
  std::string_view name = std::string_view(file.path).substr(file.path.rfind('/') + 1);
  name = name.substr(0, name.find('.'));
  for (const std::string_view part : split(name, '_')) {
    for (const std::string_view empty : {"util", "utils", "helper", "helpers", "common", "misc"}) {
      if (part == empty)
        found.push_back(file.path + ":1: name it after what it holds, not \"" + std::string(part) + "\"");
    }
  }
}

// The words are put together here so that this file does not hold them.
void check_unfinished(const CodeFile& file, std::vector<std::string>& found) {
  std::size_t number = 0;
  for (const std::string_view line : split_lines(file.text)) {
    ++number;
    for (const std::string& word : {std::string("TO") + "DO", std::string("FIX") + "ME"}) {
      if (has_word(line, word)) found.push_back(file.path + ":" + std::to_string(number) + ": unfinished: " + word);
    }
  }
}

// A code is a constant, which counts its arguments; comments may speak of "A4".
void check_codes(const CodeFile& file, std::vector<std::string>& found) {
  if (!file.path.starts_with("generator/") || file.path == "generator/base/messages/codes.h") return;
  std::size_t number = 0;
  for (const std::string_view line : split_lines(file.text)) {
    ++number;
    const std::vector<std::string_view> parts = split(line.substr(0, line.find("//")), '"');
    for (std::size_t i = 1; i < parts.size(); i += 2) {
      const std::string_view word = parts[i];
      const bool is_code = word.size() > 1 && word.size() < 4 && word[0] >= 'A' && word[0] <= 'Z' &&
                           std::all_of(word.begin() + 1, word.end(), is_digit);
      if (is_code) found.push_back(file.path + ":" + std::to_string(number) + ": write code::" + std::string(word));
    }
  }
}

void check_length(const CodeFile& file, std::vector<std::string>& found) {
  const auto lines = static_cast<std::size_t>(std::count(file.text.begin(), file.text.end(), '\n'));
  if (lines > longest_file)
    found.push_back(file.path + ":" + std::to_string(longest_file + 1) + ": " + std::to_string(lines) + " lines; " +
                    std::to_string(longest_file) + " is the most");
}

bool is_needed(const Door& door, const DoorUser& user, const std::vector<CodeFile>& files) {
  return std::any_of(files.begin(), files.end(), [&](const CodeFile& file) {
    if (!is_code(file.path) || !is_user(user, module_of_code(file.path))) return false;
    const SourceCode code = read_source_code(file.text);
    return (&door == &lasting_variables() && !code.lasting.empty()) ||
           std::any_of(code.includes.begin(), code.includes.end(),
                       [&](const Include& include) { return has_header(door, include.name); }) ||
           std::any_of(code.lines.begin(), code.lines.end(),
                       [&](const std::string& line) { return is_used_in(door, line); });
  });
}

}  // namespace

std::vector<std::string> broken_rules(const std::vector<CodeFile>& files, const Arrows& drawn) {
  std::vector<std::string> found;
  for (const CodeFile& file : files) {
    if (is_code(file.path)) CodeReader(file, drawn, found).run();
    check_name(file, found);
    check_unfinished(file, found);
    check_codes(file, found);
    check_length(file, found);
  }
  return found;
}

std::vector<std::string> full_folders(const std::vector<CodeFile>& files) {
  std::map<std::string, std::size_t> shown;
  for (const CodeFile& file : files) ++shown[folder_of(file.path)];
  std::vector<std::string> full;
  for (const auto& [folder, count] : shown) {
    if (count > fullest_folder)
      full.push_back(folder + " shows " + std::to_string(count) + " files; " + std::to_string(fullest_folder) +
                     " is the most");
  }
  return full;
}

std::vector<std::string> unused_exceptions(const std::vector<CodeFile>& files) {
  std::vector<std::string> unused;
  const auto look = [&](const Door& door) {
    for (const DoorUser& user : door.users) {
      if (!is_needed(door, user, files))
        unused.push_back(std::string(user.place) + " no longer uses " + std::string(door.what));
    }
  };
  for (const Door& door : doors()) look(door);
  look(lasting_variables());
  return unused;
}

}  // namespace traff::testing
