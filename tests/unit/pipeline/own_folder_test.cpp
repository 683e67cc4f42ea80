// A site is written where nothing else is lost by it. The program runs with a home of the test's own.
#include <catch2/catch.hpp>

#include "cli/program_run.h"
#include "test_site.h"

using namespace traff;
using namespace traff::testing;

namespace {

namespace fs = std::filesystem;

// A repository "k" with texts in it, in a home that holds a letter.
class Home {
 public:
  Home() {
    home_.write("k/content/index.md", "# Start\n\nText.\n");
    home_.write("brev.txt", "Hej!");
    home_.git("init -q -b main k");
    home_.git("init -q --bare andra.git");
  }

  const GitSandbox& folder() const { return home_; }
  std::string path(const std::string& relative) const { return home_.path(relative); }

  ProgramRun run(const std::string& arguments) const {
    return run_program(arguments, "cd '" + home_.path() + "' && HOME='" + home_.path() + "'");
  }

  // The code of the failure and the words of its first line; "" when the run succeeded.
  std::string refusal(const std::string& arguments) const {
    const FilesByPath before = files();
    const ProgramRun done = run(arguments);
    if (done.code == 0) return {};
    CHECK(done.code == 2);
    CHECK(files() == before);
    return done.output.substr(0, done.output.find('\n'));
  }

 private:
  FilesByPath files() const {
    FilesByPath found = files_below(home_.path(), true);
    std::erase_if(found, [](const auto& file) { return file.first.find("/.traff/") != std::string::npos; });
    return found;
  }

  GitSandbox home_;
};

bool mentions(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("a site is not written into a folder that holds something else") {
  const Home home;
  home.folder().write("bilder/sommar.jpg", "bild");
  for (const std::string command : {"build k --out bilder", "explain k --out bilder", "publish k --to bilder",
                                    "publish k --to bilder --rollback"}) {
    INFO(command);
    const std::string words = home.refusal(command);
    CHECK(mentions(words, "bilder"));
    CHECK(mentions(words, "sommar.jpg"));
  }
}

TEST_CASE("a site is not written into the content, above it, into git or into the home folder") {
  const Home home;
  fs::create_directory_symlink("k/.git", home.path("genväg"));
  for (const std::string option : {"build k --out ", "publish k --to "}) {
    for (const std::string folder : {"k/content", "k", ".", "k/.git", "k/.git/site", "k/.git/a/b", "andra.git",
                                     "andra.git/site", "genväg/site", "k/content/../.."}) {
      INFO(option << folder);
      CHECK(mentions(home.refusal(option + folder), folder));
    }
  }
}

TEST_CASE("a copy and other files are not written into git") {
  const Home home;
  CHECK(mentions(home.refusal("pack k --out k/.git/kopia.zip"), "k/.git/kopia.zip"));
  CHECK(mentions(home.refusal("documents k --out k/.git/config"), "k/.git/config"));
  CHECK(mentions(home.refusal("index x.json --out andra.git/HEAD"), "andra.git/HEAD"));
}

TEST_CASE(
    "a site is written into a new folder, an empty one, one of its own and one that git or a web host has begun") {
  const Home home;
  fs::create_directories(home.path("tom"));
  home.folder().write("klon/README.md", "# Här hamnar webbplatsen\n");
  home.folder().write("klon/.gitignore", "*\n");
  home.folder().write("gren/.git", "gitdir: ../k/.git/worktrees/gren\n");
  home.folder().write("gren/CNAME", "example.org\n");
  for (const std::string folder : {"ny/a/b", "tom", "klon", "gren"}) {
    INFO(folder);
    CHECK(home.run("build k --quiet --out " + folder).code == 0);
    home.folder().write(folder + "/egen.html", "min");
    CHECK(home.run("build k --quiet --out " + folder).code == 0);
    CHECK(read_test_file(home.path(folder + "/egen.html")) == "min");
  }
}

TEST_CASE("a folder with releases takes more of them whatever lies beside them") {
  const Home home;
  CHECK(home.run("publish k --to webb").code == 0);
  home.folder().write("webb/anteckning.txt", "min");
  home.folder().write("k/content/index.md", "# Start\n\nMer.\n");
  CHECK(home.run("publish k --to webb").code == 0);
  CHECK(home.run("publish --to webb --rollback finns-inte").code == 0);
}

TEST_CASE("a bare repository is built and published from its own state folder") {
  const Home home;
  home.folder().git("-C k add -A");
  home.folder().git("-C k -c user.name=a -c user.email=a@b commit -q -m x");
  home.folder().git("clone -q --bare k bar.git");
  CHECK(home.run("publish bar.git --to webb").code == 0);
  CHECK(home.run("pack bar.git --out kopia.zip").code == 0);
}
