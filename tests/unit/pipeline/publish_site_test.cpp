// Publishing and packing from content to what readers get.
#include <catch2/catch.hpp>

#include <algorithm>

#include "base/messages/codes.h"
#include "cli/program_run.h"
#include "disk/state.h"
#include "output/site_files.h"
#include "output/zip_archive.h"
#include "pipeline/build_site.h"
#include "pipeline/commands/pack_site.h"
#include "pipeline/commands/publish_site.h"
#include "small_course.h"
#include "test_site.h"

using namespace traff;
using namespace traff::testing;

namespace {

PublishRequest to_folder(const TestSite& site) {
  PublishRequest request;
  request.folder = site.sandbox().path("webb");
  return request;
}

PackRequest to_file(const TestSite& site, const std::string& name = "kopia.zip") {
  PackRequest request;
  request.file = site.sandbox().path(name);
  return request;
}

FilesByPath unpacked(const std::string& file) {
  const std::string bytes = read_test_file(file);
  const ZipReader zip(bytes, file);
  FilesByPath files;
  for (const auto& entry : zip.entries())
    zip.read(entry, [&, &text = files[entry.path]](std::string_view part) { text += part; });
  return files;
}

const std::string broken = "# A\n\n[till](finns-inte.md)\n";

}  // namespace

TEST_CASE("what is published is what a build writes") {
  TestSite site;
  site.write(small_course()).build();
  CHECK(publish_site(site.options(), to_folder(site)).release->is_new);
  CHECK(differences(files_below(site.sandbox().path("webb/current/"), true), site.files()).empty());
}

TEST_CASE("nothing is published while a Fel remains, and the old site stands") {
  TestSite site;
  site.write("index.md", "# A\n\nText.\n");
  publish_site(site.options(), to_folder(site));
  site.write("index.md", broken);
  const PublishReport report = publish_site(site.options(), to_folder(site));
  CHECK(report.refused);
  CHECK_FALSE(report.release.has_value());
  CHECK(read_test_file(site.sandbox().path("webb/current/index.html")).find("Text.") != std::string::npos);
  CHECK(pack_site(site.options(), to_file(site)).refused);
  CHECK_FALSE(std::filesystem::exists(site.sandbox().path("kopia.zip")));
}

namespace {

// Damages a file of the site in the state folder so that neither its size nor its stamps tell.
void damage_unseen(TestSite& site, const std::string& below, const std::string& path) {
  const std::string folder = site.options().state_folder + "/" + below;
  const Manifest manifest = parse_manifest(read_test_file(folder + "/.traff-manifest.json")).value();
  site.sandbox().let_settle();
  const std::string whole = read_test_file(folder + "/" + path);
  write_test_file(folder + "/" + path, std::string(whole.size(), 'x'));
  StampTable lying;
  const SiteFiles files(folder);
  for (const auto& [each, entry] : manifest.outputs) lying.put(each, files.look(each).stamp, entry.bytes);
  site.sandbox().let_settle();
  WrittenStamps(site.options().state_folder, files.absolute_folder()).save(lying);
}

}  // namespace

TEST_CASE("a file of the built site that the disk damaged is made again, and does not reach the readers") {
  TestSite site;
  site.options().state_folder = site.sandbox().path("minne");
  site.write("index.md", "# A\n\nText.\n").build();
  publish_site(site.options(), to_folder(site));
  damage_unseen(site, "publish", "index.html");
  std::filesystem::remove_all(site.sandbox().path("webb"));
  CHECK(publish_site(site.options(), to_folder(site)).release->is_new);
  CHECK(read_test_file(site.sandbox().path("webb/current/index.html")) == site.output("index.html"));
  pack_site(site.options(), to_file(site));
  const FilesByPath before = unpacked(site.sandbox().path("kopia.zip"));
  damage_unseen(site, "copy", "index.html");
  pack_site(site.options(), to_file(site));
  CHECK(unpacked(site.sandbox().path("kopia.zip")) == before);
}

