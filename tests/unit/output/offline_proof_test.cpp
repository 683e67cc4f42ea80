#include <catch2/catch.hpp>

#include "output/offline_proof.h"

#include "base/page_references.h"

using namespace traff;

namespace {

std::vector<std::string> flaws_of(const std::string& html) {
  OfflineProof proof;
  proof.add("a/sida.html", html);
  proof.add("a/bild 1.png", "");
  proof.add("index.html", "");
  std::vector<std::string> flaws;
  for (const auto& flaw : proof.flaws()) flaws.push_back(flaw.en);
  return flaws;
}

std::string nested(std::size_t times) {
  std::string html;
  for (std::size_t i = 0; i < times; ++i) html += "<a href=\"x\" <!-- <p class='";
  return html;
}

}  // namespace

TEST_CASE("what stands in the copy, and plain links out of it, are no flaws") {
  CHECK(
      flaws_of("<a href=\"../index.html#topp\">x</a> <img src=\"bild%201.png\"> <a href=\"https://example.org\">ut</a>"
               "<a href=\"#här\">x</a> <link rel=\"icon\" href=\"data:,\"> <link rel=\"canonical\" "
               "href=\"https://a.se/b.html\">"
               "<a href=\"mailto:a@example.org\">x</a> <a href=\"?q=1\">x</a>")
          .empty());
}

TEST_CASE("a link from the root, another host's picture and a missing file are flaws") {
  CHECK(flaws_of("<a href=\"/index.html\">x</a>") ==
        std::vector<std::string>{"a/sida.html: /index.html begins at the server's root"});
  CHECK(flaws_of("<img src=\"https://a.se/b.png\">") ==
        std::vector<std::string>{"a/sida.html: https://a.se/b.png is fetched from another site"});
  CHECK(flaws_of("<script src='//a.se/b.js'></script>").size() == 1);
  CHECK(flaws_of("<a href=\"saknas.html\">x</a>") ==
        std::vector<std::string>{"a/sida.html: saknas.html is not in the copy"});
  CHECK(flaws_of("<a href=\"../../ut.html\">x</a>").size() == 1);
  CHECK(flaws_of("<img srcset=\"bild%201.png 1x, https://a.se/2.png 2x\">").size() == 1);
}

TEST_CASE("words, comments and attributes that only look like links are passed over") {
  CHECK(flaws_of("<p>href=\"/x\"</p><!-- <a href=\"/x\"> --><p title='<a href=\"/x\">'>x</p>").empty());
}

TEST_CASE("a style sheet may fetch only what lies beside it") {
  CHECK(find_style_references("a { background: url( \"b.png\" ) } @import \"c.css\";").size() == 2);
  CHECK(find_style_references("a { background: url(b.png) }").front().address == "b.png");
}

TEST_CASE("broken pages cost no more than their size") {
  CHECK(find_page_references(nested(20'000)).size() <= 2 * find_page_references(nested(10'000)).size() + 1);
}
