// Addresses with passwords in them, given to the program, to git, or both.
#include <catch2/catch.hpp>

#include "cli/program_run.h"
#include "source/git_sandbox.h"

using namespace traff;
using namespace traff::testing;

namespace {

// Nothing listens at port 9 of this computer.
const std::string with_password = "https://user:HEMLIGT@127.0.0.1:9/x.git";
const std::string with_token = "https://127.0.0.1:9/x.git?private_token=HEMLIGT";

GitSandbox& repository_with_texts(GitSandbox& sandbox) {
  sandbox.write("content/index.md", "# Start\n\nText.\n");
  sandbox.git("init -q -b main");
  sandbox.commit_all();
  return sandbox;
}

}  // namespace

TEST_CASE("what is secret in an address is not shown when it cannot be reached") {
  GitSandbox sandbox;
  const std::string here = "cd '" + repository_with_texts(sandbox).path() + "' && GIT_TERMINAL_PROMPT=0";
  sandbox.git("remote add origin '" + with_password + "'");
  sandbox.git("remote add annan '" + with_token + "'");
  for (const std::string& remote : {with_password, with_token, std::string("origin"), std::string("annan")}) {
    INFO(remote);
    const ProgramRun run = run_program("publish --branch webb --timings --verbose --push '" + remote + "'", here);
    CHECK(run.code == 2);
    CHECK(says(run, "127.0.0.1"));
    CHECK_FALSE(says(run, "HEMLIGT"));
  }
}

TEST_CASE("what is secret in an address is not shown when it is taken for a folder") {
  for (const std::string& command : {"build '" + with_password + "'", "pack --verify '" + with_token + "'"}) {
    const ProgramRun run = run_program(command);
    CHECK(run.code == 2);
    CHECK(says(run, "127.0.0.1:9/x.git"));
    CHECK_FALSE(says(run, "HEMLIGT"));
  }
}

TEST_CASE("what is secret in an address is not shown when it is typed where it does not belong") {
  for (const std::string& command : {"publish --branch webb '" + with_password + "' '" + with_password + "'",
                                     "build --out=" + with_token + " --pusch '" + with_password + "'"}) {
    const ProgramRun run = run_program(command);
    CHECK(run.code == 2);
    CHECK_FALSE(says(run, "HEMLIGT"));
  }
}

TEST_CASE("what git says on its way comes through, and what is secret in an address is not shown when it is reached") {
  GitSandbox sandbox;
  repository_with_texts(sandbox);
  sandbox.write("git/git", "#!/bin/sh\necho \"remote: tack https://user:HEMLIGT@example.org/ för det\" >&2\nexit 0\n");
  std::filesystem::permissions(sandbox.path("git/git"), std::filesystem::perms::owner_all);
  const ProgramRun run = run_program("publish --branch webb --push '" + with_password + "'",
                                     "cd '" + sandbox.path() + "' && PATH='" + sandbox.path("git") + "'");
  CHECK(run.code == 0);
  CHECK(says(run, "remote: tack https://…@example.org/ för det"));
  CHECK(says(run, "Skickad till https://…@127.0.0.1:9/x.git."));
  CHECK_FALSE(says(run, "HEMLIGT"));
}
