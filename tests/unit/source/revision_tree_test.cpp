#include <catch2/catch.hpp>

#include "base/messages/codes.h"
#include "base/messages/format_diagnostic.h"
#include "source/content_place.h"
#include "source/git_sandbox.h"
#include "source/revision_tree.h"
#include "source/source_tree.h"
#include "source/working_tree.h"

using namespace traff;

namespace {

namespace fs = std::filesystem;
using Paths = std::vector<std::string>;

// A tree as both a folder and its commit show it.
struct BothWays {
  explicit BothWays(const GitSandbox& sandbox)
      : folder(load_working_tree(load_content_place(sandbox.path()), 2)),
        commit(load_revision(load_content_place(sandbox.path()), "HEAD", 2)) {}
  std::unique_ptr<SourceTree> folder;
  std::unique_ptr<SourceTree> commit;
};

void check_same(const BothWays& both) {
  CHECK(ids_of(*both.folder) == ids_of(*both.commit));
  CHECK(both.folder->diagnostics() == both.commit->diagnostics());
  CHECK(reads_true(*both.folder));
  CHECK(reads_true(*both.commit));
}

}  // namespace

TEST_CASE("any name of a commit gives its files") {
  GitSandbox sandbox;
  sandbox.git("init -q -b main");
  sandbox.write("index.md", "1");
  sandbox.commit_all();
  sandbox.git("tag -a -m ett v1");
  sandbox.git("tag lätt");
  const IdsByPath first = sandbox.committed_ids("HEAD");
  sandbox.write("index.md", "2");
  sandbox.write("b/" + std::string("a\xCC\x88") + ".md", "NFD");
  sandbox.commit_all();
  const std::string hex = sandbox.git("rev-parse HEAD").substr(0, 40);
  CHECK(revision_ids(sandbox.path(), "v1") == first);
  CHECK(revision_ids(sandbox.path(), "lätt") == first);
  CHECK(revision_ids(sandbox.path(), "HEAD~1") == first);
  for (const std::string& name :
       {std::string("main"), hex, hex.substr(0, 9), std::string("HEAD^{tree}"), std::string()}) {
    CHECK(revision_ids(sandbox.path(), name) == sandbox.committed_ids("HEAD"));
  }
}

TEST_CASE("a name that means nothing is answered with those that do") {
  GitSandbox sandbox;
  sandbox.git("init -q -b main");
  sandbox.write("index.md", "1");
  sandbox.commit_all();
  sandbox.git("branch ht-2026");
  try {
    load_revision(load_content_place(sandbox.path()), "vt-2026", 1);
    FAIL("no Failure");
  } catch (const Failure& failure) {
    CHECK(failure.code == code::W13);
    const std::string text = message_of(failure, Language::sv);
    CHECK(text.find("vt-2026") != std::string::npos);
    CHECK(text.find("git branch -a") != std::string::npos);
    CHECK(text.find("ht-2026, main") != std::string::npos);
  }
  CHECK(failure_code([&] { load_revision(load_content_place(sandbox.path()), "HEAD:index.md", 1); }) == "W13");
}

TEST_CASE("a bare repository is read like any other, from content/ where that exists") {
  GitSandbox sandbox;
  sandbox.git("init -q -b main källa");
  sandbox.write("källa/index.md", "utan");
  sandbox.git("-C källa add -A");
  sandbox.git("-C källa commit -q -m ett");
  sandbox.write("källa/content/index.md", "med");
  sandbox.git("-C källa add -A");
  sandbox.git("-C källa commit -q -m två");
  sandbox.git("clone -q --bare källa bar.git 2>/dev/null");
  const std::string bare = sandbox.path("bar.git");
  const ContentPlace place = load_content_place(bare);
  CHECK(place.content_folder.empty());
  CHECK(place.repository == bare);
  CHECK(place.content_prefix == "content/");
  CHECK(place.shown_prefix == "content/");
  CHECK(place.state_folder == bare + "/.traff");
  CHECK(revision_ids(bare, "main") == IdsByPath{{"index.md", to_hex(content_id("med"))}});
  CHECK(revision_ids(bare, "main~1") == IdsByPath{{"index.md", to_hex(content_id("utan"))}});
  CHECK(content_prefix_in(place, "main") == "content/");
  CHECK(content_prefix_in(place, "main~1").empty());
}

