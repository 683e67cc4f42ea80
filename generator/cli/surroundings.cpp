#include "cli/surroundings.h"

#include <unistd.h>

#include <cstdlib>

namespace traff {

namespace {

std::string_view variable(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

// Filled in after linking (packaging/commit.cmake). The linker's build id, by which caches and sites know the program
// that made them, is then the same for every commit with the same code.
[[gnu::section(".traff_commit"), gnu::used]] const volatile char commit[] = "                ";

}  // namespace

std::optional<Language> language_of_locale(std::string_view locale) {
  const std::string_view name = locale.substr(0, locale.find_first_of("_.@-"));
  if (name.empty() || name == "C" || name == "POSIX") return std::nullopt;
  return name == "sv" ? Language::sv : Language::en;
}

std::optional<Language> locale_language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (!variable(name).empty()) return language_of_locale(variable(name));
  }
  return std::nullopt;
}

bool is_terminal(std::FILE* stream) { return ::isatty(::fileno(stream)) == 1; }

bool shows_colour(std::FILE* stream, ColourWish wish) {
  if (wish != ColourWish::automatic) return wish == ColourWish::always;
  return is_terminal(stream) && variable("NO_COLOR").empty() && variable("TERM") != "dumb";
}

std::string built_from() {
  std::string digits;
  for (const volatile char& digit : commit) {
    if (digit <= ' ') break;
    digits += digit;
  }
  return digits;
}

}  // namespace traff
