#include "output/site_folder.h"

#include <catch2/catch.hpp>

#include <chrono>
#include <thread>

#include "base/diagnostic.h"
#include "base/messages/format_diagnostic.h"
#include "disk/state.h"
#include "output/own_folder.h"
#include "output/site_files.h"
#include "output/temporary_folder.h"

using namespace traff;
using namespace traff::testing;

namespace fs = std::filesystem;

namespace {

const ContentId generator = content_id("generator 1");

struct TestSite {
  TemporaryFolder folder;
  std::string site = folder.path("site");
  std::string state = folder.path(".traff");

  WriteReport write(const std::vector<Output>& plan, bool fresh = false) const {
    return SiteFolder(site, state).write(plan, generator, fresh, 2);
  }
  WriteReport write(const FilesByPath& files) const { return write(plan_of(files)); }
  FilesByPath files() const { return files_below(site); }
  std::string path(const std::string& name) const { return site + "/" + name; }
};

// The code of the Failure `work` ends in; empty without one.
template <class Work>
std::string failure_code(Work work) {
  try {
    work();
  } catch (const Failure& failure) {
    return failure.code.name();
  }
  return "";
}

const FilesByPath three = {{"a/b/deep.html", "deep"}, {"a/index.html", "a"}, {"index.html", "home"}};

}  // namespace

TEST_CASE("the first write gives the plan's files and a manifest") {
  const TestSite site;
  const WriteReport report = site.write(three);
  CHECK(report.made == 3);
  CHECK(report.written == 3);
  CHECK(report.bytes == 9);
  CHECK(site.files() == three);
  CHECK(files_below(site.site, true).size() == 4);
  CHECK(SiteFolder(site.site, site.state).manifest().outputs.at("index.html").bytes == content_id("home"));
}

TEST_CASE("writing twice makes nothing and touches nothing") {
  const TestSite site;
  site.write(three);
  const auto before = fs::last_write_time(site.site);
  const auto manifest_before = fs::last_write_time(site.path(".traff-manifest.json"));
  const WriteReport report = site.write(three);
  CHECK(report.made == 0);
  CHECK(report.kept == 3);
  CHECK(report.bytes == 9);
  CHECK(fs::last_write_time(site.site) == before);
  CHECK(fs::last_write_time(site.path(".traff-manifest.json")) == manifest_before);
}

TEST_CASE("without a state folder kept files are known by reading them") {
  const TestSite site;
  for (const bool first : {true, false}) {
    const WriteReport report = SiteFolder(site.site, "").write(plan_of(three), generator, false, 1);
    CHECK(report.made == (first ? 3 : 0));
  }
  CHECK_FALSE(fs::exists(site.state));
}

TEST_CASE("a fresh write makes everything and writes nothing that is equal") {
  const TestSite site;
  site.write(three);
  const auto before = fs::last_write_time(site.path("index.html"));
  const WriteReport report = site.write(plan_of(three), true);
  CHECK(report.made == 3);
  CHECK(report.written == 0);
  CHECK(fs::last_write_time(site.path("index.html")) == before);
}

TEST_CASE("another generator makes everything anew") {
  const TestSite site;
  site.write(three);
  CHECK(SiteFolder(site.site, site.state).write(plan_of(three), content_id("generator 2"), false, 2).made == 3);
}

TEST_CASE("only what has other ingredients is made, only what has other bytes is written") {
  const TestSite site;
  site.write(three);
  std::vector<Output> plan = plan_of(three);
  Recipe recipe = plan[0].recipe();
  recipe.ingredients.push_back({"theme", content_id("new theme")});
  plan[0].recipe = [recipe] { return recipe; };
  plan[2] = text_output("index.html", "home, edited");
  const WriteReport report = site.write(plan);
  CHECK(report.made == 2);
  CHECK(report.written == 1);
  CHECK(report.kept == 1);
  CHECK(read_test_file(site.path("index.html")) == "home, edited");
}

