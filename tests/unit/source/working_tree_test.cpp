#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>

#include "git/ordinary_files.h"
#include "git/repository.h"
#include "source/content_place.h"
#include "source/git_sandbox.h"
#include "source/revision_tree.h"
#include "source/working_tree.h"

using namespace traff;

namespace {

namespace fs = std::filesystem;
using Paths = std::vector<std::string>;

const std::string nfd_name = "a\xCC\x8Ar.md";

GitSandbox& with_pages(GitSandbox& sandbox) {
  sandbox.git("init -q -b main");
  sandbox.write("index.md", "# Start\n");
  sandbox.write("traffar/1.md", "# Träff 1\n");
  sandbox.write("traffar/2.md", "# Träff 2\n");
  sandbox.commit_all();
  return sandbox;
}

struct ::stat status_of(const std::string& path) {
  struct ::stat status{};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status;
}

std::unique_ptr<SourceTree> load(const GitSandbox& sandbox) {
  return load_working_tree(load_content_place(sandbox.path()), 2);
}

}  // namespace

TEST_CASE("a clean folder has the ids of its commit, and nothing is remembered of it") {
  GitSandbox sandbox;
  sandbox.git("init -q -b main");
  sandbox.write("index.md", "# Start\n");
  sandbox.write("bilder/" + nfd_name, "namn i NFD\n");
  sandbox.write("bilder/hund.png", std::string("\x89PNG\0\r\n", 7));
  sandbox.let_settle();
  sandbox.commit_all();
  CHECK(working_ids(sandbox.path()) == sandbox.committed_ids("HEAD"));
  CHECK(working_ids(sandbox.path()) == revision_ids(sandbox.path(), "HEAD"));
  CHECK(working_ids(sandbox.path()).contains("bilder/år.md"));
  CHECK_FALSE(fs::exists(sandbox.path(".traff")));
}

TEST_CASE("edited, deleted and new files are seen as the next commit would have them") {
  GitSandbox sandbox;
  with_pages(sandbox);
  sandbox.write("index.md", "# Ändrad\n");
  sandbox.remove("traffar/1.md");
  sandbox.write("traffar/3.md", "# Ny\n");
  sandbox.write("rapporter/ny/r.md", "# Ny i ny mapp\n");
  const IdsByPath ids = working_ids(sandbox.path());
  CHECK(ids == sandbox.next_commit_ids());
  CHECK(ids.size() == 4);
  sandbox.commit_all();
  CHECK(ids == sandbox.committed_ids("HEAD"));
}

TEST_CASE("ignored files are no content, unless git tracks them") {
  GitSandbox sandbox;
  with_pages(sandbox);
  sandbox.write(".gitignore", "*.tmp\nbygge/\n!bygge/viktig.md\nalla/*\n!alla/vald.md\n/traffar/utkast.md\n");
  sandbox.write("index.tmp", "x");
  sandbox.write("spårad.tmp", "x");
  sandbox.write("bygge/a.md", "x");
  sandbox.write("bygge/viktig.md", "x");
  sandbox.write("bygge/djupt/b.md", "x");
  sandbox.write("bygge/djupt/spårad.md", "x");
  sandbox.write("alla/a.md", "x");
  sandbox.write("alla/vald.md", "x");
  sandbox.write("traffar/utkast.md", "x");
  sandbox.write("traffar/.gitignore", "2*.md\n");
  sandbox.write("traffar/22.md", "x");
  sandbox.write("traffar/23.md", "x");
  sandbox.git("add -f 'spårad.tmp' 'bygge/djupt/spårad.md' traffar/23.md");
  sandbox.write("traffar/23.md", "ändrad");
  const IdsByPath ids = working_ids(sandbox.path());
  CHECK(ids == sandbox.next_commit_ids());
  CHECK(ids.contains("bygge/djupt/spårad.md"));
  CHECK(ids.contains("alla/vald.md"));
  CHECK(ids.contains("traffar/2.md"));
  CHECK_FALSE(ids.contains("bygge/djupt/b.md"));
  CHECK_FALSE(ids.contains("bygge/viktig.md"));
}

TEST_CASE("line ends are those of the next commit") {
  GitSandbox sandbox;
  with_pages(sandbox);
  sandbox.write(".gitattributes", "* text=auto\n*.bin -text\n");
  sandbox.commit_all();
  sandbox.write("windows.md", "# Rad\r\ntvå\r\n");
  sandbox.write("rå.bin", "a\r\nb\r\n");
  const auto tree = load(sandbox);
  CHECK(ids_of(*tree) == sandbox.next_commit_ids());
  CHECK(tree->read(4) == "# Rad\ntvå\n");
  sandbox.commit_all();
  CHECK(working_ids(sandbox.path()) == revision_ids(sandbox.path(), "main"));
  SECTION("and follow a change of .gitattributes at once") {
    sandbox.write("mac.md", "a\r\nb\n");
    sandbox.let_settle();
    CHECK(working_ids(sandbox.path()) == sandbox.next_commit_ids());
    sandbox.write(".gitattributes", "* -text\n");
    CHECK(working_ids(sandbox.path()).at("mac.md") == to_hex(content_id("a\r\nb\n")));
  }
}

