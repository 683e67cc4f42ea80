// What files are taken for by their addresses.
#include "checks/files/active_file.h"

#include <catch2/catch.hpp>

using namespace traff;

TEST_CASE("pages, scripts and programs for servers are active by their names") {
  for (const char* path : {"a.html", "a/B.HTM", "a.xhtml", "a.js", "a.mjs", "a.mht", "a.svgz", "a.php", "a.shtml",
                           ".html", "a.html.sv", "a.htm.bak", "a.js.map", "a.svg.gz", "a.html.", "a.php.jpg", "a.php5"})
    CHECK(kind_of(path) == FileKind::active);
  CHECK(active_ending("a.php.jpg") == ".php");
  CHECK(active_ending("a.b/c.html.sv") == ".html");
  CHECK(active_ending("a.html/c").empty());
}

TEST_CASE("files that every server knows as passive are that, and others are what they are taken for") {
  for (const char* path : {"a.png", "a.pdf", "a.docx", "a.html.zip", "a.css", "a.txt", "a.svg.png", "a.b/a.ZIP"})
    CHECK(kind_of(path) == FileKind::passive);
  for (const char* path : {"a", "html", "a.mathml", "a.html/a", "a.txt/a", "a."})
    CHECK(kind_of(path) == FileKind::unknown);
  for (const char* path : {"a.xml", "a.kml", "a.rss"}) CHECK(kind_of(path) == FileKind::xml);
  for (const char* path : {"a.svg", "a.SVG", "a.b.svg"}) CHECK(kind_of(path) == FileKind::picture);
}
