#include "cli/help.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <vector>

#include "base/messages/format_diagnostic.h"
#include "base/messages/sentences.h"
#include "base/text.h"
#include "base/unicode.h"

namespace traff {

namespace {

constexpr std::size_t line_width = 80;
constexpr std::size_t widest_left = 30;

struct HelpRow {
  std::string left;
  std::string right;
};

std::string spaces(std::size_t count) { return std::string(count, ' '); }

// Two columns; what is too wide for the left one has a line of its own.
std::string table(const std::vector<HelpRow>& rows) {
  std::size_t width = 0;
  for (const HelpRow& row : rows) {
    const std::size_t left = code_point_count(row.left);
    if (left <= widest_left) width = std::max(width, left);
  }
  std::string out;
  for (const HelpRow& row : rows) {
    const std::size_t left = code_point_count(row.left);
    const std::size_t column = 2 + width + 2;
    out += "  " + row.left;
    out += left <= width ? spaces(width - left + 2) : "\n" + spaces(column);
    out += wrapped(row.right, column) + "\n";
  }
  return out;
}

std::string shown_option(const CLI::Option& option) {
  std::string names;
  for (const std::string& name : option.get_snames()) names += (names.empty() ? "-" : ", -") + name;
  for (const std::string& name : option.get_lnames()) names += (names.empty() ? "--" : ", --") + name;
  const std::string value = option.get_type_name();
  if (names.empty()) return value;
  return value.empty() ? names : names + " " + value;
}

std::string options_in(const CLI::App& app, std::string_view heading) {
  std::vector<HelpRow> rows;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_group() == heading) rows.push_back({shown_option(*option), option->get_description()});
  }
  return rows.empty() ? std::string() : "\n" + std::string(heading) + "\n" + table(rows);
}

std::string all_options(const CLI::App& app, Language language) {
  std::string out;
  for (const Phrase& heading : group::all) out += options_in(app, heading.in(language));
  return out;
}

std::vector<HelpRow> command_rows(std::size_t count, Language language, bool in_full) {
  std::vector<HelpRow> rows;
  for (std::size_t i = 0; i < count; ++i) {
    const CommandText& command = *command_text::all[i];
    const bool is_paired = in_full && language == Language::sv && *command.swedish != '\0';
    rows.push_back({std::string(command.name) + (is_paired ? ", " + std::string(command.swedish) : ""),
                    std::string(command.does.in(language))});
  }
  return rows;
}

std::string heading(const Phrase& words, Language language) { return "\n" + std::string(words.in(language)) + "\n"; }

// What commands do is told in words that begin with a to z.
std::string as_sentence(std::string_view words) {
  std::string sentence(words);
  sentence.front() = static_cast<char>(sentence.front() - 'a' + 'A');
  return sentence + ".";
}

std::string usage_line(std::string_view usage, Language language) {
  return std::string(help_text::usage.in(language)) + " " + std::string(usage) + "\n";
}

std::string indented(std::string_view text) {
  std::string out;
  for (const std::string_view line : split_lines(text)) out += line.empty() ? "\n" : "    " + std::string(line) + "\n";
  return out;
}

}  // namespace

std::string wrapped(std::string_view text, std::size_t column) {
  std::string out;
  std::size_t at = column;
  for (const std::string_view word : split(text, ' ')) {
    const std::size_t width = code_point_count(word);
    if (at > column && at + 1 + width > line_width) {
      out += "\n" + spaces(column);
      at = column;
    }
    if (at > column) out += " ";
    out += word;
    at += width + (at > column ? 1 : 0);
  }
  return out;
}

std::string first_help(Language language) {
  std::vector<HelpRow> rows = command_rows(command_text::needed_first, language, false);
  rows.push_back({command_text::help.name, std::string(command_text::help.does.in(language))});
  return std::string(help_text::product.in(language)) + "\n" + heading(help_text::begin, language) + table(rows) +
         "\n" + wrapped(help_text::more.in(language), 0) + "\n";
}

std::string help_of_all(const CLI::App& app, Language language) {
  return std::string(help_text::product.in(language)) + "\n\n" +
         usage_line(help_text::usage_of_all.in(language), language) + heading(help_text::commands, language) +
         table(command_rows(command_text::all.size(), language, true)) + all_options(app, language) + "\n" +
         wrapped(help_text::more_of_one.in(language), 0) + "\n";
}

std::string help_of(const CLI::App& app, const CommandText& command, Language language) {
  std::string does = as_sentence(command.does.in(language));
  if (*command.swedish != '\0' && language == Language::sv)
    does += " " + help_text::also_called(language, std::string(command.swedish));
  std::string out = wrapped(does, 0) + "\n\n" +
                    usage_line(usage_of(command, language) + std::string(help_text::options.in(language)), language) +
                    all_options(app, language) + heading(help_text::examples, language);
  for (const Example& example : command.examples)
    out += "  " + std::string(example.line.in(language)) + "\n      " + wrapped(example.does.in(language), 6) + "\n";
  return out;
}

const CommandText* find_command(std::string_view name) {
  const auto found = std::find_if(command_text::all.begin(), command_text::all.end(), [name](const auto* command) {
    return name == command->name || (!name.empty() && name == command->swedish);
  });
  return found == command_text::all.end() ? nullptr : *found;
}

std::string usage_of(const CommandText& command, Language language) {
  const std::string_view usage = command.usage.in(language);
  return "traff " + std::string(command.name) + (usage.empty() ? "" : " " + std::string(usage));
}

std::string shown_name(const CLI::App& app, const std::string& name) {
  const CLI::Option* option = app.get_option_no_throw(name);
  return option == nullptr ? name : shown_option(*option);
}

std::string explanation_in_words(const CodeExplanation& explanation, Language language) {
  const std::string_view word = severity_word(explanation.severity, language);
  std::string out = wrapped(explanation.code + " " + std::string(word) + ": " + explanation.message, 0) + "\n";
  out += "  " + wrapped("→ " + explanation.cure, 2) + "\n\n";
  out += sentence::manual_says(language, explanation.title) + "\n";
  for (const std::string& paragraph : explanation.paragraphs) out += "\n" + wrapped(paragraph, 0) + "\n";
  for (const CodeExample& example : explanation.examples) {
    const Phrase& heading = example.is_wrong ? sentence::gives_the_message : sentence::is_right;
    out += "\n" + std::string(heading.in(language)) + "\n\n" + indented(example.text);
  }
  return out;
}

}  // namespace traff
