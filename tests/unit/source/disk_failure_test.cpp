// A disk that fails must not look like a smaller site: an error is never an empty answer.
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include <filesystem>

#include "source/content_place.h"
#include "source/failing_call.h"
#include "source/folder_listing.h"
#include "source/history/history.h"
#include "source/history/past_content.h"
#include "source/source_tree.h"
#include "source/working_tree.h"

using namespace traff;

namespace {

namespace fs = std::filesystem;

GitSandbox& with_two_commits(GitSandbox& sandbox) {
  sandbox.git("init -q -b main");
  sandbox.write("content/a.md", "a"), sandbox.commit_all();
  sandbox.write("content/a.md", "b"), sandbox.commit_all();
  return sandbox;
}

// A file that is there, but that cannot be opened: a link that leads to itself.
class LockedObject {
 public:
  LockedObject(const GitSandbox& sandbox, const std::string& revision) {
    const std::string hex = sandbox.git("rev-parse '" + revision + "'").substr(0, 40);
    path_ = sandbox.path(".git/objects/" + hex.substr(0, 2) + "/" + hex.substr(2));
    fs::rename(path_, path_ + "-bytes");
    fs::create_symlink(fs::path(path_).filename(), path_);
  }
  ~LockedObject() { fs::rename(path_ + "-bytes", path_); }

 private:
  std::string path_;
};

}  // namespace

TEST_CASE("a folder whose listing fails halfway is no empty folder") {
  GitSandbox sandbox;
  sandbox.write("index.md", "# Start\n");
  sandbox.write("mapp/a.md", "# A\n");
  const auto list = [&] { list_folder(sandbox.path(), [](const std::string&) { return true; }, 1); };
  const std::string code = failure_code_when(SYS_getdents64, EIO, list);
  CHECK((code == "W1" || code == "?"));
  const std::string loaded =
      failure_code_when(SYS_getdents64, EIO, [&] { load_working_tree(load_content_place(sandbox.path()), 1); });
  CHECK((loaded == "W1" || loaded == "?"));
}

#ifdef SYS_newfstatat
TEST_CASE("a disk that tells nothing of content/ or .git stops the search for them") {
  GitSandbox sandbox;
  sandbox.write("content/index.md", "# Start\n");
  const CurrentFolder current(sandbox.folder());
  for (const std::string& argument : {std::string(), sandbox.path()}) {
    const std::string code = failure_code_when(SYS_newfstatat, EIO, [&] { load_content_place(argument); });
    CHECK((code == "W1" || code == "?"));
  }
}
#endif

TEST_CASE("an error on one file is told of only when its owner can mend it") {
  GitSandbox sandbox;
  sandbox.write("a.md", "a");
  const auto place = load_content_place(sandbox.path());
  const auto load = [&] { load_working_tree(place, 1); };
  const std::string failed = failure_code_when(SYS_read, EIO, load);
  CHECK((failed == "W1" || failed == "?"));
}

TEST_CASE("an object of the history that cannot be opened is no missing history, and nothing is remembered of it",
          "[damaged repository]") {
  GitSandbox sandbox;
  with_two_commits(sandbox);
  const ContentPlace place = load_content_place(sandbox.path());
  for (const std::string locked : {"HEAD", "HEAD^{tree}", "HEAD~", "HEAD~^{tree}", "HEAD~:content"}) {
    const LockedObject lock(sandbox, locked);
    CHECK(failure_code([&] { load_history(place, ""); }) == "W16");
  }
  for (const std::string locked : {"HEAD", "HEAD~"}) {
    const ContentId tip = content_id_from_hex(sandbox.git("rev-parse HEAD").substr(0, 40)).value();
    const LockedObject lock(sandbox, locked);
    CHECK(failure_code([&] { load_mainline(place, tip); }) == "W16");
  }
  {
    const LockedObject lock(sandbox, "HEAD");
    CHECK(failure_code([&] { load_history(place, "main"); }) != "");
  }
  CHECK_FALSE(fs::exists(place.state_folder));
  CHECK(load_history(place, "")->find("a.md")->changes.size() == 2);
}