TEST_CASE("an edited or deleted output is mended") {
  const TestSite site;
  site.write(three);
  write_test_file(site.path("index.html"), "HOME");
  fs::remove_all(site.path("a/b"));
  const WriteReport report = site.write(three);
  CHECK(report.made == 2);
  CHECK(report.written == 2);
  CHECK(site.files() == three);
}

TEST_CASE("a file edited back to the same size and time is still seen") {
  const TestSite site;
  site.write(three);
  site.write(three);
  const auto time = fs::last_write_time(site.path("index.html"));
  write_test_file(site.path("index.html"), "HOME");
  fs::last_write_time(site.path("index.html"), time);
  CHECK(site.write(three).written == 1);
}

TEST_CASE("outputs that left the plan go, and the folders they leave empty") {
  const TestSite site;
  site.write(three);
  const WriteReport report = site.write({{"index.html", "home"}});
  CHECK(report.removed == 2);
  CHECK(report.kept == 1);
  CHECK(site.files() == FilesByPath{{"index.html", "home"}});
  CHECK_FALSE(fs::exists(site.path("a")));
}

TEST_CASE("strangers' files are untouched, and so are their folders") {
  const TestSite site;
  site.write(three);
  write_test_file(site.path("a/b/mine.txt"), "mine");
  write_test_file(site.path("a/.traff-tmp-old"), "no run of ours died");
  site.write(FilesByPath{});
  CHECK(site.files() == FilesByPath{{"a/.traff-tmp-old", "no run of ours died"}, {"a/b/mine.txt", "mine"}});
}

TEST_CASE("a stranger's file with the same bytes is taken over") {
  const TestSite site;
  write_test_file(site.path("index.html"), "home");
  const WriteReport report = site.write(three);
  CHECK(report.made == 3);
  CHECK(report.written == 2);
  CHECK(site.write(FilesByPath{}).removed == 3);
}

TEST_CASE("a stranger's file with other bytes stops the build before anything is written") {
  const TestSite site;
  write_test_file(site.path("index.html"), "mine");
  write_test_file(site.path("a/index.html"), "mine too");
  try {
    site.write(three);
    FAIL("no failure");
  } catch (const Failure& failure) {
    CHECK(message_of(failure, Language::sv) == "Filen a/index.html finns redan i " + site.site +
                                                   "/ och är inte gjord av Träff.\n"
                                                   "  → Flytta den eller välj en annan mapp med --out.");
  }
  CHECK(files_below(site.site, true) == FilesByPath{{"a/index.html", "mine too"}, {"index.html", "mine"}});
  CHECK(failure_code([&] { site.write(plan_of(three), true); }) == "W5");
}

TEST_CASE("a stranger's folder or file in the way is named") {
  const TestSite site;
  write_test_file(site.path("index.html/mine.txt"), "mine");
  CHECK(failure_code([&] { site.write({{"index.html", "home"}}); }) == "W5");
  CHECK(failure_code([&] { site.write({{"index.html/mine.txt/x", "x"}}); }) == "W5");
}

TEST_CASE("a link is never written through") {
  const TestSite site;
  const std::string outside = site.folder.path("outside");
  write_test_file(outside + "/index.html", "home");
  fs::create_directories(site.site);
  SECTION("at an output's path") { fs::create_symlink(outside + "/index.html", site.path("index.html")); }
  SECTION("at a folder's path") { fs::create_directory_symlink(outside, site.path("a")); }
  SECTION("where an earlier build wrote a file") {
    site.write(three);
    fs::remove(site.path("index.html"));
    fs::create_symlink(outside + "/index.html", site.path("index.html"));
  }
  CHECK(failure_code([&] { site.write(three); }) == "W5");
  CHECK(files_below(outside) == FilesByPath{{"index.html", "home"}});
}

