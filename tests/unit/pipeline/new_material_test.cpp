// `traff new`: what it writes, where, and that it writes over nothing.
#include "pipeline/commands/new_material.h"

#include <catch2/catch.hpp>

#include <algorithm>

#include "base/diagnostic.h"
#include "base/text.h"
#include "test_site.h"

using namespace traff;
using namespace traff::testing;

namespace {

Paths made(TestSite& site, const NewRequest& request) {
  Paths files;
  for (const std::string& file : write_new_material(site.options(), request).files) {
    files.push_back(file.substr(file.find("content/") + 8));
  }
  return files;
}

std::string refusal(TestSite& site, const NewRequest& request) {
  try {
    write_new_material(site.options(), request);
  } catch (const Failure& failure) {
    return failure.code.name();
  }
  return "none";
}

TestSite& with_network(TestSite& site, const std::string& folder, const std::string& term) {
  return site.write(folder + "/index.md", "---\ntitel: N\nläsår: " + term + "\n---\n\nText.\n")
      .write(folder + "/traffar/2-samtal.md", "---\ndatum: torsdag 5 december\n---\n\n# Träff 2: Samtal\n\nVi ses.\n")
      .write(folder + "/redovisningar/c-samtal.md", "---\nträff: 2\n---\n\n# Redovisning C: Samtal\n\nBerätta.\n");
}

Paths drafts_published(TestSite& site, const Paths& files) {
  for (const std::string& file : files) {
    site.write(file, replace_all(replace_all(site.source(file), "status: utkast\n", ""), "status: draft\n", ""));
  }
  return site.build().codes();
}

const char* const kinds[] = {"nätverk",    "träff",   "redovisning", "presentation",
                             "litteratur", "rapport", "mall",        "sida"};

}  // namespace

TEST_CASE("a skeleton is called by the next free number or letter") {
  TestSite site;
  with_network(site, "k", "2019/2020");
  CHECK(made(site, {"träff", "Det sista: ordet", ""}) == Paths{"k/traffar/3-det-sista-ordet.md"});
  CHECK(made(site, {"traff", "", ""}) == Paths{"k/traffar/4.md"});
  CHECK(made(site, {"redovisning", "Film", ""}) == Paths{"k/redovisningar/d-film.md"});
  CHECK(made(site, {"mall", "", ""}) == Paths{"k/mallar/mall.md"});
  CHECK(made(site, {"mall", "", ""}) == Paths{"k/mallar/mall-2.md"});
  CHECK(made(site, {"sida", "Hitta hit", ""}) == Paths{"k/hitta-hit.md"});
  CHECK(site.source("k/traffar/3-det-sista-ordet.md").find("# Träff 3: Det sista: ordet\n") != std::string::npos);
  CHECK(site.source("k/redovisningar/d-film.md").find("träff: 4\n") != std::string::npos);
}

TEST_CASE("a new network has its letter and its first träff, and is found again while it is a draft") {
  TestSite site;
  site.write("index.md", "---\ntitel: S\n---\n\nText.\n");
  CHECK(made(site, {"nätverk", "Samtalsledare 2026/2027", ""}) == Paths{"samtalsledare-2026-2027/index.md",
                                                                        "samtalsledare-2026-2027/valkomstbrev.md",
                                                                        "samtalsledare-2026-2027/traffar/1.md"});
  CHECK(site.source("samtalsledare-2026-2027/index.md").find("titel: Samtalsledare\n") != std::string::npos);
  CHECK(site.source("samtalsledare-2026-2027/index.md").find("läsår: 2026/2027\n") != std::string::npos);
  CHECK(made(site, {"träff", "", ""}) == Paths{"samtalsledare-2026-2027/traffar/2.md"});
}

TEST_CASE("every skeleton passes the checks, as a draft and as it is") {
  for (const std::string language : {"sv", "en"}) {
    for (const char* kind : kinds) {
      INFO(language << " " << kind);
      TestSite site;
      with_network(site, "k", "2019/2020").write("index.md", "---\ntitel: S\nspråk: " + language + "\n---\n\nText.\n");
      const Paths files = made(site, {kind, "", ""});
      CHECK(site.build().codes().empty());
      const Paths codes = drafts_published(site, files);
      CHECK(std::ranges::count(codes, std::string("U8")) == static_cast<std::ptrdiff_t>(codes.size()));
    }
  }
}

