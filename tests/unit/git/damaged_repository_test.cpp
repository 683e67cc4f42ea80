// Repositories as power cuts, bad disks and strangers leave them: each is read rightly or refused, at once and in
// words.
#include <sys/stat.h>
#include <sys/wait.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <random>

#include "base/messages/codes.h"
#include "base/text.h"
#include "git/crafted_pack.h"
#include "git/repository.h"
#include "git/small_repository.h"
#include "output/temporary_folder.h"
#include "source/failing_call.h"

using namespace traff;
using namespace traff::testing;

namespace {

namespace fs = std::filesystem;

using Lines = std::vector<std::string>;
using Random = std::mt19937;

constexpr int stopped = 124;  // by timeout(1)

std::size_t below(Random& random, std::size_t limit) { return limit == 0 ? 0 : random() % limit; }

std::string damaged(std::string bytes, Random& random) {
  const std::size_t place = below(random, bytes.size());
  switch (below(random, 7)) {
    case 0: bytes.resize(place); break;
    case 1: bytes.clear(); break;
    case 2: bytes += "mer"; break;
    case 3:
      std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(place), std::min<std::size_t>(64, bytes.size() - place),
                  '\0');
      break;
    case 4: std::generate(bytes.begin(), bytes.end(), [&] { return static_cast<char>(random()); }); break;
    default:
      if (!bytes.empty()) bytes[place] = static_cast<char>(bytes[place] ^ 1 << below(random, 8));
  }
  return bytes;
}

// The program's exit code; what it said is in `said`.
int run(const SmallRepository& repository, const std::string& arguments, std::string& said) {
  const std::string log = repository.path("said");
  const int status = std::system(
      ("cd '" + repository.path() + "' && timeout 30 '" TRAFF_PROGRAM "' " + arguments + " >said 2>&1").c_str());
  said = read_test_file(log);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string loose_path(const std::string& id) { return ".git/objects/" + id.substr(0, 2) + "/" + id.substr(2); }

std::string hex_of(const std::string& text) { return to_hex(content_id(text)); }

std::string raw_name(const ContentId& id) { return {id.bytes.begin(), id.bytes.end()}; }

// Puts a pack in place of whatever the repository had of objects, but for the loose ones.
void write_pack(const SmallRepository& repository, const CraftedPack& crafted) {
  repository.write(".git/objects/pack/pack-0000000000000000000000000000000000000000.pack", crafted.pack());
  repository.write(".git/objects/pack/pack-0000000000000000000000000000000000000000.idx", crafted.index());
}

// "right", "damaged" or "absent".
std::string asked_for(const SmallRepository& repository, const ContentId& id) {
  const GitRepository opened = open_repository(repository.path(".git"));
  try {
    return find_blob(*opened, id) ? "right" : "absent";
  } catch (const Failure& failure) {
    return failure.code == code::W16 ? "damaged" : failure.code.name();
  }
}

std::string asked_for_head(const SmallRepository& repository, const ContentId& id) {
  const GitRepository opened = open_repository(repository.path(".git"));
  return failure_code([&] { is_lfs_blob(*opened, id); }) == "W16" ? "damaged" : "right";
}

}  // namespace

TEST_CASE("a damaged file of objects never makes an object absent, or another one") {
  for (const Storage storage : every_storage) {
    const SmallRepository repository(storage);
    const Lines files = repository.files_below(".git/objects");
    Random random(4711);
    for (int round = 0; round < 120; ++round) {
      const std::string& file = files[below(random, files.size())];
      const std::string whole = read_test_file(repository.path(file));
      repository.write(file, damaged(whole, random));
      INFO(static_cast<int>(storage) << " " << round << " " << file);
      const Answers answers = ask_for_all(repository);
      CHECK(answers.wrong == Lines{});
      CHECK(answers.absent == Lines{});
      repository.write(file, whole);
    }
    CHECK(ask_for_all(repository).damaged == 0);
  }
}

