#include "cli/mistakes.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "base/unicode.h"
#include "base/web_address.h"
#include "cli/help.h"
#include "cli/help_texts.h"

namespace traff {

namespace {

bool looks_like_option(std::string_view typed) { return typed.size() > 1 && typed.front() == '-' && typed != "--"; }

std::string_view name_typed(std::string_view typed) { return typed.substr(0, typed.find('=')); }

const CLI::App* parsed_command(const CLI::App& app) {
  const auto parsed = app.get_subcommands();
  return parsed.empty() ? nullptr : parsed.front();
}

std::vector<const CLI::App*> all_commands(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App*) { return true; });
}

bool has_option(const CLI::App& app, std::string_view name) {
  return name.starts_with('-') && app.get_option_no_throw(std::string(name)) != nullptr;
}

// The one that `typed` begins with, or is the beginning of: "--output".
std::optional<std::string_view> find_by_beginning(std::string_view typed, std::span<const std::string_view> known) {
  constexpr std::size_t enough = 3;
  std::optional<std::string_view> found;
  for (const std::string_view name : known) {
    const std::size_t shorter = std::min(name.size(), typed.size());
    if (shorter < enough || name.substr(0, shorter) != typed.substr(0, shorter)) continue;
    if (found) return std::nullopt;
    found = name;
  }
  return found;
}

std::optional<std::string_view> find_near(std::string_view typed, std::span<const std::string_view> known) {
  if (first_invalid_utf8(typed) != std::string_view::npos) return std::nullopt;
  const std::string lower = to_lower(typed);
  const auto near = nearest_name(lower, known);
  return near ? near : find_by_beginning(lower, known);
}

// By any of its names; by the English one when two are as near ("packk": pack, packa).
std::optional<std::string> find_near_command(std::string_view typed) {
  std::vector<std::string_view> english;
  std::vector<std::string_view> known;
  for (const CommandText* command : command_text::all) {
    english.emplace_back(command->name);
    known.emplace_back(command->name);
    if (*command->swedish != '\0') known.emplace_back(command->swedish);
  }
  const auto near = find_near(typed, known);
  const auto near_english = near ? near : find_near(typed, english);
  return near_english ? std::optional(std::string(*near_english)) : std::nullopt;
}

// One line that cannot be understood, and who was asked to.
class MistakenLine {
 public:
  MistakenLine(const CLI::App& app, const std::vector<std::string>& arguments, Language language)
      : app_(app), command_(parsed_command(app)), arguments_(arguments), language_(language) {
    if (command_ != nullptr) text_ = find_command(command_->get_name());
  }

