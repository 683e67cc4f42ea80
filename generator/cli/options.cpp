#include "cli/options.h"

#include <CLI/CLI.hpp>

#include <array>
#include <charconv>
#include <ctime>
#include <iostream>
#include <span>

#include "base/text.h"
#include "base/web_address.h"
#include "cli/help.h"
#include "cli/help_texts.h"
#include "cli/mistakes.h"
#include "cli/surroundings.h"

namespace traff {

namespace {

std::optional<int> number_in(std::string_view digits) {
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool whole = error == std::errc() && end == digits.data() + digits.size() && is_digit(digits.front());
  return whole ? std::optional(number) : std::nullopt;
}

// "https://example.org" of "example.org", "ftp://example.org" …
std::string likely_address(std::string_view typed) {
  const std::size_t scheme = typed.find("://");
  const std::string_view place = scheme == std::string_view::npos ? typed : typed.substr(scheme + 3);
  const bool is_place = place.find('.') != std::string_view::npos && place.find_first_of(" \t\r\n@:") == place.npos;
  return "https://" + (is_place ? std::string(place) : "example.org");
}

bool is_whole_address(std::string_view typed) {
  const bool is_web = typed.starts_with("https://") || typed.starts_with("http://");
  const bool has_gap =
      std::any_of(typed.begin(), typed.end(), [](char c) { return static_cast<unsigned char>(c) <= ' '; });
  return is_web && !has_gap && !host_of(typed).empty();
}

// "text, json eller sarif"
std::string listed(const std::vector<std::string_view>& words, Language language) {
  std::string list(words.front());
  for (std::size_t i = 1; i < words.size(); ++i) {
    const bool is_last = i + 1 == words.size();
    list += (is_last ? (language == Language::sv ? " eller " : " or ") : ", ") + std::string(words[i]);
  }
  return list;
}

// The line as CLI11 is to read it: each command with its options, and what they fill in.
class CommandLine {
 public:
  CommandLine(Options& options, Language language);

  // Throws CLI::ParseError, Mistake.
  void parse(const std::vector<std::string>& arguments);

  const CLI::App& app() const { return app_; }
  bool has(const CommandText& command) const { return app_.got_subcommand(command.name); }
  const std::string& help_wanted() const { return about_; }

 private:
  CLI::Option* told(CLI::Option* option, const OptionText& text) const;
  CLI::Option* add_text(CLI::App& command, const char* name, std::string& target, const OptionText& text);
  CLI::Option* add_switch(CLI::App& command, const char* name, bool& target, const OptionText& text);
  template <class Number>
  void add_number(CLI::App& command, const char* name, Number& target, int most, const OptionText& text);
  template <class Choice, std::size_t Count>
  void add_choice(CLI::App& command, const char* name, Choice& target,
                  const std::array<std::pair<std::string_view, Choice>, Count>& choices, const OptionText& text);

  CLI::App& add_bare(const CommandText& text, Command command);
  CLI::App& add_command(const CommandText& text, Command command, const OptionText& content = option_text::content);
  void add_speech(CLI::App& command);
  void add_jobs(CLI::App& command);
  void add_told(CLI::App& command);
  void add_new();
  void add_build();
  void add_explain();
  void add_serve();
  void add_check();
  void add_publish();
  void add_pack();
  void add_changes();
  void add_index();
  void add_documents();
  void add_help();

  void refuse_empty_values(const std::vector<std::string>& arguments) const;

  Options& options_;
  Language language_;
  CLI::App app_{"", "traff"};
  std::vector<std::string> name_;
  std::string about_;
};

CommandLine::CommandLine(Options& options, Language language) : options_(options), language_(language) {
  told(app_.set_help_flag("-h,--help", std::string(option_text::help.does.in(language))), option_text::help);
  told(app_.set_version_flag("-V,--version", version_line()), option_text::version);
  add_speech(app_);
  app_.require_subcommand(1);
  add_new();
  add_serve();
  add_check();
  add_publish();
  add_build();
  add_explain();
  add_changes();
  add_pack();
  add_index();
  add_documents();
  add_bare(command_text::version, Command::version);
  add_help();
}

void CommandLine::parse(const std::vector<std::string>& arguments) {
  refuse_empty_values(arguments);
  app_.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));  // it takes them from the end
  options_.wanted.name = join(name_, " ");
  options_.wanted.language = options_.language;
  options_.wanted.today = today();
}

