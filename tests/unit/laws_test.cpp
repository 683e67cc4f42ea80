// What every build of every site keeps (architecture 5): the laws that make it safe to build again and again.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>

#include "pipeline/build_site.h"
#include "small_course.h"
#include "test_site.h"

using namespace traff;
using namespace traff::testing;

namespace {

const std::string real_content = TRAFF_SOURCE_DIR "/content";

// What `explain` says will be made; what goes away is not made.
Paths explained(const BuildOptions& options) {
  Paths paths;
  for (const Change& change : explain_output(options).changes) {
    if (change.kind != Change::Kind::removed) paths.push_back(change.path);
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

Paths pages_among(const Paths& paths) {
  Paths pages;
  std::copy_if(paths.begin(), paths.end(), std::back_inserter(pages),
               [](const std::string& path) { return path.ends_with(".html"); });
  return pages;
}

// Both the small course and the site's own content go through the laws.
void for_each_course(const std::function<void(TestSite&)>& check) {
  SECTION("a small course") {
    TestSite site;
    check(site.write(small_course()));
  }
  SECTION("the site's own content") {
    TestSite site;
    check(site.copy_content(real_content));
  }
}

void check_second_build_does_nothing(TestSite& site) {
  const FilesByPath before = site.files();
  site.build();
  CHECK(site.made().empty());
  CHECK(site.report().write.written == 0);
  CHECK(site.report().write.removed == 0);
  CHECK(differences(site.files(), before).empty());
}

FilesByPath built_by(const TestSite& site, const std::function<void(BuildOptions&)>& change) {
  BuildOptions options = const_cast<TestSite&>(site).options();
  change(options);
  return built_from_scratch(options);
}

// Runs the program itself in a world of its own and gives what it wrote.
FilesByPath built_in(const std::string& environment, const std::string& folder, const std::string& arguments) {
  const TemporaryFolder out;
  const std::string command = "cd '" + folder + "' && " + environment + " '" TRAFF_PROGRAM "' build " + arguments +
                              " --quiet --fresh --out '" + out.path("site") + "' 2>/dev/null";
  INFO(command);
  REQUIRE(std::system(command.c_str()) == 0);
  return files_below(out.path("site"), true);
}

}  // namespace

TEST_CASE("after any edit the site is what a fresh build gives, explain foretold it, and a second build does nothing") {
  TestSite site;
  site.write(small_course()).build();
  RandomEdits edits(1);
  for (int i = 0; i < 40; ++i) {
    INFO("edit " << i << ": " << edits.make(site));
    const Paths foretold = explained(site.options());
    site.build();
    CHECK(site.made() == foretold);
    REQUIRE(differences(site.files(), built_from_scratch(site.options())) == Paths{});
    check_second_build_does_nothing(site);
  }
}

TEST_CASE("twice is once") {
  for_each_course([](TestSite& site) {
    site.build();
    CHECK(site.made().size() == site.report().write.written);
    check_second_build_does_nothing(site);
    site.options().fresh = true;
    const FilesByPath before = site.files();
    CHECK(explained(site.options()) == site.outputs());
    site.build();
    CHECK(site.report().write.written == 0);
    CHECK(differences(site.files(), before).empty());
  });
}

TEST_CASE("a commit, its clean working folder and a bare repository give the same site") {
  for_each_course([](TestSite& site) {
    site.commit();
    const FilesByPath working = built_by(site, [](BuildOptions&) {});
    CHECK(differences(working, built_by(site, [](BuildOptions& options) { options.revision = "HEAD"; })).empty());
    site.sandbox().git("clone -q --bare . bar.git");
    const FilesByPath bare = built_by(site, [&](BuildOptions& options) {
      options.content = site.sandbox().path("bar.git");
      options.revision = "HEAD";
    });
    CHECK(differences(working, bare).empty());
    const FilesByPath its_head =
        built_by(site, [&](BuildOptions& options) { options.content = site.sandbox().path("bar.git"); });
    CHECK(differences(working, its_head).empty());
  });
}

TEST_CASE("an old commit gives the site it gave then") {
  TestSite site;
  site.write(small_course()).commit();
  const FilesByPath then = built_by(site, [](BuildOptions&) {});
  RandomEdits edits(3);
  for (int i = 0; i < 5; ++i) edits.make(site);
  site.commit();
  CHECK(differences(then, built_by(site, [](BuildOptions& options) { options.revision = "HEAD~1"; })).empty());
}

TEST_CASE("one thread, two and eight give the same site") {
  for_each_course([](TestSite& site) {
    const FilesByPath one = built_by(site, [](BuildOptions& options) { options.jobs = 1; });
    CHECK(differences(one, built_by(site, [](BuildOptions& options) { options.jobs = 2; })).empty());
    CHECK(differences(one, built_by(site, [](BuildOptions& options) { options.jobs = 8; })).empty());
  });
}

TEST_CASE("time zone, language and current folder of the one who builds do not show in the site") {
  for_each_course([](TestSite& site) {
    const std::string content = site.sandbox().path("content");
    const FilesByPath here = built_in("env -i", "/", "'" + content + "'");
    CHECK(differences(here, built_in("env -i", "/", "'" + content + "'")).empty());
    CHECK(differences(here, built_in("env -i TZ=Pacific/Auckland LC_ALL=C LANG=C", content, ".")).empty());
    CHECK(differences(here, built_in("env -i TZ=America/Los_Angeles LC_ALL=sv_SE.UTF-8 LANG=tr_TR.UTF-8",
                                     site.sandbox().path(), ""))
              .empty());
    CHECK(differences(here,
                      built_in("umask 077; env -i HOME=/nonexistent LC_ALL=C.utf8", site.sandbox().path(), "content"))
              .empty());
  });
}

TEST_CASE("an edit to the text of a page makes that page, and those that show parts of it") {
  TestSite site;
  site.copy_content(real_content).build();
  const std::vector<PageAddress> pages = site.report().addresses;
  for (const PageAddress& page : pages) {
    INFO(page.path);
    site.write(page.path, site.source(page.path) + "\nEtt stycke till.\n");
    const std::string folder = page.address.substr(0, page.address.rfind('/') + 1);
    for (const std::string& made : pages_among(site.build().made())) {
      INFO(made);
      const bool shows_parts = folder.ends_with("/traffar/") && made.starts_with(folder) &&
                               (made == folder + "index.html" || made.find("/mellan-") != std::string::npos ||
                                made.find("/infor-") != std::string::npos);
      const bool shows_reading = page.address.ends_with("/litteratur.html") && made.starts_with(folder + "traffar/");
      CHECK((made == page.address || shows_parts || shows_reading));
    }
    CHECK(std::count(site.made().begin(), site.made().end(), page.address) == 1);
  }
}

TEST_CASE("an edit to a page of one network makes no page of another") {
  TestSite site;
  site.write(small_course()).build();
  site.write("gavle/index.md", "---\ntitel: Gävle med nytt namn\nläsår: 2022/2023\n---\n\nNy text.\n");
  site.write("gavle/ny.md", "# En ny sida\n\nText.\n");
  for (const std::string& made : site.build().made()) CHECK_FALSE(made.starts_with("kalmar/"));
  CHECK(std::count(site.made().begin(), site.made().end(), "gavle/ovrigt.html") == 1);  // it has the menu
}

TEST_CASE("an edit that changes nothing a reader sees makes only its own page anew and writes nothing") {
  TestSite site;
  site.write("index.md", "# Start\n\nText.\n").write("sida.md", "# Sida\n\nText.\n").build();
  site.write("sida.md", "# Sida\n\n\nText.\n").build();
  CHECK(pages_among(site.made()) == Paths{"sida.html"});
  CHECK(site.report().write.written == 0);
}

TEST_CASE("a page that is changed or removed in the site is foretold, made again and written") {
  TestSite site;
  site.write("a.md", "# A\n\nText.\n").write("b.md", "# B\n\nText.\n").build();
  const FilesByPath before = site.files();
  write_test_file(site.options().out + "/a.html", "rörd");
  std::filesystem::remove(site.options().out + "/b.html");
  CHECK(explained(site.options()) == Paths{"a.html", "b.html"});
  CHECK(build_site(site.options()).write.made == 2);
  CHECK(differences(site.files(), before).empty());
}

TEST_CASE("a file that is renamed takes its page with it") {
  TestSite site;
  site.write("a.md", "# Sida\n\nText.\n").build();
  site.rename("a.md", "b.md").build();
  CHECK(site.report().write.removed == 1);
  CHECK_FALSE(site.files().contains("a.html"));
  CHECK(site.files().contains("b.html"));
}

TEST_CASE("a träff that is changed again gets a higher number in its calendar") {
  TestSite site;
  const std::string head = "---\ndatum: 2019-10-10\n---\n\n# Träff 1: Start\n\n";
  site.write("n/traffar/1.md", head + "Text.\n").commit().build();
  CHECK(site.output("n/traffar/1.ics").find("SEQUENCE:0\r\n") != std::string::npos);
  site.write("n/traffar/1.md", head + "Annan text.\n").commit().build();
  CHECK(site.output("n/traffar/1.ics").find("SEQUENCE:1\r\n") != std::string::npos);
  site.write("n/traffar/1.md", head + "Text.\n").commit().build();
  CHECK(site.output("n/traffar/1.ics").find("SEQUENCE:2\r\n") != std::string::npos);
}
