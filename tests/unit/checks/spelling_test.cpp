// T4, T6 and T8: words that only show to be wrong beside the rest of the site.
#include <catch2/catch.hpp>

#include "base/messages/codes.h"
#include "found_codes.h"
#include "test_site.h"

using namespace traff;
using namespace traff::testing;

namespace {

Paths codes_of_site(const FilesByPath& files) {
  TestSite site;
  return site.write(files).build().codes();
}

}  // namespace

TEST_CASE("a word cut at the end of a line is found (T4)", "[checks]") {
  const auto found = findings_of("# A\n\nVi möts på planerings-\ndagen i augusti.\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == code::T4);
  CHECK(found[0].args[1] == "planeringsdagen");
  CHECK(found[0].place.line == 3);
  for (const char* text : {"kvalitets-\noch utvecklingsarbete", "Vi lyssnar -\nsedan frågar vi", "A-\nträff",
                           "förskola-\nGrundskola", "10-\n20 min"}) {
    INFO(text);
    CHECK(codes_of(std::string("# A\n\n") + text + "\n").empty());
  }
}

TEST_CASE("a hyphen is wrong when the site writes the word without it (T4)", "[checks]") {
  CHECK(codes_of_site({{"index.md", "# A\n\nSamtalsgruppen möts.\n"},
                       {"b.md", "# B\n\nFråga samtals-gruppen om det.\n"}}) == Paths{"T4"});
  CHECK(codes_of_site({{"index.md", "# A\n\nFråga samtals-gruppen om det.\n"}}).empty());
  CHECK(codes_of_site({{"index.md", "# A\n\nVid Planerings-dagen i augusti.\n"}}) == Paths{"T4"});
}

TEST_CASE("hyphens that belong to the word are left alone (T4)", "[checks]") {
  for (const char* text :
       {"kvalitets- och utvecklingsarbete", "e-post", "A-träff", "två-tre", "svensk-engelsk ordlista",
        "lärar-elev-relation", "Anna-Karin", "https://example.org/planerings-dagen", "planerings-dagen@example.org",
        "HT-planering", "covid-19"}) {
    INFO(text);
    CHECK(codes_of_site({{"index.md", std::string("# A\n\nOm ") + text + " i dag. Planeringsdag.\n"}}).empty());
  }
}

TEST_CASE("capitals torn apart are put together when the word stands elsewhere (T6)", "[checks]") {
  CHECK(codes_of_site({{"index.md", "# A\n\nEtt gott samtalsklimat.\n\nSAMTALSK LIMAT\n"}}) == Paths{"T6"});
  CHECK(codes_of_site({{"index.md", "# A\n\nEtt gott samtal.\n\nGOTT SAMTAL\n"}}).empty());
}

TEST_CASE("a tool spelled in two ways is told at the rarer one (T8)", "[checks]") {
  TestSite site;
  site.write({{"index.md", "# A\n\nI MyMoodle finns filmerna, i MyMoodle bilderna.\n"},
              {"b.md", "# B\n\nKonto till My Moodle.\n"}})
      .build();
  REQUIRE(site.codes() == Paths{"T8"});
  CHECK(site.report().diagnostics[0].place.path == "b.md");
  CHECK(site.report().diagnostics[0].args == std::vector<Words>{"MyMoodle", "2", "My Moodle", "1"});
  CHECK(codes_of_site({{"index.md", "# A\n\nEn PowerPoint är bra. Öppna Powerpoint.\n"}}) == Paths{"T8"});
  CHECK(codes_of_site({{"index.md", "# A\n\nEn PowerPoint är bra. Gör en powerpoint själv.\n"}}).empty());
  CHECK(codes_of_site({{"index.md", "# A\n\nMyMoodle och YouTube. My heter hon.\n"}}).empty());
}

TEST_CASE("a person spelled in two ways in the keys is told (T8)", "[checks]") {
  const auto meeting = [](const char* lecturer) {
    return std::string("---\nföreläsare: ") + lecturer + "\ntyp: presentation\n---\n\n# A\n\nText.\n";
  };
  const auto codes = [&](const char* one, const char* other) {
    return codes_of_site({{"a.md", meeting(one)}, {"b.md", meeting(other)}});
  };
  CHECK(codes("Anna Lindqvist", "Anna Lindkvist") == Paths{"T8"});
  CHECK(codes("Anna Carlsson, lektor", "Anna Karlson") == Paths{"T8"});
  CHECK(codes("Anna Lindqvist", "Erik Lindkvist").empty());
  CHECK(codes("Anna Lindqvist", "Anna Lindström").empty());
  CHECK(codes("Anna Berg", "Anna Borg").empty());
}

TEST_CASE("a draft is held against nothing", "[checks]") {
  CHECK(codes_of_site({{"index.md", "# A\n\nSamtalsgruppen möts.\n"},
                       {"b.md", "---\nstatus: utkast\n---\n\n# B\n\nFråga samtals-gruppen.\n"}})
            .empty());
}
