#include "cli/options.h"

#include <CLI/CLI.hpp>

#include <charconv>
#include <ctime>
#include <iostream>
#include <map>
#include <sstream>

#include "base/text.h"
#include "base/web_address.h"
#include "pipeline/commands/index_files.h"

namespace traff {

namespace {

const char* const description =
    "Träff gör en webbplats av en mapp med Markdown: nätverk, träffar, program.\n"
    "Träff makes a website of a folder of Markdown: networks, meetings, programmes.";

void add_language(CLI::App& command, Options& options) {
  const std::map<std::string, Language> languages{{"sv", Language::sv}, {"en", Language::en}};
  command
      .add_option_function<Language>(
          "--lang", [&options](const Language& language) { options.language = language; },
          "meddelandenas språk: sv eller en (language of messages)")
      ->transform(CLI::CheckedTransformer(languages))
      ->type_name("sv|en");
}

void add_common(CLI::App& command, Options& options) {
  command.add_option("CONTENT", options.build.content,
                     "mapp med Markdown, eller en git-katalog (folder of Markdown, or a git repository)");
  command
      .add_option("--rev", options.build.revision,
                  "läs en version: commit, gren eller tagg (read a commit, branch or tag)")
      ->type_name("REV");
  command.add_option("--base", options.build.address, "webbplatsens publika adress (the site's public address)")
      ->type_name("ADDRESS");
  command.add_option("--theme", options.build.theme_folder, "mapp med egna mallar (folder of templates of your own)")
      ->type_name("DIR");
  command.add_flag("--fresh", options.build.fresh, "bygg allt på nytt (ignore cache and manifest)");
  command.add_option("--jobs", options.build.jobs, "antal trådar, 0 = en per kärna (threads, 0 = one per core)")
      ->type_name("N")
      ->check(CLI::Range(0, 256));
  add_language(command, options);
}

void add_quiet(CLI::App& command, Options& options) {
  command.add_flag("--quiet,-q", options.quiet, "skriv bara fel (print errors only)");
}

void add_timings(CLI::App& command, Options& options) {
  command.add_flag("--timings", options.timings, "visa tid för varje steg (show the time of each stage)");
}

// What a command that makes a site tells of it.
void add_told(CLI::App& command, Options& options) {
  add_timings(command, options);
  add_quiet(command, options);
  command.add_flag("--verbose,-v", options.verbose, "skriv också tips (print hints too)");
}

CLI::App* add_command(CLI::App& app, Options& options, Command command, const char* name, const char* alias,
                      const char* does) {
  CLI::App* added = app.add_subcommand(name, does)->alias(alias);
  add_common(*added, options);
  added->callback([&options, command] { options.command = command; });
  return added;
}

void add_out(CLI::App& command, Options& options) {
  command.add_option("--out", options.build.out, "mapp för webbplatsen (folder for the site)")
      ->type_name("DIR")
      ->capture_default_str();
}

// `new` names what it makes first; where the content is can seldom be in doubt.
void add_new(CLI::App& app, Options& options, std::vector<std::string>& name) {
  CLI::App* command =
      app.add_subcommand("new", "börja på något nytt: en webbplats, en träff … (begin something new)")->alias("ny");
  command
      ->add_option("KIND", options.wanted.kind,
                   "webbplats, nätverk, träff, redovisning, presentation, litteratur, rapport, mall, sida, "
                   "tillgänglighet, läsår (site, network, meeting, assignment, presentation, literature, report, form, "
                   "page, accessibility, year)")
      ->required();
  command->add_option("NAME", name,
                      "vad det ska heta; för läsår vilket, 2020/2021 (what it is called; of a year which)");
  command
      ->add_option("--in", options.wanted.folder,
                   "nätverkets mapp, när det finns flera; mappen där en ny webbplats läggs (the network's folder, when "
                   "there are several; where a new site is put)")
      ->type_name("FOLDER");
  command->add_option("--content", options.build.content, "mapp med Markdown (folder of Markdown)")->type_name("DIR");
  add_language(*command, options);
  command->callback([&options] { options.command = Command::make; });
}

void add_build(CLI::App& app, Options& options) {
  CLI::App* build = add_command(app, options, Command::build, "build", "bygg", "skriv webbplatsen (write the site)");
  add_out(*build, options);
  add_told(*build, options);
}

void add_serve(CLI::App& app, Options& options) {
  CLI::App* serve = add_command(app, options, Command::serve, "serve", "visa",
                                "förhandsvisa på den här datorn (preview on this computer)");
  add_quiet(*serve, options);
  serve->add_option("--port", options.port, "port på 127.0.0.1")->capture_default_str()->check(CLI::Range(0, 65535));
}

void add_check(CLI::App& app, Options& options) {
  CLI::App* check = add_command(app, options, Command::check, "check", "kontrollera",
                                "visa alla Fel, Varningar och Tips (print every error, warning and hint)");
  add_timings(*check, options);
  add_quiet(*check, options);
  const std::map<std::string, CheckFormat> formats{{"text", CheckFormat::text},
                                                   {"json", CheckFormat::json},
                                                   {"github", CheckFormat::github},
                                                   {"gitlab", CheckFormat::gitlab},
                                                   {"sarif", CheckFormat::sarif}};
  check->add_option("--format", options.format, "text, json, github, gitlab eller sarif")
      ->transform(CLI::CheckedTransformer(formats))
      ->type_name("FORMAT");
  check
      ->add_option_function<std::string>(
          "--today", [&options](const std::string& text) { options.build.today = parse_iso_date(text); },
          "kontrollera som om det vore den dagen (check as if it were that day)")
      ->type_name("YYYY-MM-DD")
      ->check([](const std::string& text) { return parse_iso_date(text) ? std::string() : "YYYY-MM-DD: " + text; });
  check->add_flag("--drafts", options.build.drafts, "kontrollera utkasten också (check the drafts too)");
  check->add_flag("--strict", options.strict, "varningar räknas som fel (warnings count as errors)");
}

void add_publish(CLI::App& app, Options& options) {
  CLI::App* command =
      add_command(app, options, Command::publish, "publish", "publicera",
                  "publicera webbplatsen, om inga Fel finns kvar (publish the site, if no errors remain)");
  add_told(*command, options);
  PublishRequest& request = options.publish;
  auto* folder =
      command
          ->add_option("--to", request.folder,
                       "mapp på servern; webbplatsen blir MAPP/current (folder on the server; the site is DIR/current)")
          ->type_name("DIR");
  auto* branch = command->add_option("--branch", request.branch, "gren i git-katalogen (branch of the repository)")
                     ->type_name("NAME");
  command
      ->add_option("--push", request.remote,
                   "skicka grenen dit, till exempel origin (push the branch there, such as origin)")
      ->type_name("REMOTE")
      ->needs(branch);
  auto* back = command
                   ->add_flag("--rollback", request.roll_back,
                              "gå tillbaka till den förra versionen (go back to the release before)")
                   ->needs(folder)
                   ->excludes(branch);
  auto* verify =
      command->add_flag("--verify", request.verify, "är det som är publicerat helt? (is what is published whole?)")
          ->needs(folder)
          ->excludes(branch)
          ->excludes(back);
  command
      ->add_flag("--status", request.status,
                 "vilken version visas? med --rev: är det den? (which release is shown? with --rev: is it that?)")
      ->needs(folder)
      ->excludes(branch)
      ->excludes(back)
      ->excludes(verify);
  command->add_option("--out", request.build_folder, "mapp att bygga i (folder to build in)")->type_name("DIR");
  command->parse_complete_callback([command] {
    if (command->count("--to") + command->count("--branch") == 0) throw CLI::RequiredError("--to DIR | --branch NAME");
  });
}

void add_pack(CLI::App& app, Options& options) {
  CLI::App* command = add_command(app, options, Command::pack, "pack", "packa",
                                  "webbplatsen som en fil att ta med (the site as a file to take along)");
  add_told(*command, options);
  command->add_option("--out", options.pack.file, "filen att skriva (the file to write)")->type_name("FILE.zip");
  command->add_flag("--archive", options.pack.archive,
                    "ta med texterna och meddelandena, för arkivet (the texts and messages too, for the archive)");
  command
      ->add_option("--verify", options.pack.verify,
                   "är den här kopian hel, och av vilken version? (is this copy whole, and of which revision?)")
      ->type_name("FILE.zip");
}

void add_changes(CLI::App& app, Options& options) {
  CLI::App* command = add_command(app, options, Command::changes, "changes", "ändringar",
                                  "visa vad som är nytt för läsarna (what is new for readers)");
  command
      ->add_option("--since", options.since,
                   "sedan en version eller en dag; annars sedan förra träffen (since a revision or a day; else since "
                   "the last meeting)")
      ->type_name("REV|DATE");
}

int print_help(const CLI::App& app, const std::string& about) {
  const auto commands = app.get_subcommands([&](const CLI::App* command) { return command->check_name(about); });
  if (!about.empty() && commands.empty()) {
    std::cerr << "traff: det finns inget kommando som heter " << about << " (there is no such command)\n";
    return 2;
  }
  const CLI::App& command = about.empty() ? app : *commands.front();
  const std::string name = about.empty() ? "traff" : "traff " + command.get_name();
  std::cout << app.get_formatter()->make_help(&command, name, CLI::AppFormatMode::Normal);
  return 0;
}

}  // namespace

ParsedOptions parse_options(int argc, char** argv) {
  ParsedOptions parsed;
  Options& options = parsed.options;
  CLI::App app(description, "traff");
  app.set_version_flag("--version", std::string("traff ") + version);
  app.require_subcommand(1);
  add_build(app, options);
  add_check(app, options);
  add_out(*add_command(app, options, Command::explain, "explain", "förklara",
                       "visa vilka filer som skulle göras om, och varför (which files would be made again, and why)"),
          options);
  add_serve(app, options);
  add_publish(app, options);
  add_pack(app, options);
  add_changes(app, options);
  std::vector<std::string> name;
  add_new(app, options, name);
  add_index_command(app, options);
  add_file_out(*add_command(app, options, Command::documents, "documents", "dokument", documents_do), options);
  std::string about;
  CLI::App* help = app.add_subcommand("help", "visa hjälp (show help)")->alias("hjälp");
  help->add_option("COMMAND", about, "kommandot du undrar över (the command you wonder about)");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    std::ostringstream words;  // they may repeat what was typed
    const int code = app.exit(error, std::cout, words);
    std::cerr << without_secrets(words.str());
    parsed.exit_code = code == 0 ? 0 : 2;
    return parsed;
  }
  options.wanted.name = join(name, " ");
  options.wanted.language = options.language;
  options.wanted.today = today();
  if (help->parsed()) parsed.exit_code = print_help(app, about);
  return parsed;
}

