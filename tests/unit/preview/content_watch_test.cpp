#include "preview/content_watch.h"

#include <catch2/catch.hpp>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "output/temporary_folder.h"

using namespace traff;
using namespace traff::testing;

namespace {

// Counts changes in a thread of its own.
class WatchedFolder {
 public:
  WatchedFolder() {
    for (const char* name : {"content/a", "content/.git", "content/site"})
      std::filesystem::create_directories(folder_.path(name));
    watch_ = std::make_unique<ContentWatch>(std::vector{path("")}, std::vector{path("site")});
    thread_ = std::thread([this] {
      while (watch_->wait_for_change()) {
        const std::lock_guard guard(mutex_);
        ++changes_;
        changed_.notify_all();
      }
    });
  }
  ~WatchedFolder() {
    watch_->stop();
    thread_.join();
  }

  std::string path(const std::string& below) const {
    return folder_.path(below.empty() ? "content" : "content/" + below);
  }
  void write(const std::string& file) const { write_test_file(path(file), "x"); }

  // How many changes there are once the next one has come.
  int after_next() {
    std::unique_lock lock(mutex_);
    const bool came = changed_.wait_for(lock, std::chrono::seconds(20), [&] { return changes_ > seen_; });
    seen_ = changes_;
    return came ? changes_ : -1;
  }

 private:
  TemporaryFolder folder_;
  std::unique_ptr<ContentWatch> watch_;
  std::mutex mutex_;
  std::condition_variable changed_;
  int changes_ = 0;
  int seen_ = 0;
  std::thread thread_;
};

}  // namespace

TEST_CASE("a saved file is a change") {
  WatchedFolder folder;
  folder.write("a/sida.md");
  CHECK(folder.after_next() == 1);
}

TEST_CASE("a file renamed into place, removed or moved away is a change") {
  WatchedFolder folder;
  folder.write("a/.sida.md.tmp");
  std::filesystem::rename(folder.path("a/.sida.md.tmp"), folder.path("a/sida.md"));
  CHECK(folder.after_next() == 1);
  std::filesystem::rename(folder.path("a/sida.md"), folder.path("sida.md"));
  CHECK(folder.after_next() == 2);
  std::filesystem::remove(folder.path("sida.md"));
  CHECK(folder.after_next() == 3);
}

TEST_CASE("files in new, moved and returned folders are seen") {
  WatchedFolder folder;
  std::filesystem::create_directories(folder.path("ny/djup"));
  CHECK(folder.after_next() > 0);
  folder.write("ny/djup/sida.md");
  CHECK(folder.after_next() > 0);
  std::filesystem::rename(folder.path("ny"), folder.path("flyttad"));
  CHECK(folder.after_next() > 0);
  folder.write("flyttad/djup/sida.md");
  CHECK(folder.after_next() > 0);
}

TEST_CASE("hidden names and the folders left out are no change") {
  WatchedFolder folder;
  folder.write(".git/index");
  folder.write("a/.sida.md.swp");
  folder.write("site/index.html");
  folder.write("site/ny/index.html");
  folder.write("a/sida.md");
  CHECK(folder.after_next() == 1);
}

TEST_CASE("a watch without folders waits until it is stopped") {
  ContentWatch watch({}, {});
  CHECK(watch.is_complete());
  watch.stop();
  CHECK_FALSE(watch.wait_for_change());
}

TEST_CASE("a folder that is not there is looked for again") {
  const TemporaryFolder folder;
  ContentWatch watch({folder.path("saknas")}, {});
  CHECK_FALSE(watch.is_complete());
  std::filesystem::create_directory(folder.path("saknas"));
  CHECK(watch.wait_for_change());
  CHECK(watch.is_complete());
}
