// What the program tells of itself: help, version, and the documents that have to say the same.
#include <catch2/catch.hpp>

#include <regex>
#include <set>

#include "base/text.h"
#include "base/unicode.h"
#include "cli/help_texts.h"
#include "cli/program_run.h"
#include "cli/surroundings.h"
#include "output/temporary_folder.h"

using namespace traff;
using namespace traff::testing;

namespace {

const std::vector<std::string> no_locale_and_english = {"", "LC_ALL=en_US.UTF-8"};

std::set<std::string> options_in(const std::string& text) {
  static const std::regex option("--[a-z]+");
  std::set<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), option); at != std::sregex_iterator(); ++at)
    found.insert(at->str());
  return found;
}

std::string packaged(const std::string& name) { return read_test_file(TRAFF_SOURCE_DIR "/packaging/" + name); }

}  // namespace

TEST_CASE("the program alone shows what a newcomer needs, on standard output") {
  const ProgramRun run = run_program("2>/dev/null");
  CHECK(run.code == 0);
  for (const std::string command : {"  new ", "  serve ", "  check ", "  publish ", "  help "})
    CHECK(says(run, command));
  CHECK_FALSE(says(run, "documents"));
  CHECK(says(run_program("--lang en"), "Begin here"));
}

TEST_CASE("help is in one language, in lines of at most 80 characters, the same by its three names") {
  for (const CommandText* command : command_text::all) {
    for (const std::string& locale : no_locale_and_english) {
      const Language language = locale.empty() ? Language::sv : Language::en;
      const std::string name = command->name;
      const ProgramRun run = run_program("help " + name, locale);
      INFO(run.output);
      CHECK(run.code == 0);
      CHECK(run.output == run_program(name + " --help", locale).output);
      CHECK(run.output == run_program(name + " -h", locale).output);
      for (const Example& example : command->examples)
        CHECK(says(run, "\n  " + std::string(example.line.in(language))));
      CHECK(says(run, "Exempel") == (language == Language::sv));
      CHECK(says(run, "Examples") == (language == Language::en));
      for (const std::string_view line : split_lines(run.output)) CHECK(code_point_count(line) <= 80);
      CHECK(run.output.find('\0') == std::string::npos);
    }
  }
}

TEST_CASE("columns of help stand under each other, å, ä and ö and all") {
  const ProgramRun run = run_program("help");
  std::set<std::size_t> columns;
  for (const std::string_view line : split_lines(run.output)) {
    for (const CommandText* command : command_text::all) {
      const std::size_t at = line.find(command->does.in(Language::sv));
      if (at != std::string_view::npos) columns.insert(code_point_count(line.substr(0, at)));
    }
  }
  CHECK(columns.size() == 1);
}

TEST_CASE("a Swedish name is the same command") {
  for (const CommandText* command : command_text::all) {
    if (*command->swedish == '\0') continue;
    CHECK(run_program(std::string(command->swedish) + " --help").output ==
          run_program(std::string(command->name) + " --help").output);
    CHECK(run_program("hjälp " + std::string(command->swedish)).output ==
          run_program("help " + std::string(command->name)).output);
  }
}

TEST_CASE("both manuals and the completion have every command and option of the help") {
  for (const std::string file : {"traff.1", "traff.sv.1", "traff.bash"}) {
    const std::string text = replace_all(packaged(file), "\\-", "-");
    for (const CommandText* command : command_text::all) {
      INFO(file << " " << command->name);
      CHECK(text.find(command->name) != std::string::npos);
      CHECK(text.find(command->swedish) != std::string::npos);
      for (const std::string& option : options_in(run_program("help " + std::string(command->name)).output)) {
        INFO(option);
        CHECK(options_in(text).contains(option));
      }
    }
  }
}

TEST_CASE("the version is told with the commit it was built of, if anybody knows") {
  const std::regex form("traff [0-9]+\\.[0-9]+\\.[0-9]+( \\([0-9a-f]{7,16}\\))?\n");
  for (const std::string asked : {"--version", "-V", "version"}) {
    const ProgramRun run = run_program(asked);
    INFO(run.output);
    CHECK(run.code == 0);
    CHECK(std::regex_match(run.output, form));
  }
}

TEST_CASE("the language of a locale") {
  CHECK(language_of_locale("sv_SE.UTF-8") == Language::sv);
  CHECK(language_of_locale("sv") == Language::sv);
  CHECK(language_of_locale("en_GB.UTF-8") == Language::en);
  CHECK(language_of_locale("fi_FI") == Language::en);
  CHECK(language_of_locale("") == std::nullopt);
  CHECK(language_of_locale("C") == std::nullopt);
  CHECK(language_of_locale("C.UTF-8") == std::nullopt);
  CHECK(language_of_locale("POSIX") == std::nullopt);
}
