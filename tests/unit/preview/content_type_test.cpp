#include "preview/web_server.h"

#include <catch2/catch.hpp>

using namespace traff;

TEST_CASE("text files are told to be in UTF-8") {
  CHECK(content_type_of("a/b.html") == "text/html; charset=utf-8");
  CHECK(content_type_of("site.css") == "text/css; charset=utf-8");
  CHECK(content_type_of("site.js") == "text/javascript; charset=utf-8");
  CHECK(content_type_of("sitemap.xml") == "application/xml; charset=utf-8");
  CHECK(content_type_of("index.json") == "application/json; charset=utf-8");
  CHECK(content_type_of("robots.txt") == "text/plain; charset=utf-8");
  CHECK(content_type_of("bild.svg") == "image/svg+xml; charset=utf-8");
  CHECK(content_type_of("kalender.ics") == "text/calendar; charset=utf-8");
  CHECK(content_type_of("film.vtt") == "text/vtt; charset=utf-8");
}

TEST_CASE("other files are told apart by their endings, in any case") {
  CHECK(content_type_of("a.pdf") == "application/pdf");
  CHECK(content_type_of("A.JPG") == "image/jpeg");
  CHECK(content_type_of("a.webp") == "image/webp");
  CHECK(content_type_of("a.woff2") == "font/woff2");
  CHECK(content_type_of("a.mp4") == "video/mp4");
  CHECK(content_type_of("a.okänd") == "application/octet-stream");
  CHECK(content_type_of("utan") == "application/octet-stream");
}
