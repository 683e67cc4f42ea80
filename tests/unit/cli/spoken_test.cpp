// How results are told: in which language, on which stream, in what colour.
#include <catch2/catch.hpp>

#include "cli/program_run.h"
#include "output/temporary_folder.h"

using namespace traff::testing;

namespace {

// A page with one error.
class WrongText {
 public:
  explicit WrongText(const std::string& front = {}) {
    write_test_file(folder_.path("k/index.md"), front + "# Start\n\n[Trasig](saknas.md)\n");
  }
  ProgramRun run(const std::string& arguments, const std::string& variables = {}) const {
    return run_program(arguments, "cd '" + folder_.path() + "' && " + variables);
  }

  ProgramRun shell(const std::string& command) const {
    return run_command("cd '" + folder_.path() + "' && " + command);
  }

 private:
  TemporaryFolder folder_;
};

const std::string english = "---\nspråk: en\n---\n\n";

}  // namespace

TEST_CASE("what check finds is its result, what build finds is said beside it") {
  const WrongText text;
  const std::string found = "k/index.md:3:10: Fel: ";
  CHECK(says(text.run("check k 2>/dev/null"), found));
  CHECK_FALSE(says(text.run("check k 2>&1 >/dev/null"), "Fel"));
  CHECK_FALSE(says(text.run("build k 2>/dev/null"), found));
  CHECK(says(text.run("build k 2>&1 >/dev/null"), found));
}

TEST_CASE("the last line says what to do next") {
  const WrongText text;
  CHECK(says(text.run("build k"), "Öppna site/index.html för att se dem, eller kör traff serve k.\n"));
  CHECK(says(text.run("check k"),
             "Rätta det som är märkt Fel och kör traff check igen. traff explain L1 förklarar det första.\n"));
}

TEST_CASE("messages are in the language of --lang, else of the locale, else of the site") {
  const WrongText swedish;
  CHECK(says(swedish.run("check k"), "Fel: "));
  CHECK(says(swedish.run("check k", "LC_ALL=en_US.UTF-8"), "Error: "));
  CHECK(says(swedish.run("check k --lang sv", "LC_ALL=en_US.UTF-8"), "Fel: "));
  const WrongText other(english);
  CHECK(says(other.run("check k"), "Error: "));
  CHECK(says(other.run("check k", "LC_ALL=sv_SE.UTF-8"), "Fel: "));
}

TEST_CASE("what a program reads, and the site, know nothing of the locale") {
  const WrongText text;
  CHECK(text.run("check k --format json", "LC_ALL=en_US.UTF-8").output == text.run("check k --format json").output);
  text.run("build k --out a");
  text.run("build k --out b", "LC_ALL=en_US.UTF-8");
  CHECK(text.shell("diff -r a b").output.empty());
  text.run("new webbplats Kurs", "LC_ALL=en_US.UTF-8");
  CHECK(says(text.shell("cat kurs/README.md"), "Texterna"));
}

TEST_CASE("colour is for terminals, and for who asks for it") {
  const WrongText text;
  const std::string place = "\033[1mk/index.md:3:10\033[0m: \033[1;31mFel\033[0m: ";
  CHECK(says(text.run("check k --color always"), place));
  CHECK(says(text.run("check k --color always"), "\033[2m[L1]\033[0m\n"));
  CHECK(says(text.run("check k --color always", "NO_COLOR=1"), place));
  CHECK_FALSE(says(text.run("check k"), "\033"));
  CHECK_FALSE(says(text.run("check k --color always --format json"), "\033"));
}

TEST_CASE("on a terminal there is colour unless NO_COLOR is set to something") {
  const WrongText text;
  const auto on_terminal = [&](const std::string& more, const std::string& variables) {
    return text.shell(variables + " script -qec \"'" TRAFF_PROGRAM "' check k " + more + "\" /dev/null </dev/null");
  };
  CHECK(says(on_terminal("", "TERM=xterm NO_COLOR="), "\033[1;31mFel"));
  CHECK_FALSE(says(on_terminal("", "TERM=xterm NO_COLOR=1"), "\033[1;31mFel"));
  CHECK_FALSE(says(on_terminal("", "TERM=dumb NO_COLOR="), "\033[1;31mFel"));
  CHECK_FALSE(says(on_terminal("--color never", "TERM=xterm NO_COLOR="), "\033[1;31mFel"));
}

TEST_CASE("explain tells what a code means, in any case, in both languages") {
  const WrongText text;
  const ProgramRun run = text.run("explain f1");
  CHECK(run.code == 0);
  CHECK(run.output.starts_with("F1 Fel: … är en …, inte en …\n  → Stämmer datumet"));
  CHECK(says(run, "Veckodagen och datumet hör inte ihop."));
  CHECK(says(run, "Det här ger meddelandet:\n\n    -- traffar/1.md --\n    ---\n    datum: onsdag 10 oktober 2019\n"));
  CHECK(says(run, "Det här är rätt:\n\n    -- traffar/1.md --\n    ---\n    datum: torsdag 10 oktober 2019\n"));
  CHECK(text.run("förklara F1").output == run.output);
  CHECK(says(run, "\nUr handboken, ”Fel veckodag”:\n"));
  CHECK(text.run("explain F1 --lang en").output.starts_with("F1 Error: … is a …, not a …\n"));
  CHECK(says(text.run("explain W1"), "W1 Fel: Kan inte läsa …: …\n"));
}

TEST_CASE("a folder named as a code is content, and explain without one tells of files") {
  const WrongText text;
  CHECK(says(text.run("explain k"), "filer skulle göras om"));
  text.shell("cp -r k F1");
  CHECK(says(text.run("explain F1"), "filer skulle göras om"));
}

TEST_CASE("a new site tells how git gets to know its user, when it does not") {
  const WrongText text;
  const auto make = [&](const std::string& name) {
    return text.run("new webbplats " + name, "HOME=\"$PWD\" XDG_CONFIG_HOME=");
  };
  CHECK(says(make("Ett"),
             "  git config --global user.name \"Ditt Namn\"\n  git config --global user.email du@example.org\n"));
  text.shell("printf '[user]\\nname = A\\n' > .gitconfig");
  CHECK(says(make("Tva"), "git config"));
  text.shell("printf 'email = a@b\\n' >> .gitconfig");
  CHECK_FALSE(says(make("Tre"), "git config"));
}
