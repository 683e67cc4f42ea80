#include "source/content_place.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "base/messages/codes.h"
#include "base/messages/format_diagnostic.h"
#include "source/git_sandbox.h"
#include "source/revision_tree.h"

using namespace traff;

namespace {

namespace fs = std::filesystem;

struct Expected {
  std::string folder;
  std::string prefix;
  std::string shown;
  std::string state;
};

void check_place(const std::string& argument, const Expected& expected, const std::string& repository = "") {
  INFO(argument);
  const ContentPlace place = load_content_place(argument);
  CHECK(place.content_folder == expected.folder);
  CHECK(place.repository == repository);
  CHECK(place.content_prefix == expected.prefix);
  CHECK(place.shown_prefix == expected.shown);
  CHECK(place.state_folder == expected.state);
}

}  // namespace

TEST_CASE("a plain folder is the content itself, or has it in content/") {
  GitSandbox sandbox;
  const std::string top = sandbox.path().substr(0, sandbox.path().size() - 1);
  sandbox.write("sida/index.md", "x");
  sandbox.write("kurs/content/index.md", "x");
  const CurrentFolder here(sandbox.folder());
  check_place("", {top, "", "", top + "/.traff"});
  check_place(".", {top, "", "", top + "/.traff"});
  check_place("sida", {top + "/sida", "", "sida/", top + "/sida/.traff"});
  check_place("./sida/", {top + "/sida", "", "sida/", top + "/sida/.traff"});
  check_place("kurs", {top + "/kurs/content", "", "kurs/content/", top + "/kurs/.traff"});
  check_place("kurs/content", {top + "/kurs/content", "", "kurs/content/", top + "/kurs/content/.traff"});
  check_place(top + "/sida", {top + "/sida", "", top + "/sida/", top + "/sida/.traff"});
  const CurrentFolder there(sandbox.folder() / "kurs");
  for (const char* argument : {"", "content", "content/", "."}) {
    check_place(argument, {top + "/kurs/content", "", "content/", top + "/kurs/.traff"});
  }
  check_place("../sida", {top + "/sida", "", "../sida/", top + "/sida/.traff"});
}

TEST_CASE("in a repository content/ is the root where it exists, and the state lies at the top") {
  GitSandbox sandbox;
  const std::string top = sandbox.path().substr(0, sandbox.path().size() - 1);
  sandbox.git("init -q -b main");
  sandbox.write("content/a/index.md", "x");
  sandbox.write("andra/content/index.md", "x");
  const std::string git = top + "/.git";
  const std::string state = top + "/.traff";
  const CurrentFolder here(sandbox.folder());
  for (const char* argument : {"", ".", "content", ".git"}) {
    check_place(argument, {top + "/content", "content/", "content/", state}, git);
  }
  check_place("content/a", {top + "/content/a", "content/a/", "content/a/", state}, git);
  check_place("andra", {top + "/andra", "andra/", "andra/", state}, git);
  const CurrentFolder there(sandbox.folder() / "andra");
  check_place("", {top + "/andra/content", "andra/content/", "content/", state}, git);
  check_place("..", {top + "/content", "content/", "../content/", state}, git);
  check_place(top, {top + "/content", "content/", top + "/content/", state}, git);
}

TEST_CASE("a repository without content/ is the content itself") {
  GitSandbox sandbox;
  const std::string top = sandbox.path().substr(0, sandbox.path().size() - 1);
  sandbox.git("init -q -b main");
  check_place(top, {top, "", top + "/", top + "/.traff"}, top + "/.git");
}