TEST_CASE("the status of a published folder is held against a revision") {
  TestSite site;
  site.write("index.md", "# A\n\nText.\n").commit();
  const auto shown_as = [&](const std::string& options) {
    const std::string arguments = "publish '" + site.sandbox().path() + "' --to '" + to_folder(site).folder + "' ";
    return run_program(arguments + options);
  };
  CHECK(shown_as("--status").code == 2);
  CHECK(shown_as("").code == 0);
  const std::string first = site.sandbox().git("rev-parse HEAD").substr(0, 12);
  const std::string status = shown_as("--status --rev HEAD").output;
  CHECK(status.find("/current visar version 000001 sedan 20") != std::string::npos);
  CHECK(status.find("Gjord av " + first + ", ") != std::string::npos);
  site.write("index.md", "# A\n\nEn ny text.\n");
  CHECK(shown_as("").code == 0);
  CHECK(says(shown_as("--status"), first + " med ändringar"));
  CHECK(shown_as("--status --rev HEAD").code == 1);
  site.commit();
  CHECK(
      says(shown_as("--status --rev HEAD"), "ska vara gjord av " + site.sandbox().git("rev-parse HEAD").substr(0, 12)));
  CHECK(shown_as("").code == 0);
  CHECK(shown_as("--status --rev HEAD").code == 0);
  CHECK(shown_as("--rollback").code == 0);
  CHECK(says(shown_as("--status --lang en"), "Release 000002 is newer"));
  std::filesystem::remove_all(site.sandbox().path(".traff"));
  CHECK(says(shown_as("--status --rev finns-inte"), "finns-inte"));
  CHECK_FALSE(std::filesystem::exists(site.sandbox().path(".traff")));
}

TEST_CASE("a branch needs a repository, and names the commit it is made from") {
  TestSite site;
  site.write("index.md", "# A\n\nText.\n");
  PublishRequest request;
  request.branch = "webb";
  CHECK(failure_code([&] { publish_site(site.options(), request); }) == "W86");
  site.commit();
  CHECK(publish_site(site.options(), request).commit.has_value());
  const std::string id = site.sandbox().git("rev-parse HEAD").substr(0, 40);
  CHECK(site.sandbox().git("log -1 --format=%b webb").find("Källa: " + id + "\n") != std::string::npos);
  CHECK_FALSE(publish_site(site.options(), request).commit.has_value());
}

TEST_CASE("a copy of a commit is the same file from the folder, from the commit and with any number of threads") {
  TestSite site;
  site.write(small_course()).commit();
  pack_site(site.options(), to_file(site, "a.zip"));
  BuildOptions from_commit = site.options();
  from_commit.revision = "HEAD";
  from_commit.jobs = 1;
  from_commit.fresh = true;
  pack_site(from_commit, to_file(site, "b.zip"));
  CHECK(read_test_file(site.sandbox().path("a.zip")) == read_test_file(site.sandbox().path("b.zip")));
}

TEST_CASE("a copy has one top folder, says which day it is of, and has no links for editing") {
  TestSite site;
  site.write("index.md",
             "---\ntitel: Våra nätverk\nadress: https://a.example.org\nkälla: https://github.com/a/b\n---\n\nText.\n")
      .commit();
  site.build();
  CHECK(site.output("index.html").find("/edit/main/content/index.md") != std::string::npos);
  pack_site(site.options(), to_file(site));
  const FilesByPath files = unpacked(site.sandbox().path("kopia.zip"));
  CHECK(std::all_of(files.begin(), files.end(),
                    [](const auto& file) { return file.first.starts_with("vara-natverk/"); }));
  const std::string& page = files.at("vara-natverk/index.html");
  CHECK(page.find("/edit/") == std::string::npos);
  CHECK(page.find("en kopia av webbplatsen från") != std::string::npos);
  CHECK(page.find("https://a.example.org/") != std::string::npos);
  CHECK_FALSE(files.contains("vara-natverk/404.html"));
}