TEST_CASE("a pack whose index or whose bytes are gone is damage, not absence") {
  const SmallRepository repository(Storage::packed);
  for (const std::string& file : repository.files_below(".git/objects/pack")) {
    if (!file.ends_with(".pack")) continue;
    fs::rename(repository.path(file), repository.path("undan"));
    CHECK(ask_for_all(repository).absent == Lines{});
    fs::rename(repository.path("undan"), repository.path(file));
  }
}

TEST_CASE("a damaged pack does no harm to what is found elsewhere") {
  const SmallRepository repository(Storage::packed);
  repository.write(".git/objects/pack/pack-1111111111111111111111111111111111111111.idx", "");
  repository.write(".git/objects/pack/pack-1111111111111111111111111111111111111111.pack", "");
  CHECK(ask_for_all(repository).damaged == 0);
  CHECK(asked_for(repository, content_id("finns inte")) == "damaged");
}

TEST_CASE("one damaged copy of an object does no harm to a whole one") {
  const SmallRepository repository(Storage::loose);
  const std::string text = "# Start\n\nText 8.\n";
  const std::string loose = loose_path(hex_of(text));
  const std::string whole = read_test_file(repository.path(loose));
  CraftedPack pack;
  pack.add(content_id(text), 3, text.size(), "", text);
  SECTION("in a pack") {
    pack.objects.replace(3, 4, "xxxx");
    write_pack(repository, pack);
    CHECK(asked_for(repository, content_id(text)) == "right");
    CHECK(asked_for_head(repository, content_id(text)) == "right");
    fs::remove(repository.path(loose));
    CHECK(asked_for(repository, content_id(text)) == "damaged");
  }
  SECTION("in a place that is none") {
    pack.places[content_id(text)] = std::uint64_t{1} << 40U;
    write_pack(repository, pack);
    CHECK(asked_for(repository, content_id(text)) == "right");
  }
  SECTION("in a file of its own, of a repository that borrows it") {
    const GitSandbox around;
    around.git("clone -q -s '" + repository.path() + "' klon");
    around.write("klon/" + loose, "skräp");
    const GitRepository opened = open_repository(around.path("klon/.git"));
    CHECK(find_blob(*opened, content_id(text)) == text);
  }
}

TEST_CASE("a branch whose site is damaged is not built upon") {
  const SmallRepository repository(Storage::packed);
  const Lines before = repository.files_below(".git/objects/pack");
  std::string said;
  REQUIRE(run(repository, "publish --branch webb", said) == 0);
  for (const std::string& file : repository.files_below(".git/objects/pack")) {
    if (std::find(before.begin(), before.end(), file) == before.end()) repository.write(file, "");
  }
  CHECK(run(repository, "publish --branch webb", said) == 2);
  CHECK(said.find(".git/objects/pack/pack-") != std::string::npos);
  CHECK(said.find("git branch -D webb") != std::string::npos);
  CHECK(run(repository, "build --rev HEAD --out ut", said) == 0);
}

