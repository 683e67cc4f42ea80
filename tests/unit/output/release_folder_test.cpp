#include <catch2/catch.hpp>

#include <sys/stat.h>

#include <chrono>
#include <limits>

#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "disk/state.h"
#include "output/child_process.h"
#include "output/release_folder.h"
#include "output/site_folder.h"
#include "output/temporary_folder.h"
#include "source/git_sandbox.h"

using namespace traff;
using namespace traff::testing;

namespace {

class Publisher {
 public:
  Release publish(const FilesByPath& files, bool fresh = false, const ReleaseOrigin& origin = {}) const {
    SiteFolder(site(), "").write(plan_of(files), {}, false, 2);
    return ReleaseFolder(folder()).publish(site(), state(), origin, fresh, 2);
  }

  std::string site() const { return temporary_.path("site"); }
  std::string state() const { return temporary_.path("minne"); }
  std::string folder() const { return temporary_.path("webb"); }
  FilesByPath current() const { return files_below(folder() + "/current/"); }

  std::string release(const std::string& below) const { return folder() + "/releases/" + below; }

  // The names of the damaged ones, and what is damaged in them.
  FilesByPath damaged() const {
    FilesByPath found;
    for (const CheckedRelease& checked : ReleaseFolder::published_in(folder(), ReleaseFolder::Use::look).check(2)) {
      for (const std::string& path : checked.damaged) found[checked.name] += path + "\n";
    }
    return found;
  }

  std::size_t releases() const {
    const std::filesystem::directory_iterator all(folder() + "/releases");
    return static_cast<std::size_t>(std::distance(begin(all), end(all)));
  }

 private:
  TemporaryFolder temporary_;
};

}  // namespace

TEST_CASE("what is published is what was built, and current names it") {
  const Publisher publisher;
  const FilesByPath files{{"index.html", "ett"}, {"a/b/c.html", "två"}};
  const Release release = publisher.publish(files);
  CHECK(release.is_new);
  CHECK(release.changed == 2);
  CHECK(publisher.current() == files);
  CHECK(std::filesystem::read_symlink(publisher.folder() + "/current") == "releases/000001");
  CHECK(std::filesystem::exists(publisher.folder() + "/current/.traff-manifest.json"));
}

TEST_CASE("the same site is not published twice") {
  const Publisher publisher;
  publisher.publish({{"index.html", "ett"}});
  CHECK_FALSE(publisher.publish({{"index.html", "ett"}}).is_new);
  CHECK(publisher.releases() == 1);
}

TEST_CASE("a file that did not change is the same file on disk in both releases") {
  const Publisher publisher;
  publisher.publish({{"a.html", "ett"}, {"b.html", "två"}});
  CHECK(publisher.publish({{"a.html", "ett"}, {"b.html", "tre"}}).changed == 1);
  const auto inode = [&](const std::string& path) {
    struct stat status{};
    ::stat((publisher.folder() + "/releases/" + path).c_str(), &status);
    return status.st_ino;
  };
  CHECK(inode("000001/a.html") == inode("000002/a.html"));
  CHECK(inode("000001/b.html") != inode("000002/b.html"));
  CHECK(read_test_file(publisher.folder() + "/releases/000001/b.html") == "två");
}

TEST_CASE("the last five releases are kept") {
  const Publisher publisher;
  for (int i = 0; i < 9; ++i) publisher.publish({{"a.html", std::to_string(i)}});
  CHECK(publisher.releases() == 5);
  CHECK(publisher.current() == FilesByPath{{"a.html", "8"}});
}

TEST_CASE("rolling back shows the release before, and publishing goes on from there") {
  const Publisher publisher;
  for (const char* text : {"ett", "två", "tre"}) publisher.publish({{"a.html", text}});
  CHECK(ReleaseFolder(publisher.folder()).roll_back(1) == "000002");
  CHECK(ReleaseFolder(publisher.folder()).roll_back(1) == "000001");
  CHECK(publisher.current() == FilesByPath{{"a.html", "ett"}});
  CHECK(failure_code([&] { ReleaseFolder(publisher.folder()).roll_back(1); }) == "W81");
  CHECK(publisher.publish({{"a.html", "fyra"}}).name == "000004");
  CHECK(publisher.current() == FilesByPath{{"a.html", "fyra"}});
}

