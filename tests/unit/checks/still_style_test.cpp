// Which styles and addresses fetch nothing from elsewhere.
#include "checks/files/active_file.h"

#include <catch2/catch.hpp>

using namespace traff;

TEST_CASE("a style as drawing programs and people write it is still") {
  for (const char* style :
       {"fill:url(#a);stroke:#000", "fill: URL( 'bild.png' ) no-repeat", ".a:before{content:\"\\201C\"}", ".a\\:b{}",
        ".w-1\\/2{width:50%}", "a{scroll-behavior:smooth}", "/* @import url(//a) */a{}",
        "a{content:'@import url(//a)'}", "@font-face{src:url(data:application/octet-stream;base64,AA)}",
        "a{background:url(data:image/avif;base64,AA)}", "a{background:url(\"data:image/bmp;base64,AA\")}",
        "a{font-family:'\\'Lato\\''}", "translate(1,2)", "a{content:\"/*\"}b{content:\"*/\"}",
        "a{content:\"\\\"; @import //\"}"}) {
    INFO(style);
    CHECK(is_still_style(style));
  }
}

TEST_CASE("a style that may fetch something is not still, however it is written") {
  for (const char* style : {"@import 'a'",
                            "@IMPORT 'a'",
                            "@im\\port 'a'",
                            "@\\69mport 'a'",
                            "a{fill:u\\72l(//a)}",
                            "image\\-set('//a' 1x)",
                            "url(//a)",
                            "url( \n//a)",
                            "URL('//a')",
                            "url(\"//a",
                            "url(//a",
                            "url(a) url(//b)",
                            "url(\\\"//a\\\")",
                            "-webkit-image-set('//a' 1x)",
                            "src('//a')",
                            "a{background:image('//a')}",
                            "a{behavior:url(a)}",
                            "/* */@import 'a'",
                            "/*/ */@import 'a'",
                            "'/*' @import 'a' '*/'",
                            "'\n@import 'a'",
                            "\\/*@import 'a'",
                            "\\'@import 'a'",
                            "url(/*)@import 'a' /**/",
                            "a{x:#url(/*)\"*/ @import '//a'\"",
                            "\\:url(/*)\"*/ @import '//a'\"",
                            "url(data:image/svg+xml,a)"}) {
    INFO(style);
    CHECK_FALSE(is_still_style(style));
  }
}

TEST_CASE("a long style is read once") {
  std::string opened;
  for (int i = 0; i < 250'000; ++i) opened += "url(";
  CHECK(is_still_style(opened));
  CHECK_FALSE(is_still_style("@import a;" + opened));
  CHECK(is_still_style("/*" + opened));
  CHECK(is_still_style(std::string(1'000'000, '(')));
}