namespace {

constexpr const char* index_does =
    "gör ett sökindex (Lunr) av en fil med dokument (make a Lunr search index of a file of documents)";

}  // namespace

void add_index_command(CLI::App& app, Options& options) {
  CLI::App* command = app.add_subcommand("index", index_does);
  command->add_option("INPUT", options.documents_in, "fil med {spec, documents} (file with {spec, documents})")
      ->type_name("FILE")
      ->required();
  add_file_out(*command, options);
  command
      ->add_option(
          "--words", options.words_out,
          "filen för förkortningar och synonymer i texten (the file for abbreviations and synonyms of the text)")
      ->type_name("FILE");
  command->add_option("--jobs", options.build.jobs, "antal trådar, 0 = en per kärna (threads, 0 = one per core)")
      ->type_name("N")
      ->check(CLI::Range(0, 256));
  command->callback([&options] { options.command = Command::index; });
}

void add_file_out(CLI::App& command, Options& options) {
  command.add_option("--out", options.file_out, "filen som skrivs (the file to write)")->type_name("FILE")->required();
}

int run_index(const Options& options) {
  write_index_file(options.documents_in, options.file_out, options.words_out, options.build.jobs);
  return 0;
}

int run_documents(const Options& options) {
  write_documents_file(options.build, options.file_out);
  return 0;
}

namespace {

std::optional<int> number_in(std::string_view digits) {
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool whole = error == std::errc() && end == digits.data() + digits.size() && is_digit(digits.front());
  return whole ? std::optional(number) : std::nullopt;
}

}  // namespace

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

}  // namespace traff
