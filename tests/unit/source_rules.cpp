#include "source_rules.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"

namespace traff::testing {

namespace {

constexpr std::size_t longest_file = 800;

bool is_word(char c) { return is_digit(c) || c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_code(std::string_view path) {
  return path.starts_with("generator/") && (path.ends_with(".cpp") || path.ends_with(".h"));
}

// "course/dates/term.h" → "course/dates".
std::string folder_of(std::string_view path) {
  return std::string(path.substr(0, std::min(path.rfind('/'), path.size())));
}

std::string folder_of_code(std::string_view path) { return folder_of(path.substr(path.find('/') + 1)); }

struct Include {
  std::string_view name;  // without its quotes or brackets
  bool ours = false;      // in quotes
};

std::optional<Include> read_include(std::string_view line) {
  line = trim(line);
  if (!line.starts_with('#')) return std::nullopt;
  line = trim(line.substr(1));
  if (!line.starts_with("include")) return std::nullopt;
  line = trim(line.substr(7));
  if (line.size() < 2 || (line[0] != '"' && line[0] != '<')) return std::nullopt;
  const std::size_t end = line.find(line[0] == '"' ? '"' : '>', 1);
  return Include{line.substr(1, end == std::string_view::npos ? end : end - 1), line[0] == '"'};
}

// Comments and the insides of strings may speak of anything.
std::string without_words_for_people(std::string_view line) {
  std::string code;
  char quote = '\0';
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (quote != '\0') {
      if (line[i] == '\\')
        ++i;
      else if (line[i] == quote)
        quote = '\0';
    } else if (line.substr(i).starts_with("//")) {
      break;
    } else if (line[i] == '"' || (line[i] == '\'' && (i == 0 || !is_digit(line[i - 1])))) {
      quote = line[i];
    } else {
      code += line[i];
    }
  }
  return code;
}

// `start` at the beginning of a word.
bool has_word_from(std::string_view code, std::string_view start) {
  for (std::size_t at = 0; (at = code.find(start, at)) != std::string_view::npos; ++at) {
    if (at == 0 || !is_word(code[at - 1])) return true;
  }
  return false;
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

bool touches_disk(std::string_view code) {
  constexpr std::array<std::string_view, 10> words{"fopen",   "freopen",   "ifstream",  "ofstream",  "fstream",
                                                   "::open(", "::openat(", "::unlink(", "::rename(", "::mmap("};
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return has_word_from(code, word); });
}

class CodeReader {
 public:
  CodeReader(const CodeFile& file, const Arrows& arrows, std::vector<std::string>& found)
      : path_(file.path), text_(file.text), folder_(folder_of_code(file.path)), arrows_(arrows), found_(found) {}

  void run() {
    if (!arrows_.contains(folder_))
      return report("the folder " + folder_ + " has no traff_folder line in generator/CMakeLists.txt");
    for (const std::string_view line : split_lines(text_)) {
      ++line_;
      if (const auto include = read_include(line))
        look_at_include(*include);
      else
        look_at_code(without_words_for_people(line));
    }
  }

 private:
  bool may_use_git() const { return is_one_of(folder_, {"git", "source", "source/history", "output"}); }
  bool may_use_parser() const { return folder_ == "markdown" || folder_.starts_with("markdown/"); }
  bool may_use_disk() const {
    return is_one_of(folder_, {"disk", "git", "source", "source/history", "output", "preview"});
  }

  void look_at_include(const Include& include) {
    if (include.ours) return look_at_own_include(include.name);
    if (include.name.starts_with("git2") && !may_use_git()) report("only git/, source/ and output/ use libgit2");
    if (include.name.starts_with("cmark") && !may_use_parser()) report("only markdown/ uses cmark-gfm");
    if (is_one_of(include.name, {"fstream", "filesystem", "fcntl.h", "dirent.h"}) && !may_use_disk()) {
      report("only disk/, git/, source/, output/ and preview/ use files: <" + std::string(include.name) + ">");
    }
    if (include.name == "nlohmann/json.hpp" && path_.ends_with(".h"))
      report("a header includes <nlohmann/json_fwd.hpp> at most");
  }

