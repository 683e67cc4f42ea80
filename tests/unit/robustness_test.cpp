// Whatever lies in the content, the site is built: bad files are named, the others are whole.
#include <catch2/catch.hpp>

#include <sys/stat.h>

#include <algorithm>
#include <chrono>

#include "base/unicode.h"
#include "pipeline/build_site.h"
#include "test_site.h"

using namespace traff;
using namespace traff::testing;

namespace {

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (; times > 0; --times) all += text;
  return all;
}

std::string random_bytes(std::uint32_t seed, int size) {
  std::string bytes;
  for (; size > 0; --size) {
    seed = seed * 1664525 + 1013904223;
    bytes += static_cast<char>(seed >> 24);
  }
  return bytes;
}

bool has_diagnostic(const TestSite& site, std::string_view path) {
  const auto& all = site.report().diagnostics;
  return std::any_of(all.begin(), all.end(),
                     [&](const Diagnostic& diagnostic) { return diagnostic.place.path == path; });
}

void write_good_pages(TestSite& site) {
  site.write("index.md", "---\ntitel: Nätverken\n---\n\nVälkommen hit.\n");
  site.write("natverk/index.md", "---\ntitel: Nätverket\nläsår: 2019/2020\n---\n\nVälkommen.\n");
  site.write("natverk/traffar/1.md", "---\ndatum: 10 oktober\n---\n\n# Träff 1: Uppdrag\n\nGod text om uppdraget.\n");
}

void check_good_pages(const TestSite& site) {
  CHECK(site.output("index.html").find("Välkommen hit.") != std::string::npos);
  CHECK(site.output("natverk/traffar/1.html").find("God text om uppdraget.") != std::string::npos);
  CHECK(site.output("natverk/traffar/1.html").find("<h1>Uppdrag</h1>") != std::string::npos);
}

// Every page is a whole page of well-formed UTF-8 with a heading.
void check_every_page(const TestSite& site) {
  for (const auto& [path, bytes] : site.files()) {
    if (!path.ends_with(".html")) continue;
    INFO(path);
    CHECK(first_invalid_utf8(bytes) == std::string::npos);
    CHECK(bytes.find("</html>") != std::string::npos);
    CHECK(bytes.find("<h1></h1>") == std::string::npos);
    CHECK(bytes.find("href=\"\"") == std::string::npos);
  }
}

}  // namespace

TEST_CASE("forty files of random bytes among the pages are named, and the pages are built") {
  TestSite site;
  write_good_pages(site);
  Paths bad;
  for (std::uint32_t i = 0; i < 40; ++i) {
    const std::string folder = i % 3 == 0 ? "natverk/traffar/" : i % 3 == 1 ? "natverk/" : "";
    bad.push_back(folder + "slump-" + std::to_string(i) + ".md");
    site.write(bad.back(), (i % 4 == 0 ? "---\n" : "") + random_bytes(i, 200 + static_cast<int>(i) * 97));
  }
  site.build();
  check_good_pages(site);
  check_every_page(site);
  for (const std::string& path : bad) CHECK(has_diagnostic(site, path));
}

