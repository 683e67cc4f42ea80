#include "house/source_code.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "base/text.h"

namespace traff::testing {

namespace {

template <std::size_t N>
bool is_one_of(std::string_view text, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

// The mark in 40'000.
bool is_in_number(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && (is_part_of_word(text[begin - 1]) || text[begin - 1] == '\'')) --begin;
  return is_digit(text[begin]);
}

// Where what begins at `at` ends, for a comment, string or character; `at` itself when it is code.
std::size_t end_of_words_for_people(std::string_view text, std::size_t at) {
  const auto after = [&](std::string_view end, std::size_t from) {
    const std::size_t found = text.find(end, from);
    return found == std::string_view::npos ? text.size() : found + end.size();
  };
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("//")) return std::min(text.find('\n', at), text.size());
  if (rest.starts_with("/*")) return after("*/", at + 2);
  if (rest.starts_with("R\"")) return after(")" + std::string(rest.substr(2, rest.find('(') - 2)) + "\"", at + 2);
  if ((rest.front() != '"' && rest.front() != '\'') || is_in_number(text, at)) return at;
  std::size_t end = at + 1;
  while (end < text.size() && text[end] != rest.front()) end += text[end] == '\\' ? 2 : 1;
  return std::min(end + 1, text.size());
}

// Comments and the insides of strings may speak of anything; the lines stay as many.
std::string without_words_for_people(std::string_view text) {
  std::string code;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_words_for_people(text, at);
    if (end == at) {
      code += text[at++];
      continue;
    }
    const std::string_view words = text.substr(at, end - at);
    if (!words.starts_with('/')) code += words.starts_with('\'') ? "''" : "\"\"";
    code.append(static_cast<std::size_t>(std::count(words.begin(), words.end(), '\n')), '\n');
    at = end;
  }
  return code;
}

std::optional<Include> read_include(std::string_view line, std::size_t number) {
  line = trim(line);
  if (!line.starts_with('#')) return std::nullopt;
  line = trim(line.substr(1));
  if (!line.starts_with("include")) return std::nullopt;
  line = trim(line.substr(7));
  if (line.size() < 2 || (line[0] != '"' && line[0] != '<')) return std::nullopt;
  const std::size_t end = std::min(line.find(line[0] == '"' ? '"' : '>', 1), line.size());
  return Include{number, std::string(line.substr(1, end - 1)), line[0] == '"'};
}

// "std::map<const A, B (*)()>" → "std::map": what is said of a template's arguments is not said of the variable.
std::string without_template_arguments(std::string_view text) {
  std::string outside;
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '>' && depth > 0)
      --depth;
    else if (text[at] == '<')
      ++depth;
    else if (depth == 0)
      outside += text[at];
  }
  return outside;
}

std::string_view first_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_part_of_word(text[end])) ++end;
  return text.substr(0, end);
}

std::string_view last_word(std::string_view text) {
  text = trim(text);
  std::size_t begin = text.size();
  while (begin > 0 && is_part_of_word(text[begin - 1])) --begin;
  return text.substr(begin);
}

bool is_constant(std::string_view declaration) {
  if (has_word(declaration, "constexpr")) return true;
  const std::size_t star = declaration.rfind('*');
  return has_word(declaration.substr(star == std::string_view::npos ? 0 : star), "const");
}

enum class Scope { space, type, function, value };

// One statement, or what stands before a body.
struct Statement {
  std::size_t line = 0;
  std::string text;
};

class CodeWalk {
 public:
  CodeWalk(std::string_view code, SourceCode& found) : code_(code), found_(found) {}

  void run() {
    for (; at_ < code_.size(); ++at_) {
      if (code_[at_] == '\n') ++line_;
      step(code_[at_]);
    }
  }

 private:
  struct Level {
    Scope scope = Scope::space;
    Statement head;
    std::size_t begin = 0;
  };

  Scope scope() const { return levels_.empty() ? Scope::space : levels_.back().scope; }

  void step(char c) {
    if (c == '{') return open();
    if (c == '}') return close();
    if (c == ';' && scope() != Scope::value) return end_statement();
    if (statement_.text.empty() && is_space(c)) return;
    if (statement_.text.empty()) statement_.line = line_;
    statement_.text += is_space(c) ? ' ' : c;
  }

  void open() {
    const Scope opened = scope_of_brace();
    const Statement head = statement_;
    if (opened != Scope::value) end_statement();
    levels_.push_back({opened, head, at_});
  }

  void close() {
    if (levels_.empty()) return;
    const Level level = std::move(levels_.back());
    levels_.pop_back();
    if (level.scope == Scope::function && scope() != Scope::function) add_function(level);
    statement_ = level.scope == Scope::value ? level.head : Statement{};
  }