TEST_CASE("line ends that were committed as they are stay so under text=auto") {
  GitSandbox sandbox;
  sandbox.git("init -q -b main");
  sandbox.write("gammal.md", "a\r\n");
  sandbox.commit_all();
  sandbox.write(".gitattributes", "* text=auto\n");
  sandbox.write("gammal.md", "a\r\nb\r\n");
  sandbox.write("ny.md", "a\r\n$Id$\r\n");
  const IdsByPath ids = working_ids(sandbox.path());
  CHECK(ids == sandbox.next_commit_ids());
  CHECK(ids.at("gammal.md") == to_hex(content_id("a\r\nb\r\n")));
}

TEST_CASE("core.autocrlf counts without any .gitattributes") {
  GitSandbox sandbox;
  with_pages(sandbox);
  sandbox.git("config core.autocrlf input");
  sandbox.write("windows.md", "a\r\n");
  CHECK(working_ids(sandbox.path()).at("windows.md") == to_hex(content_id("a\n")));
}

TEST_CASE("a clean file whose filters changed since is read as git has it") {
  GitSandbox sandbox;
  sandbox.git("init -q -b main");
  sandbox.write("a.md", "a\r\n");
  sandbox.let_settle();
  sandbox.commit_all();
  sandbox.let_settle();
  sandbox.write(".gitattributes", "*.md text\n");
  const auto tree = load(sandbox);
  CHECK(ids_of(*tree) == sandbox.committed_ids("HEAD"));
  CHECK(tree->read(0) == "a\r\n");
}

TEST_CASE("an edit of the same size at the same moment is seen") {
  for (const bool in_git : {false, true}) {
    GitSandbox sandbox;
    if (in_git) with_pages(sandbox);
    for (int round = 0; round < 20; ++round) {
      const std::string bytes = "runda " + std::to_string(10 + round);
      sandbox.write("index.md", bytes);
      if (in_git && round % 3 == 0) sandbox.git("add index.md");
      CHECK(working_ids(sandbox.path()).at("index.md") == to_hex(content_id(bytes)));
    }
  }
}

TEST_CASE("a file edited between loading and reading is never given under the old id") {
  GitSandbox sandbox;
  with_pages(sandbox);
  sandbox.write("ny.md", "före");
  const auto tree = load(sandbox);
  sandbox.write("index.md", "# efter\n");
  sandbox.write("ny.md", "eftr");
  CHECK(tree->read(0) == "# Start\n");
  CHECK(failure_code([&] { tree->read(1); }) == "W17");
}

TEST_CASE("a repository without any commit is read from the folder") {
  GitSandbox sandbox;
  sandbox.git("init -q -b main");
  sandbox.write("index.md", "# Först\n");
  CHECK(working_ids(sandbox.path()) == sandbox.next_commit_ids());
  CHECK(failure_code([&] { load_revision(load_content_place(sandbox.path()), "HEAD", 1); }) == "W14");
}

TEST_CASE("a plain folder is read whole, and its stamps are kept beside it") {
  GitSandbox sandbox;
  sandbox.write("index.md", "# Start\r\n");
  sandbox.write("a/b.md", "# B\n");
  sandbox.write(".dold/c.md", "x");
  sandbox.let_settle();
  const IdsByPath ids = working_ids(sandbox.path());
  CHECK(ids == IdsByPath{{"a/b.md", to_hex(content_id("# B\n"))}, {"index.md", to_hex(content_id("# Start\r\n"))}});
  REQUIRE(fs::exists(sandbox.path(".traff/source.stamps")));
  const auto written = status_of(sandbox.path(".traff/source.stamps")).st_ino;
  SECTION("which are not written again while nothing changes") {
    CHECK(working_ids(sandbox.path()) == ids);
    CHECK(status_of(sandbox.path(".traff/source.stamps")).st_ino == written);
  }
  SECTION("which hide from git and mean nothing to it, should the folder become a repository") {
    sandbox.git("init -q -b main");
    sandbox.git("config core.autocrlf input");
    CHECK(sandbox.git("status --porcelain -uall .traff").empty());
    CHECK(working_ids(sandbox.path()) == sandbox.next_commit_ids());
  }
  SECTION("which may be broken or lost") {
    sandbox.write(".traff/source.stamps", "traff-stamps 1\nskräp");
    CHECK(working_ids(sandbox.path()) == ids);
    sandbox.remove(".traff");
    CHECK(working_ids(sandbox.path()) == ids);
  }
}

TEST_CASE("a state folder that is a link is not written through") {
  GitSandbox sandbox;
  sandbox.write("innehåll/index.md", "# Start\n");
  sandbox.write("annat/x", "x");
  fs::create_directory_symlink(sandbox.path("annat"), sandbox.path("innehåll/.traff"));
  CHECK(working_ids(sandbox.path("innehåll")).size() == 1);
  CHECK_FALSE(fs::exists(sandbox.path("annat/source.stamps")));
}

