// What `status:` says, of a page, a network and a whole site.
#include <catch2/catch.hpp>

#include "output/zip_archive.h"
#include "pipeline/commands/pack_site.h"
#include "test_site.h"

using namespace traff;
using namespace traff::testing;

namespace {

const std::string notice = "<p class=\"notice closed\">Läsåret är avslutat. Sidan uppdateras inte.</p>";

bool is_closed(const TestSite& site, const std::string& page) {
  return site.output(page).find(notice) != std::string::npos;
}

TestSite& with_networks(TestSite& site, const std::string& status) {
  site.write("index.md", "---\ntitel: S\nkälla: https://github.com/a/b\n---\n\nText.\n");
  for (const std::string folder : {"a", "b"}) {
    site.write(folder + "/index.md",
               "---\ntitel: N" + folder + "\nläsår: 2019/2020\n" + (folder == "a" ? status : "") + "---\n\nText.\n");
    site.write(folder + "/traffar/1.md", "# Träff 1: Ett\nDatum: 10 oktober\n\nVi ses.\n\n## Inför träffen\n\nLäs.\n");
    site.write(folder + "/presentationer/p.md", "# P\n\n## Bild\n\nText.\n");
  }
  return site;
}

Paths codes_of(const std::string& page, const std::string& status) {
  TestSite site;
  site.write("index.md", "---\ntitel: N\nläsår: 2019/2020\n---\n\nText.\n");
  site.write(page, "---\nstatus: " + status + "\n---\n\n# Samtalet\n\nVi ses.\n");
  return site.build().codes();
}

}  // namespace

TEST_CASE("a network that is closed says so on each of its pages, and no other page does") {
  for (const char* word : {"avslutat", "Avslutad", "arkiv", "closed"}) {
    TestSite site;
    with_networks(site, std::string("status: ") + word + "\n").build();
    CHECK(site.codes() == Paths{});
    for (const std::string& page : site.outputs()) {
      INFO(page);
      if (page.ends_with(".html")) CHECK(is_closed(site, page) == page.starts_with("a/"));
    }
  }
}

TEST_CASE("a site that is closed says so on every page") {
  TestSite site;
  with_networks(site, "").write("index.md", "---\ntitel: S\nstatus: avslutat\n---\n\nText.\n").build();
  for (const std::string& page : site.outputs()) {
    INFO(page);
    if (page.ends_with(".html")) CHECK(is_closed(site, page));
  }
}

TEST_CASE("in an archive every page of a closed year says that it is over") {
  TestSite site;
  with_networks(site, "status: avslutat\n").commit();
  PackRequest request;
  request.file = site.sandbox().path("arkiv.zip");
  request.archive = true;
  pack_site(site.options(), request);
  const std::string bytes = read_test_file(request.file);
  const ZipReader zip(bytes, request.file);
  std::size_t pages = 0;
  for (const auto& entry : zip.entries()) {
    if (!entry.path.ends_with(".html")) continue;
    INFO(entry.path);
    std::string text;
    zip.read(entry, [&](std::string_view part) { text += part; });
    CHECK((text.find(notice) != std::string::npos) == entry.path.starts_with("s-arkiv/webbplats/a/"));
    ++pages;
  }
  CHECK(pages > 10);
}

TEST_CASE("nobody is asked to edit a page of a closed network") {
  TestSite site;
  with_networks(site, "status: avslutat\n").commit().build();
  CHECK(site.output("a/traffar/1.html").find("/edit/") == std::string::npos);
  CHECK(site.output("b/traffar/1.html").find("/edit/") != std::string::npos);
}

TEST_CASE("a status that is understood is no more than it says") {
  for (const char* known : {"preliminär", "Prel.", "bekräftad", "inställd", "inställt pga sjukdom",
                            "flyttad till 17/10", "pilot", "tentative", "utkast", "fullbokad", "avslutat", "klar",
                            "Klar!", "publicerad 2020-01-17", "klar (Eva har läst)", "öppen", "pågår"}) {
    INFO(known);
    CHECK(codes_of("traffar/1.md", known) == Paths{});
    CHECK(codes_of("sida.md", known) == Paths{});
  }
}

TEST_CASE("a page whose status is not understood is not published, and that is an error") {
  struct Row {
    std::string status, code;
  };
  for (const auto& [status, code] :
       {Row{"utkst", "F45"}, Row{"avsluttat", "F45"}, Row{"under arbete", "F46"}, Row{"väntar på Eva", "F46"},
        Row{"klar att granska", "F46"}, Row{"Karin ska läsa igenom hela texten innan den läggs ut för alla", "F46"}}) {
    INFO(status);
    TestSite site;
    site.write("index.md", "---\ntitel: N\nläsår: 2019/2020\n---\n\nText.\n");
    site.write("sida.md", "---\nstatus: " + status + "\n---\n\n# Samtalet\n\nVi ses.\n").build();
    CHECK(site.codes() == Paths{code});
    CHECK(std::ranges::count(site.outputs(), std::string("sida.html")) == 0);
  }
}

TEST_CASE("a draft in the words of other programs is told ours") {
  for (const std::string key : {"draft: true", "published: false", "utkast: ja", "status: ej klar"}) {
    INFO(key);
    TestSite site;
    site.write("index.md", "# N\n\nText.\n").write("sida.md", "---\n" + key + "\n---\n\n# A\n\nVi ses.\n").build();
    CHECK(site.codes() == Paths{"F60"});
  }
}

TEST_CASE("a page that is called a draft is one") {
  for (const std::string title : {"Samtal (utkast)", "Samtal (Utkast)", "Samtal [UTKAST]", "Talk (draft)"}) {
    TestSite site;
    site.write("index.md", "# N\n\nText.\n").write("sida.md", "# " + title + "\n\nVi ses.\n").build();
    CHECK(std::ranges::count(site.outputs(), std::string("sida.html")) == 0);
  }
}

TEST_CASE("of a closed network of one semester it is the semester that is over") {
  TestSite site;
  site.write("a/index.md", "---\ntitel: A\ntermin: HT 2022\nstatus: avslutat\n---\n\nText.\n");
  site.write("b/index.md", "---\ntitel: B\nläsår: HT 2022, VT 2023\nstatus: avslutat\n---\n\nText.\n").build();
  CHECK(
      site.output("a/index.html").find("<p class=\"notice closed\">Terminen är avslutad. Sidan uppdateras inte.</p>") !=
      std::string::npos);
  CHECK_FALSE(is_closed(site, "a/index.html"));
  CHECK(is_closed(site, "b/index.html"));
}
