// Whether a copy is whole: any change of its list of files is seen, and so is every trap that a whole-looking ZIP may
// hold.
#include <catch2/catch.hpp>

#include <sys/resource.h>

#include <algorithm>

#include "base/content_id.h"
#include "base/diagnostic.h"
#include "output/child_process.h"
#include "output/copy_archive.h"
#include "output/temporary_folder.h"
#include "output/zip_archive.h"
#include "source/git_sandbox.h"

using namespace traff;
using namespace traff::testing;

namespace {

std::size_t number32(const std::string& bytes, std::size_t at) {
  std::size_t number = 0;
  for (std::size_t i = 4; i-- > 0;) number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

std::size_t central_begin(const std::string& zip) { return number32(zip, zip.size() - 6); }

const FilesByPath small_site{{"index.html", "<p>Hej på er, alla samtalsledare i alla nätverk i alla kommuner</p>"},
                             {"filer/å.txt", std::string(500, 'a')}};

std::string made_copy() {
  CopyOrder order;
  order.top = "topp";
  order.seconds = 1'580'720'400;
  CopyMaker maker(order);
  std::vector<CopyFile> files;
  for (const auto& file : small_site) files.push_back({file.first, [&file] { return file.second; }});
  maker.add(files);
  return maker.finish();
}

// A copy as a stranger would forge it, with sums that agree. `path_in_zip` names each file.
template <class Name>
std::string forged_copy(FilesByPath files, Name path_in_zip) {
  files[".traff-copy.json"] = "{\"format\": 1, \"commit\": null, \"date\": \"\", \"address\": \"\"}\n";
  std::string sums;
  for (const auto& [path, bytes] : files) sums += sha256_hex(bytes) + "  " + path + "\n";
  std::vector<ZipMember> members{make_member(path_in_zip(".traff-sha256"), sums)};
  for (const auto& [path, bytes] : files) members.push_back(make_member(path_in_zip(path), bytes));
  return make_zip(members, 1'580'720'400);
}

std::string below(const std::string& top, const std::string& path) { return top + "/" + path; }

// "" when the copy counts as whole.
std::string refusal(const std::string& zip) {
  const TemporaryFolder folder;
  write_test_file(folder.path("a.zip"), zip);
  return failure_code([&] { verify_copy(folder.path("a.zip")); });
}

}  // namespace

TEST_CASE("a copy as it was made is whole") {
  CHECK(refusal(made_copy()).empty());
  CHECK(refusal(forged_copy(small_site, [](const std::string& path) { return below("topp", path); })).empty());
}

// Of packed bytes a few may be packed otherwise and unpack to the same; the files' sums see to them.
TEST_CASE("every single changed bit of a copy is seen where it says what the files are") {
  const std::string whole = made_copy();
  const ZipReader zip(whole, "a.zip");
  std::vector<std::size_t> unseen;
  std::size_t looked_at = 0;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    const bool is_packed = std::ranges::any_of(
        zip.entries(), [&](const auto& entry) { return at >= entry.begin && at < entry.begin + entry.packed_size; });
    for (int bit = 0; bit < 8 && !is_packed; ++bit, ++looked_at) {
      std::string changed = whole;
      changed[at] = static_cast<char>(changed[at] ^ 1 << bit);
      if (refusal(changed) != "W91") unseen.push_back(at);
    }
  }
  CHECK(unseen == std::vector<std::size_t>{});
  CHECK(looked_at > 8 * 4 * (30 + 46));
}

TEST_CASE("a copy whose files would land elsewhere is refused") {
  for (const std::string top : {"..", ".", "", "/tmp", "a\\b", "a\x1b[31m", "c:"}) {
    INFO(top);
    CHECK(refusal(forged_copy(small_site, [&](const std::string& path) { return below(top, path); })) == "W91");
  }
  for (const std::string name : {"../../../../tmp/evil", "/evil", "a/../../b", "a//b", "./a", "a\\..\\..\\b",
                                 "x\x1b[31m", "a/", "a\xff", ".traff-sha256/x"}) {
    INFO(name);
    FilesByPath files = small_site;
    files[name] = "evil";
    CHECK(refusal(forged_copy(files, [](const std::string& path) { return below("topp", path); })) == "W91");
  }
}

TEST_CASE("a copy without one folder for all of it is refused") {
  CHECK(refusal(forged_copy(small_site, [](const std::string& path) { return path; })) == "W91");
  CHECK(refusal(forged_copy(small_site, [](const std::string& path) {
          return below(path == "index.html" ? "annan" : "topp", path);
        })) == "W91");
}

TEST_CASE("flags, modes and times that no copy has are refused") {
  const std::string whole = made_copy();
  const std::size_t first = central_begin(whole);
  struct Planted {
    std::size_t at;
    char byte;
  };
  // In a head of the list: the encrypted flag, the mode of a symbolic link, a bit for DOS, another system, another
  // time.
  for (const auto [at, byte] :
       {Planted{8, 1}, Planted{41, static_cast<char>(0xA1)}, Planted{38, 1}, Planted{5, 0}, Planted{12, 1}}) {
    std::string changed = whole;
    changed[first + at] = byte;
    INFO(at);
    CHECK(refusal(changed) == "W91");
  }
  std::string locked = whole;
  for (std::size_t i = 0; i + 9 < locked.size(); ++i) {
    if (locked.compare(i, 4, "PK\1\2") == 0) locked[i + 8] = static_cast<char>(locked[i + 8] | 1);
    if (locked.compare(i, 4, "PK\3\4") == 0) locked[i + 6] = static_cast<char>(locked[i + 6] | 1);
  }
  CHECK(refusal(locked) == "W91");
}

TEST_CASE("bytes between the files of a copy are refused") {
  std::string whole = made_copy();
  const std::size_t central = central_begin(whole);
  whole.insert(central, "hej");
  whole[whole.size() - 6] = static_cast<char>(whole[whole.size() - 6] + 3);
  CHECK(refusal(whole) == "W91");
}

TEST_CASE("a copy whose list would unpack to a gigabyte is refused without unpacking it") {
  for (const std::string name : {".traff-sha256", ".traff-copy.json"}) {
    INFO(name);
    const std::string whole = forged_copy(small_site, [](const std::string& path) { return below("topp", path); });
    ZipMember bomb = make_member("topp/" + name, std::string(300'000'000, '\0'));
    std::vector<ZipMember> members{std::move(bomb)};
    for (const auto& [path, bytes] : small_site) members.push_back(make_member("topp/" + path, bytes));
    for (const std::string other : {".traff-sha256", ".traff-copy.json"}) {
      if (other != name) members.push_back(make_member("topp/" + other, "{}\n"));
    }
    const TemporaryFolder folder;
    write_test_file(folder.path("a.zip"), make_zip(members, 0));
    members.clear();
    ChildProcess child([&] {
      rusage before{}, after{};
      ::getrusage(RUSAGE_SELF, &before);
      const std::string code = failure_code([&] { verify_copy(folder.path("a.zip")); });
      ::getrusage(RUSAGE_SELF, &after);
      return code == "W91" && after.ru_maxrss - before.ru_maxrss < 20'000 ? 0 : 1;
    });
    CHECK(child.wait() == 0);
  }
}
