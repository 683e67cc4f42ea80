#include "markdown/html/html_writer.h"

#include <catch2/catch.hpp>

using namespace traff;

TEST_CASE("a run of words is typeset as one and escaped") {
  ParsedDocument parsed;
  HtmlWriter out(parsed, Language::sv);
  out.open_block(BlockKind::paragraph, "<p>", 1);
  out.add_to_run("9");
  out.add_to_run("-");
  out.add_to_run("16 & <b>");
  out.close_block("</p>\n");
  CHECK(parsed.body.html == "<p>9–16 &amp; &lt;b&gt;</p>\n");
  CHECK(parsed.body.text == "9–16 & <b>\n");
}

TEST_CASE("blocks know their place in HTML and words") {
  ParsedDocument parsed;
  HtmlWriter out(parsed, Language::sv);
  out.open_block(BlockKind::quote, "<blockquote>\n", 3);
  out.open_block(BlockKind::paragraph, "<p>", 4);
  out.add_to_run("å");
  out.close_block("</p>\n");
  out.close_block("</blockquote>\n");
  CHECK_FALSE(out.has_open_block());
  REQUIRE(parsed.body.blocks.size() == 2);
  CHECK(parsed.body.blocks[0] == Block{BlockKind::quote, 0, 3, no_block, {0, 37}, {13, 23}, {0, 3}});
  CHECK(parsed.body.blocks[1] == Block{BlockKind::paragraph, 0, 4, 0, {13, 23}, {16, 18}, {0, 2}});
}

TEST_CASE("a mention gets a slot around it, where mentions are allowed") {
  ParsedDocument parsed;
  HtmlWriter out(parsed, Language::sv);
  out.add_to_run("Se Träff 2.");
  out.end_run();
  out.mentions_allowed = false;
  out.add_to_run("Träff 3");
  out.end_run();
  CHECK(parsed.body.html == "Se Träff 2.Träff 3");
  REQUIRE(parsed.document.slots.size() == 1);
  CHECK(parsed.document.slots[0].begin == 3);
  CHECK(parsed.document.slots[0].end == 11);
  CHECK(parsed.document.slots[0].target == "2");
}

TEST_CASE("soft hyphens are shown but no part of the words") {
  ParsedDocument parsed;
  HtmlWriter out(parsed, Language::sv);
  out.add_to_run("sam\xC2\xADtal");
  out.end_run();
  CHECK(parsed.body.html == "sam\xC2\xADtal");
  CHECK(parsed.body.text == "samtal");
}

TEST_CASE("verbatim words are not typeset") {
  ParsedDocument parsed;
  HtmlWriter out(parsed, Language::sv);
  out.verbatim("9-16 “a” Träff 2 <b>");
  CHECK(parsed.body.html == "9-16 “a” Träff 2 &lt;b&gt;");
  CHECK(parsed.body.text == "9-16 “a” Träff 2 <b>");
}

TEST_CASE("a fresh line is made once") {
  ParsedDocument parsed;
  HtmlWriter out(parsed, Language::sv);
  out.fresh_line();
  CHECK(parsed.body.html.empty());
  out.raw("a");
  out.fresh_line();
  out.fresh_line();
  CHECK(parsed.body.html == "a\n");
}

TEST_CASE("four low lines or more are a place to write, and stay in the words") {
  ParsedDocument parsed;
  HtmlWriter out(parsed, Language::sv);
  out.add_to_run("Datum: ____ & _____ a___b");
  out.end_run();
  CHECK(parsed.body.html == "Datum: <span class=\"blank\">____</span> &amp; <span class=\"blank\">_____</span> a___b");
  CHECK(parsed.body.text == "Datum: ____ & _____ a___b");
}