TEST_CASE("broken front matter of any kind gives a page, and the rest is built") {
  struct Broken {
    const char* text;
    bool is_told;
  };
  const Broken kinds[] = {
      {"---\ntitel: Aldrig stängd\n\nText.\n", true},
      {"---\n---\n---\n---\nText.\n", false},
      {"---", false},
      {"---\n", false},
      {"---\ntitel\n---\nText.\n", false},
      {"---\ntitel: A\n  djupt:\n    - mer\n---\nText.\n", true},
      {"---\ntitel: A\ntitel: B\n---\nText.\n", true},
      {"---\n: utan namn\n---\nText.\n", false},
      {"---\ntitel:\ndatum:\nplats:\n---\nText.\n", false},
      {"---\r\ntitel: A\r\n---\r\nText.\r\n", false},
      {"\xEF\xBB\xBF---\ntitel: A\n---\nText.\n", false},
      {"---\ntitel: \"A: b\ndatum: [2019, 10, 10]\n---\nText.\n", true},
      {"---\n\t\ttitel:\tA\n---\nText.\n", false},
      {"---\nätt okänt ord: 1\n---\nText.\n", true},
      {"---\nbara text utan kolon\n---\nText.\n", false},
      {"---\ntitel: A\nbara text utan kolon\n---\nText.\n", true},
      {"---\ndatum: 99/99 9999\n---\nText.\n", true},
      {"---\ntid: 99.99–-5\n---\nText.\n", true},
      {"---\nnummer: 99999999999999999999\n---\nText.\n", false},
      {"---\nordning: -99999999999999999999\n---\nText.\n", false},
      {"---\nspråk: klingonska\n---\nText.\n", false},
      {"---\ntyp: krumelur\n---\nText.\n", false},
  };
  TestSite site;
  write_good_pages(site);
  int number = 0;
  for (const Broken& kind : kinds) site.write("natverk/traffar/kind-" + std::to_string(++number) + ".md", kind.text);
  site.build();
  check_good_pages(site);
  check_every_page(site);
  number = 0;
  for (const Broken& kind : kinds) {
    const std::string name = "natverk/traffar/kind-" + std::to_string(++number);
    INFO(name << ": " << kind.text);
    CHECK(site.files().contains(name + ".html"));
    CHECK(has_diagnostic(site, name + ".md") == kind.is_told);
  }
}

