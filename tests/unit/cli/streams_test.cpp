// What the program does with the three streams it is given.
#include <catch2/catch.hpp>

#include "cli/program_run.h"
#include "output/temporary_folder.h"

using namespace traff::testing;

namespace {

// Texts with one warning and one site built of them.
class Texts {
 public:
  Texts() {
    write_test_file(folder_.path("k/index.md"), "# Start\n\nText.\n\n## RUBRIK I VERSALER\n\nText.\n");
    write_test_file(folder_.path("i.json"), R"({"spec": {"fields": ["t"]}, "documents": [{"id": 1, "t": "ord"}]})");
  }
  std::string path(const std::string& below) const { return folder_.path(below); }
  ProgramRun run(const std::string& arguments) const {
    return run_program(arguments, "cd '" + folder_.path() + "' &&");
  }

 private:
  TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("results that cannot be written end the command with 2 and say so") {
  const Texts texts;
  for (const std::string command :
       {"check k --format json", "check k --format sarif", "check k", "build k", "explain k", "pack k --out a.zip",
        "publish k --to webb", "--version", "help", "check --help", "new sida Kontakt --content k"}) {
    INFO(command);
    const ProgramRun run = texts.run(command + " > /dev/full");
    CHECK(run.code == 2);
    CHECK(says(run, "Resultatet gick inte att skriva ut"));
    CHECK_FALSE(says(run, "cannot write to file"));
  }
}

TEST_CASE("a closed stream is never given to another file") {
  const Texts texts;
  for (const std::string closed : {"<&-", ">&-", "2>&-", "<&- >&-", ">&- 2>&-", "<&- >&- 2>&-"}) {
    INFO(closed);
    const ProgramRun run = texts.run("build k " + closed);
    CHECK(run.code == (closed.find(">&-") == std::string::npos || closed == "2>&-" ? 0 : 2));
    CHECK(read_test_file(texts.path("k/index.md")) == "# Start\n\nText.\n\n## RUBRIK I VERSALER\n\nText.\n");
    CHECK(read_test_file(texts.path("site/index.html")).starts_with("<!doctype html>"));
    for (const auto& [path, bytes] : files_below(texts.path("site"), true))
      CHECK(bytes.find("sidor i site") == std::string::npos);
  }
}
