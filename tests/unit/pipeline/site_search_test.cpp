// The search files of a built site: what is found, where it leads, and that they follow the content.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "disk/new_files.h"
#include "pages/search_entry.h"
#include "pipeline/commands/index_files.h"
#include "test_site.h"

using namespace traff;
using namespace traff::testing;
using Json = nlohmann::json;

namespace {

TestSite& with_content(TestSite& site) {
  return site
      .write("index.md",
             "# Samtalsledare i Kalmar\nLäsår: 2019/2020\n\nVälkommen.\n\n## Hitta hit\n\nMed tåg.\n\n### Från "
             "stationen\n\nTio minuter.\n")
      .write("traffar/1-uppdrag.md", "# Träff 1: Uppdrag\nDatum: 10 oktober\nPlats: Kalmar\n\nVi börjar.\n")
      .write("presentationer/start.md", "# Starten\nTräff: 1\n\n---\n\n## Välkommen\n\nHej.\n\n---\n\nUtan rubrik.\n")
      .write("utkast.md", "# Utkast\nStatus: utkast\n\nHemligt.\n");
}

// What the script keeps, as a browser reads it.
Json results_of(const TestSite& site) {
  std::string script = site.output("search/documents.js");
  const std::size_t begin = script.find('\'') + 1;
  return Json::parse(script.substr(begin, script.rfind('\'') - begin));
}

// "address#anchor: title" of each result.
Paths found_in(const Json& results) {
  Paths found;
  for (const Json& document : results["documents"]) {
    const std::string anchor = document[1], title = document[2];
    found.push_back(results["pages"][document[0].get<std::size_t>()][0].get<std::string>() + "#" + anchor + ": " +
                    title);
  }
  return found;
}

}  // namespace

TEST_CASE("pages, headings and slides are found each by itself, and drafts are not") {
  TestSite site;
  with_content(site).build();
  const Json results = results_of(site);
  CHECK(found_in(results) == Paths{"index.html#: ", "index.html#hitta-hit: Hitta hit",
                                   "index.html#fran-stationen: Från stationen",
                                   "presentationer/start.html#: ", "presentationer/start.html#bild-2: Välkommen",
                                   "presentationer/start.html#bild-3: ", "traffar/1-uppdrag.html#: "});
  CHECK(results["pages"][2] == Json::parse(R"(["traffar/1-uppdrag.html", "Träff 1: Uppdrag", "meeting", 0, "1"])"));
  CHECK(results["pages"][1][4] == "1");
  CHECK(results["documents"][0] == Json::parse(R"([0, "", "", "Välkommen."])"));
}

TEST_CASE("what is found is numbered through as the index numbers it") {
  TestSite site;
  with_content(site).build();
  const Json index = Json::parse(site.output("search/index.json"));
  CHECK(index["fields"] == Json::parse(R"(["titel", "rubriker", "text"])"));
  CHECK(index["fieldVectors"].size() == 3 * results_of(site)["documents"].size());
  Json postings;
  for (const Json& term : index["invertedIndex"]) {
    if (term[0] == "station") postings = term[1];
  }
  CHECK(postings["titel"] == Json::parse(R"({"2": {}})"));
}

TEST_CASE("the script keeps the very bytes of the index") {
  TestSite site;
  with_content(site).write("sida.md", "# It's\n\n\\\\ \"a\" </script> it's\n").build();
  const std::string json = site.output("search/index.json");
  std::string script;
  for (const char c : json) script += (c == '\'' || c == '\\' ? "\\" : "") + std::string(1, c);
  CHECK(site.output("search/index.js") == "(self.traffSearch=self.traffSearch||{}).index='" + script + "';\n");
}

TEST_CASE("the file of documents gives the site's own index") {
  TestSite site;
  with_content(site).build();
  const std::string documents = site.sandbox().path("documents.json"), index = site.sandbox().path("index.json");
  write_documents_file(site.options(), documents);
  write_index_file(documents, index, "", 1);
  CHECK(load_named_file(index) == site.output("search/index.json"));
}

TEST_CASE("an edited text is in the index, and an untouched site makes none") {
  TestSite site;
  with_content(site).build();
  site.build();
  CHECK(site.made() == Paths{});
  site.write("traffar/1-uppdrag.md", "# Träff 1: Uppdrag\n\nKollegahandledning.\n").build();
  CHECK(site.output("search/index.json").find("kollegahandledning") != std::string::npos);
  CHECK(differences(site.files(), built_from_scratch(site.options())) == Paths{});
}

TEST_CASE("an excerpt is a line of whole words") {
  CHECK(excerpt_of("Vi  ses\npå torget.\n", short_excerpt) == "Vi ses på torget.");
  CHECK(excerpt_of("", short_excerpt) == "");
  std::string text;
  for (int i = 0; i < 100; ++i) text += "lärare ";
  const std::string excerpt = excerpt_of(text, short_excerpt);
  CHECK(excerpt.size() < 180);
  CHECK(excerpt.ends_with("lärare …"));
  CHECK(excerpt_of(std::string(1000, 'a'), short_excerpt).size() < 180);
}

TEST_CASE("what an accessibility statement adds is found on its page, as the theme says it") {
  TestSite site;
  site.write(
          "om/tillganglighet.md",
          "---\ntitel: Tillgänglighet\naktör: Lärosätet\nförenlighet: delvis förenlig\n---\n\n## Brister\n\nFilmen.\n")
      .build();
  const std::string found = site.output("search/index.json");
  for (const char* word : {"\"digg", "\"lärosät", "\"549"}) {
    INFO(word);
    CHECK(found.find(word) != std::string::npos);
  }
  site.write("tema/strings/sv.json", "{\"statement.complain\": \"klaga hos ombudsmannen\"}").build();
  CHECK(site.output("search/index.json").find("\"ombudsm") != std::string::npos);
}

TEST_CASE("drafts decide nothing of the search files, and the files of shards come and go with their manifest") {
  std::string long_text = "# Mycket text\n\n";
  for (int i = 0; i < 18'000; ++i) long_text += "ord" + std::to_string(i % 900) + (i % 100 == 99 ? "\n\n" : " ");
  TestSite site;
  with_content(site)
      .write("lang.md", long_text)
      .write("mer.md", "---\ntitel: Mer\nstatus: utkast\n---\n\n" + long_text)
      .build();
  const auto has_shards = [&] { return site.output("search/manifest.js").find("\"shards\":[]") == std::string::npos; };
  CHECK_FALSE(has_shards());
  site.remove("mer.md").build();
  CHECK(differences(site.files(), built_from_scratch(site.options())) == Paths{});
  site.write("mer.md", "# Mer\n\n" + long_text).build();
  CHECK(has_shards());
  CHECK(differences(site.files(), built_from_scratch(site.options())) == Paths{});
  site.remove("mer.md").build();
  CHECK_FALSE(has_shards());
  CHECK(differences(site.files(), built_from_scratch(site.options())) == Paths{});
}

TEST_CASE("each fact that a page shows is found on it, also one that is a setting elsewhere") {
  TestSite site;
  site.write("index.md", "---\ntitel: Platsen\nadress: https://zebrafink.example/\n---\n\nText.\n");
  site.write("om/hitta-hit.md", "# Hitta hit\nAdress: Lejongatan 1\nInspelning: Tigerfilmen\n\nText.\n").build();
  const std::string found = site.output("search/index.json");
  CHECK(found.find("\"lejongat") != std::string::npos);
  CHECK(found.find("\"tigerfilm") != std::string::npos);
  CHECK(found.find("zebrafink") == std::string::npos);
}
