#include "preview/web_server.h"

#include <catch2/catch.hpp>

using namespace traff;

namespace {

Edition edition_named(const std::string& site, const std::string& notes) {
  Edition edition;
  edition.site = site;
  edition.notes = notes;
  return edition;
}

}  // namespace

TEST_CASE("a page gets a style sheet at the end of its head and a script at the end of its body") {
  const std::string html = "<html><head><title>x</title></head><body><p>a</p></body></html>";
  CHECK(with_preview_tags(html, "a/b.html", edition_named("1", "2")) ==
        "<html><head><title>x</title><link rel=\"stylesheet\" href=\"/_traff/preview.css\">\n</head><body><p>a</p>"
        "<script src=\"/_traff/preview.js\" defer data-page=\"a/b.html\" data-site=\"1\" data-notes=\"2\"></script>\n"
        "</body></html>");
}

TEST_CASE("the last end of body counts, and a page without any gets its tags at the end") {
  const std::string twice = with_preview_tags("</body></body>", "a.html", {});
  CHECK(twice.find("<script") > twice.find("</body>"));
  const std::string bare = with_preview_tags("<p>a", "a.html", {});
  CHECK(bare.starts_with("<p>a"));
  CHECK(bare.find("/_traff/preview.js") != std::string::npos);
  CHECK(bare.find("/_traff/preview.css") != std::string::npos);
}