TEST_CASE("what is shown tells its commit, and which release is newer after a rollback") {
  const Publisher publisher;
  const FilesByPath files{{"a.html", "ett"}, {"b.html", "två"}};
  const ReleaseOrigin first{content_id("ett")}, second{content_id("två"), true};
  const auto shown = [&] {
    return ReleaseFolder::published_in(publisher.folder(), ReleaseFolder::Use::look).shown_release();
  };
  publisher.publish(files, false, first);
  CHECK(read_test_file(publisher.folder() + "/current/.traff-commit") == to_hex(*first.commit) + "\n");
  CHECK(shown().origin == first);
  CHECK(shown().files == 2);
  CHECK(shown().newest.empty());
  publisher.publish({{"a.html", "nytt"}}, false, second);
  CHECK(shown().origin == second);
  publisher.publish({{"a.html", "utan git"}});
  CHECK(shown().origin == ReleaseOrigin{});
  for (int i = 0; i < 2; ++i) ReleaseFolder(publisher.folder()).roll_back(1);
  CHECK(shown().name == "000001");
  CHECK(shown().origin == first);
  CHECK(shown().newest == "000003");
}

TEST_CASE("the same site of another commit is no new release, and tells the new commit") {
  const Publisher publisher;
  const FilesByPath files{{"a.html", "ett"}};
  const ReleaseOrigin later{content_id("senare")};
  publisher.publish(files, false, {content_id("först")});
  CHECK_FALSE(publisher.publish(files, false, later).is_new);
  CHECK(ReleaseFolder(publisher.folder()).shown_release().origin == later);
  publisher.publish(files);
  CHECK(ReleaseFolder(publisher.folder()).shown_release().origin == ReleaseOrigin{});
  CHECK(publisher.current() == files);
}

TEST_CASE("a shown release says since when, and a damaged one is said to be damaged") {
  const Publisher publisher;
  publisher.publish({{"a.html", "ett"}});
  struct stat link{};
  ::lstat((publisher.folder() + "/current").c_str(), &link);
  CHECK(ReleaseFolder(publisher.folder()).shown_release().since == link.st_mtim.tv_sec);
  std::filesystem::remove(publisher.release("000001/.traff-manifest.json"));
  CHECK(failure_code([&] { ReleaseFolder(publisher.folder()).shown_release(); }) == "W95");
}

TEST_CASE("something else called current is left alone") {
  const Publisher publisher;
  write_test_file(publisher.folder() + "/current", "någon annans");
  CHECK(failure_code([&] { publisher.publish({{"a.html", "ett"}}); }) == "W80");
  CHECK(read_test_file(publisher.folder() + "/current") == "någon annans");
}

TEST_CASE("two cannot publish into one folder at once") {
  const Publisher publisher;
  publisher.publish({{"a.html", "ett"}});
  const ReleaseFolder holder(publisher.folder());
  CHECK(failure_code([&] { ReleaseFolder(publisher.folder()); }) == "W3");
}

TEST_CASE("a site that was changed by hand after the build is not published") {
  const Publisher publisher;
  publisher.publish({{"a.html", "ett"}, {"b.html", "två"}});
  SiteFolder(publisher.site(), "").write(plan_of({{"a.html", "nytt"}, {"b.html", "två"}}), {}, false, 1);
  write_test_file(publisher.site() + "/a.html", "rört");
  CHECK(failure_code([&] {
          ReleaseFolder(publisher.folder()).publish(publisher.site(), publisher.state(), {}, false, 1);
        }) == "W17");
  CHECK(publisher.current().at("a.html") == "ett");
}

namespace {

// As a disk damages: neither size nor time tells.
void damage(const std::string& path) {
  const auto time = std::filesystem::last_write_time(path);
  std::string bytes = read_test_file(path);
  bytes[0] = static_cast<char>(bytes[0] ^ 1);
  std::ofstream(path, std::ios::binary | std::ios::in) << bytes;
  std::filesystem::last_write_time(path, time);
}

}  // namespace

TEST_CASE("what is damaged in a release does not go on into the next") {
  const Publisher publisher;
  publisher.publish({{"a.html", "ett"}, {"b.html", "två"}});
  damage(publisher.release("000001/b.html"));
  const FilesByPath files{{"a.html", "tre"}, {"b.html", "två"}};
  CHECK(publisher.publish(files).changed == 2);
  CHECK(publisher.current() == files);
  CHECK(publisher.damaged() == FilesByPath{{"000001", "b.html\n"}});
}