  std::string words(const CLI::ParseError& error) const {
    if (const auto extra = find_extra()) return of_extra(*extra);
    const std::string cause = error.what();
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) return of_missing(cause);
    if (dynamic_cast<const CLI::RequiresError*>(&error) != nullptr) return of_pair(mistake::needs_another, cause);
    if (dynamic_cast<const CLI::ExcludesError*>(&error) != nullptr) return of_pair(mistake::not_together, cause);
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) return of_count(cause);
    const std::string name = option_in(cause);
    return name.empty() ? mistake::not_understood(language_) : mistake::takes_no_value(language_, name);
  }

 private:
  // What nobody took: before the command first, then an option, then anything.
  std::optional<std::string> find_extra() const {
    std::vector<std::string> extras = app_.remaining();
    if (command_ == nullptr) std::erase(extras, "--");
    if (extras.empty() && command_ != nullptr) extras = command_->remaining();
    if (extras.empty()) return std::nullopt;
    const auto wanted = std::find_if(extras.begin(), extras.end(), [this](const std::string& typed) {
      return command_ == nullptr ? find_near_command(typed).has_value() : looks_like_option(typed);
    });
    return wanted == extras.end() ? extras.front() : *wanted;
  }

  std::string of_extra(const std::string& extra) const {
    const bool is_option = looks_like_option(extra);
    if (command_ == nullptr) return is_option ? without_command(extra) : no_such_command(extra, language_);
    const std::string before = shown_argument(join(app_.remaining(), " "));
    if (!before.empty()) return mistake::before_command(language_, before, command_name() + " " + before);
    if (is_option) return no_such_option(as_typed(extra));
    if (text_->usage.in(Language::en).ends_with("[CONTENT]"))
      return mistake::one_folder_only(language_, command_name(), shown_argument(extra));
    return mistake::too_much(language_, command_name(), shown_argument(extra), usage_of(*text_, language_));
  }

  std::string without_command(std::string_view typed) const {
    const std::string name(name_typed(typed));
    const CLI::App* owner = owner_of(name);
    if (owner != nullptr)
      return mistake::no_command(language_, shown_argument(name), "traff " + owner->get_name() + " " + name);
    const std::string_view bare = std::string_view(name).substr(name.find_first_not_of('-') % name.size());
    const auto near = find_near_command(bare);  // "--build"
    const std::string more = near ? mistake::did_you_mean(language_, "traff " + *near) : see_help("traff help");
    return mistake::no_such_option(language_, "traff", shown_argument(name), more);
  }

  std::string see_help(const std::string& how) const { return mistake::see(language_, how); }

  // `build` before others: it is what most options belong to.
  const CLI::App* owner_of(std::string_view name) const {
    const CLI::App* build = app_.get_subcommand(command_text::build.name);
    if (has_option(*build, name)) return build;
    for (const CLI::App* command : all_commands(app_)) {
      if (has_option(*command, name)) return command;
    }
    return nullptr;
  }

  std::string no_such_option(std::string_view typed) const {
    const std::string name(name_typed(typed));
    const std::string twice = "-" + name;  // "-quiet"
    if (has_option(*command_, twice)) return unknown_option(name, mistake::did_you_mean(language_, twice));
    if (const CLI::App* owner = owner_of(name))
      return mistake::option_of_another(language_, command_name(), name, "traff " + owner->get_name());
    std::vector<std::string> names;
    for (const CLI::Option* option : command_->get_options()) {
      for (const std::string& long_name : option->get_lnames()) names.push_back("--" + long_name);
    }
    const std::vector<std::string_view> known(names.begin(), names.end());
    return unknown_option(name, suggestion(name, known, language_, see_help("traff help " + command_->get_name())));
  }

  std::string unknown_option(std::string_view name, const std::string& more) const {
    return mistake::no_such_option(language_, command_name(), shown_argument(name), more);
  }

  // CLI11 takes "-quiet" letter by letter and leaves what it does not know.
  std::string as_typed(const std::string& extra) const {
    if (extra.starts_with("--")) return extra;
    const auto typed = std::find_if(arguments_.begin(), arguments_.end(), [&](const std::string& argument) {
      return !argument.starts_with("--") && argument.starts_with('-') && argument.ends_with(extra.substr(1));
    });
    return typed == arguments_.end() ? extra : *typed;
  }

  std::string of_missing(const std::string& cause) const {
    if (text_ == &command_text::make) return mistake::no_kind(language_);
    if (text_ == &command_text::publish) return mistake::no_target(language_);
    if (text_ == nullptr) return mistake::not_understood(language_);
    const std::string name = option_in(cause);
    const std::string what = name.empty() ? std::string(option_text::a_file.in(language_)) : name;
    return mistake::is_missing(language_, what, usage_of(*text_, language_));
  }

  std::string of_count(const std::string& cause) const {
    if (cause.ends_with("override")) return of_switch(cause);
    const std::string name = option_in(cause);
    if (name.empty()) return mistake::not_understood(language_);
    if (cause.ends_with("missing")) return mistake::no_value_given(language_, name, shown_name(asked(), name));
    return mistake::given_twice(language_, name);
  }

  // CLI11 names a switch without its dashes.
  std::string of_switch(const std::string& cause) const {
    const std::string name = option_in(cause);
    return mistake::takes_no_value(language_, name.empty() ? "--" + cause.substr(0, cause.find(' ')) : name);
  }

  std::string of_pair(const Sentence<2>& sentence, const std::string& cause) const {
    return sentence(language_, option_in(cause), option_in(cause.substr(std::min(cause.size(), cause.rfind(' ')))));
  }

  const CLI::App& asked() const { return command_ == nullptr ? app_ : *command_; }

  std::string command_name() const { return "traff " + std::string(text_->name); }

  // The first "--name" of what CLI11 says.
  static std::string option_in(const std::string& cause) {
    const std::size_t begin = cause.find("--");
    if (begin == std::string::npos) return {};
    std::size_t end = begin;
    while (end < cause.size() && (cause[end] == '-' || is_ascii_letter(cause[end]))) ++end;
    return cause.substr(begin, end - begin);
  }

  const CLI::App& app_;
  const CLI::App* command_;  // null when none was found
  const CommandText* text_ = nullptr;
  const std::vector<std::string>& arguments_;
  Language language_;
};

}  // namespace

std::string words_of(const CLI::ParseError& error, const CLI::App& app, const std::vector<std::string>& arguments,
                     Language language) {
  return MistakenLine(app, arguments, language).words(error);
}

std::string no_such_command(std::string_view typed, Language language) {
  const auto near = find_near_command(typed);
  return mistake::no_such_command(language, shown_argument(typed),
                                  near ? mistake::did_you_mean(language, *near) : mistake::see(language, "traff help"));
}

std::string shown_argument(std::string_view typed) {
  constexpr std::size_t most_shown = 60;  // characters
  const std::string shown = replace_all(printable(address_without_secrets(typed)), "\n", "\uFFFD");
  const std::size_t end = bytes_of_code_points(shown, most_shown);
  return shown.substr(0, end) + (end < shown.size() ? "…" : "");
}

std::string printable(std::string_view text) {
  std::string shown;
  for (std::size_t at = 0; at < text.size(); at += code_point_size(text, at)) {
    const char32_t point = code_point_at(text, at);
    const bool is_control = (point < 0x20 && point != U'\n') || (point >= 0x7F && point < 0xA0);
    append_code_point(shown, is_control ? U'\uFFFD' : point);
  }
  return shown;
}

std::string suggestion(std::string_view typed, std::span<const std::string_view> known, Language language,
                       const std::string& otherwise) {
  const auto near = find_near(typed, known);
  return near ? mistake::did_you_mean(language, *near) : otherwise;
}

}  // namespace traff
