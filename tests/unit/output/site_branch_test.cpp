// Git itself is the second opinion: it reads what was written, and finds no fault.
#include <catch2/catch.hpp>

#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "git/new_objects.h"
#include "git/program.h"
#include "output/site_branch.h"
#include "output/site_folder.h"
#include "output/temporary_folder.h"
#include "source/git_sandbox.h"

using namespace traff;
using namespace traff::testing;

namespace {

class BranchPublisher {
 public:
  BranchPublisher() {
    sandbox_.git("init -q -b main .");
    sandbox_.write("content/a.md", "# A\n");
    sandbox_.commit_all();
  }

  void build(const FilesByPath& files) const { SiteFolder(site(), "").write(plan_of(files), {}, false, 2); }

  std::optional<ContentId> publish(const FilesByPath& files, const std::string& branch = "webb") const {
    build(files);
    return SiteBranch(repository(), branch).commit(site(), {"Webbplatsen", 1'600'000'000}, 2);
  }

  std::string site() const { return temporary_.path("site"); }
  std::string repository() const { return sandbox_.path(".git"); }
  const GitSandbox& sandbox() const { return sandbox_; }

  // What git reads, but for Träff's own files.
  FilesByPath files(const std::string& revision = "webb") const {
    FilesByPath found;
    for (const auto& [path, id] : sandbox_.committed_ids(revision)) found[path] = sandbox_.git("cat-file blob " + id);
    return found;
  }

 private:
  GitSandbox sandbox_;
  TemporaryFolder temporary_;
};

const FilesByPath some_files{
    {"index.html", "ett"}, {"a.html", "två"}, {"a/b.html", "tre"}, {"a-b/å.html", "tre"}, {"a/c/d/e.html", ""}};

}  // namespace

TEST_CASE("git reads the site it was given, in one pack, without a fault") {
  const BranchPublisher publisher;
  const auto commit = publisher.publish(some_files);
  REQUIRE(commit.has_value());
  const GitSandbox& git = publisher.sandbox();
  CHECK(git.git("rev-parse webb") == to_hex(*commit) + "\n");
  CHECK(publisher.files() == some_files);
  CHECK(git.git("fsck --strict --no-dangling 2>&1") == "");
  CHECK(git.git("status --porcelain") == "");
  CHECK(git.git("ls-tree --name-only webb .nojekyll .traff-manifest.json") == ".nojekyll\n.traff-manifest.json\n");
  CHECK(git.git("count-objects -v | grep packs:") == "packs: 1\n");
}

TEST_CASE("the ids of objects are those git gives them") {
  const BranchPublisher publisher;
  publisher.publish(some_files);
  const std::string text = publisher.sandbox().git("cat-file commit webb");
  CHECK(to_hex(git_object_name(GitObjectKind::commit, text)) + "\n" == publisher.sandbox().git("rev-parse webb"));
}

TEST_CASE("the same site gives no commit, another gives one after the last") {
  const BranchPublisher publisher;
  publisher.publish(some_files);
  CHECK_FALSE(publisher.publish(some_files).has_value());
  FilesByPath changed = some_files;
  changed["index.html"] = "nytt";
  changed.erase("a.html");
  CHECK(publisher.publish(changed).has_value());
  CHECK(publisher.sandbox().git("rev-list --count webb") == "2\n");
  CHECK(publisher.files() == changed);
  CHECK(publisher.files("webb~") == some_files);
  CHECK(publisher.sandbox().git("fsck --strict --no-dangling 2>&1") == "");
}

TEST_CASE("the same site at the same time is the same commit in any repository") {
  const BranchPublisher a, b;
  CHECK(a.publish(some_files) == b.publish(some_files));
}

TEST_CASE("a branch that moved meanwhile is left where it is") {
  const BranchPublisher publisher;
  publisher.publish(some_files);
  SiteBranch slow(publisher.repository(), "webb");
  publisher.publish({{"index.html", "snabbare"}});
  publisher.build({{"index.html", "långsammare"}});
  CHECK(failure_code([&] { slow.commit(publisher.site(), {"x", 1}, 1); }) == "W85");
  CHECK(publisher.files() == FilesByPath{{"index.html", "snabbare"}});
}

TEST_CASE("a branch that came to be meanwhile is left where it is") {
  const BranchPublisher publisher;
  SiteBranch slow(publisher.repository(), "webb");
  publisher.publish(some_files);
  publisher.build({{"index.html", "långsammare"}});
  CHECK(failure_code([&] { slow.commit(publisher.site(), {"x", 1}, 1); }) == "W85");
}

TEST_CASE("the branch one works in, another's branch and impossible names are refused") {
  const BranchPublisher publisher;
  publisher.sandbox().git("branch annan");
  CHECK(failure_code([&] { publisher.publish(some_files, "main"); }) == "W83");
  CHECK(failure_code([&] { publisher.publish(some_files, "annan"); }) == "W84");
  for (const char* name : {"a b", "-x", "a..b", "", "a~1"})
    CHECK(failure_code([&] { publisher.publish(some_files, name); }) == "W82");
}

TEST_CASE("a branch that a power cut left damaged is named with the cure, and the cure helps") {
  const BranchPublisher publisher;
  publisher.publish(some_files);
  const GitSandbox& git = publisher.sandbox();
  std::string cure;
  SECTION("its pack is empty") {
    for (const auto& entry : std::filesystem::directory_iterator(git.path(".git/objects/pack")))
      std::filesystem::resize_file(entry, 0);
    cure = "branch -D webb";
  }
  SECTION("its name is empty") {
    write_test_file(git.path(".git/refs/heads/webb"), "");
    cure = "rev-parse && rm '" + git.path(".git/refs/heads/webb") + "'";
  }
  try {
    publisher.publish({{"a.html", "nytt"}});
    FAIL("it published");
  } catch (const Failure& failure) {
    CHECK(failure.code == code::W97);
    CHECK(failure.args.at(0) == "webb");
    CHECK(failure.args.at(1) + failure.args.at(3) == git.path(".git/refs/heads/webb"));
  }
  git.git(cure);
  CHECK(publisher.publish(some_files).has_value());
  CHECK(publisher.files() == some_files);
}

TEST_CASE("a lock on the branch that a killed run left is removed by the next, and nobody else's is") {
  const BranchPublisher publisher;
  const auto commit = publisher.publish(some_files);
  const std::string lock = publisher.sandbox().path(".git/refs/heads/webb.lock");
  const std::string note = publisher.sandbox().path(".git/traff-moving");
  SECTION("ours, with nothing in it yet") {
    write_test_file(note, "refs/heads/webb " + to_hex(*commit) + "\n");
    write_test_file(lock, "");
    CHECK(publisher.publish({{"a.html", "nytt"}}).has_value());
  }
  SECTION("ours, finished") {
    write_test_file(note, "refs/heads/webb " + to_hex(*commit) + "\n");
    write_test_file(lock, to_hex(*commit) + "\n");
    CHECK(publisher.publish({{"a.html", "nytt"}}).has_value());
  }
  SECTION("another's") {
    write_test_file(note, "refs/heads/webb " + to_hex(*commit) + "\n");
    write_test_file(lock, "annat\n");
    CHECK(failure_code([&] { publisher.publish({{"a.html", "nytt"}}); }) == "W98");
  }
  SECTION("another's, while we moved nothing") {
    write_test_file(lock, "");
    CHECK(failure_code([&] { publisher.publish({{"a.html", "nytt"}}); }) == "W98");
  }
  CHECK_FALSE(std::filesystem::exists(note));
  std::filesystem::remove(lock);
  CHECK(publisher.sandbox().git("fsck --strict --no-dangling 2>&1") == "");
}

TEST_CASE("a site goes on from what the remote has, and is pushed there") {
  const BranchPublisher here, there;
  const GitSandbox remote;
  remote.git("init -q --bare .");
  CHECK_FALSE(fetch_branch(here.repository(), remote.path(), "webb").has_value());
  here.publish(some_files);
  push_branch(here.repository(), remote.path(), "webb");
  const auto tip = fetch_branch(there.repository(), remote.path(), "webb");
  REQUIRE(tip.has_value());
  there.build({{"index.html", "från en annan dator"}});
  SiteBranch branch(there.repository(), "webb");
  branch.start_from(*tip);
  branch.commit(there.site(), {"x", 2}, 1);
  push_branch(there.repository(), remote.path(), "webb");
  CHECK(remote.git("rev-list --count webb") == "2\n");
  CHECK(remote.git("show webb:index.html") == "från en annan dator");
}

TEST_CASE("a remote that has moved on refuses, and one that is not there is named") {
  const BranchPublisher here, there;
  const GitSandbox remote;
  remote.git("init -q --bare .");
  here.publish(some_files), there.publish({{"index.html", "annat"}});
  push_branch(here.repository(), remote.path(), "webb");
  CHECK(failure_code([&] { push_branch(there.repository(), remote.path(), "webb"); }) == "W87");
  CHECK(failure_code([&] { push_branch(here.repository(), remote.path("finns-inte"), "webb"); }) == "W87");
}