  void look_at_own_include(std::string_view name) {
    if (name == "embedded_files.h") return;  // generated; the theme, the skeletons and the preview link to it
    const std::string to = folder_of(name);
    if (to == folder_ || arrows_.at(folder_).contains(to)) return;
    report(folder_ + " may not include " + to + ": \"" + std::string(name) + "\"");
  }

  void look_at_code(std::string_view code) {
    if (has_word_from(code, "git_") && !may_use_git()) report("only git/, source/ and output/ use libgit2");
    if (has_word_from(code, "cmark_") && !may_use_parser()) report("only markdown/ uses cmark-gfm");
    if (touches_disk(code) && !may_use_disk()) report("only disk/, git/, source/, output/ and preview/ use files");
  }

  void report(const std::string& message) {
    found_.push_back(path_ + ":" + std::to_string(std::max<std::size_t>(1, line_)) + ": " + message);
  }

  const std::string& path_;
  std::string_view text_;
  std::string folder_;
  const Arrows& arrows_;
  std::vector<std::string>& found_;
  std::size_t line_ = 0;
};

void check_name(const CodeFile& file, std::vector<std::string>& found) {
  std::string_view name = std::string_view(file.path).substr(file.path.rfind('/') + 1);
  name = name.substr(0, name.find('.'));
  for (const std::string_view part : split(name, '_')) {
    if (is_one_of(part, {"util", "utils", "helper", "helpers", "common", "misc"})) {
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
      if (has_word_from(line, word))
        found.push_back(file.path + ":" + std::to_string(number) + ": unfinished: " + word);
    }
  }
}

void check_length(const CodeFile& file, std::vector<std::string>& found) {
  const auto lines = static_cast<std::size_t>(std::count(file.text.begin(), file.text.end(), '\n'));
  if (lines > longest_file) {
    found.push_back(file.path + ":" + std::to_string(longest_file + 1) + ": " + std::to_string(lines) +
                    " lines; 800 is the most");
  }
}

class CircleSearch {
 public:
  explicit CircleSearch(const Arrows& arrows) : arrows_(arrows) {}

  std::string run() {
    for (const auto& [folder, to] : arrows_) {
      if (visit(folder)) return circle_;
    }
    return {};
  }

 private:
  bool visit(const std::string& folder) {
    const auto on_way = std::find(way_.begin(), way_.end(), folder);
    if (on_way != way_.end()) {
      for (auto step = on_way; step != way_.end(); ++step) circle_ += *step + " → ";
      circle_ += folder;
      return true;
    }
    if (!done_.insert(folder).second || !arrows_.contains(folder)) return false;
    way_.push_back(folder);
    for (const std::string& next : arrows_.at(folder)) {
      if (visit(next)) return true;
    }
    way_.pop_back();
    return false;
  }

  const Arrows& arrows_;
  std::vector<std::string> way_;
  std::set<std::string> done_;
  std::string circle_;
};

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

std::vector<std::string> broken_rules(const std::vector<CodeFile>& files, const Arrows& arrows) {
  std::vector<std::string> found;
  for (const CodeFile& file : files) {
    if (is_code(file.path)) CodeReader(file, arrows, found).run();
    check_name(file, found);
    check_unfinished(file, found);
    check_length(file, found);
  }
  return found;
}

std::string find_circle(const Arrows& arrows) { return CircleSearch(arrows).run(); }

Arrows arrows_in_use(const std::vector<CodeFile>& files) {
  Arrows arrows;
  for (const CodeFile& file : files) {
    if (!is_code(file.path)) continue;
    const std::string folder = folder_of_code(file.path);
    for (const std::string_view line : split_lines(file.text)) {
      const auto include = read_include(line);
      if (!include || !include->ours || include->name.find('/') == std::string_view::npos) continue;
      const std::string to = folder_of(include->name);
      if (to != folder) arrows[folder].insert(to);
    }
  }
  return arrows;
}

}  // namespace traff::testing