TEST_CASE("earlier versions that cannot be opened are not taken for none") {
  GitSandbox sandbox;
  with_two_commits(sandbox);
  const ContentPlace place = load_content_place(sandbox.path());
  const auto id_of = [&](const std::string& name) {
    return content_id_from_hex(sandbox.git("rev-parse '" + name + "'").substr(0, 40)).value();
  };
  const std::vector<ContentId> commits{id_of("HEAD"), id_of("HEAD~")};
  const ContentId blob = id_of("HEAD~:content/a.md");
  for (const std::string locked : {"HEAD", "HEAD~", "HEAD~:content"}) {
    const LockedObject lock(sandbox, locked);
    const PastContent past(place, "content/");
    CHECK(failure_code([&] { past.walk("a.md", commits, [](const FileStep&) { return true; }); }) == "W16");
  }
  const LockedObject lock(sandbox, "HEAD~:content/a.md");
  CHECK(failure_code([&] { PastContent(place, "content/").read(blob); }) == "W16");
}

TEST_CASE("rules of what is private that cannot be read stop the run") {
  if (::geteuid() != 0) return;  // only root can take a file away from its user
  GitSandbox sandbox;
  with_two_commits(sandbox);
  sandbox.write("content/lista.md", "Namn");
  sandbox.write("content/.gitignore", "lista.md\n");
  const auto give = [](const fs::path& path) { REQUIRE(::lchown(path.c_str(), 65534, 65534) == 0); };
  give(sandbox.folder());
  for (const auto& entry : fs::recursive_directory_iterator(sandbox.folder())) give(entry.path());
  const std::string rules = sandbox.path("content/.gitignore");
  REQUIRE(::chown(rules.c_str(), 0, 0) == 0);
  REQUIRE(::chmod(rules.c_str(), 0600) == 0);
  REQUIRE(::seteuid(65534) == 0);
  const std::string code = failure_code([&] { load_working_tree(load_content_place(sandbox.path()), 1); });
  REQUIRE(::seteuid(0) == 0);
  CHECK(code == "W1");
}

TEST_CASE("rules that are there and cannot be opened stop the run, wherever git has them") {
  GitSandbox sandbox;
  with_two_commits(sandbox);
  sandbox.write("content/rader.md", "a\r\n");
  const auto load = [&] { load_working_tree(load_content_place(sandbox.path()), 1); };
  sandbox.git("config core.excludesFile /dev/null");
  CHECK(failure_code(load) == "");
  sandbox.git("config core.excludesFile '" + sandbox.path("regler") + "'");
  sandbox.git("config core.attributesFile '" + sandbox.path("filter") + "'");
  fs::create_directories(sandbox.path(".git/info"));
  for (const std::string rules : {"content/.gitignore", ".gitignore", ".git/info/exclude", "regler",
                                  "content/.gitattributes", ".gitattributes", ".git/info/attributes", "filter"}) {
    INFO(rules);
    fs::remove(sandbox.path(rules));
    fs::create_symlink(fs::path(rules).filename(), sandbox.path(rules));  // a link that leads to itself
    CHECK(failure_code(load) == "W1");
    fs::remove(sandbox.path(rules));
    fs::create_symlink("borta", sandbox.path(rules));  // a link that leads nowhere
    CHECK(failure_code(load) == "");
    fs::remove(sandbox.path(rules));
  }
}

TEST_CASE("the rules for all repositories of another user are passed over, as git does") {
  if (::geteuid() != 0) return;  // only root can take a file away from its user
  GitSandbox sandbox;
  with_two_commits(sandbox);
  sandbox.git("config core.excludesFile '" + sandbox.path("regler") + "'");
  const auto give = [](const fs::path& path) { REQUIRE(::lchown(path.c_str(), 65534, 65534) == 0); };
  give(sandbox.folder());
  for (const auto& entry : fs::recursive_directory_iterator(sandbox.folder())) give(entry.path());
  sandbox.write("regler", "lista.md\n");
  REQUIRE(::chmod(sandbox.path("regler").c_str(), 0600) == 0);
  REQUIRE(::seteuid(65534) == 0);
  const std::string code = failure_code([&] { load_working_tree(load_content_place(sandbox.path()), 1); });
  REQUIRE(::seteuid(0) == 0);
  CHECK(code == "");
}