TEST_CASE("a bare repository without a commit, or whose HEAD names no branch, says what to do") {
  GitSandbox sandbox;
  sandbox.git("init -q --bare tom.git");
  CHECK(failure_code([&] { load_revision(load_content_place(sandbox.path("tom.git")), "HEAD", 1); }) == "W14");
  sandbox.git("init -q -b main källa");
  sandbox.git("-C källa commit -q --allow-empty -m ett");
  sandbox.git("clone -q --bare källa bar.git 2>/dev/null");
  sandbox.git("-C bar.git symbolic-ref HEAD refs/heads/borta");
  CHECK(failure_code([&] { load_revision(load_content_place(sandbox.path("bar.git")), "HEAD", 1); }) == "W13");
  CHECK(load_revision(load_content_place(sandbox.path("bar.git")), "main", 1)->files().empty());
}

TEST_CASE("a folder inside the repository is the same folder in a revision") {
  GitSandbox sandbox;
  sandbox.git("init -q -b main");
  sandbox.write("a/index.md", "a");
  sandbox.write("b/index.md", "b");
  sandbox.commit_all();
  sandbox.write("ny/index.md", "ny");
  CHECK(revision_ids(sandbox.path("a"), "HEAD") == sandbox.committed_ids("HEAD", "a/"));
  CHECK(working_ids(sandbox.path("a")) == sandbox.committed_ids("HEAD", "a/"));
  CHECK(failure_code([&] { load_revision(load_content_place(sandbox.path("ny")), "HEAD", 1); }) == "W20");
}

TEST_CASE("files outside content/ are never read") {
  GitSandbox sandbox;
  sandbox.git("init -q -b main");
  sandbox.write("content/index.md", "ute");
  sandbox.write("privat/lön.md", "hemligt");
  sandbox.write("README.md", "x");
  sandbox.commit_all();
  const BothWays both(sandbox);
  CHECK(paths_of(*both.folder) == Paths{"index.md"});
  check_same(both);
}

TEST_CASE("links are followed inside the content and nowhere else") {
  GitSandbox sandbox;
  sandbox.git("init -q -b main");
  sandbox.write("content/bilder/hund.png", "hund");
  sandbox.write("content/.dold.md", "x");
  sandbox.write("hemlig.md", "hemligt");
  const auto link = [&](const char* target, const char* name) {
    fs::create_symlink(target, sandbox.path("content") + "/" + name);
  };
  fs::create_directories(sandbox.path("content/a/b"));
  link("../../bilder/hund.png", "a/b/in.png");
  link("a/./b/in.png", "två-steg.png");
  link("../hemlig.md", "ut.md");
  link("/etc/passwd", "absolut.md");
  link("bilder", "mapp");
  link("mapp/hund.png", "genom-mapp.png");
  link("borta.md", "bruten.md");
  link("rund-2.md", "rund-1.md");
  link("rund-1.md", "rund-2.md");
  link(".dold.md", "dold.md");
  link("a/../../content/bilder/hund.png", "ut-och-in.png");
  sandbox.commit_all();
  const BothWays both(sandbox);
  CHECK(paths_of(*both.folder) == Paths{"a/b/in.png", "bilder/hund.png", "två-steg.png"});
  CHECK(both.folder->read(0) == "hund");
  CHECK(both.commit->read(2) == "hund");
  CHECK(findings_of(*both.folder) == Paths{"P1 absolut.md", "P1 bruten.md", "P1 dold.md", "P1 genom-mapp.png",
                                           "P1 mapp", "P1 rund-1.md", "P1 rund-2.md", "P1 ut-och-in.png", "P1 ut.md"});
  check_same(both);
}

TEST_CASE("a content folder that is a link is not entered by itself") {
  GitSandbox sandbox;
  sandbox.git("init -q -b main");
  sandbox.write("index.md", "# Start\n");
  fs::create_directory_symlink("/etc", sandbox.path("content"));
  sandbox.commit_all();
  const BothWays both(sandbox);
  CHECK(paths_of(*both.folder) == Paths{"index.md"});
  CHECK(findings_of(*both.folder) == Paths{"P1 content"});
  check_same(both);
}

TEST_CASE("a submodule is named and not read") {
  GitSandbox sandbox;
  sandbox.git("init -q -b main");
  sandbox.write("index.md", "# Start\n");
  sandbox.git("update-index --add --cacheinfo 160000,0123456789012345678901234567890123456789,modul");
  sandbox.git("add index.md");
  sandbox.git("commit -q -m ett");
  sandbox.write("modul/x.md", "x");
  const BothWays both(sandbox);
  CHECK(paths_of(*both.folder) == Paths{"index.md"});
  CHECK(findings_of(*both.folder) == Paths{"P4 modul"});
  check_same(both);
}

