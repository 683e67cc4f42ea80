// When what a site is made from cannot be read: a clear message, nothing remembered, and the next build is right.
#include <catch2/catch.hpp>

#include <filesystem>

#include "pipeline/build_site.h"
#include "pipeline/commands/changes_report.h"
#include "pipeline/commands/index_files.h"
#include "pipeline/commands/pack_site.h"
#include "pipeline/commands/publish_site.h"
#include "test_site.h"

using namespace traff;
using namespace traff::testing;

namespace {

namespace fs = std::filesystem;

const std::string index_page =
    "---\ntitel: Nätverket\nläsår: 2019/2020\nadress: https://example.org/n\nändringar: ja\n---\n\nHej.\n";
const std::string meeting_page = "# Träff 1: Start\nDatum: 10 oktober\nTid: 9–16\n\nHej.\n";

}  // namespace

TEST_CASE("an earlier version that cannot be opened stops the build, and the next one is as if nothing had been") {
  TestSite site;
  site.write("index.md", index_page).write("traffar/1.md", meeting_page).write("om.md", "# Om oss\n\nText.\n");
  site.commit_on("2019-09-01");
  site.write("om.md", "# Om oss\n\nNy text.\n").write("traffar/1.md", meeting_page + "\nNytt.\n");
  site.commit_on("2019-11-01");
  for (const std::string locked :
       {"HEAD~", "HEAD~^{tree}", "HEAD~:content", "HEAD~:content/traffar", "HEAD~:content/om.md"}) {
    site.write("om.md", "# Om oss\n\nNy text, " + locked + ".\n");
    const std::string hex = site.sandbox().git("rev-parse '" + locked + "'").substr(0, 40);
    const fs::path object = site.sandbox().path(".git/objects/" + hex.substr(0, 2) + "/" + hex.substr(2));
    fs::remove_all(site.sandbox().path(".traff"));
    fs::rename(object, object.string() + "-bytes");
    fs::create_symlink(object.filename(), object);
    CHECK(failure_code([&] { site.build(); }) == "W16");
    fs::rename(object.string() + "-bytes", object);
    site.build();
    CHECK(differences(site.files(), built_from_scratch(site.options())) == Paths{});
  }
}

TEST_CASE("no command takes a revision of content that is not in git, and none ends without a message") {
  TestSite site;
  site.write("index.md", "# Start\n");
  BuildOptions asked = site.options();
  asked.revision = "main";
  const std::string out = site.sandbox().path("ut");
  CHECK(failure_code([&] { build_site(asked); }) == "W65");
  CHECK(failure_code([&] { check_site(asked); }) == "W65");
  CHECK(failure_code([&] { explain_output(asked); }) == "W65");
  PublishRequest to_folder;
  to_folder.folder = out;
  CHECK(failure_code([&] { publish_site(asked, to_folder); }) == "W65");
  CHECK(failure_code([&] { pack_site(asked, {}); }) == "W65");
  CHECK(failure_code([&] { write_documents_file(asked, out + ".json"); }) == "W65");
  CHECK(failure_code([&] { load_changes(asked, {"", std::nullopt}); }) == "W65");
}

TEST_CASE("a theme folder whose name no disk can have is answered with a message") {
  TestSite site;
  site.write("index.md", "# Start\n");
  site.options().theme_folder = std::string(300, 'x');
  CHECK(failure_code([&] { site.build(); }) == "W1");
}

TEST_CASE("a file whose name becomes too long for the site is left out, and the rest is built") {
  TestSite site;
  const std::string longest(248, 'b');
  site.write("index.md", "---\ntitel: Start\npublicera: c\n---\n\nHej.\n")
      .write(std::string(251, 'a') + ".md", "# För lång\n\nText.\n");
  site.write(longest + ".md", "# Precis\n\nText.\n").write("c/" + std::string(251, 'c') + ".pdf", "%PDF");
  site.build();
  CHECK(site.codes() == Paths{"P2"});
  CHECK(site.files().contains(longest + ".html"));
  CHECK(site.files().contains("c/" + std::string(251, 'c') + ".pdf"));
}

TEST_CASE("a page with a long name and many changes is published, if need be without the list of them") {
  TestSite site;
  const std::string name(248, 'b');
  site.write("index.md", index_page).write(name + ".md", "# Sida\n\nText.\n").write("c.md", "# C\n\nText.\n").commit();
  site.write(name + ".md", "# Sida\n\nNy text.\n").write("c.md", "# C\n\nNy text.\n").commit();
  site.build();
  CHECK(site.files().contains(name + ".html"));
  CHECK(site.files().contains("c-andringar.html"));
}

TEST_CASE("a copy is called by the site's title as far as there is room") {
  TestSite site;
  site.write("index.md", "---\ntitel: " + std::string(300, 'x') + "\n---\n\nHej.\n");
  const CurrentFolder current(site.sandbox().folder());
  CHECK(pack_site(site.options(), {}).file == std::string(100, 'x') + ".zip");
}
