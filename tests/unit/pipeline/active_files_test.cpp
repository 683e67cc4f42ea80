// Files that a browser would run, whichever way the site goes out.
#include <catch2/catch.hpp>

#include <algorithm>

#include "pipeline/commands/pack_site.h"
#include "pipeline/commands/publish_site.h"
#include "test_site.h"

using namespace traff;
using namespace traff::testing;

namespace {

const std::string still = "<svg xmlns=\"http://www.w3.org/2000/svg\"><circle r=\"5\"/></svg>";
const std::string active = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";

bool has(const Paths& paths, const std::string& path) { return std::ranges::find(paths, path) != paths.end(); }

// Without what the theme and the search bring.
Paths of_files(Paths paths) {
  std::erase_if(paths,
                [](const std::string& path) { return path.starts_with("assets/") || path.starts_with("search/"); });
  return paths;
}

}  // namespace

TEST_CASE("a picture comes and goes with what is in it, and the pages that show it know") {
  TestSite site;
  site.write("index.md", "# Start\n\n![En ring](ring.svg)\n")
      .write("annan.md", "# Annan\n\nText.\n")
      .write("ring.svg", still)
      .build();
  CHECK(has(site.outputs(), "ring.svg"));
  site.write("ring.svg", active).build();
  CHECK_FALSE(has(site.outputs(), "ring.svg"));
  CHECK(site.codes() == Paths{"P14", "P13"});
  CHECK(site.output("index.html").find("<img") == std::string::npos);
  CHECK(differences(site.files(), built_from_scratch(site.options())) == Paths{});
  site.build();
  CHECK(site.codes() == Paths{"P14", "P13"});
  CHECK(site.made() == Paths{});
  site.write("ring.svg", still).build();
  CHECK(site.codes() == Paths{});
  CHECK(site.output("index.html").find("<img src=\"ring.svg\"") != std::string::npos);
  CHECK(differences(site.files(), built_from_scratch(site.options())) == Paths{});
}

TEST_CASE("files that a browser would run are not published, in a folder, in a branch or in a copy") {
  TestSite site;
  site.write("index.md", "---\ntitel: Start\npublicera: ring.svg, sida.html, bild.svg\n---\n\nText.\n")
      .write("ring.svg", active)
      .write("sida.html", "<p>")
      .write("bild.svg", still)
      .commit();
  PublishRequest request;
  request.folder = site.sandbox().path("webb");
  request.branch = "gren";
  publish_site(site.options(), request);
  PackRequest copy;
  copy.file = site.sandbox().path("kopia.zip");
  pack_site(site.options(), copy);
  const std::string listed = site.sandbox().git("ls-tree -r --name-only gren") +
                             site.sandbox().git("-c core.quotePath=off ls-files --others webb") +
                             read_test_file(copy.file);
  CHECK(listed.find("bild.svg") != std::string::npos);
  CHECK(listed.find("ring.svg") == std::string::npos);
  CHECK(listed.find("sida.html") == std::string::npos);
}

TEST_CASE("a logotype that runs something is not shown") {
  TestSite site;
  site.write("index.md", "---\ntitel: A\nlogotyp: ring.svg\n---\n\nText.\n").write("ring.svg", active).build();
  CHECK(site.codes() == Paths{"P14", "P13"});
  CHECK(site.output("index.html").find("ring.svg") == std::string::npos);
}

TEST_CASE("a file counts by its name on the site, however it is named in the content") {
  TestSite site;
  site.write("index.md", "---\ntitel: Start\npublicera: \"*\"\n---\n\n[Karta](<Karta 1.SVG>)\n")
      .write("Karta 1.SVG", still);
  for (const char* path :
       {"a.html~", "b.html ", "c.\u0125tml", "d.js?", "#e.html#", "f.html'", "g.html\u200B", "h.html,"})
    site.write(path, "<p>");
  site.write("i.svg~", active).write("j.svg!", active).build();
  CHECK(of_files(site.outputs()) == Paths{"404.html", "index.html", "karta-1.svg", "sok.html"});
}

TEST_CASE("pages are not published under endings that say nothing, and other files are") {
  TestSite site;
  site.write("index.md", "---\ntitel: Start\npublicera: \"*\"\n---\n\nText.\n")
      .write("a.html.sv", "<p>")
      .write("b", "<html>")
      .write("c.html (1)", "<p>");
  site.write("d.mathml", active).write("e.py", "print()\n").write("f", "Text").write("g.html.zip", "<p>").build();
  CHECK(of_files(site.outputs()) == Paths{"404.html", "e.py", "f", "g.html.zip", "index.html", "sok.html"});
  site.build();
  CHECK(site.codes() == Paths{"P12", "P13", "P13", "P13"});
}