TEST_CASE("a linked worktree is a repository of its own") {
  GitSandbox sandbox;
  const std::string top = sandbox.path().substr(0, sandbox.path().size() - 1);
  sandbox.git("init -q -b main a");
  sandbox.write("a/content/index.md", "x");
  sandbox.git("-C a add -A");
  sandbox.git("-C a commit -q -m ett");
  sandbox.git("-C a worktree add -q -b gren ../b");
  sandbox.write("b/content/index.md", "y");
  check_place(top + "/b", {top + "/b/content", "content/", top + "/b/content/", top + "/b/.traff"},
              top + "/a/.git/worktrees/b");
  CHECK(working_ids(top + "/b").at("index.md") == to_hex(content_id("y")));
  CHECK(revision_ids(top + "/b", "gren").at("index.md") == to_hex(content_id("x")));
}

TEST_CASE("a folder that its repository ignores stands on its own") {
  GitSandbox sandbox;
  const std::string top = sandbox.path().substr(0, sandbox.path().size() - 1);
  sandbox.git("init -q -b main");
  sandbox.write(".gitignore", "/kladd/\n");
  sandbox.write("kladd/prov/index.md", "x");
  check_place(top + "/kladd/prov", {top + "/kladd/prov", "", top + "/kladd/prov/", top + "/kladd/prov/.traff"});
  CHECK(working_ids(top + "/kladd/prov").size() == 1);
}

TEST_CASE("what cannot be content says why") {
  GitSandbox sandbox;
  sandbox.write("fil.md", "x");
  CHECK(failure_code([&] { load_content_place(sandbox.path("borta")); }) == "W10");
  CHECK(failure_code([&] { load_content_place(sandbox.path("fil.md")); }) == "W11");
  fs::create_directory(sandbox.path("låst"));
  fs::permissions(sandbox.folder(), fs::perms::all);
  fs::permissions(sandbox.path("låst"), fs::perms::none);
  const bool is_root = ::geteuid() == 0;
  if (is_root) REQUIRE(::setresuid(65534, 65534, 0) == 0);
  const std::string code = failure_code([&] { load_content_place(sandbox.path("låst")); });
  if (is_root) REQUIRE(::setresuid(0, 0, 0) == 0);
  CHECK(code == "W12");
}

TEST_CASE("a repository of another owner names the line that trusts it") {
  if (::geteuid() != 0) return;  // only root can give files away
  GitSandbox sandbox;
  sandbox.git("init -q 'åsas kurs'");
  sandbox.git("init -q --bare bar.git");
  sandbox.git("-C 'åsas kurs' commit -q --allow-empty -m x"),
      sandbox.git("-C 'åsas kurs' worktree add -q -b gren ../b");
  sandbox.git("init -q c");
  sandbox.git("-C c -c protocol.file.allow=always submodule --quiet add '../åsas kurs' modul");
  const auto give_away = [](const fs::path& path) { REQUIRE(::lchown(path.c_str(), 4711, 4711) == 0); };
  for (const auto& entry : fs::recursive_directory_iterator(sandbox.folder())) give_away(entry.path());
  for (const std::string name : {"åsas kurs", "bar.git", "b", "c/modul"}) {
    try {
      load_content_place(sandbox.path(name));
      FAIL("no Failure");
    } catch (const Failure& failure) {
      CHECK(failure.code == code::W15);
      const std::string line = "git config --global --add safe.directory '" + sandbox.path(name) + "'";
      CHECK(message_of(failure, Language::sv).find(line) != std::string::npos);
    }
  }
}

TEST_CASE("a .git that is no whole repository stops the run, here and in every folder below") {
  GitSandbox sandbox;
  sandbox.git("init -q -b main");
  sandbox.write("content/index.md", "x");
  sandbox.commit_all();
  SECTION("without refs") { fs::remove_all(sandbox.path(".git/refs")); }
  SECTION("without objects") { fs::remove_all(sandbox.path(".git/objects")); }
  SECTION("without HEAD") { fs::remove(sandbox.path(".git/HEAD")); }
  SECTION("empty") {
    fs::remove_all(sandbox.path(".git"));
    fs::create_directory(sandbox.path(".git"));
  }
  SECTION("a file that names a repository that was moved") {
    fs::remove_all(sandbox.path(".git"));
    sandbox.write(".git", "gitdir: /ingenstans\n");
  }
  SECTION("a link to a repository that was moved") {
    fs::remove_all(sandbox.path(".git"));
    fs::create_symlink("borta", sandbox.path(".git"));
  }
  for (const std::string argument : {"", "content"}) {
    CHECK(failure_code([&] { load_content_place(sandbox.path(argument)); }) == "W63");
  }
}

