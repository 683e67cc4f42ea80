#include "preview/editions.h"

#include <catch2/catch.hpp>

#include "base/messages/codes.h"

using namespace traff;

namespace {

BuildReport report(std::size_t written, const std::optional<Message>& message = std::nullopt) {
  BuildReport made;
  made.write.written = written;
  if (message) made.diagnostics.push_back({*message, {"a.md", 1, 1, 1}});
  return made;
}

constexpr std::chrono::milliseconds at_once{0};

}  // namespace

TEST_CASE("a build that wrote nothing and says the same is no news") {
  Editions editions(std::nullopt);
  const Edition first = editions.publish(report(3));
  const Edition second = editions.publish(report(0));
  CHECK(second.site == first.site);
  CHECK(second.notes == first.notes);
  CHECK(editions.wait_for_newer(first, at_once) == Editions::News::none);
}

TEST_CASE("written files are a new site, other mistakes are new notes") {
  Editions editions(std::nullopt);
  const Edition first = editions.publish(report(3));
  const Edition written = editions.publish(report(1));
  CHECK(written.site != first.site);
  CHECK(written.notes == first.notes);
  const Edition told = editions.publish(report(0, code::S1("x")));
  CHECK(told.site == written.site);
  CHECK(told.notes != written.notes);
  CHECK(editions.wait_for_newer(written, at_once) == Editions::News::newer);
}

TEST_CASE("a failure is told until a build succeeds, and keeps the last report") {
  Editions editions(std::nullopt);
  const Edition first = editions.publish(report(3, code::S1("x")));
  const Edition failed = editions.publish(Failure(code::W30("x")));
  CHECK(failed.site == first.site);
  CHECK(failed.notes != first.notes);
  CHECK(failed.failure);
  CHECK(failed.report->diagnostics.size() == 1);
  CHECK(editions.publish(Failure(code::W30("x"))).notes == failed.notes);
  const Edition mended = editions.publish(report(0, code::S1("x")));
  CHECK_FALSE(mended.failure);
  CHECK(mended.notes != failed.notes);
}

TEST_CASE("nobody waits for editions that have ended") {
  Editions editions(std::nullopt);
  const Edition first = editions.publish(report(1));
  editions.close();
  CHECK_FALSE(editions.current());
  CHECK(editions.wait_for_newer(first, std::chrono::hours(1)) == Editions::News::closed);
}

TEST_CASE("the language asked for goes before the site's") {
  BuildReport english = report(1);
  english.site_language = Language::en;
  CHECK(Editions(std::nullopt).publish(english).language == Language::en);
  CHECK(Editions(Language::sv).publish(english).language == Language::sv);
}
