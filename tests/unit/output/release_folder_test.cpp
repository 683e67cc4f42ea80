#include <catch2/catch.hpp>

#include <sys/stat.h>

#include "base/failure.h"
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
  Release publish(const FilesByPath& files) const {
    SiteFolder(site(), "").write(plan_of(files), {}, false, 2);
    return ReleaseFolder(folder()).publish(site(), 2);
  }

  std::string site() const { return temporary_.path("site"); }
  std::string folder() const { return temporary_.path("webb"); }
  FilesByPath current() const { return files_below(folder() + "/current/"); }

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
    struct stat status {};
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
  CHECK(ReleaseFolder(publisher.folder()).roll_back() == "000002");
  CHECK(ReleaseFolder(publisher.folder()).roll_back() == "000001");
  CHECK(publisher.current() == FilesByPath{{"a.html", "ett"}});
  CHECK(failure_code([&] { ReleaseFolder(publisher.folder()).roll_back(); }) == "W81");
  CHECK(publisher.publish({{"a.html", "fyra"}}).name == "000004");
  CHECK(publisher.current() == FilesByPath{{"a.html", "fyra"}});
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
  CHECK(failure_code([&] { ReleaseFolder(publisher.folder()).publish(publisher.site(), 1); }) == "W17");
  CHECK(publisher.current().at("a.html") == "ett");
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
      ChildProcess child([&] { return ReleaseFolder(publisher.folder()).publish(publisher.site(), 1), 0; });
      ::usleep(static_cast<useconds_t>(400 * round));
      child.kill();
      child.wait();
    }
    const FilesByPath seen = publisher.current();
    CHECK((seen == before || seen == files));
    ReleaseFolder(publisher.folder()).publish(publisher.site(), 2);
    CHECK(publisher.current() == files);
  }
}
