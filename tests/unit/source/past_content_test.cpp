// Earlier versions of the content, held against git itself.
#include "source/history/past_content.h"
#include "source/content_place.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

#include "base/text.h"
#include "disk/file.h"
#include "git_sandbox.h"
#include "source/history/history.h"
#include "source/source_tree.h"

using namespace traff;

namespace {

void begin(const GitSandbox& sandbox) { sandbox.git("init -q -b main"); }

ContentId id_of(const GitSandbox& sandbox, const std::string& name) {
  return content_id_from_hex(trim(sandbox.git("rev-parse " + name))).value();
}

}  // namespace

TEST_CASE("the files of an earlier commit are those of git, without links, hidden ones and what is private") {
  GitSandbox sandbox;
  begin(sandbox);
  sandbox.write("content/n/a.md", "A");
  sandbox.write("content/n/.dold.md", "D");
  sandbox.write("content/privat/b.md", "B");
  sandbox.write("utanför.md", "U");
  sandbox.git("config core.symlinks true");
  std::filesystem::create_symlink("a.md", sandbox.path("content/n/l.md"));
  sandbox.commit_all();
  sandbox.write("content/n/a.md", "AA");
  sandbox.commit_all();
  const PastContent past(load_content_place(sandbox.path()), "content/");
  const auto files = past.files(past.tree_of("HEAD~1").value(), "");
  REQUIRE(files.size() == 1);
  CHECK(files.front().path == "n/a.md");
  CHECK(past.read(files.front().id) == "A");
  CHECK(past.files(past.tree_of("HEAD~1").value(), "n/").size() == 1);
  CHECK(past.files(past.tree_of("HEAD").value(), "saknas/").empty());
  CHECK(past.folder(past.tree_of("HEAD").value(), "n/") != past.folder(past.tree_of("HEAD~1").value(), "n/"));
  CHECK(!past.tree_of("finns-inte"));
  CHECK(!past.tree_of("HEAD:content"));
}

TEST_CASE("the steps of a file go back over a move to what it was before") {
  GitSandbox sandbox;
  begin(sandbox);
  for (const std::string text : {"Ett", "Två"}) {
    sandbox.write("content/å.md", text);
    sandbox.commit_all();
  }
  sandbox.git("mv content/å.md content/b.md");
  sandbox.commit_all();
  sandbox.write("content/b.md", "Tre");
  sandbox.commit_all();
  const ContentPlace place = load_content_place(sandbox.path());
  const History history = load_history(place, "").value();
  std::vector<ContentId> commits;
  for (const std::uint32_t change : history.find("b.md")->changes) commits.push_back(history.commits[change].id);
  std::vector<std::string> steps;
  const PastContent past(place, "content/");
  past.walk("b.md", commits, [&](const FileStep& step) {
    steps.push_back(step.path_before + " " + (step.before ? past.read(*step.before) : "-") + " → " + step.path + " " +
                    past.read(step.after));
    return true;
  });
  CHECK(steps == std::vector<std::string>{"b.md Två → b.md Tre", "å.md Två → b.md Två", "å.md Ett → å.md Två",
                                          "å.md - → å.md Ett"});
}

TEST_CASE("the mainline goes along first parents and is continued from what is kept") {
  GitSandbox sandbox;
  begin(sandbox);
  const auto grow = [&](const std::string& name) {
    sandbox.write("content/" + name, name);
    sandbox.commit_all();
  };
  const ContentPlace place = [&] {
    grow("a.md");
    return load_content_place(sandbox.path());
  }();
  grow("b.md");
  CHECK(load_mainline(place, id_of(sandbox, "HEAD")).commits.size() == 2);
  sandbox.git("checkout -q -b sida HEAD~1");
  grow("c.md");
  sandbox.git("checkout -q main");
  sandbox.git("merge -q --no-ff -m Samman sida");
  const auto told = [&](const std::string& tip) {
    std::string all;
    for (const MainlineCommit& commit : load_mainline(place, id_of(sandbox, tip)).commits)
      all += to_hex(commit.id) + "\n";
    return all;
  };
  for (const std::string tip : {"main", "main", "main~1", "sida", "main"})
    CHECK(told(tip) == sandbox.git("rev-list --first-parent " + tip));
}

TEST_CASE("a damaged memory of the mainline is not believed") {
  GitSandbox sandbox;
  begin(sandbox);
  sandbox.write("content/a.md", "Ett"), sandbox.commit_all();
  const ContentPlace place = load_content_place(sandbox.path());
  const ContentId tip = id_of(sandbox, "HEAD"), tree = load_mainline(place, tip).commits.front().tree;
  const std::string path = place.state_folder + "/source.mainline", whole = read_disk_file(path).bytes;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string damaged = whole;
    damaged[at] ^= 1;
    std::ofstream(path, std::ios::binary) << damaged;
    const Mainline read = load_mainline(place, tip);
    CHECK((read.commits.size() == 1 && read.commits.front().tree == tree && !read.is_cut_off));
  }
}

TEST_CASE("the mainline of a clone that is made whole goes down to the first commit") {
  GitSandbox sandbox;
  begin(sandbox);
  for (const std::string text : {"Ett", "Två", "Tre"}) sandbox.write("content/a.md", text), sandbox.commit_all();
  const GitSandbox clone;
  clone.git("clone -q --depth 1 file://" + sandbox.path() + " .");
  const ContentPlace place = load_content_place(clone.path());
  CHECK(load_mainline(place, id_of(clone, "HEAD")).is_cut_off);
  clone.git("fetch -q --unshallow");
  const Mainline whole = load_mainline(place, id_of(clone, "HEAD"));
  CHECK_FALSE(whole.is_cut_off);
  CHECK(whole.commits.size() == 3);
}
