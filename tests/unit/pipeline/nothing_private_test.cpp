// What is not for everyone is nowhere in what readers get: each kind of such a thing carries a mark of its own, and
// every file of every way to publish is searched for the marks.
#include <catch2/catch.hpp>

#include <set>

#include "base/text.h"
#include "base/unicode.h"
#include "output/zip_archive.h"
#include "pipeline/build_site.h"
#include "pipeline/commands/index_files.h"
#include "pipeline/commands/pack_site.h"
#include "pipeline/commands/publish_site.h"
#include "test_site.h"

using namespace traff;
using namespace traff::testing;

namespace {

// Every mark begins so; no word and no program does.
const std::string mark = "qzvx";

std::string marked(const std::string& kind) { return mark + kind; }

void add_zip(FilesByPath& all, const std::string& name, const std::string& bytes);

void add_file(FilesByPath& all, const std::string& name, const std::string& bytes) {
  all[name] = bytes;
  if (name.ends_with(".zip")) add_zip(all, name, bytes);
}

void add_zip(FilesByPath& all, const std::string& name, const std::string& bytes) {
  const ZipReader zip(bytes, name);
  for (const auto& entry : zip.entries()) {
    std::string text;
    zip.read(entry, [&](std::string_view part) { text += part; });
    add_file(all, name + "!" + entry.path, text);
  }
}

// "file: mark" for each mark that is found in a name or in bytes.
std::set<std::string> leaks_in(const FilesByPath& files) {
  std::set<std::string> found;
  for (const auto& [path, bytes] : files) {
    const std::string all = to_lower(path) + "\n" + to_lower(bytes);
    for (std::size_t at = all.find(mark); at != std::string::npos; at = all.find(mark, at + 1)) {
      std::size_t end = at;
      while (end < all.size() && is_ascii_letter(all[end])) ++end;
      found.insert(path + ": " + all.substr(at, end - at));
    }
  }
  return found;
}

FilesByPath named(const std::string& folder) {
  FilesByPath all;
  for (const auto& [path, bytes] : files_below(folder, true)) add_file(all, path, bytes);
  return all;
}

// Published pages of every kind, and something that is not for everyone beside each.
void write_site(TestSite& site) {
  site.write("index.md",
             "---\ntitel: Våra nätverk\nadress: https://a.example.org\nkälla: https://github.com/a/b\noffline: "
             "ja\nändringar: ja\n---\n\nVälkommen!\n");
  site.write("k/index.md",
             "---\ntitel: Samtalsledare\nläsår: 2019/2020\nmålgrupp: Lektorer, Förstelärare\n---\n\nText.\n");
  site.write("tillganglighet.md", "# Tillgänglighet\n\nText.\n");
  site.write("k/valkomstbrev.md", "# Välkommen\n\nHej!\n\n::: program\n:::\n");
  site.write("k/traffar/1.md",
             "# Träff 1: Ett\nDatum: 10 oktober\nTid: 9–16\n\nVi ses.\n\n## Inför träffen\n\n- Läs.\n");
  site.write("k/presentationer/p.md", "# Att lyssna\n\n## En bild\n\nOrd.\n\nAnteckningar:\n\nDet jag säger.\n");

  const std::string draft = "---\nstatus: utkast\n";
  const std::string word = marked("utkast");
  site.write("k/traffar/2-" + word + ".md", draft + "datum: 5 december\nplats: " + word + "\nmålgrupp: " + word +
                                                "\n---\n\n# Träff 2: " + word + "\n\n" + word + "\n");
  site.write("k/redovisningar/a-" + word + ".md", draft + "träff: 1\n---\n\n# " + word + "\n\n" + word + "\n");
  site.write("k/presentationer/" + word + ".md",
             draft + "---\n\n# " + word + "\n\n## " + word + "\n\nAnteckningar:\n\n" + word + "\n");
  site.write("k/litteratur.md",
             draft + "---\n\n# Litteratur\n\n- " + word + ", A. (2019). *" + word + "*. Förlaget.\n");
  site.write("k/datum.md",
             draft + "---\n\n# Datum\n\n| Datum | Vad |\n| --- | --- |\n| 12 mars 2020 | " + word + " |\n");
  site.write("om/kontakt.md", draft + "kontakt: " + word + "\n---\n\n# " + word + "\n\n" + word + "\n");
  site.write("n/index.md", draft + "läsår: 2020/2021\n---\n\n# " + word + "\n\n" + word + "\n");

  for (const char* folder : {"privat/", "PRIVATE/", "k/Private/"})
    site.write(folder + marked("privat") + ".md", "# " + marked("privat") + "\n\n" + marked("privat") + "\n");
  site.write("k/Privat/deltagare.txt", marked("privat") + "\n");
  site.write("." + marked("dold") + "/a.md", "# " + marked("dold") + "\n")
      .write("k/." + marked("dold") + ".md", "# " + marked("dold") + "\n");
  site.write("../" + marked("utanför") + ".md", "# " + marked("utanför") + "\n")
      .write("../privat/lista.csv", marked("utanför") + "\n");
}

// What its authors left among the texts, in them and in their pictures.
void write_left_behind(TestSite& site) {
  const std::string word = marked("kvarglömt"), note = marked("anteckning"), camera = marked("kamera");
  for (const std::string name : {"deltagare.xlsx", "brev.md.bak", "~$brev.docx", "1.md.txt", "Thumbs.db"})
    site.write("k/" + word + name, word);
  site.write("n/traffar/1.md", "# Träff 1: " + marked("utkast") + "\nDatum: 10 september 2020\n\n![" +
                                   marked("utkast") + "](../" + marked("utkast") + ".png)\n");
  site.write("n/" + marked("utkast") + ".png", marked("utkast"));
  site.write("k/om.md", "# Om oss <!-- " + note + " -->\nPlats: Kalmar <!-- " + note + " -->\n\n## Del <!-- " + note +
                            " -->\n\nText %%" + note + "%% och mer.\n\n<!--\n" + note + "\n\n" + note +
                            "\n-->\n\n| a | b |\n| --- | --- |\n| c <!-- " + note +
                            " --> | d |\n\n![Vi](vi.jpg)\n\n%%\n" + note + "\n%%\n");
  const std::string exif(
      "\xFF\xE1\0\x40"
      "Exif\0\0MM\0*\0\0\0\x08\0\0",
      18);
  site.write("k/vi.jpg", "\xFF\xD8" + exif + camera + std::string(64 - 16 - camera.size(), ' ') + "\xFF\xDA" +
                             std::string("\0\x02", 2) + "bild\xFF\xD9" + camera);
}

void write_ignored(TestSite& site) {
  site.write(".gitignore", "*.lokal.*\n/egna/\n");
  site.write("k/" + marked("ignorerad") + ".lokal.md",
             "# " + marked("ignorerad") + "\n\n" + marked("ignorerad") + "\n");
  site.write("egna/" + marked("ignorerad") + ".png", marked("ignorerad"));
}

void write_branch(TestSite& site) {
  site.sandbox().git("checkout -q -b annan");
  site.write("k/" + marked("gren") + ".md", "# " + marked("gren") + "\n\n" + marked("gren") + "\n").commit();
  site.sandbox().git("checkout -q main");
}

// Pages that everyone may read now and that were something else before, each in a commit of its own.
void write_histories(TestSite& site) {
  const std::string before = "# En sida\n\n" + marked("förut") + "\n", after = "# En sida\n\nVi börjar här.\n";
  const std::string inside = "privat/" + marked("namn") + ".md", outside = "../" + marked("namn") + ".md";
  const std::string draft = "---\nstatus: utkast\n---\n";
  site.write("k/brev.md", draft + before)
      .write("k/skiss.md", draft + before)
      .write(inside, before)
      .write(outside, before)
      .commit();
  site.write("k/brev.md", draft + after).write(inside, after).commit();
  site.write(outside, after).commit();
  site.write("k/brev.md", after).write("k/skiss.md", after).rename(inside, "k/inifran.md").commit();
  site.rename(outside, "k/utifran.md").commit();
  for (const char* page : {"brev", "skiss", "inifran", "utifran"})
    site.write("k/" + std::string(page) + ".md", after + "\nVi slutar i " + page + ".\n");
  site.commit();
}

// A network that was a draft as a whole, whose page never said so itself.
void write_network_that_was_a_draft(TestSite& site) {
  const std::string word = marked("nätverksutkast"), index = "läsår: 2019/2020\n---\n\n# Det nya\n\nText.\n";
  const std::string page = "# Om det nya\n\n";
  site.write("m/index.md", "---\nstatus: utkast\n" + index).write("m/om.md", page + word + " här\n").commit();
  site.write("m/om.md", page + word + " och där\n").commit();
  site.write("m/index.md", "---\n" + index).write("m/om.md", page + "Vi börjar.\n").commit();
  site.write("m/om.md", page + "Vi börjar och slutar.\n").commit();
  // Another page comes from it while it is one.
  site.write("q/index.md", "---\nstatus: utkast\n" + index).write("q/flytt.md", page + word + "\n").commit();
  site.write("q/flytt.md", page + "Vi flyttar.\n").commit();
  site.rename("q/flytt.md", "m/flytt.md").commit();
  site.write("m/flytt.md", page + "Vi flyttar hit.\n").remove("q/index.md").commit();
}

TestSite& make_site(TestSite& site) {
  write_site(site);
  write_left_behind(site);
  site.commit();
  write_histories(site);
  write_network_that_was_a_draft(site);
  write_branch(site);
  write_ignored(site);
  site.commit();
  return site;
}

std::string packed(const TestSite& site, const BuildOptions& options, bool archive) {
  PackRequest request;
  request.file = site.sandbox().path("kopia.zip");
  request.archive = archive;
  REQUIRE_FALSE(pack_site(options, request).refused);
  return read_test_file(request.file);
}

}  // namespace

