// Objects read by ourselves, with git as the second opinion.
#include <catch2/catch.hpp>

#include <filesystem>

#include "base/text.h"
#include "git/pack.h"
#include "git/repository.h"
#include "git/small_repository.h"

using namespace traff;
using namespace traff::testing;

namespace {

namespace fs = std::filesystem;

using Lines = std::vector<std::string>;

// What a short name stands for; a libgit2 code when it stands for nothing, or too much.
std::string named(const std::string& repository, const std::string& name) {
  const GitRepository opened = open_repository(repository);
  git_object* found = nullptr;
  const int code = git_revparse_single(&found, opened.get(), name.c_str());
  const GitObject keep(found);
  return code < 0 ? std::to_string(code) : to_hex(to_content_id(*git_object_id(found)));
}

}  // namespace

TEST_CASE("every object is read as git reads it, however git has stored it") {
  for (const Storage storage : every_storage) {
    INFO(static_cast<int>(storage));
    const SmallRepository repository(storage);
    CHECK(repository.objects().size() > 40);
    const Answers answers = ask_for_all(repository);
    CHECK(answers.wrong == Lines{});
    CHECK(answers.absent == Lines{});
    CHECK(answers.damaged == 0);
  }
}

TEST_CASE("the stored repositories hold what they are made for") {
  const SmallRepository packed(Storage::packed);
  for (const std::string& file : packed.files_below(".git/objects/pack")) {
    if (file.ends_with(".idx"))
      CHECK(packed.git("verify-pack -v " + file).find("chain length = ") != std::string::npos);
  }
  CHECK(SmallRepository(Storage::loose).files_below(".git/objects").size() > 40);
  const SmallRepository many(Storage::many_indexed);
  CHECK(fs::exists(many.path(".git/objects/pack/multi-pack-index")));
  CHECK(fs::exists(many.path(".git/objects/info/commit-graph")));
}

TEST_CASE("a short name finds the object git finds") {
  for (const Storage storage : every_storage) {
    INFO(static_cast<int>(storage));
    const SmallRepository repository(storage);
    for (const char* revision : {"HEAD", "HEAD~3", "v1", "HEAD:content/index.md", "HEAD^{tree}"}) {
      const std::string whole(trim(repository.git(std::string("rev-parse ") + revision)));
      const std::string brief(trim(repository.git(std::string("rev-parse --short ") + revision)));
      CHECK(named(repository.path(".git"), brief) == whole);
    }
    CHECK(named(repository.path(".git"), "0123456789") == std::to_string(GIT_ENOTFOUND));
  }
}

TEST_CASE("a repository that borrows its objects reads them where they are") {
  const SmallRepository lender(Storage::packed);
  const GitSandbox around;
  around.git("clone -q -s '" + lender.path() + "' klon");
  CHECK(named(around.path("klon/.git"), "HEAD") == trim(lender.git("rev-parse HEAD")));
  fs::rename(lender.path(".git/objects"), lender.path(".git/borta"));
  const auto id = content_id_from_hex(trim(around.git("-C klon rev-parse HEAD"))).value();
  CHECK(failure_code([&] { find_blob(*open_repository(around.path("klon/.git")), id); }) == "W16");
}

TEST_CASE("objects that git packs anew while they are read are still found") {
  const SmallRepository repository(Storage::loose);
  const GitRepository opened = open_repository(repository.path(".git"));
  const auto first = content_id_from_hex(trim(repository.git("rev-parse HEAD:content/index.md"))).value();
  const auto last = content_id_from_hex(trim(repository.git("rev-parse HEAD~2:content/index.md"))).value();
  CHECK(find_blob(*opened, first).has_value());
  repository.git("repack -q -a -d");
  repository.git("prune-packed");
  CHECK(find_blob(*opened, last).has_value());
  CHECK_FALSE(find_blob(*opened, content_id("finns inte")).has_value());
}

TEST_CASE("packs are the same ones until one comes or goes, however lately their folder was changed") {
  const SmallRepository repository(Storage::packed);
  PackFolder folder(repository.path(".git/objects/pack"));
  const auto first = folder.packs();
  repository.write(".git/objects/pack/skräp.txt", "x");
  CHECK(folder.look_again() == first);
  repository.write(".git/objects/pack/pack-1111111111111111111111111111111111111111.idx", "");
  repository.write(".git/objects/pack/pack-1111111111111111111111111111111111111111.pack", "");
  CHECK(folder.look_again() != first);
  CHECK(folder.look_again()->damage.has_value());
}