TEST_CASE("a site the program wrote is no content") {
  GitSandbox sandbox;
  sandbox.write("index.md", "# Start\n");
  sandbox.write("site/.traff-manifest.json", "{}");
  sandbox.write("site/index.html", "<p>");
  sandbox.write("site/a/b.html", "<p>");
  CHECK(paths_of(*load(sandbox)) == Paths{"index.md"});
  sandbox.git("init -q -b main");
  sandbox.commit_all();
  CHECK(paths_of(*load_revision(load_content_place(sandbox.path()), "HEAD", 1)) == Paths{"index.md"});
}

TEST_CASE("a pipe and a socket are named, not opened") {
  GitSandbox sandbox;
  sandbox.write("index.md", "# Start\n");
  REQUIRE(::mkfifo(sandbox.path("rör.md").c_str(), 0600) == 0);
  const CurrentFolder here(sandbox.folder());
  const int descriptor = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::string("uttag").copy(address.sun_path, sizeof address.sun_path - 1);
  REQUIRE(::bind(descriptor, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
  ::close(descriptor);
  const auto tree = load(sandbox);
  CHECK(paths_of(*tree) == Paths{"index.md"});
  CHECK(findings_of(*tree) == Paths{"P6 rör.md", "P6 uttag"});
}

TEST_CASE("what may not be read is named and the rest goes on") {
  GitSandbox sandbox;
  sandbox.write("index.md", "# Start\n");
  sandbox.write("hemlig.md", "x");
  sandbox.write("mapp/a.md", "x");
  fs::permissions(sandbox.folder(), fs::perms::all);
  fs::permissions(sandbox.path("hemlig.md"), fs::perms::none);
  fs::permissions(sandbox.path("mapp"), fs::perms::none);
  const bool is_root = ::geteuid() == 0;
  if (is_root) REQUIRE(::seteuid(65534) == 0);
  const auto tree = load(sandbox);
  if (is_root) REQUIRE(::seteuid(0) == 0);
  fs::permissions(sandbox.path("mapp"), fs::perms::all);
  CHECK(paths_of(*tree) == Paths{"index.md"});
  CHECK(findings_of(*tree) == Paths{"P7 hemlig.md", "P7 mapp"});
}

TEST_CASE("files a sparse checkout leaves out are read from the repository") {
  GitSandbox sandbox;
  with_pages(sandbox);
  const IdsByPath all = sandbox.committed_ids("HEAD");
  sandbox.git("sparse-checkout set --no-cone /index.md");
  REQUIRE_FALSE(fs::exists(sandbox.path("traffar/1.md")));
  CHECK(working_ids(sandbox.path()) == all);
}

TEST_CASE("an index that git wrote without a sum is whole, one that is cut off is not") {
  GitSandbox sandbox;
  with_pages(sandbox);
  const GitRepository repository = open_repository(sandbox.path(".git"));
  CHECK(require_whole_index(*repository) == sandbox.committed_ids("HEAD").size());
  std::ifstream file(sandbox.path(".git/index"), std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  bytes.replace(bytes.size() - 20, 20, std::string(20, '\0'));  // as with index.skipHash
  sandbox.write(".git/index", bytes);
  CHECK(require_whole_index(*repository) == sandbox.committed_ids("HEAD").size());
  sandbox.write(".git/index", bytes.substr(0, bytes.size() - 21) + std::string(20, 'x'));
  CHECK(failure_code([&] { require_whole_index(*repository); }) == "W18");
  sandbox.remove(".git/index");
  CHECK(require_whole_index(*repository) == 0);
}

TEST_CASE("files in a merge conflict are read from the folder") {
  GitSandbox sandbox;
  with_pages(sandbox);
  sandbox.git("checkout -q -b gren");
  sandbox.write("index.md", "# Gren\n");
  sandbox.commit_all();
  sandbox.git("checkout -q main");
  sandbox.write("index.md", "# Stam\n");
  sandbox.commit_all();
  sandbox.git("merge -q gren >/dev/null 2>&1 || true");
  CHECK(working_ids(sandbox.path()) == sandbox.next_commit_ids());
}

TEST_CASE("files only promised to git are read from the folder") {
  GitSandbox sandbox;
  with_pages(sandbox);
  sandbox.write("ny.md", "# Ny\n");
  sandbox.git("add -N ny.md");
  CHECK(working_ids(sandbox.path()) == sandbox.next_commit_ids());
}

TEST_CASE("one thread and many give the same tree") {
  GitSandbox sandbox;
  for (int i = 0; i < 300; ++i)
    sandbox.write("m" + std::to_string(i % 17) + "/" + std::to_string(i) + ".md", std::to_string(i));
  const auto place = load_content_place(sandbox.path());
  const auto one = load_working_tree(place, 1);
  sandbox.remove(".traff");
  const auto many = load_working_tree(place, 8);
  CHECK(paths_of(*one) == paths_of(*many));
  CHECK(ids_of(*one) == ids_of(*many));
}