TEST_CASE("a .git that may not be looked at, or cannot be, is not told to be removed") {
  GitSandbox sandbox;
  sandbox.git("init -q -b main a");
  sandbox.write("a/content/index.md", "x");
  sandbox.git("-C a add -A"), sandbox.git("-C a commit -q -m x");
  sandbox.git("-C a worktree add -q -b gren ../b");
  fs::permissions(sandbox.folder(), fs::perms::all);
  const auto code_of = [&](const std::string& locked, const std::string& argument) {
    const bool is_root = ::geteuid() == 0;
    fs::permissions(sandbox.path(locked), fs::perms::none);
    if (is_root) REQUIRE(::seteuid(65534) == 0);
    const std::string code = failure_code([&] { load_content_place(sandbox.path(argument)); });
    if (is_root) REQUIRE(::seteuid(0) == 0);
    fs::permissions(sandbox.path(locked), fs::perms::owner_all);
    return code;
  };
  CHECK(code_of("a/.git", "a") == "W12");
  CHECK(code_of("a/.git", "a/content") == "W12");
  CHECK(code_of("a/.git", "b") == "W12");
  CHECK(code_of("b/.git", "b") == "W12");
  fs::remove(sandbox.path("a/.git/HEAD"));
  fs::create_symlink("HEAD", sandbox.path("a/.git/HEAD"));
  CHECK(failure_code([&] { load_content_place(sandbox.path("a")); }) == "W1");
}

TEST_CASE("a worktree and a submodule whose repository was moved stop the run") {
  GitSandbox sandbox;
  sandbox.git("init -q -b main a");
  sandbox.write("a/content/index.md", "x");
  sandbox.git("-C a add -A"), sandbox.git("-C a commit -q -m x");
  sandbox.git("-C a worktree add -q -b gren ../b");
  sandbox.git("init -q c"), sandbox.git("-C c -c protocol.file.allow=always submodule --quiet add ../a modul");
  CHECK(load_content_place(sandbox.path("b")).content_prefix == "content/");
  CHECK(load_content_place(sandbox.path("c/modul")).content_prefix == "content/");
  fs::rename(sandbox.path("a"), sandbox.path("flyttad"));
  fs::rename(sandbox.path("c/.git/modules"), sandbox.path("c/.git/andra"));
  CHECK(failure_code([&] { load_content_place(sandbox.path("b")); }) == "W63");
  CHECK(failure_code([&] { load_content_place(sandbox.path("c/modul")); }) == "W63");
}

TEST_CASE("a worktree that was moved itself is not read without its rules") {
  GitSandbox sandbox;
  sandbox.git("init -q -b main a");
  sandbox.write("a/content/index.md", "x");
  sandbox.write("a/content/.gitignore", "lista.md\n");
  sandbox.git("-C a add -A"), sandbox.git("-C a commit -q -m x");
  sandbox.git("-C a worktree add -q -b gren ../b");
  sandbox.write("b/content/lista.md", "Namn");
  fs::create_directory(sandbox.path("c"));
  fs::create_directory_symlink("c", sandbox.path("l"));
  fs::rename(sandbox.path("b"), sandbox.path("c/b"));
  for (const std::string argument : {"c/b", "c/b/content"})
    CHECK(failure_code([&] { load_content_place(sandbox.path(argument)); }) == "W63");
  SECTION("mended") { sandbox.git("-C c/b worktree repair 2>/dev/null"); }
  SECTION("mended by the name of a link") {
    sandbox.write("a/.git/worktrees/b/gitdir", sandbox.path("l/b/.git") + "\n");
  }
  CHECK(load_content_place(sandbox.path("c/b")).content_prefix == "content/");
  CHECK(working_ids(sandbox.path("l/b")).size() == 1);
}

