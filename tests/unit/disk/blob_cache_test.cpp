#include "disk/blob_cache.h"

#include <sys/resource.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <random>
#include <set>
#include <thread>

#include "disk/blob_index.h"
#include "output/child_process.h"
#include "output/temporary_folder.h"

using namespace traff;
using namespace traff::testing;

namespace fs = std::filesystem;

namespace {

const ContentId generator = content_id("generator");

ContentId id_of(int number) { return content_id("source " + std::to_string(number)); }
std::string blob_of(int number) {
  return std::string(static_cast<std::size_t>(number % 300), 'b') + std::to_string(number);
}

struct TestCache {
  TemporaryFolder folder;
  std::string state = folder.path("repository/.traff");

  BlobCache open(bool fresh = false) const { return BlobCache(state, "documents", generator, fresh); }

  // A run that finds or puts the entries first … last-1. How many it found.
  int run(int first, int last) const {
    BlobCache cache = open();
    int found = 0;
    for (int i = first; i < last; ++i) found += find_or_put(cache, i) ? 1 : 0;
    cache.save();
    return found;
  }

  static bool find_or_put(BlobCache& cache, int i) {
    if (const auto blob = cache.find(id_of(i))) return *blob == blob_of(i);
    cache.put(id_of(i), blob_of(i));
    return false;
  }

  std::string file(const std::string& ending) const { return state + "/documents" + ending; }
  std::size_t size() const { return read_test_file(file(".pack")).size(); }
};

// How many of the first `count` entries a run finds; every one found is as it was put.
int found_whole(const TestCache& cache, int count) {
  const BlobCache opened = cache.open();
  int found = 0;
  for (int i = 0; i < count; ++i) {
    const auto blob = opened.find(id_of(i));
    if (!blob) continue;
    REQUIRE(*blob == blob_of(i));
    ++found;
  }
  return found;
}

}  // namespace

TEST_CASE("what one run puts the next one finds") {
  const TestCache cache;
  CHECK(cache.run(0, 100) == 0);
  CHECK(cache.run(0, 100) == 100);
  CHECK(cache.open().contains(id_of(7)));
  CHECK_FALSE(cache.open().contains(id_of(100)));
  CHECK(read_test_file(cache.state + "/.gitignore") == "*\n");
}

TEST_CASE("what is put in this run is for the next") {
  const TestCache cache;
  BlobCache opened = cache.open();
  opened.put(id_of(1), "blob");
  opened.put(id_of(1), "blob");
  CHECK_FALSE(opened.find(id_of(1)));
}