TEST_CASE("what cannot be made is said, and nothing is written") {
  TestSite site;
  site.write("sida.md", "# Sida\n\nText.\n");
  CHECK(refusal(site, {"kaffe", "", ""}) == "W50");
  CHECK(refusal(site, {"träff", "", ""}) == "W54");
  with_network(with_network(site, "a", "2019/2020"), "b", "2019/2020");
  CHECK(refusal(site, {"träff", "", ""}) == "W52");
  CHECK(refusal(site, {"träff", "", "c"}) == "W53");
  CHECK(refusal(site, {"träff", "", "../ute"}) == "W53");
  CHECK(refusal(site, {"läsår", "snart", "a"}) == "W56");
  CHECK(made(site, {"träff", "", "b/"}) == Paths{"b/traffar/3.md"});
  site.write("a-2020-2021/fil.txt", "Hej");
  CHECK(refusal(site, {"läsår", "", "a"}) == "W51");
  TestSite root;
  root.write("index.md", "---\ntitel: N\nläsår: 2019/2020\n---\n\nText.\n");
  CHECK(refusal(root, {"läsår", "", ""}) == "W57");
}

TEST_CASE("a network copied to the next year keeps everything but its year, and every old date is told") {
  TestSite site;
  with_network(site, "k-2019-2020", "2019/2020")
      .write("k-2019-2020/filer/karta.png", std::string("PNG\0\xff", 5))
      .write("k-2019-2020/valkomstbrev.md",
             "# Välkommen\n\nVi ses 5 december.  \nLäs [boken](filer/2019-10-10.pdf) från 12 mars 2011.\n")
      .write("k-2019-2020/filer/2019-10-10.pdf", "PDF")
      .write("k-2019-2020/litteratur.md", "# Litteratur\n\n- Ek, A. (2019, 10 oktober). *Bok*. Förlaget.\n");
  const NewReport report = write_new_material(site.options(), {"läsår", "", ""});
  CHECK(report.files.front().ends_with("k-2020-2021/index.md"));
  CHECK(report.old_dates == 2);
  CHECK(site.source("k-2020-2021/index.md").find("läsår: 2020/2021\n") != std::string::npos);
  CHECK(site.source("k-2020-2021/traffar/2-samtal.md").find("datum: [gammalt datum: torsdag 5 december]\n") !=
        std::string::npos);
  CHECK(site.source("k-2020-2021/valkomstbrev.md") ==
        "# Välkommen\n\nVi ses [gammalt datum: 5 december].  \nLäs [boken](filer/2019-10-10.pdf) från 12 mars 2011.\n");
  for (const char* same : {"filer/karta.png", "litteratur.md", "redovisningar/c-samtal.md"}) {
    CHECK(site.source(std::string("k-2020-2021/") + same) == site.source(std::string("k-2019-2020/") + same));
  }
  const Paths codes = site.build().codes();
  CHECK(std::count(codes.begin(), codes.end(), "F25") == 2);
}

TEST_CASE("the content's own networks can be copied, and only their dates are complained of") {
  TestSite site;
  site.copy_content(TRAFF_SOURCE_DIR "/content");
  const auto first = write_new_material(site.options(), {"läsår", "", "larledarskap-2019-2020"});
  const auto second = write_new_material(site.options(), {"läsår", "2024/2025", "soderhamn-2022-2023"});
  CHECK(second.files.front().ends_with("soderhamn-2024-2025/index.md"));
  const Paths codes = site.build().codes();
  CHECK(codes == Paths(first.old_dates + second.old_dates, "F25"));
}

TEST_CASE("a new accessibility statement says what is still to be filled in") {
  TestSite site;
  site.write("index.md", "# Platsen\n\nHej.\n");
  CHECK(made(site, {"tillgänglighet", "", ""}) == Paths{"om/tillganglighet.md"});
  CHECK(site.build().codes().empty());
  CHECK(drafts_published(site, {"om/tillganglighet.md"}) == Paths{"A2", "U8", "U8"});
  CHECK(site.diagnostics().find("aktör, bedömd, metod, kontakt") != std::string::npos);
}