TEST_CASE("a working folder whose repository says that it has none is not read without its rules") {
  GitSandbox sandbox;
  sandbox.git("init -q -b main a");
  sandbox.write("a/content/index.md", "x");
  sandbox.git("-C a add -A"), sandbox.git("-C a commit -q -m x");
  sandbox.git("-C a worktree add -q -b gren ../b");
  sandbox.git("-C a config core.bare true");
  for (const std::string argument : {"a", "a/content"})
    CHECK(failure_code([&] { load_content_place(sandbox.path(argument)); }) == "W63");
  CHECK(load_content_place(sandbox.path("a/.git")).content_prefix == "content/");
  CHECK(load_content_place(sandbox.path("b")).content_prefix == "content/");
}

TEST_CASE("a damaged repository on a server is no empty folder of pages") {
  GitSandbox sandbox;
  sandbox.git("init -q --bare k.git");
  fs::remove_all(sandbox.path("k.git/refs"));
  CHECK(failure_code([&] { load_content_place(sandbox.path("k.git")); }) == "W63");
}

TEST_CASE("a damaged repository above is not looked for where git is told to stop") {
  GitSandbox sandbox;
  sandbox.write(".git/skräp", "x");
  sandbox.write("a/b/index.md", "x");
  const std::string top = sandbox.path().substr(0, sandbox.path().size() - 1);
  CHECK(failure_code([&] { load_content_place(sandbox.path("a/b")); }) == "W63");
  ::setenv("GIT_CEILING_DIRECTORIES", ("/ingenstans:" + top).c_str(), 1);
  const std::string code = failure_code([&] { load_content_place(sandbox.path("a/b")); });
  ::unsetenv("GIT_CEILING_DIRECTORIES");
  CHECK(code == "");
}

TEST_CASE("a repository whose borrowed objects are gone stops the run") {
  GitSandbox sandbox;
  sandbox.git("init -q -b main a");
  sandbox.write("a/content/index.md", "x");
  sandbox.git("-C a add -A"), sandbox.git("-C a commit -q -m x");
  sandbox.git("clone -q --shared a b");
  CHECK(load_content_place(sandbox.path("b")).content_prefix == "content/");
  sandbox.git("clone -q --shared b c");
  fs::rename(sandbox.path("a"), sandbox.path("borta"));
  for (const std::string borrower : {"b", "c"}) {
    try {
      load_content_place(sandbox.path(borrower));
      FAIL("no Failure");
    } catch (const Failure& failure) {
      CHECK(failure.code == code::W64);
      CHECK(message_of(failure, Language::sv).find(sandbox.path("a/.git/objects")) != std::string::npos);
    }
  }
}

TEST_CASE("a revision of content that is not in git is refused") {
  GitSandbox sandbox;
  sandbox.write("index.md", "x");
  const ContentPlace place = load_content_place(sandbox.path());
  CHECK(failure_code([&] { load_revision(place, "main", 1); }) == "W65");
  CHECK(failure_code([&] { refuse_revision_outside_git(place, ""); }) == "");
}

TEST_CASE("a whole repository above does not stand in for a damaged one") {
  GitSandbox sandbox;
  sandbox.git("init -q -b main");
  for (const std::string name : {"content", "år:2026"}) {
    sandbox.write(name + "/index.md", "x");
    sandbox.write(name + "/.git/skräp", "x");
    CHECK(failure_code([&] { load_content_place(sandbox.path(name)); }) == "W63");
    sandbox.remove(name + "/.git");
    sandbox.write(name + "/.git", "gitdir: borta\n");
    CHECK(failure_code([&] { load_content_place(sandbox.path(name)); }) == "W63");
  }
}
