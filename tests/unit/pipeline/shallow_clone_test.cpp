// A clone that lacks its older commits, and then gets them: what was kept of the first must not shape the second.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>

#include "output/zip_archive.h"
#include "pipeline/commands/changes_report.h"
#include "test_site.h"

using namespace traff;
using namespace traff::testing;

namespace {

const std::string index_page =
    "---\ntitel: Nätverket\nläsår: 2019/2020\nadress: https://example.org/n\nändringar: ja\noffline: ja\n---\n\nHej.\n";

void write_history(TestSite& site) {
  site.write("index.md", index_page).write("tillganglighet.md", "# Tillgänglighet\n\nText.\n");
  site.write("traffar/1.md", "# Träff 1: Start\nDatum: 10 oktober\nTid: 9–16\n\nHej.\n").commit();
  site.write("traffar/1.md", "# Träff 1: Start\nDatum: 10 oktober\nTid: 9–16\n\nHej då.\n").commit();
  site.write("om.md", "# Om oss\n\nText.\n").commit();
}

bool has_changes_page(const TestSite& site) {
  const Paths outputs = site.outputs();
  return std::find(outputs.begin(), outputs.end(), "traffar/1-andringar.html") != outputs.end();
}

std::string page_in_copy(const TestSite& site, const std::string& path) {
  const std::string bytes = site.output("offline.zip");
  const ZipReader zip(bytes, "offline.zip");
  std::string text;
  for (const auto& entry : zip.entries()) {
    if (entry.path.ends_with("/" + path)) zip.read(entry, [&](std::string_view part) { text += part; });
  }
  return text;
}

}  // namespace

TEST_CASE("a clone that gets its older commits is built as if it had had them from the beginning") {
  TestSite whole;
  write_history(whole);
  TestSite clone;
  clone.sandbox().git("clone -q --depth 1 file://" + whole.sandbox().path() + " .");
  clone.build();
  CHECK(clone.codes() == Paths{"G1"});
  CHECK_FALSE(has_changes_page(clone));
  CHECK(page_in_copy(clone, "nytt.html").find("lades ut") == std::string::npos);
  clone.sandbox().git("fetch -q --unshallow");
  clone.build();
  CHECK(clone.codes() == Paths{});
  CHECK(has_changes_page(clone));
  CHECK(page_in_copy(clone, "nytt.html").find("lades ut") != std::string::npos);
  CHECK(differences(clone.files(), built_from_scratch(clone.options())) == Paths{});
  CHECK(clone.build().made() == Paths{});
}

TEST_CASE("commits that changed no page but tell how long there has been a site shape what is new, when they come") {
  TestSite whole;
  for (const std::string day : {"2019-09-01", "2019-10-20"}) whole.write("../README", day), whole.commit_on(day);
  whole.write("index.md", index_page).write("traffar/1.md", "# Träff 1: Start\nDatum: 10 oktober\n\nHej.\n");
  whole.commit_on("2019-11-01");
  TestSite clone;
  clone.sandbox().git("clone -q --depth 2 file://" + whole.sandbox().path() + " .");
  clone.build();
  CHECK(clone.output("nytt.html").find("lades ut") == std::string::npos);
  clone.sandbox().git("fetch -q --unshallow");
  clone.build();
  CHECK(clone.output("nytt.html").find("lades ut") != std::string::npos);
  CHECK(differences(clone.files(), built_from_scratch(clone.options())) == Paths{});
}

TEST_CASE("built afresh, nothing that an earlier run knew of the commits is believed") {
  TestSite site;
  write_history(site);
  site.build();
  const std::string hex = site.sandbox().git("rev-parse HEAD~").substr(0, 40);
  site.sandbox().remove(".git/objects/" + hex.substr(0, 2) + "/" + hex.substr(2));
  CHECK(site.build().made() == Paths{});
  site.options().fresh = true;
  CHECK(failure_code([&] { site.build(); }) == "W16");
}

TEST_CASE("commits that a shallow clone has by chance are as unknown as git says") {
  TestSite whole;
  write_history(whole);
  TestSite clone;
  clone.sandbox().git("clone -q --depth 1 file://" + whole.sandbox().path() + " .");
  clone.sandbox().write(".git/objects/info/alternates", whole.sandbox().path(".git/objects") + "\n");
  clone.build();
  CHECK(clone.codes() == Paths{"G1"});
  CHECK_FALSE(has_changes_page(clone));
}

TEST_CASE("what is new cannot be told where no commit has the content, or a clone was made without it") {
  TestSite site;
  site.write("../README", "x").commit();
  site.write("index.md", index_page);
  CHECK(failure_code([&] { load_changes(site.options(), {}); }) == "W14");
  site.commit();
  site.write("index.md", index_page + "Mer.\n").commit();
  const std::string hex = site.sandbox().git("rev-parse HEAD~:content").substr(0, 40);
  site.sandbox().remove(".git/objects/" + hex.substr(0, 2) + "/" + hex.substr(2));
  site.sandbox().git("config remote.origin.promisor true");
  CHECK(failure_code([&] { load_changes(site.options(), {}); }) == "W66");
}
