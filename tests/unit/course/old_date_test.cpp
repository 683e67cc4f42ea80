#include "course/dates/old_date.h"

#include <catch2/catch.hpp>

#include "course/dates/calendar_date.h"
#include "test_site.h"

using namespace traff;
using namespace traff::testing;

TEST_CASE("a marked date is no date, whatever stands in it") {
  const std::string marked = marked_as_old("torsdag 10 oktober 2019", Language::sv);
  CHECK(marked == "[gammalt datum: torsdag 10 oktober 2019]");
  CHECK(has_old_date("Vi ses " + marked + "."));
  CHECK(has_old_date(marked_as_old("10 October", Language::en)));
  CHECK_FALSE(has_old_date("Vi ses 10 oktober [lokal]."));
  CHECK_FALSE(parse_dates(marked, std::nullopt).date);
  CHECK(parse_dates(marked, std::nullopt).problems.empty());
}

TEST_CASE("every marked date is told once, in facts, titles, tables, lists and text") {
  TestSite site;
  site.write("index.md", "---\ntitel: K [gammalt datum: 2019/2020]\nläsår: 2020/2021\n---\n\nText.\n");
  site.write("datum.md",
             "# Datum\n\n| Datum | Vad |\n| --- | --- |\n| [gammalt datum: fre 19/8 (alt. 26/8)] | Stöd |\n");
  site.write("sida.md",
             "# Sida [gammalt datum: 5 maj]\n\n- Lämna in [gammalt datum: 1 mars]\n- Läs\n\nOch [gammalt datum: 2 "
             "mars], men inte 3 mars.\n");
  site.write(
      "traffar/1.md",
      "---\ndatum: [gammalt datum: 10 oktober]\nreservdatum: [gammalt datum: 11 oktober]\n---\n\n# Träff 1\n\nText.\n");
  site.build();
  CHECK(site.codes() == Paths(7, "F25"));
  CHECK(site.diagnostics().find("sida.md:5:9: Varning: Här står ett datum från förra läsåret: 2 mars.") ==
        std::string::npos);
  CHECK(site.diagnostics().find("sida.md:6:5: Varning: Här står ett datum från förra läsåret: 2 mars.") !=
        std::string::npos);
  CHECK(
      site.diagnostics().find("datum.md:5:3: Varning: Här står ett datum från förra läsåret: fre 19/8 (alt. 26/8).") !=
      std::string::npos);
}

TEST_CASE("a file of nothing but marks is told a hundred times at most") {
  std::string text = "# Sida\n\n";
  for (int i = 0; i < 300; ++i) text += "[gammalt datum: 1 maj]\n\n";
  TestSite site;
  site.write("sida.md", text).build();
  CHECK(site.codes().size() == 100);
}