// CLI11 would take the next argument for the value.
void CommandLine::refuse_empty_values(const std::vector<std::string>& arguments) const {
  for (const std::string& typed : arguments) {
    if (typed == "--") return;
    const std::string name = typed.substr(0, typed.size() - (typed.empty() ? 0 : 1));
    if (!typed.ends_with('=') || !name.starts_with("--")) continue;
    for (const CLI::App* command : app_.get_subcommands([](const CLI::App*) { return true; })) {
      if (command->get_option_no_throw(name) != nullptr)
        throw Mistake{mistake::no_value_given(language_, name, shown_name(*command, name))};
    }
  }
}

CLI::Option* CommandLine::told(CLI::Option* option, const OptionText& text) const {
  option->description(std::string(text.does.in(language_)));
  option->type_name(std::string(text.value.in(language_)));
  option->group(std::string(text.group.in(language_)));
  return option;
}

// Neither nothing nor another option is a value.
CLI::Option* CommandLine::add_text(CLI::App& command, const char* name, std::string& target, const OptionText& text) {
  CLI::Option* option = told(command.add_option(name, target), text);
  const std::string shown = *name == '-' ? name : std::string(text.value.in(language_));
  const bool is_positional = *name != '-';
  option->check([this, shown, is_positional, how = shown_name(command, name)](const std::string& typed) -> std::string {
    if (typed.empty()) throw Mistake{mistake::empty_value(language_, shown)};
    const bool is_option = typed.size() > 1 && typed[0] == '-' && (typed[1] == '-' || is_ascii_letter(typed[1]));
    if (is_option && !is_positional) throw Mistake{mistake::no_value_given(language_, shown, how)};
    return {};
  });
  return option;
}

CLI::Option* CommandLine::add_switch(CLI::App& command, const char* name, bool& target, const OptionText& text) {
  return told(command.add_flag(name, target)->disable_flag_override(), text);
}

template <class Number>
void CommandLine::add_number(CLI::App& command, const char* name, Number& target, int most, const OptionText& text) {
  const auto take = [this, name, &target, most](const std::string& typed) {
    const auto number = typed.empty() ? std::nullopt : number_in(typed);
    if (!number || *number > most)
      throw Mistake{mistake::not_a_number(language_, name, shown_argument(typed), 0, most)};
    target = static_cast<Number>(*number);
  };
  told(command.add_option_function<std::string>(name, take), text);
}

template <class Choice, std::size_t Count>
void CommandLine::add_choice(CLI::App& command, const char* name, Choice& target,
                             const std::array<std::pair<std::string_view, Choice>, Count>& choices,
                             const OptionText& text) {
  const auto take = [this, name, &target, choices](const std::string& typed) {
    std::vector<std::string_view> known;
    for (const auto& [word, choice] : choices) {
      if (word == typed) return void(target = choice);
      known.push_back(word);
    }
    throw Mistake{mistake::not_a_choice(language_, name, shown_argument(typed), listed(known, language_),
                                        suggestion(typed, known, language_, ""))};
  };
  told(command.add_option_function<std::string>(name, take), text);
}

// What is common to several commands.

void CommandLine::add_speech(CLI::App& command) {
  using Tongue = std::optional<Language>;
  constexpr std::array<std::pair<std::string_view, Tongue>, 2> languages{{{"sv", Language::sv}, {"en", Language::en}}};
  constexpr std::array<std::pair<std::string_view, ColourWish>, 3> colours{
      {{"auto", ColourWish::automatic}, {"always", ColourWish::always}, {"never", ColourWish::never}}};
  add_choice(command, "--lang", options_.language, languages, option_text::language);
  add_choice(command, "--color", options_.colour, colours, option_text::colour);
}

void CommandLine::add_jobs(CLI::App& command) {
  add_number(command, "--jobs", options_.build.jobs, 256, option_text::jobs);
}

// What a command that makes a site tells of it.
void CommandLine::add_told(CLI::App& command) {
  add_switch(command, "--timings", options_.timings, option_text::timings);
  add_switch(command, "-q,--quiet", options_.quiet, option_text::quiet);
  add_switch(command, "-v,--verbose", options_.verbose, option_text::verbose);
}