TEST_CASE("shapes that make parsers explode are refused at once, one by one") {
  const FilesByPath shapes{
      {"stor.md", repeated("Ett vanligt stycke med ord.\n\n", 40'000)},
      {"lang-rad.md", repeated("ord ", 10'000)},
      {"citat.md", repeated("> ", 5'000) + "a\n"},
      {"listor.md", repeated("- ", 5'000) + "a\n"},
      {"hakar.md", repeated("[\n", 60'000)},
      {"bilder.md", repeated("![\n", 10'000)},
      {"kommentarer.md", repeated("<!A\n", 10'000)},
      {"stjarnor.md", repeated("*a _b\n", 30'000)},
      {"tabell.md", repeated("|a", 500) + "\n" + repeated("|-", 500) + "\n"},
      {"rader.md", "|a|b|c|\n|-|-|-|\n" + repeated("|1|2|3|\n", 30'000)},
      {"grav.md", repeated("`", 15'000) + "\n"},
      {"lankar.md", "[a]: https://example.org/" + repeated("x", 5'000) + "\n\n" + repeated("[a]\n", 5'000)},
  };
  TestSite site;
  write_good_pages(site);
  const auto begin = std::chrono::steady_clock::now();
  site.write(shapes).build();
  const std::chrono::duration<double> time = std::chrono::steady_clock::now() - begin;
  CHECK(time.count() < 6.0);
  check_good_pages(site);
  check_every_page(site);
  for (const auto& [path, bytes] : shapes) {
    INFO(path);
    CHECK(has_diagnostic(site, path));
    CHECK(site.files().contains(path.substr(0, path.size() - 3) + ".html"));
  }
}

TEST_CASE("what is no ordinary file in the content is named and never published") {
  TestSite site;
  write_good_pages(site);
  site.write("../hemligt.md", "# Hemligt\n\nLösenord.\n");
  site.link("ut.md", "../hemligt.md")
      .link("helt-ut.md", "/etc/passwd")
      .link("ring-a.md", "ring-b.md")
      .link("ring-b.md", "ring-a.md");
  site.link("ingenstans.md", "finns-inte.md").link("mapp-ut", "..");
  site.write("rad\nbrott.md", "# Namn\n").write("Tvilling.md", "# Ett\n").write("tvilling.md", "# Två\n");
  site.write("bild.png",
             "version https://git-lfs.github.com/spec/v1\noid sha256:" + repeated("a", 64) + "\nsize 12345\n");
  REQUIRE(::mkfifo(site.sandbox().path("content/ror.md").c_str(), 0600) == 0);
  site.build();
  check_good_pages(site);
  check_every_page(site);
  for (const char* path : {"ut.md", "helt-ut.md", "ring-a.md", "ring-b.md", "ingenstans.md", "mapp-ut", "tvilling.md",
                           "bild.png", "ror.md"}) {
    INFO(path);
    CHECK(has_diagnostic(site, path));
  }
  const Paths codes = site.codes();
  CHECK(std::count(codes.begin(), codes.end(), "P2") == 1);
  for (const auto& [path, bytes] : site.files()) {
    INFO(path);
    CHECK(bytes.find("Lösenord") == std::string::npos);
    CHECK(bytes.find("root:x:") == std::string::npos);
  }
}

TEST_CASE("a git repository inside the content is named and not read") {
  TestSite site;
  write_good_pages(site);
  site.commit();
  site.sandbox().git("init -q content/annan");
  site.write("annan/sida.md", "# Sida\n\nText.\n").build();
  CHECK(site.codes() == Paths{"P4"});
  CHECK_FALSE(site.files().contains("annan/sida.html"));
}

TEST_CASE("addresses that get in each other's way leave one of them out and build the rest") {
  TestSite site;
  write_good_pages(site);
  site.write("a.md", "# A\n\nText.\n")
      .write("a.html/b.md", "# B\n\nText.\n")
      .write("c/d.md", "# D\n\nText.\n")
      .write("C", "ingen mapp");
  site.write("sok.md", "# Egen söksida\n\nText.\n").write("404.md", "# Egen\n\nText.\n").write("404.html", "egen");
  site.write("assets/site.css", "egen").write("sitemap.xml", "egen").write(".traff-manifest.json", "egen");
  site.build();
  check_good_pages(site);
  check_every_page(site);
  CHECK(site.output("sok.html").find("Egen söksida") != std::string::npos);
  CHECK(site.output("a.html").find("<h1>A</h1>") != std::string::npos);
  CHECK(has_diagnostic(site, "a.html/b.md"));
  CHECK(has_diagnostic(site, "404.html"));
}

TEST_CASE("hostile links and words reach the page as text") {
  TestSite site;
  write_good_pages(site);
  site.write(
      "ond.md",
      "# <script>alert(1)</script>\n\n[a](%ff%fe.md) [b](%) [c](a%00b.md) [d](?) [e](#%ff) "
      "[f](../../../../etc/passwd)\n\n"
      "[g](java\tscript:x) ![h](javascript:x) <javascript:x> [i]( javascript:x)\n\n<img src=x onerror=alert(1)>\n\n"
      "::: \"><script>\ntext\n:::\n\n[j](\"onmouseover=\"x)\n");
  site.write("natverk/index.md",
             "---\ntitel: \"><script>alert(2)</script>\nläsår: 2019/2020\nkontakt: <b>x</b>, "
             "a\"b@example.org\n---\n\nText.\n");
  site.build();
  check_every_page(site);
  CHECK(has_diagnostic(site, "ond.md"));
  for (const auto& [path, bytes] : site.files()) {
    if (!path.ends_with(".html")) continue;
    INFO(path);
    for (const char* harm : {"<script>alert", "<img src=x", "href=\"java", "src=\"java", "<b>x</b>"})
      CHECK(bytes.find(harm) == std::string::npos);
  }
}

TEST_CASE("no git, no commit yet and a shallow clone all give a site") {
  TestSite site;
  write_good_pages(site);
  site.build();
  check_good_pages(site);
  site.sandbox().git("init -q -b main");
  site.build();
  check_good_pages(site);
  site.commit();
  site.sandbox().git("clone -q --depth 1 'file://" + site.sandbox().path() + "' grund");
  site.options().content = site.sandbox().path("grund");
  site.build();
  check_good_pages(site);
}

TEST_CASE("a broken theme stops the build before anything is written") {
  TestSite site;
  write_good_pages(site);
  site.build();
  const FilesByPath before = site.files();
  for (const char* broken :
       {"{{#facts}}", "{{finns_inte}}", "{{> finns_inte}}", "{{> page}}", "{{t.finns_inte}}", "{{{title}}}", "{{"}) {
    INFO(broken);
    site.write("tema/templates/page.mustache", broken);
    CHECK(failure_code([&] { build_site(site.options()); }) == "W30");
    CHECK(differences(site.files(), before).empty());
  }
  site.write("tema/templates/page.mustache", "\xFF\xFE").write("tema/strings/sv.json", "{ \"a\": ");
  CHECK(failure_code([&] { build_site(site.options()); }) == "W30");
  site.remove("tema").build();
  CHECK(site.made().empty());
}