TEST_CASE("a mark that is published is found, in pages, in the index, in calendars and inside a copy") {
  TestSite site;
  site.write("index.md", "---\ntitel: N\nläsår: 2019/2020\noffline: ja\n---\n\nText.\n");
  site.write("traffar/1.md", "# Träff 1: " + marked("öppet") + "\nDatum: 10 oktober\n\n" + marked("öppet") + "\n")
      .build();
  const std::set<std::string> found = leaks_in(named(site.options().out));
  for (const char* file : {"traffar/1.html", "search/index.json", "kalender.ics", "offline.zip!n/traffar/1.html"}) {
    CHECK(found.contains(std::string(file) + ": " + mark));
  }
}

TEST_CASE("drafts, private folders, ignored files, other branches and what lies outside are in no file of a site") {
  TestSite site;
  make_site(site).build();
  CHECK(site.codes() == Paths{"S43", "F58"});
  const FilesByPath files = named(site.options().out);
  CHECK(files.contains("offline.zip!vara-natverk/index.html"));
  CHECK(files.contains("k/kalender.ics"));
  CHECK(files.contains("search/index.json"));
  for (const std::string page : {"brev", "skiss", "inifran", "utifran"}) {
    REQUIRE(files.contains("k/" + page + "-andringar.html"));
    CHECK(files.at("k/" + page + "-andringar.html").find("Vi slutar i " + page) != std::string::npos);
  }
  REQUIRE(files.contains("m/om-andringar.html"));
  CHECK(files.at("m/om-andringar.html").find("slutar") != std::string::npos);
  CHECK(leaks_in(files) == std::set<std::string>{});
  BuildOptions from_commit = site.options();
  from_commit.out = site.sandbox().path("site-igen");
  from_commit.revision = "main";
  build_site(from_commit);
  CHECK(leaks_in(named(from_commit.out)) == std::set<std::string>{});
}