  Scope scope_of_brace() const {
    if (scope() == Scope::value || (at_ > 0 && !is_space(code_[at_ - 1]))) return Scope::value;
    if (scope() == Scope::function) return Scope::function;
    std::string head = without_template_arguments(statement_.text);
    const std::string_view first =
        first_word(trim(std::string_view(head).substr(head.starts_with("template ") ? 9 : 0)));
    constexpr std::array<std::string_view, 4> types{"class", "struct", "union", "enum"};
    if (first == "namespace" || head.starts_with("inline namespace") || head.starts_with("extern \"\""))
      return Scope::space;
    const std::size_t parameters = head.find('(');
    if (is_one_of(first, types) && parameters == std::string::npos) return Scope::type;
    const bool has_value = head.substr(0, parameters).find('=') != std::string::npos && !has_word(head, "operator");
    return parameters == std::string::npos || has_value ? Scope::value : Scope::function;
  }

  void end_statement() {
    look_for_variable();
    statement_ = {};
  }

  void look_for_variable() {
    std::string text = without_template_arguments(statement_.text);
    for (const std::string_view label : {"public: ", "protected: ", "private: ", "inline "}) {
      while (text.starts_with(label)) text.erase(0, label.size());
    }
    const std::string_view first = first_word(text);
    const bool lasts = first == "static" || first == "thread_local";
    if (first.empty() || (!lasts && (scope() != Scope::space || !declares_variable(first)))) return;
    const std::string_view declaration = std::string_view(text).substr(0, text.find_first_of("=({"));
    const bool is_function =
        has_word(text, "operator") || (text.substr(declaration.size()).starts_with('(') && scope() != Scope::function);
    if (!is_function && !is_constant(declaration))
      found_.lasting.push_back({statement_.line, std::string(last_word(declaration))});
  }

  static bool declares_variable(std::string_view first) {
    constexpr std::array<std::string_view, 12> others{"using",  "typedef",   "static_assert", "template",
                                                      "friend", "namespace", "extern",        "class",
                                                      "struct", "union",     "enum",          "export"};
    return !is_one_of(first, others);
  }

  void add_function(const Level& level) {
    const std::string head = without_template_arguments(level.head.text);
    const std::string_view name = last_word(std::string_view(head).substr(0, head.find('(')));
    const std::string_view body = code_.substr(level.begin, at_ + 1 - level.begin);
    found_.functions.push_back({level.head.line, line_ - level.head.line + 1,
                                std::string(name.empty() ? "operator" : name), std::string(body)});
  }

  std::string_view code_;
  SourceCode& found_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  Statement statement_;
  std::vector<Level> levels_;
};

}  // namespace

bool is_part_of_word(char c) { return is_digit(c) || is_ascii_letter(c) || c == '_'; }

bool has_word(std::string_view code, std::string_view word) {
  const bool is_call = word.ends_with('(');
  const bool is_whole = is_part_of_word(word.back()) && word.back() != '_';
  for (std::size_t at = 0; (at = code.find(word, at)) != std::string_view::npos; ++at) {
    const std::string_view before = code.substr(0, at), after = code.substr(at + word.size());
    if (!before.empty() && is_part_of_word(word.front()) && is_part_of_word(before.back())) continue;
    if (is_whole && !after.empty() && is_part_of_word(after.front())) continue;
    if (is_call && (before.ends_with('.') || before.ends_with("->"))) continue;
    return true;
  }
  return false;
}

bool calls_the_system(std::string_view code) {
  for (std::size_t at = 0; (at = code.find("::", at)) != std::string_view::npos; at += 2) {
    const std::string_view name = first_word(code.substr(at + 2));
    if (name.empty() || !code.substr(at + 2 + name.size()).starts_with('(')) continue;
    if (at == 0 || (!is_part_of_word(code[at - 1]) && code[at - 1] != '>')) return true;
  }
  return false;
}

SourceCode read_source_code(std::string_view text) {
  SourceCode found;
  std::size_t number = 0;
  for (const std::string_view line : split_lines(text)) {
    if (auto include = read_include(line, ++number)) found.includes.push_back(std::move(*include));
  }
  std::string code;
  const std::string plain = without_words_for_people(text);
  for (const std::string_view line : split_lines(plain)) {
    found.lines.emplace_back(trim(line).starts_with('#') ? std::string_view() : line);
    code += found.lines.back() + "\n";
  }
  CodeWalk(code, found).run();
  return found;
}

}  // namespace traff::testing
