// A site folder in a hostile world: killed, two at once, no room, no permission.
#include <fcntl.h>
#include <sys/resource.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <iostream>
#include <random>
#include <thread>

#include "base/diagnostic.h"
#include "base/messages/format_diagnostic.h"
#include "output/child_process.h"
#include "output/site_folder.h"
#include "output/temporary_folder.h"

using namespace traff;
using namespace traff::testing;

namespace fs = std::filesystem;

namespace {

const ContentId generator = content_id("generator");

std::string page_bytes(int version, int page) {
  const std::string line = "version " + std::to_string(version) + " page " + std::to_string(page) + "\n";
  std::string bytes;
  for (int i = 0; i < 20 + page % 400; ++i) bytes += line;
  return bytes;
}

std::string page_path(int page) {
  return "network-" + std::to_string(page / 20) + "/" + std::to_string(page) + ".html";
}

// 300 pages; every version brings some new paths and leaves some old.
FilesByPath site_version(int version) {
  FilesByPath files;
  for (int page = 15 * version; page < 15 * version + 300; ++page) files[page_path(page)] = page_bytes(version, page);
  return files;
}

struct TestSite {
  TemporaryFolder folder;
  std::string site = folder.path("site");
  std::string state = folder.path(".traff");

  int write(const FilesByPath& files) const {
    SiteFolder(site, state).write(plan_of(files), generator, false, 2);
    return 0;
  }
};

void write_killed_after(const TestSite& site, const FilesByPath& files, std::chrono::microseconds time) {
  ChildProcess child([&] { return site.write(files); });
  std::this_thread::sleep_for(time);
  child.kill();
  child.wait();
}

// Killed by one thread while the other is wherever it may be. -1, as every page is made.
int write_killed_at_page(const TestSite& site, const FilesByPath& files, int page) {
  ChildProcess child([&] {
    std::vector<Output> plan = plan_of(files);
    plan[static_cast<std::size_t>(page)].recipe = [] { return ::kill(::getpid(), SIGKILL), Recipe(); };
    SiteFolder(site.site, site.state).write(plan, generator, false, 2);
    return 0;
  });
  return child.wait();
}

// Whether every page is whole: as one of `versions` has it.
bool all_whole(const std::string& site, const std::vector<FilesByPath>& versions) {
  for (const auto& [path, bytes] : files_below(site, true)) {
    if (path.find(".traff-") != std::string::npos) continue;
    bool whole = false;
    for (const FilesByPath& version : versions) {
      const auto page = version.find(path);
      whole = whole || (page != version.end() && page->second == bytes);
    }
    if (!whole) return false;
  }
  return true;
}

// Paths where the two differ, for a failing test to show.
std::vector<std::string> differing_paths(const FilesByPath& a, const FilesByPath& b) {
  std::vector<std::pair<std::string, std::string>> differing;
  std::set_symmetric_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(differing));
  std::vector<std::string> paths;
  for (const auto& [path, bytes] : differing) paths.push_back(path);
  return paths;
}

// The failure `work` ends in, as the author reads it.
template <class Work>
std::string failure_message(Work work) {
  try {
    work();
  } catch (const Failure& failure) {
    return failure.code.name() + ": " + message_of(failure, Language::sv);
  }
  return "";
}

}  // namespace

TEST_CASE("killed at any moment a build leaves every file whole and the next build mends the rest") {
  const TestSite site;
  std::mt19937 random(20191010);
  const auto start = std::chrono::steady_clock::now();
  site.write(site_version(0));
  const auto usual = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
  std::uniform_int_distribution<long> moment(0, usual.count() * 5 / 4);
  std::uniform_int_distribution<int> page(0, 299);
  std::vector<FilesByPath> seen = {site_version(0)};
  for (int round = 1; round <= 40; ++round) {
    seen.push_back(site_version(round));
    if (round % 2 == 0) {
      REQUIRE(write_killed_at_page(site, seen.back(), page(random)) == -1);
    } else {
      write_killed_after(site, seen.back(), std::chrono::microseconds(moment(random)));
    }
    REQUIRE(all_whole(site.site, seen));
    if (round % 3 == 0) continue;  // the next version meets what two killed builds left
    // Every other time the content has changed again meanwhile.
    if (round % 4 < 2) seen.push_back(site_version(round + 100));
    site.write(seen.back());
    REQUIRE(differing_paths(files_below(site.site), seen.back()) == std::vector<std::string>{});
    seen = {seen.back()};
  }
}