TEST_CASE("the same site is published again when what readers see is damaged") {
  const Publisher publisher;
  const FilesByPath files{{"a.html", "ett"}, {"b.html", "två"}};
  publisher.publish(files);
  SECTION("a page") { damage(publisher.release("000001/b.html")); }
  SECTION("a page that is gone") { std::filesystem::remove(publisher.release("000001/b.html")); }
  SECTION("the manifest") { write_test_file(publisher.release("000001/.traff-manifest.json"), ""); }
  SECTION("all of it") { std::filesystem::remove_all(publisher.release("000001")); }
  SECTION("without a memory") {
    std::filesystem::remove_all(publisher.state()), damage(publisher.release("000001/a.html"));
  }
  CHECK(publisher.publish(files).is_new);
  CHECK(publisher.current() == files);
  CHECK_FALSE(publisher.publish(files).is_new);
}

TEST_CASE("a file whose stamp is known is not read, and any other is") {
  const Publisher publisher;
  publisher.publish({{"a.html", "ett"}, {"b.html", "två"}});
  const StandingRelease release{SiteFiles(publisher.release("000001"))};
  const auto stamps = [&] {
    return StampTable(stamps_of(release.files(), release.manifest()).format(),
                      std::numeric_limits<std::int64_t>::max());
  };
  const StampTable known = stamps();
  damage(publisher.release("000001/b.html"));
  const StampTable lying = stamps();
  CHECK(release.damaged(known, 1) == StandingRelease::Paths{"b.html"});
  CHECK(release.damaged(lying, 1).empty());
  CHECK(release.damaged({}, 1) == StandingRelease::Paths{"b.html"});
}

TEST_CASE("what a disk has changed under the same stamp is made anew by a fresh publication") {
  const Publisher publisher;
  const FilesByPath files{{"a.html", "ett"}, {"b.html", "två"}};
  publisher.publish(files);
  damage(publisher.release("000001/b.html"));
  const StandingRelease release{SiteFiles(publisher.release("000001"))};
  WrittenStamps(publisher.state(), std::filesystem::absolute(publisher.folder()).string())
      .save(stamps_of(release.files(), release.manifest()));
  // A table is believed of files that are older than itself.
  for (const auto& kept : std::filesystem::directory_iterator(publisher.state())) {
    std::filesystem::last_write_time(kept, kept.last_write_time() + std::chrono::hours(1));
  }
  CHECK_FALSE(publisher.publish(files).is_new);
  CHECK(publisher.publish(files, true).is_new);
  CHECK(publisher.current() == files);
}

TEST_CASE("releases are checked while somebody publishes") {
  const Publisher publisher;
  publisher.publish({{"a.html", "ett"}});
  const ReleaseFolder busy(publisher.folder());
  CHECK(publisher.damaged() == FilesByPath{});
}

TEST_CASE("a damaged release is not rolled back to, and is named") {
  const Publisher publisher;
  for (const char* text : {"ett", "två", "tre"}) publisher.publish({{"a.html", text}});
  std::filesystem::remove(publisher.release("000002/a.html"));
  try {
    ReleaseFolder(publisher.folder()).roll_back(1);
    FAIL("it went back");
  } catch (const Failure& failure) {
    CHECK(failure.code == code::W94);
    CHECK(failure.args == std::vector<Words>{"000002", publisher.folder(), "000003", "a.html"});
  }
  CHECK(publisher.current() == FilesByPath{{"a.html", "tre"}});
  std::filesystem::remove_all(publisher.release("000002"));
  CHECK(ReleaseFolder(publisher.folder()).roll_back(1) == "000001");
}

TEST_CASE("every release tells whether it is whole") {
  const Publisher publisher;
  for (const char* text : {"ett", "två", "tre"}) publisher.publish({{"a.html", text}, {"b.html", text}});
  CHECK(publisher.damaged().empty());
  CHECK_NOTHROW(refuse_damaged(publisher.folder(), ReleaseFolder(publisher.folder()).check(1)));
  damage(publisher.release("000001/b.html"));
  std::filesystem::remove(publisher.release("000003/.traff-manifest.json"));
  CHECK(publisher.damaged() == FilesByPath{{"000001", "b.html\n"}, {"000003", ".traff-manifest.json\n"}});
  CHECK(failure_code([&] { refuse_damaged(publisher.folder(), ReleaseFolder(publisher.folder()).check(1)); }) == "W95");
}

