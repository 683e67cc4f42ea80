// What is wrong with a command line, in a sentence: what was typed, and what to write instead.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace traff {

// Thrown by what reads a value.
struct Mistake {
  std::string words;
};

// Of what CLI11 found; `app` has parsed as much of `arguments` as it could.
std::string words_of(const CLI::ParseError& error, const CLI::App& app, const std::vector<std::string>& arguments,
                     Language language);

// An argument as it may stand in a sentence: printable, on one line, without secrets, and cut when it is long.
std::string shown_argument(std::string_view typed);

// "Det finns inget kommando som heter ”biuld”. Menade du build?"
std::string no_such_command(std::string_view typed, Language language);

// Text for a terminal, line breaks and all: without other control characters, and without bytes that are no text.
std::string printable(std::string_view text);

// " Menade du build?", or `otherwise`.
std::string suggestion(std::string_view typed, std::span<const std::string_view> known, Language language,
                       const std::string& otherwise);

}  // namespace traff
