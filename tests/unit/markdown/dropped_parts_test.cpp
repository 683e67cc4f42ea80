#include <catch2/catch.hpp>

#include "markdown/parsed_expectation.h"

using namespace traff;

namespace {

std::string notes(std::string_view items) {
  return "<section class=\"footnotes\" aria-label=\"\">\n<ol>\n" + std::string(items) + "</ol>\n</section>\n";
}

}  // namespace

TEST_CASE("a heading is widened for rows with more cells (S28)") {
  const std::string_view table = "Text.\n\n| a | b |\n| - | -: |\n| 1 |\n| 1 | 2 | 3 |\n| 1 | 2 | 3 | 4 |\n";
  CHECK(html_of(table).find("<tr>\n<th scope=\"col\">a</th>\n<th scope=\"col\" "
                            "class=\"align-right\">b</th>\n<td></td>\n<td></td>\n</tr>") != std::string::npos);
  CHECK(html_of(table).find("<td>4</td>") != std::string::npos);
  CHECK(messages_of(table) == Messages{"S28 6:0+0 3|2"});
  CHECK(messages_of("Text.\n\na | b\n--- | ---\n1 | 2\n") == Messages{});
  CHECK(messages_of("Text.\n\na | b\n--- | ---\n1 | 2 \\| 3\n") == Messages{});
  CHECK(messages_of("Text.\n\n> a | b\n> --- | ---\n> 1 | 2 | 3\n") == Messages{"S28 5:0+0 3|2"});
  CHECK(messages_of("Text.\n\n::: ruta\n| a |\n| - |\n| 1 | 2 |\n:::\n") == Messages{"S28 6:0+0 2|1"});
}

TEST_CASE("an unused footnote is shown last, without a link back (S27)") {
  const std::string_view text = "Text.\n\n[^a]: Not.\n";
  CHECK(html_of(text) == "<p>Text.</p>\n" + notes("<li id=\"fn_1\">\n<p>Not.</p>\n</li>\n"));
  CHECK(messages_of(text) == Messages{"S27 3:1+4 [^a]"});
}

TEST_CASE("a second footnote of the same name is shown last (S32)") {
  const std::string_view text = "Text[^a].\n\n[^a]: Ett.\n\n[^a]: Två.\n";
  CHECK(html_of(text).find("<li id=\"fn_2\">\n<p>Två.</p>\n</li>") != std::string::npos);
  CHECK(messages_of(text) == Messages{"S32 5:1+4 [^a]|3"});
  CHECK(messages_of("Text[^a].\n\n[^a]: Ett.\n\n[^A]: Två.\n") == Messages{"S27 5:1+4 [^A]"});
}

TEST_CASE("what looks like a footnote in code is code") {
  CHECK(html_of("Text.\n\n- ```\n  [^a]: kod\n  ```\n") ==
        "<p>Text.</p>\n<ul>\n<li>\n<pre tabindex=\"0\"><code>[^a]: kod\n</code></pre>\n</li>\n</ul>\n");
  CHECK(html_of("<div>\n[^a]: b\n</div>\n") == "<p>&lt;div&gt;\n[^a]: b\n&lt;/div&gt;</p>\n");
}

TEST_CASE("words in [^ … ] over two lines are kept as they are written") {
  CHECK(html_of("Se [^å\nåäö] slut.\n") == "<p>Se [^å\nåäö] slut.</p>\n");
  CHECK(html_of("Se [^a och[^b] å\nåäö] slut.\n") == "<p>Se [^a och[^b] å\nåäö] slut.</p>\n");
  CHECK(html_of("Se [^a\\] å\nåäö] slut.\n") == "<p>Se [^a] å\nåäö] slut.</p>\n");
  CHECK(html_of("Se [^en *fot* här].\n") == "<p>Se [^en <em>fot</em> här].</p>\n");
  CHECK(html_of("Se `[^` och [^å\nåäö](a.md \"[^\").\n") ==
        "<p>Se <code>[^</code> och <a href=\"a.md\" title=\"[^\">^å\nåäö</a>.</p>\n");
}