TEST_CASE("a copy tells whether it is whole and of which commit") {
  TestSite site;
  site.write("index.md", "# A\n\nText.\n").commit();
  PackRequest request = to_file(site);
  pack_site(site.options(), request);
  request.verify = request.file;
  BuildOptions asked = site.options();
  asked.revision = "HEAD";
  CHECK(to_hex(*verify_pack(asked, request).commit) + "\n" == site.sandbox().git("rev-parse HEAD"));
  site.write("index.md", "# A\n\nNy text.\n").commit();
  CHECK(failure_code([&] { verify_pack(asked, request); }) == "W92");
  std::string bytes = read_test_file(request.file);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  write_test_file(request.file, bytes);
  CHECK(failure_code([&] { verify_pack(site.options(), request); }) == "W91");
}

TEST_CASE("an archive holds the texts and what was said of them too") {
  TestSite site;
  site.write("index.md", "# A\n\nText.\n").write("privat/hemligt.md", "# Hemligt\n").commit();
  PackRequest request = to_file(site);
  request.archive = true;
  pack_site(site.options(), request);
  const FilesByPath files = unpacked(request.file);
  const std::string top = files.begin()->first.substr(0, files.begin()->first.find('/') + 1);
  CHECK(files.at(top + "texter/index.md") == "# A\n\nText.\n");
  CHECK(files.contains(top + "meddelanden.txt"));
  CHECK(files.contains(top + "webbplats/index.html"));
  for (const auto& [path, text] : files) CHECK(text.find("Hemligt") == std::string::npos);
}

TEST_CASE("the day of a page is that of its last commit, unless the author says another") {
  TestSite site;
  site.write("a.md", "# A\n\nText.\n").write("b.md", "---\ntitel: B\nändrad: 3 februari 2020\n---\n\nText.\n").build();
  CHECK(site.output("a.html").find("Senast ändrad") == std::string::npos);
  CHECK(site.output("b.html").find("3&nbsp;februari") + site.output("b.html").find("2020-02-03") > 0);
  ::setenv("GIT_AUTHOR_DATE", "2021-05-06T23:30:00-0300", 1);
  site.commit();
  ::unsetenv("GIT_AUTHOR_DATE");
  site.build();
  CHECK(site.output("a.html").find("2021-05-06") != std::string::npos);
  CHECK(site.output("b.html").find("2020-02-03") != std::string::npos);
  CHECK(site.output("a.html").find("test@example.org") == std::string::npos);
}

TEST_CASE("a commit makes the pages it touched, and only those") {
  TestSite site;
  site.write("a.md", "# A\n\nText.\n").write("b.md", "# B\n\nText.\n").commit();
  site.build();
  ::setenv("GIT_AUTHOR_DATE", "2035-05-06T12:00:00+0200", 1);
  site.write("a.md", "# A\n\nText.\n\nMer.\n").build();
  site.commit();
  site.build();
  ::unsetenv("GIT_AUTHOR_DATE");
  CHECK(site.made() == Paths{"a.html"});
  CHECK(differences(site.files(), built_from_scratch(site.options())).empty());
}

TEST_CASE("a shallow clone is built, and says that days are unknown") {
  TestSite site;
  site.write("a.md", "# A\n\nText.\n").commit();
  site.write("b.md", "# B\n\nText.\n").commit();
  const GitSandbox clone;
  clone.git("clone -q --depth 1 file://" + site.sandbox().path() + " .");
  BuildOptions options;
  options.content = clone.path();
  options.out = clone.path("ut");
  const BuildReport report = build_site(options);
  REQUIRE(report.diagnostics.size() == 1);
  CHECK(report.diagnostics.front().code == code::G1);
  CHECK(report.diagnostics.front().args == std::vector<Words>{"2"});
}