CLI::App& CommandLine::add_bare(const CommandText& text, Command command) {
  CLI::App* added = app_.add_subcommand(text.name, std::string(text.does.in(language_)));
  if (*text.swedish != '\0') added->alias(text.swedish);
  told(added->set_help_flag("-h,--help", std::string(option_text::help.does.in(language_))), option_text::help);
  added->callback([this, command] { options_.command = command; });
  add_speech(*added);
  return *added;
}

CLI::App& CommandLine::add_command(const CommandText& text, Command command, const OptionText& content) {
  CLI::App& added = add_bare(text, command);
  add_text(added, "CONTENT", options_.build.content, content);
  add_text(added, "--rev", options_.build.revision, option_text::revision);
  add_text(added, "--theme", options_.build.theme_folder, option_text::theme);
  add_text(added, "--base", options_.build.address, option_text::base)->check([this](const std::string& typed) {
    if (!is_whole_address(typed))
      throw Mistake{mistake::not_an_address(language_, "--base", shown_argument(typed),
                                            "--base " + shown_argument(likely_address(typed)))};
    return std::string();
  });
  add_switch(added, "--fresh", options_.build.fresh, option_text::fresh);
  add_jobs(added);
  return added;
}

// The commands.

// `new` names what it makes first; where the content is can seldom be in doubt.
void CommandLine::add_new() {
  CLI::App& command = add_bare(command_text::make, Command::make);
  add_text(command, "KIND", options_.wanted.kind, option_text::kind)->required();
  told(command.add_option("NAME", name_), option_text::name);
  add_text(command, "--in", options_.wanted.folder, option_text::network_folder);
  add_text(command, "--content", options_.build.content, option_text::content_folder);
}

void CommandLine::add_build() {
  CLI::App& command = add_command(command_text::build, Command::build);
  add_text(command, "--out", options_.build.out, option_text::site_folder);
  add_told(command);
}

void CommandLine::add_explain() {
  CLI::App& command = add_command(command_text::explain, Command::explain, option_text::content_or_code);
  add_text(command, "--out", options_.build.out, option_text::site_folder);
}

void CommandLine::add_serve() {
  CLI::App& command = add_command(command_text::serve, Command::serve);
  add_switch(command, "-q,--quiet", options_.quiet, option_text::quiet);
  add_number(command, "--port", options_.port, 65535, option_text::port);
}

void CommandLine::add_check() {
  CLI::App& command = add_command(command_text::check, Command::check);
  constexpr std::array<std::pair<std::string_view, CheckFormat>, 5> formats{{{"text", CheckFormat::text},
                                                                             {"json", CheckFormat::json},
                                                                             {"github", CheckFormat::github},
                                                                             {"gitlab", CheckFormat::gitlab},
                                                                             {"sarif", CheckFormat::sarif}}};
  add_choice(command, "--format", options_.format, formats, option_text::format);
  const auto take_day = [this](const std::string& typed) {
    options_.build.today = parse_iso_date(typed);
    if (!options_.build.today) throw Mistake{mistake::not_a_day(language_, "--today", shown_argument(typed))};
  };
  told(command.add_option_function<std::string>("--today", take_day), option_text::today);
  add_switch(command, "--drafts", options_.build.drafts, option_text::drafts);
  add_switch(command, "--strict", options_.strict, option_text::strict);
  add_switch(command, "--timings", options_.timings, option_text::timings);
  add_switch(command, "-q,--quiet", options_.quiet, option_text::quiet);
}

void CommandLine::add_publish() {
  CLI::App& command = add_command(command_text::publish, Command::publish);
  PublishRequest& request = options_.publish;
  auto* folder = add_text(command, "--to", request.folder, option_text::to);
  auto* branch = add_text(command, "--branch", request.branch, option_text::branch);
  add_text(command, "--push", request.remote, option_text::push)->needs(branch);
  auto* back = add_switch(command, "--rollback", request.roll_back, option_text::roll_back);
  back->needs(folder)->excludes(branch);
  auto* verify = add_switch(command, "--verify", request.verify, option_text::verify_releases);
  verify->needs(folder)->excludes(branch)->excludes(back);
  auto* status = add_switch(command, "--status", request.status, option_text::status);
  status->needs(folder)->excludes(branch)->excludes(back)->excludes(verify);
  add_text(command, "--out", request.build_folder, option_text::build_folder);
  add_told(command);
  command.parse_complete_callback([&command] {
    if (command.count("--to") + command.count("--branch") == 0) throw CLI::RequiredError("--to");
  });
}