TEST_CASE("without a save nothing is kept and nothing is harmed") {
  const TestCache cache;
  cache.run(0, 50);
  {
    BlobCache opened = cache.open();
    for (int i = 50; i < 20'000; ++i) opened.put(id_of(i), blob_of(i));
  }
  CHECK(cache.run(0, 100) == 50);
  CHECK(cache.run(0, 100) == 100);
}

TEST_CASE("a fresh cache starts empty") {
  const TestCache cache;
  cache.run(0, 10);
  CHECK_FALSE(cache.open(true).contains(id_of(1)));
}

TEST_CASE("entries of another generator are ignored") {
  const TestCache cache;
  cache.run(0, 10);
  CHECK_FALSE(BlobCache(cache.state, "documents", content_id("newer"), false).contains(id_of(1)));
}

TEST_CASE("unused entries stay while they are the lesser half and go when they are the greater") {
  const TestCache cache;
  cache.run(0, 100);
  const std::size_t full = cache.size();
  cache.run(30, 100);
  CHECK(cache.size() == full);
  CHECK(cache.run(0, 30) == 30);
  CHECK(cache.size() < full / 2);
  CHECK(found_whole(cache, 100) == 30);
}

TEST_CASE("after a save that drops entries the cache goes on working") {
  const TestCache cache;
  cache.run(0, 100);
  BlobCache opened = cache.open();
  const auto blob = opened.find(id_of(99));
  opened.save();
  REQUIRE(blob);
  CHECK(*blob == blob_of(99));
  opened.put(id_of(200), blob_of(200));
  opened.save();
  CHECK(opened.find(id_of(99)) == blob_of(99));
  CHECK(cache.open().find(id_of(200)) == blob_of(200));
}

TEST_CASE("entries may be put from many threads") {
  const TestCache cache;
  {
    BlobCache opened = cache.open();
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
      threads.emplace_back([&, t] {
        for (int i = t; i < 20'000; i += 4) opened.put(id_of(i), blob_of(i));
      });
    }
    for (auto& thread : threads) thread.join();
    opened.save();
  }
  CHECK(found_whole(cache, 20'000) == 20'000);
}

TEST_CASE("without a state folder nothing is kept and nothing fails") {
  BlobCache cache("", "documents", generator, false);
  cache.put(id_of(1), blob_of(1));
  cache.save();
  CHECK_FALSE(cache.find(id_of(1)));
}

TEST_CASE("nor when the state folder cannot be made") {
  const TemporaryFolder folder;
  write_test_file(folder.path("file"), "");
  BlobCache cache(folder.path("file/.traff"), "documents", generator, false);
  cache.put(id_of(1), blob_of(1));
  cache.save();
  CHECK_FALSE(cache.find(id_of(1)));
}

TEST_CASE("a full disk leaves the old cache in place") {
  const TestCache cache;
  cache.run(0, 50);
  ChildProcess child([&] {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{20'000, 20'000};
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return 2;
    BlobCache opened = cache.open();
    for (int i = 0; i < 20'000; ++i) TestCache::find_or_put(opened, i);
    opened.save();
    return 0;
  });
  CHECK(child.wait() == 0);
  CHECK(found_whole(cache, 100) == 50);
}

TEST_CASE("a second process reads the cache and leaves the writing to the first") {
  const TestCache cache;
  cache.run(0, 50);
  BlobCache first = cache.open();
  for (int i = 50; i < 60; ++i) first.put(id_of(i), blob_of(i));
  ChildProcess child([&] {
    BlobCache second = cache.open();
    int found = 0;
    for (int i = 0; i < 80; ++i) found += TestCache::find_or_put(second, i) ? 1 : 0;
    second.save();
    return found;
  });
  CHECK(child.wait() == 50);
  for (int i = 0; i < 50; ++i) first.contains(id_of(i));
  first.save();
}

TEST_CASE("killed at any moment a run leaves a cache that is whole or empty") {
  const TestCache cache;
  std::mt19937 random(2019);
  for (int round = 0; round < 40; ++round) {
    const int first = round % 5 == 4 ? 2900 : 0;  // now and then most entries are dropped
    ChildProcess child([&] {
      cache.run(first, 3000 + round * 10);
      return 0;
    });
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 20'000));
    child.kill();
    child.wait();
    found_whole(cache, 3500);
  }
  cache.run(0, 3000);
  CHECK(found_whole(cache, 3000) == 3000);
}

TEST_CASE("files cut short anywhere are an empty cache, never a wrong one") {
  const TestCache cache;
  cache.run(0, 60);
  for (const char* ending : {".index", ".pack"}) {
    const std::string whole = read_test_file(cache.file(ending));
    for (std::size_t size = 0; size < whole.size(); size += 97) {
      const TestCache cut;
      fs::create_directories(cut.state);
      for (const char* other : {".index", ".pack"}) fs::copy_file(cache.file(other), cut.file(other));
      fs::resize_file(cut.file(ending), size);
      REQUIRE(found_whole(cut, 60) == 0);
      cut.run(0, 60);
      REQUIRE(found_whole(cut, 60) == 60);
    }
  }
}

TEST_CASE("a flipped bit anywhere in an index is seen") {
  BlobIndex index{generator, content_id("identity"), 1000, {}};
  for (int i = 0; i < 20; ++i) index.entries.push_back({id_of(i), 20, 60, 2});
  std::sort(index.entries.begin(), index.entries.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  std::string bytes = format_blob_index(index);
  REQUIRE(parse_blob_index(bytes));
  int accepted = 0;
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    const char flip = static_cast<char>(1 << (bit % 8));
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ flip);
    accepted += parse_blob_index(bytes) ? 1 : 0;
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ flip);
  }
  CHECK(accepted == 0);
}

TEST_CASE("an index that points outside its pack is refused") {
  const BlobEntry entry{id_of(1), 20, 980, 0};
  CHECK(parse_blob_index(format_blob_index({generator, {}, 1000, {entry}})));
  CHECK_FALSE(parse_blob_index(format_blob_index({generator, {}, 999, {entry}})));
  BlobEntry far = entry;
  far.offset = ~std::uint64_t{0} - 3;
  CHECK_FALSE(parse_blob_index(format_blob_index({generator, {}, 1000, {far}})));
  CHECK_FALSE(parse_blob_index(format_blob_index({generator, {}, 1000, {entry, entry}})));
}

TEST_CASE("a damaged blob is not found") {
  const TestCache cache;
  cache.run(0, 60);
  std::string pack = read_test_file(cache.file(".pack"));
  pack.back() = '!';
  write_test_file(cache.file(".pack"), pack);
  const BlobCache opened = cache.open();
  CHECK_FALSE(opened.find(id_of(59)));
  CHECK(opened.find(id_of(58)) == blob_of(58));
}

TEST_CASE("a link in the state folder is never written through") {
  const TestCache cache;
  write_test_file(cache.folder.path("precious"), "precious");
  fs::create_directories(cache.state);
  for (const char* ending : {".pack", ".index", ".lock"}) {
    fs::create_symlink(cache.folder.path("precious"), cache.file(ending));
  }
  cache.run(0, 60);
  CHECK(read_test_file(cache.folder.path("precious")) == "precious");
}