TEST_CASE("a folder where nothing is published can neither be looked through nor rolled back, and is not made") {
  const Publisher publisher;
  CHECK(failure_code([&] { ReleaseFolder::published_in(publisher.folder(), ReleaseFolder::Use::look); }) == "W96");
  CHECK_FALSE(std::filesystem::exists(publisher.folder()));
}

TEST_CASE("releases that is a link is refused, and what it leads to is left alone") {
  const Publisher publisher;
  FilesByPath theirs;
  for (int i = 1; i < 9; ++i) theirs["00000" + std::to_string(i) + "/viktigt"] = "viktigt";
  for (const auto& [path, bytes] : theirs) write_test_file(publisher.folder() + "-annan/" + path, bytes);
  std::filesystem::create_directories(publisher.folder());
  std::filesystem::create_symlink(publisher.folder() + "-annan", publisher.folder() + "/releases");
  CHECK(failure_code([&] { publisher.publish({{"a.html", "ett"}}); }) == "W80");
  CHECK(files_below(publisher.folder() + "-annan") == theirs);
}

TEST_CASE("links and folders of others among the releases are left alone, whatever they are called") {
  const Publisher publisher;
  publisher.publish({{"a.html", "0"}});
  write_test_file(publisher.folder() + "-annan/fil", "annans");
  std::filesystem::create_symlink(publisher.folder() + "-annan", publisher.release("000002"));
  std::filesystem::create_symlink(publisher.folder() + "-annan", publisher.release(".traff-tmp-release"));
  write_test_file(publisher.release("000003/fil"), "annans");
  write_test_file(publisher.release("999999999/fil"), "annans");
  for (int i = 1; i < 9; ++i) publisher.publish({{"a.html", std::to_string(i)}});
  CHECK(publisher.current() == FilesByPath{{"a.html", "8"}});
  CHECK(files_below(publisher.folder() + "-annan") == FilesByPath{{"fil", "annans"}});
  CHECK(std::filesystem::is_symlink(publisher.release("000002")));
  CHECK(read_test_file(publisher.release("000003/fil")) == "annans");
  CHECK(ReleaseFolder(publisher.folder()).roll_back(1) == "000010");
}

TEST_CASE(
    "a release with a high number is followed by a higher one, and the highest is refused before anything is "
    "published") {
  const Publisher publisher;
  publisher.publish({{"a.html", "ett"}});
  std::filesystem::copy(publisher.release("000001"), publisher.release("999999999"));
  CHECK(publisher.publish({{"a.html", "två"}}).name == "1000000000");
  CHECK(publisher.publish({{"a.html", "tre"}}).name == "1000000001");
  std::filesystem::copy(publisher.release("000001"), publisher.release(std::string(18, '9')));
  CHECK(failure_code([&] { publisher.publish({{"a.html", "fyra"}}); }) == "W80");
  CHECK(publisher.current() == FilesByPath{{"a.html", "tre"}});
}

TEST_CASE("what a killed run left is gone after the next, though it published nothing") {
  const Publisher publisher;
  publisher.publish({{"a.html", "ett"}});
  write_test_file(publisher.release(".traff-tmp-release/a/b.html"), "halvt");
  write_test_file(publisher.release(".traff-tmp-000000/a/b.html"), "halvt");
  CHECK_FALSE(publisher.publish({{"a.html", "ett"}}).is_new);
  CHECK(publisher.releases() == 1);
}

TEST_CASE("a run that is killed leaves the old site, and the next succeeds") {
  const Publisher publisher;
  FilesByPath files;
  for (int i = 0; i < 300; ++i) files["m" + std::to_string(i % 9) + "/" + std::to_string(i) + ".html"] = "ett";
  publisher.publish(files);
  for (int round = 0; round < 12; ++round) {
    const FilesByPath before = files;
    for (auto& [path, text] : files) text = std::to_string(round);
    SiteFolder(publisher.site(), "").write(plan_of(files), {}, false, 1);
    {
      ChildProcess child([&] {
        return ReleaseFolder(publisher.folder()).publish(publisher.site(), publisher.state(), {}, false, 1), 0;
      });
      ::usleep(static_cast<useconds_t>(400 * round));
      child.kill();
      child.wait();
    }
    const FilesByPath seen = publisher.current();
    CHECK((seen == before || seen == files));
    ReleaseFolder(publisher.folder()).publish(publisher.site(), publisher.state(), {}, false, 2);
    CHECK(publisher.current() == files);
  }
}
