#include "markdown/html/inlines.h"

#include <catch2/catch.hpp>

#include "markdown/parsed_expectation.h"

using namespace traff;

namespace {

std::string known_name(std::string_view raw) {
  const auto tag = known_html_tag(raw);
  return tag ? tag->name : "";
}

}  // namespace

TEST_CASE("tags that authors mean as markup are known") {
  CHECK(known_name("<br>") == "br");
  CHECK(known_name("<BR/>") == "br");
  CHECK(known_name("</b>") == "b");
  CHECK(known_name("<a href=\"x\">") == "a");
  CHECK(known_name("<h2 class=x>") == "h2");
  CHECK(known_name("<div\nclass=x>") == "div");
}

TEST_CASE("words in angle brackets are words") {
  CHECK(known_name("<ditt namn>") == "");
  CHECK(known_name("<brist>") == "");
  CHECK(known_name("<b-lag>") == "");
  CHECK(known_name("<>") == "");
  CHECK(known_name("") == "");
  CHECK(known_name("text") == "");
}

TEST_CASE("raw HTML is shown as text, and a tag is told once (S19)") {
  CHECK(html_of("Skriv <ditt namn> <br> och <b>fet</b>.\n") ==
        "<p>Skriv &lt;ditt namn&gt; &lt;br&gt; och &lt;b&gt;fet&lt;/b&gt;.</p>\n");
  CHECK(html_of("<div>\n*a*\n</div>\n") == "<p>&lt;div&gt;\n*a*\n&lt;/div&gt;</p>\n");
  CHECK(messages_of("Skriv <ditt namn> <br> och <br>.\n") ==
        Messages{"S19 1:19+3 <br>|en tom rad mellan styckena|an empty line between the paragraphs"});
}