TEST_CASE("what a loose object says of itself is not believed") {
  const SmallRepository repository(Storage::loose);
  const std::string text = "# Start\n\nText 8.\n";
  const std::string file = loose_path(hex_of(text));
  const std::string whole = read_test_file(repository.path(file));
  const std::string right = "blob " + std::to_string(text.size()) + std::string(1, '\0') + text;
  std::string said;
  repository.write(file, deflated(right));
  CHECK(run(repository, "build --rev HEAD --out ut", said) == 0);
  for (const std::string& bytes : {std::string(),
                                   std::string("x"),
                                   whole.substr(0, 2),
                                   whole.substr(0, whole.size() / 2),
                                   whole.substr(0, whole.size() - 1),
                                   whole + "x",
                                   whole + whole,
                                   std::string(100, '\0'),
                                   deflated(""),
                                   deflated("blob"),
                                   deflated("blob 17"),
                                   deflated(std::string("blob \0x", 7)),
                                   deflated(std::string("blob -1\0", 8) + text),
                                   deflated(std::string("blob 0x11\0", 10) + text),
                                   deflated(std::string("blob 99999999999999999999\0", 26) + text),
                                   deflated(std::string("blob 4294967296\0", 16) + text),
                                   deflated(std::string("blob 1000000\0", 13) + text),
                                   deflated(std::string("blob 4\0", 7) + std::string(57, 'A')),
                                   deflated(std::string("blob 4\0", 7) + std::string(500, 'A')),
                                   deflated(std::string("blob 18\0", 8) + text),
                                   deflated(std::string("blob 16\0", 8) + text),
                                   deflated(std::string("tree 17\0", 8) + text),
                                   deflated(std::string("ofs-delta 17\0", 13) + text),
                                   deflated(std::string("blob 50000000\0", 14) + std::string(50'000'000, '\0'))}) {
    INFO(bytes.size());
    repository.write(file, bytes);
    CHECK(asked_for(repository, content_id(text)) == "damaged");
  }
  repository.write(file, whole + "x");
  CHECK(run(repository, "build --rev HEAD --out ut", said) == 2);
  CHECK(said.find(file) != std::string::npos);
}

TEST_CASE("a loose object that is cut off anywhere stops the build with its name") {
  const SmallRepository repository(Storage::loose);
  const std::string file = loose_path(std::string(trim(repository.git("rev-parse HEAD:content/a/sida1.md"))));
  const std::string whole = read_test_file(repository.path(file));
  for (std::size_t size = 0; size < whole.size(); size += whole.size() / 7) {
    repository.write(file, whole.substr(0, size));
    std::string said;
    CHECK(run(repository, "build --rev HEAD --out ut", said) == 2);
    CHECK(said.find(file) != std::string::npos);
    CHECK(said.find("git fsck") != std::string::npos);
  }
}

TEST_CASE("deltas in a circle, too many, or of a base that is none are damage") {
  const SmallRepository repository(Storage::loose);
  const ContentId a = content_id("a");
  const ContentId b = content_id("b");
  const std::string delta{"\1\1\1x", 4};
  CraftedPack circle;
  circle.add(a, 7, delta.size(), raw_name(b), delta);
  circle.add(b, 7, delta.size(), raw_name(a), delta);
  CraftedPack itself;
  itself.add(a, 7, delta.size(), raw_name(a), delta);
  CraftedPack elsewhere;
  elsewhere.add(a, 7, delta.size(), raw_name(b), delta);
  CraftedPack before;
  before.add(a, 6, delta.size(), "\x7f", delta);
  CraftedPack here;
  here.add(a, 6, delta.size(), std::string(1, '\0'), delta);
  CraftedPack far;
  far.add(a, 6, delta.size(), std::string(30, '\xff'), delta);
  for (const CraftedPack& pack : {circle, itself, elsewhere, before, here, far}) {
    write_pack(repository, pack);
    CHECK(asked_for(repository, a) == "damaged");
    CHECK(asked_for_head(repository, a) == "damaged");
  }
}

TEST_CASE("a packed object that declares what it cannot hold is damage") {
  const SmallRepository repository(Storage::loose);
  const ContentId id = content_id("text");
  for (const std::size_t size : {std::size_t{0}, std::size_t{3}, std::size_t{5}, std::size_t{1} << 20U,
                                 std::size_t{1} << 40U, ~std::size_t{0} >> 4U}) {
    CraftedPack pack;
    pack.add(id, 3, size, "", "text");
    write_pack(repository, pack);
    CHECK(asked_for(repository, id) == "damaged");
  }
  for (const unsigned kind : {0U, 5U}) {
    CraftedPack pack;
    pack.add(id, kind, 4, "", "text");
    write_pack(repository, pack);
    CHECK(asked_for(repository, id) == "damaged");
  }
  for (const std::string& delta :
       {std::string("\4\377\377\377\377\377\377\377\377\177", 10), std::string("\4\377", 2), std::string("")}) {
    CraftedPack pack;
    pack.add(content_id("bas"), 3, 3, "", "bas");
    pack.add(id, 7, delta.size(), raw_name(content_id("bas")), delta);
    write_pack(repository, pack);
    CHECK(asked_for(repository, id) == "damaged");
  }
}

