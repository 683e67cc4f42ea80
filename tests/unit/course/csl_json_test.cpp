#include <catch2/catch.hpp>

#include "course/literature/csl_json.h"

using namespace traff;

namespace {

std::string list_of(std::string_view json, Language language = Language::sv) {
  const std::string text = csl_markdown("litteratur.json", json, language).text;
  return text.substr(text.find("\n\n") + 2);
}

std::string complaint(std::string_view json) {
  const auto made = csl_markdown("litteratur.json", json, Language::sv);
  if (made.diagnostics.empty()) return {};
  return made.diagnostics[0].code.name() + ":" + std::to_string(made.diagnostics[0].place.line);
}

}  // namespace

TEST_CASE("a book of a reference manager is written as APA writes it in Sweden") {
  CHECK(list_of(R"([{"type": "book", "title": "Lärande", "publisher": "Natur & Kultur", "edition": 2,
    "author": [{"family": "Katz", "given": "Steven"}, {"family": "Dack", "given": "Lisa Ain"}],
    "issued": {"date-parts": [[2017, 5]]}}])") ==
        "- Katz, S., & Dack, L. A. \\(2017\\). *Lärande* \\(2 uppl.\\). Natur & Kultur.\n");
}

TEST_CASE("an article names its journal, volume, issue and pages") {
  CHECK(list_of(R"([{"type": "article-journal", "title": "Om samtal", "container-title": "Pedagogik", "volume": "12",
    "issue": "3", "page": "4-19", "DOI": "10.1/x", "author": [{"family": "Berg", "given": "Bo-Erik"}],
    "issued": {"date-parts": [["2011"]]}}])") ==
        "- Berg, B.-E. \\(2011\\). Om samtal. *Pedagogik*, *12*\\(3\\), 4–19. <https://doi.org/10.1/x>\n");
}

TEST_CASE("a list is in Swedish order, one author before several, older before newer") {
  CHECK(list_of(R"([{"title": "d", "author": [{"family": "Öberg"}], "issued": {"raw": "2001"}},
    {"title": "c", "author": [{"family": "Åberg"}], "issued": {"raw": "2002"}},
    {"title": "b", "author": [{"family": "Zorn"}], "issued": {"raw": "2009"}},
    {"title": "a", "author": [{"family": "Zorn"}], "issued": {"raw": "2003"}}])") ==
        "- Zorn. \\(2003\\). *a*.\n- Zorn. \\(2009\\). *b*.\n- Åberg. \\(2002\\). *c*.\n- Öberg. \\(2001\\). *d*.\n");
}

TEST_CASE("what means something to Markdown is only text in an entry") {
  CHECK(list_of(R"([{"title": "*<b>* [x](y)\n# z", "author": [{"literal": "A_b"}]}])") ==
        "- A\\_b. \\(u.å.\\). *\\*\\<b\\>\\* \\[x\\]\\(y\\) \\# z*.\n");
}

TEST_CASE("tags and both years of Zotero are read as what they mean") {
  CHECK(
      list_of(
          R"([{"title": "Pedagogical <i>tact</i>: &quot;knowing&quot; &amp; doing", "author": [{"family": "van Manen"}],
    "issued": {"raw": "2015"}}])") == "- van Manen. \\(2015\\). *Pedagogical tact\\: \\\"knowing\\\" & doing*.\n");
  CHECK(list_of(R"([{"title": "Experience", "author": [{"family": "Dewey"}], "issued": {"raw": "1997"},
    "original-date": {"date-parts": [[1938]]}}])") == "- Dewey. \\(1938/1997\\). *Experience*.\n");
}

TEST_CASE("members of the wrong kind count as missing") {
  CHECK(list_of(R"([{"title": 4, "author": "Katz", "issued": [], "page": {}}, 7, null, []])") ==
        "- *4*. \\(u.å.\\).\n");
  CHECK(list_of("[]").empty());
}

TEST_CASE("a file that is no list is said with its line") {
  CHECK(complaint("[\n{\"title\": \"x\",\n}\n]") == "R10:3");
  CHECK(complaint("") == "R10:1");
  CHECK(complaint("{\"a\": 1}") == "R10:1");
  CHECK(complaint(std::string(200'000, '[')) == "R10:1");
  CHECK(complaint("{\"items\": []}").empty());
  CHECK(complaint("[]").empty());
}
