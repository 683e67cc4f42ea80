// `logotyp:` of the start page, on every page.
#include <catch2/catch.hpp>

#include "test_site.h"

using namespace traff;
using namespace traff::testing;

namespace {

TestSite& with_logo(TestSite& site, const std::string& value) {
  site.write("filer/logo.svg", "<svg viewBox=\"0 0 30 20\"></svg>").write("a/b/sida.md", "# Sida\n\nText.\n");
  return site.write("index.md", "---\ntitel: Platsen & vi\nlogotyp: " + value + "\n---\n\nHej.\n");
}

bool holds(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("the logotype stands before the site's name at every depth, without words of its own", "[logo]") {
  TestSite site;
  with_logo(site, "filer/logo.svg").build();
  CHECK(site.codes().empty());
  CHECK(holds(site.output("index.html"),
              "<a href=\"index.html\"><img class=\"logo\" src=\"filer/logo.svg\" alt=\"\" width=\"30\" height=\"20\"> "
              "Platsen &amp; vi</a>"));
  CHECK(holds(site.output("a/b/sida.html"),
              "<img class=\"logo\" src=\"../../filer/logo.svg\" alt=\"\" width=\"30\" height=\"20\"> "));
  CHECK(holds(site.output("404.html"), "src=\"filer/logo.svg\""));
}

TEST_CASE("a logotype whose size is not known has none", "[logo]") {
  TestSite site;
  with_logo(site, "filer/Logo två.jpg").write("filer/Logo två.jpg", "JFIF").build();
  CHECK(holds(site.output("index.html"), "<img class=\"logo\" src=\"filer/logo-tva.jpg\" alt=\"\"> "));
}

TEST_CASE("a logotype that is missing, elsewhere or no picture is told, and not shown (L4, L6, L7)", "[logo]") {
  const auto codes = [](const std::string& value) {
    TestSite site;
    with_logo(site, value)
        .write("filer/logo.pdf", "%PDF")
        .write("a/b/filer.md", "# Filer\n\n[Logotypen](../../filer/logo.svg) och [den](../../filer/logo.pdf)\n")
        .build();
    CHECK_FALSE(holds(site.output("index.html"), "<img"));
    return site.codes();
  };
  CHECK(codes("filer/lago.svg") == Paths{"L4"});
  CHECK(codes("a/b/sida.md") == Paths{"L4"});
  CHECK(codes("https://example.org/logo.svg") == Paths{"L6"});
  CHECK(codes("data:image/png;base64,AA==") == Paths{"L6"});
  CHECK(codes("filer/logo.pdf") == Paths{"L7"});
  CHECK(codes("").empty());
}

TEST_CASE("a changed logotype changes the pages only when its size does", "[logo]") {
  TestSite site;
  with_logo(site, "filer/logo.svg").build();
  site.write("filer/logo.svg", "<svg viewBox=\"0 0 30 20\"><circle/></svg>").build();
  CHECK(site.made() == Paths{"filer/logo.svg"});
  site.write("filer/logo.svg", "<svg viewBox=\"0 0 40 20\"></svg>").build();
  CHECK(holds(site.output("a/b/sida.html"), "width=\"40\""));
  CHECK(built_from_scratch(site.options()) == site.files());
}