TEST_CASE("nothing is removed through a link") {
  const TestSite site;
  const std::string outside = site.folder.path("outside");
  site.write(three);
  write_test_file(outside + "/index.html", "a");
  fs::remove_all(site.path("a"));
  fs::create_directory_symlink(outside, site.path("a"));
  site.write({{"index.html", "home"}});
  CHECK(files_below(outside) == FilesByPath{{"index.html", "a"}});
}

TEST_CASE("a file may become a folder and a folder a file") {
  const TestSite site;
  site.write({{"a", "file"}, {"b/c", "file"}});
  CHECK(site.write({{"a/x", "file"}, {"b", "file"}}).removed == 2);
  CHECK(site.files() == FilesByPath{{"a/x", "file"}, {"b", "file"}});
  write_test_file(site.path("a/mine"), "mine");
  CHECK(failure_code([&] { site.write({{"a", "file"}, {"b", "file"}}); }) == "W5");
  CHECK(read_test_file(site.path("a/mine")) == "mine");
}

TEST_CASE("a broken manifest counts as none, so equal files are taken over") {
  const TestSite site;
  site.write(three);
  write_test_file(site.path(".traff-manifest.json"), "{");
  const WriteReport report = site.write(three);
  CHECK(report.made == 3);
  CHECK(report.written == 0);
  CHECK(site.write(three).kept == 3);
}

TEST_CASE(
    "a site that a power cut left with a broken manifest and broken pages is mended, though the texts have changed "
    "since") {
  const TestSite site;
  site.write(three);
  for (const auto& [path, bytes] : three) write_test_file(site.path(path), "");
  write_test_file(site.path(".traff-manifest.json"), "");
  FilesByPath now = three;
  now.begin()->second += " mer";
  site.write(now);
  CHECK(site.files() == now);
  CHECK(site.write(now).kept == now.size());
}

TEST_CASE("a fresh write mends a file that the disk damaged without changing its size or time") {
  const TestSite site;
  site.write(three);
  const auto& [path, bytes] = *three.begin();
  // The table of stamps is believed of files older than itself.
  std::this_thread::sleep_for(std::chrono::milliseconds(40));
  write_test_file(site.path(path), std::string(bytes.size(), 'x'));
  StampTable lying;
  for (const auto& [each, text] : three) lying.put(each, SiteFiles(site.site).look(each).stamp, content_id(text));
  std::this_thread::sleep_for(std::chrono::milliseconds(40));
  WrittenStamps(site.state, fs::canonical(site.site).string()).save(lying);
  CHECK(site.write(three).kept == three.size());
  SiteFolder(site.site, site.state).write(plan_of(three), generator, true, 1);
  CHECK(site.files() == three);
}

TEST_CASE("one thread gives the same site as many") {
  FilesByPath files;
  for (int i = 0; i < 200; ++i) files["n" + std::to_string(i % 7) + "/" + std::to_string(i)] = std::string(50, 'x');
  const TestSite one;
  const TestSite many;
  SiteFolder(one.site, "").write(plan_of(files), generator, false, 1);
  SiteFolder(many.site, "").write(plan_of(files), generator, false, 8);
  CHECK(files_below(one.site, true) == files_below(many.site, true));
}

TEST_CASE("one site folder serves several writes in a row") {
  const TestSite site;
  SiteFolder folder(site.site, site.state);
  CHECK(folder.write(plan_of(three), generator, false, 2).made == 3);
  CHECK(folder.write(plan_of(three), generator, false, 2).made == 0);
  CHECK(folder.write({}, generator, false, 2).removed == 3);
  CHECK(site.files().empty());
}

TEST_CASE("a manifest can be looked at while somebody writes, and without a site") {
  const TestSite site;
  CHECK(load_manifest(site.site).outputs.empty());
  CHECK_FALSE(fs::exists(site.site));
  site.write(three);
  const SiteFolder busy(site.site, site.state);
  CHECK(load_manifest(site.site).outputs.size() == 3);
}

TEST_CASE("the state folder hides itself from git") {
  const TestSite site;
  site.write(three);
  CHECK(read_test_file(site.state + "/.gitignore") == "*\n");
}