TEST_CASE("killed before its first manifest a build is mended even when the content has changed") {
  const TestSite site;
  for (int round = 0; round < 10; ++round) {
    ChildProcess child([&] { return site.write(site_version(0)); });
    std::this_thread::sleep_for(std::chrono::microseconds(500 * round));
    child.kill();
    child.wait();
    if (!fs::exists(site.site + "/.traff-manifest.json")) site.write(site_version(1));
    fs::remove_all(site.site);
  }
  ChildProcess child([&] {
    std::vector<Output> plan = plan_of(site_version(0));
    plan.back().recipe = [] { return ::_exit(1), Recipe(); };
    SiteFolder(site.site, site.state).write(plan, generator, false, 1);
    return 0;
  });
  REQUIRE(child.wait() == 1);
  REQUIRE(fs::exists(site.site + "/" + page_path(0)));
  site.write(site_version(1));
  CHECK(files_below(site.site) == site_version(1));
}

TEST_CASE("temporary files of a killed build are swept from the folders it named") {
  const TestSite site;
  site.write(site_version(0));
  write_test_file(site.site + "/.traff-unfinished", "");
  write_test_file(site.site + "/.traff-tmp-17-3", "half");
  write_test_file(site.site + "/network-1/.traff-tmp-17-4", "half");
  write_test_file(site.site + "/strange/.traff-tmp-17-5", "in a folder nobody named");
  site.write(site_version(0));
  FilesByPath expected = site_version(0);
  expected["strange/.traff-tmp-17-5"] = "in a folder nobody named";
  CHECK(files_below(site.site) == expected);
}

TEST_CASE("what a build killed while it wrote its first note left behind is swept too") {
  const TestSite site;
  site.write(site_version(0));
  write_test_file(site.site + "/.traff-tmp-note", "half");
  site.write(site_version(0));
  CHECK(files_below(site.site) == site_version(0));
}

TEST_CASE("a second writer is told who holds the folder") {
  const TestSite site;
  int ready[2];
  REQUIRE(::pipe(ready) == 0);
  const ChildProcess holder([&] {
    const SiteFolder held(site.site, site.state);
    const char byte = 'x';
    if (::write(ready[1], &byte, 1) != 1) return 1;
    ::pause();
    return 0;
  });
  char byte;
  REQUIRE(::read(ready[0], &byte, 1) == 1);
  const std::string message = failure_message([&] { SiteFolder(site.site, site.state); });
  CHECK(message.find("W3: " + site.site + "/ är upptagen: process " + std::to_string(holder.id()) + " (") == 0);
  ::close(ready[0]);
  ::close(ready[1]);
}

TEST_CASE("the lock of a killed writer is gone with it") {
  const TestSite site;
  {
    ChildProcess child([&] {
      const SiteFolder held(site.site, site.state);
      ::kill(::getpid(), SIGKILL);
      return 0;
    });
    CHECK(child.wait() == -1);
  }
  CHECK(site.write(site_version(0)) == 0);
}

TEST_CASE("without room for a file the old site stays whole and the next build mends it") {
  const TestSite site;
  site.write(site_version(0));
  ChildProcess child([&] {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{6000, 6000};
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return 2;
    const std::string message = failure_message([&] { site.write(site_version(1)); });
    return message.find("W2: Kan inte skriva " + site.site + "/") == 0 ? 0 : 3;
  });
  CHECK(child.wait() == 0);
  CHECK(all_whole(site.site, {site_version(0), site_version(1)}));
  for (const auto& [path, bytes] : files_below(site.site)) CHECK(path.find(".traff-tmp-") == std::string::npos);
  site.write(site_version(1));
  CHECK(files_below(site.site) == site_version(1));
}

TEST_CASE("without permission to write the path and the cause are told") {
  const TestSite site;
  site.write({{"index.html", "home"}});
  fs::permissions(site.folder.path(), fs::perms::all);
  fs::permissions(site.site, fs::perms{0555});
  ChildProcess child([&] {
    if (::geteuid() == 0 && ::setresuid(65534, 65534, 65534) != 0) return 2;
    const std::string changed = failure_message([&] { site.write({{"index.html", "new"}}); });
    const std::string missing = failure_message([&] { SiteFolder(site.site + "/below", site.state); });
    const bool told = changed.find("W2: Kan inte skriva " + site.site + "/.traff-") == 0 &&
                      missing.find("W2: Kan inte skriva " + site.site + "/below: behörighet saknas\n") == 0;
    if (!told) std::cerr << "changed: " << changed << "\nmissing: " << missing << "\n";
    return told ? 0 : 3;
  });
  CHECK(child.wait() == 0);
  fs::permissions(site.site, fs::perms::all);
  CHECK(files_below(site.site) == FilesByPath{{"index.html", "home"}});
}
