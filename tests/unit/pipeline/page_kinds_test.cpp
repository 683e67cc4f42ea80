// Every kind of page in every place: a page may say it is anything, wherever it stands.
#include <catch2/catch.hpp>

#include "test_site.h"

using namespace traff::testing;

TEST_CASE("a page of any kind is built wherever it stands, alone or in a network") {
  constexpr const char* kinds[] = {"nätverk",     "network",    "brev",    "träff",      "presentation",
                                   "redovisning", "litteratur", "rapport", "mall",       "datum",
                                   "sida",        "start",      "",        "något annat"};
  constexpr const char* paths[] = {"sida.md",          "index.md",     "om/sida.md",           "om/index.md",
                                   "traffar/index.md", "traffar/3.md", "om/traffar/om/sida.md"};
  for (const std::string kind : kinds) {
    for (const std::string path : paths) {
      for (const bool beside_network : {false, true}) {
        INFO(kind << " in " << path);
        TestSite site;
        site.write(path, "# En sida\n\ntyp: " + kind + "\nDatum: 5 oktober\n\nText.\n\n## Inför träffen\n\nLäs.\n");
        site.write("andra.md",
                   "---\ntyp: " + kind + "\n---\n\n# Andra\n\n| Datum | Vad |\n| --- | --- |\n| 5 oktober | Träff |\n");
        if (beside_network) site.write("om/traffar/1.md", "# Träff 1: Start\nDatum: 10 oktober\n\nText.\n");
        site.build();
        CHECK(site.has(path));
        CHECK(site.report().pages > 3);
      }
    }
  }
}