TEST_CASE("a place outside the pack is damage, however it is told") {
  const SmallRepository repository(Storage::loose);
  const ContentId id = content_id("text");
  for (const std::uint64_t place :
       {std::uint64_t{0}, std::uint64_t{11}, std::uint64_t{26}, std::uint64_t{1000}, std::uint64_t{0x7fffffff},
        std::uint64_t{0x80000000}, std::uint64_t{1} << 40U, ~std::uint64_t{0}}) {
    CraftedPack pack;
    pack.add(id, 3, 4, "", "text");
    pack.places[id] = place;
    write_pack(repository, pack);
    CHECK(asked_for(repository, id) == "damaged");
  }
  CraftedPack pack;
  pack.add(id, 3, 4, "", "text");
  write_pack(repository, pack);
  CHECK(asked_for(repository, id) == "right");
}

TEST_CASE("a pipe where git has a file stops with its name", "[damaged repository]") {
  const SmallRepository repository(Storage::packed);
  repository.git("pack-refs --all");
  const std::string pack = repository.files_below(".git/objects/pack").front();
  for (const std::string& file :
       {std::string(".git/packed-refs"), std::string(".git/config"), std::string(".git/index"),
        std::string(".git/info/exclude"), std::string(".git/refs/heads/annan"), std::string(".git/logs/HEAD"),
        std::string(".git/objects/info/alternates"), pack, pack.substr(0, pack.rfind('.')) + ".idx",
        pack.substr(0, pack.rfind('.')) + ".pack", std::string("content/.gitignore"),
        std::string("content/.gitattributes")}) {
    INFO(file);
    const bool was_there = fs::exists(repository.path(file));
    if (was_there) fs::rename(repository.path(file), repository.path("undan"));
    REQUIRE(::mkfifo(repository.path(file).c_str(), 0644) == 0);
    for (const char* command : {"build --out ut", "build --rev HEAD --out ut", "publish --branch webb"}) {
      std::string said;
      const int code = run(repository, command, said);
      INFO(command << ": " << said);
      CHECK((code == 0 || code == 2));
      if (code == 2) CHECK(said.find(fs::path(file).filename().string()) != std::string::npos);
    }
    fs::remove(repository.path(file));
    if (was_there) fs::rename(repository.path("undan"), repository.path(file));
  }
}

TEST_CASE("a disk that fails while branches are looked at for pipes stops the run") {
  const SmallRepository repository(Storage::packed);
  const auto open = [&] { open_repository(repository.path(".git")); };
  const std::string code = failure_code_when(SYS_getdents64, EIO, open);
  CHECK((code == "W1" || code == "?"));
}

TEST_CASE("whatever is damaged in a repository, every command ends by itself") {
  const char* const commands[] = {
      "build --out ut", "build --rev HEAD --out ut", "build --rev v1 --out ut", "publish --branch webb", "changes",
      "check"};
  Random random(17);
  for (const Storage storage : {Storage::loose, Storage::packed, Storage::many_indexed}) {
    const SmallRepository repository(storage);
    repository.git("pack-refs --all");
    const Lines files = repository.files_below(".git");
    for (int round = 0; round < 15; ++round) {
      const std::string& file = files[below(random, files.size())];
      const std::string whole = read_test_file(repository.path(file));
      repository.write(file, damaged(whole, random));
      const char* const command = commands[below(random, std::size(commands))];
      std::string said;
      const int code = run(repository, command, said);
      INFO(command << " " << file << ": " << code << " " << said);
      CHECK((code == 0 || code == 1 || code == 2));
      CHECK(code != stopped);
      fs::remove_all(repository.path("ut"));
      fs::remove_all(repository.path(".traff"));
      repository.write(file, whole);
    }
  }
}