TEST_CASE("a repository inside the folder that git does not know yet is no content") {
  GitSandbox sandbox;
  sandbox.git("init -q -b main");
  sandbox.write("index.md", "# Start\n");
  sandbox.git("init -q annan");
  sandbox.write("annan/x.md", "x");
  const auto tree = load_working_tree(load_content_place(sandbox.path()), 1);
  CHECK(paths_of(*tree) == Paths{"index.md"});
  CHECK(findings_of(*tree) == Paths{"P4 annan"});
}

TEST_CASE("LFS pointers and twins are told of both ways") {
  GitSandbox sandbox;
  sandbox.git("init -q -b main");
  sandbox.write("bild.png", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 5\n");
  sandbox.write("Träff.md", "1");
  sandbox.write("träff.md", "2");
  sandbox.write("rad\nbrytning.md", "x");
  sandbox.write("lat\xEFn.md", "x");
  sandbox.commit_all();
  const BothWays both(sandbox);
  CHECK(paths_of(*both.folder) == Paths{"Träff.md"});
  CHECK(findings_of(*both.folder) ==
        Paths{"P2 lat\uFFFDn.md", "P2 rad\uFFFDbrytning.md", "P3 träff.md", "P5 bild.png"});
  check_same(both);
}

TEST_CASE("a file that goes to LFS on commit is told of while its bytes are still here") {
  GitSandbox sandbox;
  sandbox.git("init -q -b main");
  sandbox.git("config filter.lfs.clean 'cat'");
  sandbox.write(".gitattributes", "*.png filter=lfs\n");
  sandbox.write("bild.png", "bytes");
  sandbox.write("index.md", "# Start\n");
  CHECK(findings_of(*load_working_tree(load_content_place(sandbox.path()), 1)) == Paths{"P5 bild.png"});
}

TEST_CASE("a missing or damaged object is named") {
  GitSandbox sandbox;
  sandbox.git("init -q -b main");
  sandbox.write("index.md", "# Start\n");
  sandbox.commit_all();
  const std::string hex = sandbox.git("rev-parse HEAD:index.md").substr(0, 40);
  const std::string object = ".git/objects/" + hex.substr(0, 2) + "/" + hex.substr(2);
  const auto tree = load_revision(load_content_place(sandbox.path()), "HEAD", 1);
  SECTION("missing") { sandbox.remove(object); }
  SECTION("damaged") {
    sandbox.remove(object);
    sandbox.write(object, "skräp");
  }
  CHECK(failure_code([&] { tree->read(0); }) == "W16");
}

TEST_CASE("a missing folder in a commit is named") {
  GitSandbox sandbox;
  sandbox.git("init -q -b main");
  sandbox.write("content/index.md", "# Start\n");
  sandbox.commit_all();
  const std::string hex = sandbox.git("rev-parse HEAD:content").substr(0, 40);
  sandbox.remove(".git/objects/" + hex.substr(0, 2) + "/" + hex.substr(2));
  CHECK(failure_code([&] { load_revision(load_content_place(sandbox.path()), "HEAD", 1); }) == "W16");
}

TEST_CASE("a version whose objects or branches are damaged is not told to be unknown", "[damaged repository]") {
  GitSandbox sandbox;
  sandbox.git("init -q -b main");
  sandbox.write("content/a/index.md", "# Start\n");
  sandbox.commit_all(), sandbox.commit_all();
  const ContentPlace place = load_content_place(sandbox.path());
  const auto loaded = [&](const std::string& name) { return failure_code([&] { load_revision(place, name, 1); }); };
  const auto damage = [&](const std::string& name, const std::string& bytes) {
    const std::string hex = sandbox.git("rev-parse '" + name + "'").substr(0, 40);
    const std::string object = ".git/objects/" + hex.substr(0, 2) + "/" + hex.substr(2);
    sandbox.remove(object);
    if (!bytes.empty()) sandbox.write(object, bytes);
    return hex;
  };
  CHECK(loaded("borta") == "W13");
  CHECK(loaded("HEAD~2") == "W13");
  CHECK(loaded("HEAD:borta") == "W13");
  CHECK(loaded("0123456789012345678901234567890123456789") == "W13");
  SECTION("a commit that is missing") {
    const std::string hex = damage("HEAD", "");
    CHECK(loaded("main") == "W16");
    CHECK(loaded("HEAD") == "W16");
    CHECK(loaded(hex) == "W13");
  }
  SECTION("a commit that is damaged") {
    const std::string hex = damage("HEAD", "skräp");
    for (const std::string& name : {std::string("main"), hex, hex.substr(0, 9)}) CHECK(loaded(name) == "W16");
  }
  SECTION("a commit on the way") {
    damage("HEAD~", "");
    CHECK(loaded("main~1") == "W16");
  }
  SECTION("a folder on the way") {
    ContentPlace below = place;
    below.content_prefix = "content/a/";
    damage("HEAD:content", "");
    CHECK(loaded("HEAD:content/a") == "W16");
    CHECK(failure_code([&] { load_revision(below, "HEAD", 1); }) == "W16");
  }
  SECTION("a branch") {
    sandbox.write(".git/refs/heads/main", "skräp");
    CHECK(loaded("main") == "W16");
    CHECK(loaded("HEAD") == "W16");
  }
  SECTION("the list of branches") {
    sandbox.git("pack-refs --all");
    fs::remove(sandbox.path(".git/packed-refs"));
    fs::create_symlink("packed-refs", sandbox.path(".git/packed-refs"));
    CHECK(loaded("HEAD") != "W14");
    CHECK(loaded("HEAD") != "");
  }
}

TEST_CASE("a commit before the end of a shallow clone is unknown there, not damage") {
  GitSandbox sandbox;
  sandbox.git("init -q -b main a");
  sandbox.git("-C a commit -q --allow-empty -m ett"), sandbox.git("-C a commit -q --allow-empty -m ett");
  sandbox.git("clone -q --depth 1 file://" + sandbox.path("a") + " b");
  CHECK(failure_code([&] { load_revision(load_content_place(sandbox.path("b")), "HEAD~1", 1); }) == "W13");
}

TEST_CASE("what a clone was made without is told as that, wherever it is missed", "[damaged repository]") {
  GitSandbox sandbox;
  sandbox.git("init -q -b main");
  sandbox.write("content/index.md", "# Start\n");
  sandbox.write("content/bild.png", "bild");
  sandbox.commit_all();
  sandbox.git("config remote.origin.promisor true");  // as `git clone --filter=blob:none --sparse` does
  std::string missing = "HEAD:content/index.md";
  SECTION("a page") {}
  SECTION("a picture") { missing = "HEAD:content/bild.png"; }
  SECTION("a folder") { missing = "HEAD:content"; }
  SECTION("a commit") { missing = "HEAD"; }
  const std::string hex = sandbox.git("rev-parse " + missing).substr(0, 40);
  sandbox.git("sparse-checkout set --no-cone /README");
  REQUIRE_FALSE(fs::exists(sandbox.path("content/index.md")));
  sandbox.remove(".git/objects/" + hex.substr(0, 2) + "/" + hex.substr(2));
  const auto read_all = [](const SourceTree& tree) {
    for (std::size_t i = 0; i < tree.files().size(); ++i) tree.read(i);
  };
  const ContentPlace place = load_content_place(sandbox.path());
  CHECK(failure_code([&] { read_all(*load_revision(place, "HEAD", 1)); }) == "W66");
  if (missing.ends_with(".md") || missing.ends_with(".png")) {
    ContentPlace content = place;
    content.content_folder = sandbox.path("content"), content.content_prefix = "content/";
    fs::create_directories(content.content_folder);
    CHECK(failure_code([&] { read_all(*load_working_tree(content, 1)); }) == "W66");
  }
}

TEST_CASE("a commit of ever the same folder in itself is refused in time") {
  GitSandbox sandbox;
  sandbox.git("init -q -b main");
  std::string hex = sandbox.git("hash-object -w --stdin </dev/null").substr(0, 40);
  std::string kind = "100644 blob ";
  for (int level = 0; level < 12; ++level) {
    std::string listing;
    for (int i = 0; i < 10; ++i) listing += kind + hex + "\t" + std::to_string(i) + "\n";
    sandbox.write("listing", listing);
    hex = sandbox.git("mktree < '" + sandbox.path("listing") + "'").substr(0, 40);
    kind = "040000 tree ";
  }
  CHECK(failure_code([&] { load_revision(load_content_place(sandbox.path()), hex, 2); }) == "W19");
}
