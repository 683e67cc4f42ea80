#include <catch2/catch.hpp>

#include "markdown/parsed_expectation.h"

using namespace traff;

TEST_CASE("each box has its element") {
  CHECK(html_of("::: ruta\nText\n:::\n") == "<div class=\"box box-ruta\">\n<p>Text</p>\n</div>\n");
  CHECK(html_of("::: Viktigt\nText\n:::\n") == "<div class=\"box box-viktigt\">\n<p>Text</p>\n</div>\n");
  CHECK(html_of("::: citat\nText\n:::\n") == "<blockquote class=\"box box-citat\">\n<p>Text</p>\n</blockquote>\n");
  CHECK(html_of("::: engelska\nText\n:::\n") == "<div class=\"box box-engelska\" lang=\"en\">\n<p>Text</p>\n</div>\n");
  CHECK(html_of("::: cykel\n1. a\n:::\n") == "<figure class=\"box box-cykel\">\n<ol>\n<li>a</li>\n</ol>\n</figure>\n");
  CHECK(html_of("::: process\n1. a\n:::\n") ==
        "<figure class=\"box box-process\">\n<ol>\n<li>a</li>\n</ol>\n</figure>\n");
  CHECK(html_of("::: important\nText\n:::\n") == "<div class=\"box box-viktigt\">\n<p>Text</p>\n</div>\n");
}

TEST_CASE("the words after a box's name are its title, with what stands in them") {
  CHECK(html_of("::: ruta Att **göra** [sen](a.md)\nText\n:::\n") ==
        "<div class=\"box box-ruta\">\n<p class=\"box-title\">Att <strong>göra</strong> <a href=\"a.md\">sen</a></p>\n"
        "<p>Text</p>\n</div>\n");
  const ParsedDocument box = parsed("::: ruta Titel\nText\n:::\n");
  CHECK(box.body.text == "Titel\nText\n");
  REQUIRE(box.body.blocks.size() == 3);
  CHECK(box.body.blocks[0].kind == BlockKind::box);
  CHECK(box.body.blocks[1].line == 1);
  CHECK(box.body.blocks[2].line == 2);
}

TEST_CASE("columns are parted by +++ and only there") {
  CHECK(html_of("::: kolumner\nett\n+++\ntvå\n:::\n\n+++\n") ==
        "<div class=\"columns\">\n<div class=\"column\">\n<p>ett</p>\n</div>\n<div "
        "class=\"column\">\n<p>två</p>\n</div>\n</div>\n"
        "<p>+++</p>\n");
  CHECK(html_of("::: kolumner\nett\n::: ruta\n+++\n:::\n:::\n") ==
        "<div class=\"columns\">\n<div class=\"column\">\n<p>ett</p>\n<div class=\"box "
        "box-ruta\">\n<p>+++</p>\n</div>\n</div>\n</div>\n");
  CHECK(html_of("A.\n\n&#xFDD2;\n") == "<p>A.</p>\n");
}

TEST_CASE("a box may hold lists, headings and boxes, and stands outside lists") {
  CHECK(html_of("::: ruta\n- a\n  ::: viktigt\n  b\n  :::\n:::\n") ==
        "<div class=\"box box-ruta\">\n<ul>\n<li>a</li>\n</ul>\n<div class=\"box "
        "box-viktigt\">\n<p>b</p>\n</div>\n</div>\n");
  CHECK(html_of("- a\n\n    ::: ruta\n") == "<ul>\n<li>\n<p>a</p>\n<p>::: ruta</p>\n</li>\n</ul>\n");
}

TEST_CASE("lines of code are no boxes") {
  CHECK(html_of("```\n::: ruta\n:::\n```\n") == "<pre tabindex=\"0\"><code>::: ruta\n:::\n</code></pre>\n");
  CHECK(html_of("- ```\n  ::: ruta\n  ```\n\n::: ruta\na\n:::\n") ==
        "<ul>\n<li>\n<pre tabindex=\"0\"><code>::: ruta\n</code></pre>\n</li>\n</ul>\n<div class=\"box "
        "box-ruta\">\n<p>a</p>\n</div>\n");
}

TEST_CASE("English in its box keeps its quotation marks") {
  CHECK(html_of("Ett \"a\".\n\n::: engelska\n\"b\"\n:::\n\n\"c\"\n") ==
        "<p>Ett ”a”.</p>\n<div class=\"box box-engelska\" lang=\"en\">\n<p>“b”</p>\n</div>\n<p>”c”</p>\n");
}

TEST_CASE("an unknown box is a plain one that shows its words (S24)") {
  CHECK(html_of("::: rutta Titel\nText\n:::\n") ==
        "<div class=\"box\">\n<p class=\"box-title\">rutta Titel</p>\n<p>Text</p>\n</div>\n");
  CHECK(messages_of("Text.\n\n::: rutta Titel\nText\n:::\n") == Messages{"S24 3:5+5 rutta|ruta"});
}

TEST_CASE("a box that is never closed goes on to the end (S25)") {
  CHECK(html_of("::: ruta\nText\n") == "<div class=\"box box-ruta\">\n<p>Text</p>\n</div>\n");
  CHECK(messages_of("Text.\n\n::: ruta\nText\n") == Messages{"S25 3:1+3 ruta"});
}

TEST_CASE("a ::: that closes nothing is left out (S26)") {
  CHECK(html_of("Text.\n\n:::\n") == "<p>Text.</p>\n");
  CHECK(messages_of("Text.\n\n:::\n") == Messages{"S26 3:1+3"});
}

TEST_CASE("footnotes end every box") {
  CHECK(html_of("::: ruta\nText[^1].\n\n[^1]: Not.\n") ==
        "<div class=\"box box-ruta\">\n<p>Text<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\" "
        "data-footnote-ref>1</a></sup>.</p>\n"
        "</div>\n<section class=\"footnotes\" aria-label=\"\">\n<ol>\n<li id=\"fn_1\">\n"
        "<p>Not. <a href=\"#fnref_1\" class=\"footnote-back\" aria-label=\"\">↩</a></p>\n</li>\n</ol>\n</section>\n");
}

TEST_CASE("the programme's table has its slot") {
  const ParsedDocument page = parsed("::: program\n:::\n");
  CHECK(page.body.html == "<div class=\"box-program\">\n</div>\n");
  REQUIRE(page.document.slots.size() == 1);
  CHECK(page.document.slots[0].kind == SlotKind::programme);
  CHECK(page.document.slots[0].begin == std::string("<div class=\"box-program\">\n").size());
}
