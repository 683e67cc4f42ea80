// What must not be read over somebody's shoulder or in a log.
#include <catch2/catch.hpp>

#include "base/web_address.h"

using namespace traff;

TEST_CASE("a password with spaces is not shown where the address is known") {
  CHECK(address_without_secrets("https://anna:min hemlighet@example.org/x.git") == "https://…@example.org/x.git");
  CHECK(address_without_secrets("origin") == "origin");
}

TEST_CASE("the user, password and query of an address are not shown") {
  CHECK(without_secrets("https://user:HEMLIGT@example.org/x.git") == "https://…@example.org/x.git");
  CHECK(without_secrets("https://HEMLIGT@example.org/x.git") == "https://…@example.org/x.git");
  CHECK(without_secrets("https://user:HEM@LIGT@example.org/x.git") == "https://…@example.org/x.git");
  CHECK(without_secrets("https://user:HEM/LIGT@example.org/x.git") == "https://…@example.org/x.git");
  CHECK(without_secrets("https://user:HEM#LIGT@example.org/x.git") == "https://…@example.org/x.git");
  CHECK(without_secrets("https://user:HEM'LIGT@example.org/x.git") == "https://…@example.org/x.git");
  CHECK(without_secrets("https://example.org/x.git?private_token=HEMLIGT") == "https://example.org/x.git?…");
  CHECK(without_secrets("https://user:HEM@example.org/x.git?private_token=LIGT") == "https://…@example.org/x.git?…");
  CHECK(without_secrets("https://example.org/x.git?private_token=HEM@LIGT") == "https://…");
  CHECK(without_secrets("https://user:HEM?LIGT@example.org/x.git") == "https://…");
  CHECK(without_secrets("ftp://user:HEMLIGT@example.org/") == "ftp://…@example.org/");
}

TEST_CASE("an address without secrets is shown as it is") {
  for (const char* address : {"https://example.org:8080/a/b.git", "ssh://git@example.org/b.git",
                              "git@example.org:a/b.git", "origin", "../b.git", "", "://", "a ://b"}) {
    CHECK(without_secrets(address) == address);
  }
}

TEST_CASE("addresses among words lose their secrets and the words stand") {
  CHECK(without_secrets("fatal: unable to access 'https://u:HEMLIGT@example.org/x.git/': Failed\n") ==
        "fatal: unable to access 'https://…@example.org/x.git/': Failed\n");
  CHECK(without_secrets("git push https://a:X@b/c https://d/e?f=X \"https://d/e?f=X\" slut") ==
        "git push https://…@b/c https://d/e?… \"https://d/e?…\" slut");
}
