// What `traff new` writes to be replaced.
#include "checks/placeholders.h"

#include <catch2/catch.hpp>

#include "base/text.h"
#include "embedded_files.h"
#include "pipeline/commands/publish_site.h"
#include "test_site.h"

using namespace traff;
using namespace traff::testing;

namespace {

Paths codes_of(const std::string& text) {
  TestSite site;
  site.write("index.md", text).build();
  return site.codes();
}

}  // namespace

TEST_CASE("what should be replaced is a warning") {
  CHECK(codes_of("# N\n\nSkriv till natverk@example.org.\n") == Paths{"U8"});
  CHECK(
      codes_of("# N\n\n::: ruta\n**Texterna är ett exempel.** Byt ut dem mot era egna innan ni publicerar, och ta bort "
               "den här rutan.\n:::\n") == Paths{"U8"});
  CHECK(codes_of("# N\n\n- Skriv ett område på varje rad.\n") == Paths{"U8"});
}

TEST_CASE("what only begins alike is the author's own") {
  CHECK(codes_of("# N\n\nSkriv till oss på natverk@lnu.se eller larare.natverk@example.org.\n").empty());
  CHECK(codes_of("# N\n\n- Skriv ett område på tavlan.\n").empty());
}

TEST_CASE("every sentence of a skeleton that says what to write is found") {
  for (const EmbeddedFile& file : embedded_files()) {
    if (!file.path.starts_with("assets/skeletons/page/")) continue;
    std::size_t asked = 0;
    for (const std::string_view line : split_lines(file.bytes))
      asked += line.find("Skriv ") != line.npos || line.find("Write ") != line.npos ? 1 : 0;
    if (asked == 0) continue;
    TestSite site;
    site.write("index.md", "# N\n\n" + std::string(file.bytes.substr(file.bytes.rfind("---\n") + 4))).build();
    INFO(file.path << "\n" << site.diagnostics());
    const Paths codes = site.codes();
    CHECK(static_cast<std::size_t>(std::ranges::count(codes, std::string("U8"))) >= asked - 1);
  }
}

TEST_CASE("nothing is published while something should be replaced (U9)") {
  TestSite site;
  site.write("index.md", "---\ntitel: N\nkontakt: Vi, natverk@example.org\n---\n\nText.\n");
  PublishRequest request;
  request.folder = site.sandbox().path("www");
  const PublishReport report = publish_site(site.options(), request);
  CHECK(report.refused);
  CHECK(report.build.diagnostics.front().code.name() == std::string("U9"));
}
