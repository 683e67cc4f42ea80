#include "preview/web_server.h"

#include <catch2/catch.hpp>

using namespace traff;

TEST_CASE("a target is a path in the site, decoded and without its query") {
  CHECK(site_path_of("/") == "");
  CHECK(site_path_of("/a/b.html") == "a/b.html");
  CHECK(site_path_of("/a/b.html?q=1#x") == "a/b.html");
  CHECK(site_path_of("/a%20b/%C3%A5.txt") == "a b/å.txt");
  CHECK(site_path_of("/a/") == "a/");
  CHECK(site_path_of("//a//b") == "a/b");
  CHECK(site_path_of("/a%2Fb") == "a/b");
}

TEST_CASE("dots in a target are worked out inside the site") {
  CHECK(site_path_of("/a/../b.html") == "b.html");
  CHECK(site_path_of("/a/%2e%2E/b.html") == "b.html");
  CHECK(site_path_of("/a/./b/..") == "a/");
  CHECK(site_path_of("/a/..") == "");
}

TEST_CASE("a target that leaves the site or is no text is nothing") {
  const auto target = GENERATE(as<std::string>(), "", "a", "/..", "/../etc/passwd", "/%2e%2e/x", "/a/../../x",
                               "/..%2fx", "/.traff-manifest.json", "/a/.git/config", "/%2etraff", "/%", "/%4", "/%zz",
                               "/a%00b", "/a%0ab", "/%ff", "http://127.0.0.1/");
  CAPTURE(target);
  CHECK_FALSE(site_path_of(target));
}
