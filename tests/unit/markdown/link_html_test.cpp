#include <catch2/catch.hpp>

#include "markdown/parsed_expectation.h"

using namespace traff;

TEST_CASE("a link is a slot with its address as written and its place") {
  const ParsedDocument page = parsed("# T\n\nLäs [mer om *det*](../a%20b.md#c \"Titel & co\") nu.\n");
  CHECK(page.body.html == "<p>Läs <a title=\"Titel &amp; co\">mer om <em>det</em></a> nu.</p>\n");
  REQUIRE(page.document.slots.size() == 1);
  const Slot& slot = page.document.slots[0];
  CHECK(slot.kind == SlotKind::link);
  CHECK(slot.target == "../a%20b.md#c");
  CHECK(slot.begin == std::string("<p>Läs <a").size());
  CHECK(slot.end == page.body.html.find(" nu."));
  CHECK(slot.line == 3);
  CHECK(slot.column == 20);
  CHECK(slot.length == 13);
}

TEST_CASE("an image is a slot with its words and title") {
  const ParsedDocument page = parsed("Text.\n\n![Ett *ord* - \"två\"](b.png \"T\")\n");
  CHECK(page.body.html == "<p>Text.</p>\n<p></p>\n");
  CHECK(page.body.text == "Text.\nEtt ord – ”två”\n");
  REQUIRE(page.document.slots.size() == 1);
  CHECK(page.document.slots[0].kind == SlotKind::image);
  CHECK(page.document.slots[0].target == "b.png");
  CHECK(page.document.slots[0].text == "Ett ord – ”två”");
  CHECK(page.document.slots[0].title == "T");
}

TEST_CASE("an unsafe address is taken away and told (L3)") {
  CHECK(html_of("Se [det där](JavaScript:alert(1)) nu.\n") == "<p>Se det där nu.</p>\n");
  CHECK(messages_of("Text.\n\nSe [det där](javascript:alert) nu.\n") == Messages{"L3 3:14+16 javascript:"});
  CHECK(parsed("![a](data:x)\n").document.slots[0].target == "");
  CHECK(messages_of("Text.\n\n![a](data:x)\n") == Messages{"L3 3:6+6 data:"});
}

TEST_CASE("an address among the words of a link is words") {
  CHECK(html_of("[a <https://b.se> c](d.md)\n") == "<p><a href=\"d.md\">a https://b.se c</a></p>\n");
}

TEST_CASE("link words that say nothing are told (S20)") {
  CHECK(messages_of("Text.\n\nKlicka [här](a.md).\n") == Messages{"S20 3:9+3 här"});
  CHECK(messages_of("Text.\n\n[Läs mer!](a.md)\n") == Messages{"S20 3:2+8 Läs mer!"});
  CHECK(messages_of("Text.\n\n[Läs mer om målen](a.md)\n") == Messages{});
}

TEST_CASE("a long address as link words is told (S29), and http: (S30)") {
  const std::string address = "https://example.org/" + std::string(60, 'a');
  CHECK(messages_of("Text.\n\nSe " + address + "\n") == Messages{"S29 3:4+80"});
  CHECK(messages_of("Text.\n\nSe https://example.org\n") == Messages{});
  CHECK(messages_of("Text.\n\nSe [sidan](http://example.org)\n") == Messages{"S30 3:12+7"});
  CHECK(messages_of("Text.\n\nSe [sidan](http://localhost:1)\n") == Messages{});
}

TEST_CASE("a bare address ends before the full stop") {
  CHECK(parsed("Se https://example.org/a.\n").document.slots[0].target == "https://example.org/a");
  CHECK(parsed("Se www.example.org.\n").document.slots[0].target == "https://www.example.org");
}

TEST_CASE("no more than a thousand messages of a kind are kept") {
  std::string text = "Text.\n\n";
  for (int i = 0; i < 1200; ++i) text += "[här](a.md)\n\n";
  CHECK(messages_of(text).size() == 1000);
}
