#include "markdown/html/render_html.h"

#include <catch2/catch.hpp>

#include "markdown/parsed_expectation.h"

using namespace traff;

TEST_CASE("code is shown as written") {
  CHECK(html_of("Text.\n\n```cpp rad\na - \"b\" <c> Träff 2\n```\n") ==
        "<p>Text.</p>\n<pre tabindex=\"0\"><code class=\"language-cpp\">a - &quot;b&quot; &lt;c&gt; Träff "
        "2\n</code></pre>\n");
  CHECK(html_of("Text `a - \"b\" 9-16`.\n") == "<p>Text <code>a - &quot;b&quot; 9-16</code>.</p>\n");
  CHECK(parsed("Text `Träff 2`.\n").document.slots.empty());
}

TEST_CASE("only fences make code (S8)") {
  CHECK(html_of("Text.\n\n    indragen *text*\n") == "<p>Text.</p>\n<p>indragen <em>text</em></p>\n");
  CHECK(html_of("Text.\n\n\ttabb\n") == "<p>Text.</p>\n<p>tabb</p>\n");
  CHECK(html_of("- a\n\n          djupt\n") == "<ul>\n<li>\n<p>a</p>\n<p>djupt</p>\n</li>\n</ul>\n");
  CHECK(html_of("> a\n>\n>      b\n") == "<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>\n");
}

TEST_CASE("indented code that comes through is text all the same") {
  const std::string markdown = "Text.\n\n    a < *b*\n    c\n";
  const CmarkTree tree(markdown);
  ParsedDocument page;
  const AuthorText author("a.md", markdown);
  const std::vector<std::uint32_t> lines{1, 2, 3, 4};
  render_html({tree.root(), &author, &lines, Language::sv, nullptr, 0}, page);
  CHECK(page.body.html == "<p>Text.</p>\n<p>a &lt; *b*\nc</p>\n");
}

TEST_CASE("words are Swedish words (T9, T10)") {
  CHECK(html_of("\"Hej\" och 'hopp', 13-16 - eller -- så...\n") == "<p>”Hej” och ’hopp’, 13–16 – eller – så…</p>\n");
  CHECK(html_of("2019-10-10, e-post, 0480-12 34 56, 10-*20*\n") ==
        "<p>2019-10-10, e-post, 0480-12 34 56, 10-<em>20</em></p>\n");
}

TEST_CASE("strikethrough takes two tildes") {
  CHECK(html_of("~~bort~~ ~kvar~\n") == "<p><del>bort</del> ~kvar~</p>\n");
}

TEST_CASE("plain words stand one block a line") {
  CHECK(parsed("Rad ett\nrad **två**  \nrad tre\n\n> Citat\n\n- a\n- b\n\n| c | d |\n| - | - |\n").body.text ==
        "Rad ett\nrad två rad tre\nCitat\na\nb\nc\nd\n");
}

TEST_CASE("the document tells the size of its HTML") { CHECK(parsed("Text.\n").document.html_size == 13); }

TEST_CASE("letters beside the marks of the block pass are letters") {
  CHECK(html_of("Text.\n\n\xEF\xB7\xB2 är ett ord.\n") == "<p>Text.</p>\n<p>\xEF\xB7\xB2 är ett ord.</p>\n");
  CHECK(html_of("- a\n\n- &#xFDD0;ruta\n") ==
        "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>\xEF\xB7\x90ruta</p>\n</li>\n</ul>\n");
}
