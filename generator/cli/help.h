// What `traff`, `traff help`, `traff COMMAND --help` and `traff explain` print, in one language, in lines of at most 80
// characters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/message.h"
#include "base/messages/explanation.h"
#include "cli/help_texts.h"

namespace CLI {
class App;
}

namespace traff {

// The commands that a newcomer needs.
std::string first_help(Language language);

// Every command, and the options that stand before any.
std::string help_of_all(const CLI::App& app, Language language);

// `app` has the command's options, each in one of the groups.
std::string help_of(const CLI::App& app, const CommandText& command, Language language);

// Words from `column` on, in lines that are not too long; the first has no spaces before it.
std::string wrapped(std::string_view text, std::size_t column);

// Of a name or a Swedish name; null when there is none.
const CommandText* find_command(std::string_view name);

// "traff publish --to MAPP | --branch GREN [INNEHÅLL]"
std::string usage_of(const CommandText& command, Language language);

// "-q, --quiet", "--out MAPP", "INNEHÅLL"
std::string shown_name(const CLI::App& app, const std::string& name);

// `traff explain F1`: what a message means, as a page of text.
std::string explanation_in_words(const CodeExplanation& explanation, Language language);

}  // namespace traff