void CommandLine::add_pack() {
  CLI::App& command = add_command(command_text::pack, Command::pack);
  add_text(command, "--out", options_.pack.file, option_text::copy);
  add_switch(command, "--archive", options_.pack.archive, option_text::archive);
  add_text(command, "--verify", options_.pack.verify, option_text::verify_copy);
  add_told(command);
}

void CommandLine::add_changes() {
  CLI::App& command = add_command(command_text::changes, Command::changes);
  add_text(command, "--since", options_.since, option_text::since);
}

void CommandLine::add_index() {
  CLI::App& command = add_bare(command_text::index, Command::index);
  add_text(command, "INPUT", options_.documents_in, option_text::documents_file)->required();
  add_text(command, "--out", options_.file_out, option_text::result_file)->required();
  add_text(command, "--words", options_.words_out, option_text::words_file);
  add_jobs(command);
}

void CommandLine::add_documents() {
  CLI::App& command = add_command(command_text::documents, Command::documents);
  add_text(command, "--out", options_.file_out, option_text::result_file)->required();
}

void CommandLine::add_help() {
  CLI::App& command = add_bare(command_text::help, Command::none);
  told(command.add_option("COMMAND", about_), option_text::about);
}

// --lang wherever it stands, and whatever else is wrong with the line.
std::optional<Language> asked_language(const std::vector<std::string>& arguments) {
  std::optional<Language> asked;
  const auto take = [&asked](std::string_view tag) {
    if (tag == "sv") asked = Language::sv;
    if (tag == "en") asked = Language::en;
  };
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    const std::string_view argument = arguments[i];
    if (argument == "--lang" && i + 1 < arguments.size()) take(arguments[i + 1]);
    if (argument.starts_with("--lang=")) take(argument.substr(argument.find('=') + 1));
  }
  return asked;
}

// The exit code.

int print_help(const CommandLine& line, const std::string& about, Language language) {
  if (about.empty()) {
    std::cout << help_of_all(line.app(), language);
    return 0;
  }
  const CommandText* command = find_command(about);
  if (command == nullptr) throw Mistake{no_such_command(about, language)};
  std::cout << help_of(*line.app().get_subcommand(command->name), *command, language);
  return 0;
}

int print_mistake(const std::string& words) {
  std::cerr << "traff: " << words << "\n";
  return 2;
}

int print_parsed_end(const CommandLine& line, const CLI::ParseError& error, const std::vector<std::string>& arguments,
                     Language language) {
  const auto commands = line.app().get_subcommands();
  if (dynamic_cast<const CLI::CallForHelp*>(&error) != nullptr)
    return print_help(line, commands.empty() ? "" : commands.front()->get_name(), language);
  if (dynamic_cast<const CLI::CallForVersion*>(&error) != nullptr) {
    std::cout << version_line() << "\n";
    return 0;
  }
  if (commands.empty() && line.app().remaining().empty() &&
      dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    std::cout << first_help(language);
    return 0;
  }
  return print_mistake(words_of(error, line.app(), arguments, language));
}

}  // namespace

Language spoken_language(const Options& options, Language otherwise) {
  return options.language ? *options.language : options.locale.value_or(otherwise);
}

ParsedOptions parse_options(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + std::min(argc, 1), argv + argc);
  ParsedOptions parsed;
  parsed.options.locale = locale_language();
  const Language language = asked_language(arguments).value_or(spoken_language(parsed.options, Language::sv));
  CommandLine line(parsed.options, language);
  try {
    line.parse(arguments);
    if (line.has(command_text::help)) parsed.exit_code = print_help(line, line.help_wanted(), language);
  } catch (const Mistake& mistake) {
    parsed.exit_code = print_mistake(mistake.words);
  } catch (const CLI::ParseError& error) {
    parsed.exit_code = print_parsed_end(line, error, arguments, language);
  }
  return parsed;
}

Date today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return std::chrono::year(local.tm_year + 1900) / (local.tm_mon + 1) / local.tm_mday;
}

std::optional<Date> parse_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = number_in(text.substr(0, 4));
  const auto month = number_in(text.substr(5, 2));
  const auto day = number_in(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const Date date = std::chrono::year(*year) / *month / *day;
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::string version_line() {
  const std::string commit = built_from();
  return std::string("traff ") + version + (commit.empty() ? "" : " (" + commit + ")");
}

}  // namespace traff