TEST_CASE("nor are they in what is published to a folder or to a branch") {
  TestSite site;
  make_site(site);
  PublishRequest to_folder;
  to_folder.folder = site.sandbox().path("webb");
  REQUIRE(publish_site(site.options(), to_folder).release.has_value());
  CHECK(leaks_in(named(site.sandbox().path("webb/"))) == std::set<std::string>{});
  PublishRequest to_branch;
  to_branch.branch = "gh-pages";
  REQUIRE(publish_site(site.options(), to_branch).commit.has_value());
  site.sandbox().git("clone -q --single-branch --branch gh-pages file://" + site.sandbox().path() + " gren");
  site.sandbox().remove("gren/.git");
  const FilesByPath branch = named(site.sandbox().path("gren"));
  CHECK(branch.contains("k/index.html"));
  CHECK(leaks_in(branch) == std::set<std::string>{});
}

TEST_CASE("nor are they in a copy, in an archive with its texts, or among the documents of the index") {
  TestSite site;
  make_site(site);
  FilesByPath copies;
  add_file(copies, "kopia.zip", packed(site, site.options(), false));
  add_file(copies, "arkiv.zip", packed(site, site.options(), true));
  CHECK(copies.contains("arkiv.zip!vara-natverk-arkiv/texter/k/index.md"));
  write_documents_file(site.options(), site.sandbox().path("documents.json"));
  copies["documents.json"] = read_test_file(site.sandbox().path("documents.json"));
  CHECK(leaks_in(copies) == std::set<std::string>{});
}

TEST_CASE("a link out of the content is not followed, wherever it stands") {
  TestSite site;
  site.write("index.md", "# A\n\nText.\n")
      .write("k/traffar/1.md", "# Träff 1: Ett\nDatum: 10 oktober 2019\n\nVi ses.\n");
  site.write("../privat/lista.md", "# " + marked("länk") + "\n").write("privat/lista.md", "# " + marked("länk") + "\n");
  site.link("lista.md", "../privat/lista.md").link("k/lista.txt", "../../privat/lista.md");
  site.link("k/mapp", "../../privat").link("k/egen.md", "../privat/lista.md");
  site.link("k/hel.md", site.sandbox().path("privat/lista.md"));
  for (const bool committed : {false, true}) {
    if (committed) site.commit();
    site.build();
    CHECK(leaks_in(named(site.options().out)) == std::set<std::string>{});
  }
}
