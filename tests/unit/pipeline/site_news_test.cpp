// What is new since the last träff, a page's changes and the feed, of real repositories.
#include <catch2/catch.hpp>

#include <cstdlib>

#include "pipeline/commands/changes_report.h"
#include "small_course.h"
#include "test_site.h"

using namespace traff;
using namespace traff::testing;

namespace {

const std::string index_page =
    "---\ntitel: Nätverket\nläsår: 2019/2020\nadress: https://example.org/n\nändringar: ja\n---\n\nHej.\n";
const std::string second = "---\ndatum: 5 december\ntid: 9-16\n---\n# Träff 2: Mer\n\n## Inför träffen\n\nLäs Katz.\n";

void write_network(TestSite& site) {
  site.write("index.md", index_page);
  site.write("traffar/1.md", "# Träff 1: Start\nDatum: 10 oktober\n\nHej.\n");
  site.write("traffar/2.md", second);
  site.commit_on("2019-09-01");
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string main_of(const std::string& page) {
  return page.substr(page.find("<main"), page.find("</main>") - page.find("<main"));
}

}  // namespace

TEST_CASE("what is new is told from the end of the last träff before the commit's day") {
  TestSite site;
  write_network(site);
  site.write("traffar/1.md", "# Träff 1: Start\nDatum: 10 oktober\n\nHej då.\n");
  site.commit_on("2019-10-10");
  site.build();
  CHECK(has(site.output("nytt.html"), "Det här har ändrats sedan sidorna lades ut 1\xC2\xA0september 2019."));
  CHECK(has(site.output("nytt.html"), "Ändrad text"));
  site.write("traffar/2.md", replaced(second, "9-16", "9-15"));
  site.commit_on("2019-11-01");
  site.build();
  const std::string page = main_of(site.output("nytt.html"));
  CHECK(has(page, "Det här har ändrats sedan Träff 1: Start, 10\xC2\xA0oktober 2019."));
  CHECK(has(page, "Ny tid: 09.00–15.00 (förut 09.00–16.00)"));
  CHECK(!has(page, "traffar/1.html"));
  CHECK(has(site.output("index.html"), "href=\"nytt.html\""));
}

TEST_CASE("pages that came, went and moved are told, formatting and drafts are not") {
  TestSite site;
  write_network(site);
  site.write("mallar/a.md", "# Mall\n\nEtt ord till.\n")
      .write("borta.md", "# Gammal sida\n\nText.\n")
      .write("klar.md", "---\nstatus: utkast\n---\n# Snart klar\n\nText.\n");
  site.commit_on("2019-09-02");
  site.rename("mallar/a.md", "mallar/b.md").remove("borta.md");
  site.write("ny.md", "# Ny sida här\n\nText.\n").write("hemlig.md", "---\nstatus: utkast\n---\n# MARKÖR\n\nMARKÖR\n");
  site.write("klar.md", "# Nu klar\n\nText.\n")
      .write("traffar/1.md", "# Träff 1: Start\nDatum: 10 oktober\n\n**Hej**.\n");
  site.commit_on("2019-10-20");
  site.build();
  const std::string page = main_of(site.output("nytt.html"));
  CHECK(has(page, "<a href=\"ny.html\">Ny sida här</a>"));
  CHECK(has(page, "<a href=\"klar.html\">Nu klar</a>"));
  CHECK(has(page, "Sidan har flyttats"));
  CHECK(has(page, "<h2>Gammal sida</h2>"));
  CHECK(!has(page, "Träff 1: Start</a>"));
  for (const auto& [path, bytes] : site.files()) {
    INFO(path);
    CHECK(!has(bytes, "MARKÖR"));
    CHECK(!has(bytes, "Snart klar"));
  }
}

TEST_CASE("pages of a network that was a draft then are new, whatever they said") {
  TestSite site;
  site.write("index.md", "# N\n\nText.\n").write("k/traffar/1.md", "# Träff 1: Start\nDatum: 10 oktober\n\nHej.\n");
  site.write("k/index.md", "---\nläsår: 2019/2020\nstatus: utkast\n---\n\n# K\n")
      .write("k/om.md", "# Om oss\n\nMARKÖR\n");
  site.write("k/borta.md", "# MARKÖR borta\n\nText.\n").commit_on("2019-09-02");
  site.write("k/index.md", "---\nläsår: 2019/2020\n---\n\n# K\n").write("k/om.md", "# Om oss\n\nVälkommen.\n");
  site.remove("k/borta.md").commit_on("2019-10-20").build();
  const std::string page = main_of(site.output("k/nytt.html"));
  CHECK(has(page, ">Om oss</a>"));
  for (const auto& [path, bytes] : site.files()) {
    INFO(path);
    CHECK(!has(bytes, "MARKÖR"));
  }
}

TEST_CASE("a page's changes show the words before and after, never who wrote them, and only where they are asked for") {
  TestSite site;
  write_network(site);
  site.write("traffar/2.md", replaced(second, "Läs Katz.", "Läs Katz <b>."));
  site.commit_on("2019-09-10");
  site.build();
  const std::string page = site.output("traffar/2-andringar.html");
  CHECK(has(page, "<del><span class=\"mark-label\">borttaget: </span>Katz.</del>"));
  CHECK(has(page, "<ins><span class=\"mark-label\">tillagt: </span>Katz &lt;b&gt;.</ins>"));
  CHECK(has(page, "Sidan lades ut."));
  CHECK(!has(page, "@"));
  CHECK(has(site.output("traffar/2.html"), "href=\"2-andringar.html\">Ändringar</a>"));
  CHECK(!has(site.output("search/documents.js"), "andringar"));
  CHECK(!has(site.output("sitemap.xml"), "andringar"));
  site.write("index.md", replaced(index_page, "ändringar: ja\n", "")).build();
  for (const std::string& path : site.outputs()) CHECK(!path.ends_with("-andringar.html"));
}

TEST_CASE("commits that are to be ignored are in no list, also when others changed the same page") {
  TestSite site;
  write_network(site);
  const std::string reworded = replaced(second, "Läs Katz.", "LÄS KATZ.");
  site.write("traffar/2.md", reworded);
  site.commit_on("2019-10-15");
  const std::string ignored = site.sandbox().git("rev-parse HEAD");
  site.write("traffar/2.md", replaced(reworded, "9-16", "9-15")).write("../.git-blame-ignore-revs", ignored);
  site.commit_on("2019-10-20");
  site.build();
  CHECK(has(site.output("nytt.html"), "Ny tid"));
  CHECK(!has(site.output("nytt.html"), "Inför träffen"));
  CHECK(!has(site.output("traffar/2-andringar.html"), "KATZ"));
}

TEST_CASE("the feed has an entry for each changed page, whose id stays until the page changes on another day") {
  TestSite site;
  write_network(site);
  site.write("traffar/2.md", replaced(second, "9-16", "9-15"));
  site.commit_on("2019-10-20");
  site.build();
  const std::string feed = site.output("nytt.xml");
  CHECK(has(feed, "<id>tag:example.org,2019-10-20:/n/traffar/2.html</id>"));
  CHECK(has(feed, "<updated>2019-10-20T11:00:00Z</updated>"));
  CHECK(has(site.output("index.html"), "<link rel=\"alternate\" type=\"application/atom+xml\""));
  site.write("../README", "Annat.");
  site.commit_on("2019-10-25");
  site.build();
  CHECK(site.output("nytt.xml") == feed);
  CHECK(site.made().empty());
}

TEST_CASE("the feed has no character that XML lacks") {
  TestSite site;
  write_network(site);
  site.write("index.md",
             replaced(index_page, "Nätverket", "N\xEF\xBF\xBEä\xEF\xBF\xBFtverket\xEF\xBF\xBD \xEF\xBC\x81"));
  site.commit_on("2019-10-20");
  site.build();
  const std::string feed = site.output("nytt.xml");
  CHECK(has(feed, "Nätverket\xEF\xBF\xBD \xEF\xBC\x81"));
  CHECK(!has(feed, "\xEF\xBF\xBE"));
  CHECK(!has(feed, "\xEF\xBF\xBF"));
}

TEST_CASE("what is new is the same from a working folder, a commit and a bare repository, and anew or built on") {
  TestSite site;
  write_network(site);
  site.build();
  site.write("traffar/2.md", replaced(second, "Katz", "Dack"));
  site.rename("traffar/1.md", "traffar/1-start.md");
  site.commit_on("2019-11-11");
  site.build();
  const FilesByPath built = site.files();
  CHECK(built.contains("nytt.html"));
  CHECK(differences(built, built_from_scratch(site.options())).empty());
  BuildOptions commit = site.options();
  commit.revision = "main";
  CHECK(differences(built, built_from_scratch(commit)).empty());
  site.sandbox().git("clone -q --bare . site-bare.git");
  BuildOptions bare = site.options();
  bare.content = site.sandbox().path("site-bare.git");
  CHECK(differences(built, built_from_scratch(bare)).empty());
  site.build();
  CHECK(site.made().empty());
}

TEST_CASE("without git, or with nothing older to compare with, sites say nothing or what they can") {
  TestSite plain;
  plain.write("index.md", index_page).build();
  CHECK(!plain.files().contains("nytt.html"));
  CHECK(!plain.files().contains("nytt.xml"));
  CHECK(failure_code([&] { load_changes(plain.options(), {"", std::nullopt}); }) == "W22");
  TestSite site;
  write_network(site);
  site.build();
  CHECK(has(site.output("nytt.html"), "Inget har ändrats sedan sidorna lades ut"));
  site.write("traffar/2.md", replaced(second, "9-16", "9-15")).build();
  CHECK(has(site.output("nytt.html"), "Ny tid"));
  site.commit_on("2019-12-20");
  site.sandbox().git("clone -q --depth 1 file://" + site.sandbox().path() + " " + site.sandbox().path("site-shallow"));
  BuildOptions shallow = site.options();
  shallow.content = site.sandbox().path("site-shallow");
  CHECK(has(built_from_scratch(shallow).at("nytt.html"), "tidigare versioner saknas"));
}

TEST_CASE("an author's own page of that name is left alone") {
  TestSite site;
  write_network(site);
  site.write("nytt.md", "# Eget\n\nText.\n");
  site.commit_on("2019-10-20");
  site.build();
  CHECK(has(site.output("nytt.html"), "<h1>Eget</h1>"));
  CHECK(!has(main_of(site.output("index.html")), "Nytt sedan förra träffen"));
}

TEST_CASE("the changes since a version or a day are printed page by page") {
  TestSite site;
  write_network(site);
  site.write("traffar/2.md", replaced(second, "9-16", "9-15"));
  site.commit_on("2019-10-20");
  const std::string all =
      "Träff 2: Mer\n  - Ny tid: 09.00–15.00 (förut 09.00–16.00)\n  https://example.org/n/traffar/2.html\n\n";
  CHECK(load_changes(site.options(), {"HEAD~1", std::nullopt}) == all);
  CHECK(load_changes(site.options(), {"2019-10-20", std::nullopt}) == all);
  CHECK(load_changes(site.options(), {"20 oktober 2019", std::nullopt}) == all);
  CHECK(load_changes(site.options(), {"HEAD", std::nullopt}) == "Inget har ändrats sedan HEAD.\n");
  CHECK(load_changes(site.options(), {"", std::nullopt}) ==
        "Det här har ändrats sedan Träff 1: Start, 10 oktober 2019.\n\n" + all);
  CHECK(has(load_changes(site.options(), {"HEAD~1", Language::en}), "New time: 09:00–15:00 (was 09:00–16:00)"));
  CHECK(failure_code([&] { load_changes(site.options(), {"finns-inte", std::nullopt}); }) == "W21");
}

TEST_CASE("sites that tell of earlier versions are the same anew and built on, whatever was edited and committed") {
  for (const std::uint32_t seed : {1u, 2u, 3u}) {
    TestSite site;
    site.write(small_course());
    const std::string index = site.source("index.md");
    site.write("index.md", replaced(index, "---\n", "---\nändringar: ja\nadress: https://example.org\n"));
    RandomEdits edits(seed);
    for (int day = 10; day < 22; ++day) {
      const std::string what = edits.make(site);
      INFO("seed " << seed << ", day " << day << ": " << what);
      if (day % 3 != 2) site.commit_on("2020-01-" + std::to_string(day));
      site.build();
      CHECK(differences(site.files(), built_from_scratch(site.options())).empty());
    }
  }
}

TEST_CASE("a fact that is shown as it is written is news, and an address that is gone is not told") {
  TestSite site;
  write_network(site);
  const std::string way = "# Hitta hit\nAdress: Lejongatan 1\nMetod: samtal\n\nText.\n";
  site.write("hitta-hit.md", way);
  site.commit_on("2019-09-02");
  site.write("hitta-hit.md", replaced(replaced(way, "Lejongatan 1", "Björngatan 2"), "samtal", "föredrag"));
  site.commit_on("2019-10-20");
  site.build();
  const std::string page = main_of(site.output("nytt.html"));
  CHECK(has(page, "Adress: Björngatan 2"));
  CHECK(has(page, "Metod: föredrag (förut samtal)"));
  CHECK(!has(page, "Lejongatan"));
}
