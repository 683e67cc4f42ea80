// Notes between authors: what is hidden, and what only looks like it.
#include "markdown/lines/comments.h"

#include <catch2/catch.hpp>

#include <algorithm>

#include "markdown/parse_document.h"
#include "markdown/parsed_expectation.h"

using namespace traff;

namespace {

// The text that is left, its lines apart by "|"; the text itself when it has no comments.
std::string left_of(std::string_view text) {
  const auto free = hide_comments(text);
  std::string left(free ? free->text : text);
  std::replace(left.begin(), left.end(), '\n', '|');
  return left;
}

}  // namespace

TEST_CASE("comments are taken out of the text, with one of the spaces around them") {
  CHECK(left_of("Vi ses <!-- kolla --> i Kalmar.") == "Vi ses i Kalmar.");
  CHECK(left_of("## Program <!-- visa inte -->\nText.") == "## Program|Text.");
  CHECK(left_of("<!-- a --> Text.") == "Text.");
  CHECK(left_of("a<!-- b -->c") == "ac");
  CHECK(left_of("a <!-- b\nc --> d") == "a|d");
  CHECK(left_of("<!-->a<!--->b") == "ab");
  CHECK(left_of("| a <!-- b --> | c |") == "| a | c |");
  CHECK(left_of("plats: Kalmar <!-- eller Växjö -->\r\ntid: 9") == "plats: Kalmar\r|tid: 9");
  CHECK(left_of("Vi ses %%kolla%% i Kalmar.") == "Vi ses i Kalmar.");
  CHECK(left_of("Vi ses %% kolla %%.") == "Vi ses .");
  CHECK(left_of("Vi ses (%%kolla%%) ”%%kolla%%”. |%%kolla%%| %%kolla%%”") == "Vi ses () ””. || ”");
  CHECK(left_of("%%\na\n\nb\n%%\nText.") == "|||||Text.");
  CHECK(left_of("%% a\nb %%\nText.") == "||Text.");
}

TEST_CASE("lines that held nothing but comments are named, for they are no blank lines") {
  CHECK(hide_comments("a\n<!-- b -->\nc\n")->emptied == std::vector<std::uint32_t>{2});
  CHECK(hide_comments("a\n\n<!--\nb\n\nc\n-->\nd\n")->emptied == std::vector<std::uint32_t>{3, 4, 5, 6, 7});
  CHECK(hide_comments("- a\n- <!-- b -->\n> <!-- c -->\n")->emptied == std::vector<std::uint32_t>{2, 3});
  CHECK(html_of("- a\n<!-- b -->\n- c\n") == "<ul>\n<li>a</li>\n<li>c</li>\n</ul>\n");
}

TEST_CASE("code and what is escaped is no comment") {
  for (const std::string_view text :
       {"Skriv `<!-- så -->` här.", "``a ` <!-- b -->``", "`a\n<!-- b -->`", "```\n<!-- a -->\n%%\nb\n%%\n```\n",
        "- ~~~\n  <!-- a -->\n  ~~~\n", "\\<!-- a -->", "100%% säkert och 50%% kvar", "a%%b%%c", "%%", "5 %%a",
        "<!-- a"}) {
    INFO(text);
    const auto free = hide_comments(text);
    CHECK((!free || free->text == text));
  }
}

TEST_CASE("a code span that never ends hides no comment, nor does code in a comment show what follows") {
  CHECK(left_of("`a <!-- b --> c") == "`a c");
  CHECK(left_of("`a\n\n<!-- b --> `c`") == "`a||`c`");
  CHECK(left_of("<!-- ` --> a <!-- ` --> b") == "a b");
  CHECK(left_of("<!--\n```\n--> a\n<!-- b -->\nc") == "||a||c");
}

TEST_CASE("a comment that never ends stays text and is told (S42), and others in the file are told once (S43)") {
  CHECK(html_of("a <!-- b\n") == "<p>a &lt;!– b</p>\n");
  CHECK(messages_of("a <!-- b\n") == Messages{"S42 1:3+4"});
  CHECK(messages_of("a\n\n<!-- b --> <!-- c -->\n\n%%d%%\n") == Messages{"S43 3:1+4"});
  CHECK(messages_of("a\n\n%%d%%\n") == Messages{"S43 3:1+2"});
}

TEST_CASE("what is in a comment is in no heading, title, fact or text") {
  const ParsedDocument page =
      parsed("<!-- x --> # Titel <!-- hemlig -->\nDatum: 5 maj <!-- hemlig -->\n\n## Del <!-- hemlig -->\n\nText.\n");
  CHECK(page.document.title == "Titel");
  CHECK(page.document.front_matter.value(Key::date) == "5 maj");
  CHECK(page.document.headings.back().id == "del");
  CHECK(page.body.html.find("hemlig") == std::string::npos);
  CHECK(page.body.text.find("hemlig") == std::string::npos);
  CHECK(
      parsed("\n<!-- tomt -->\n---\ntitel: A\nstatus: utkast\n---\nText.\n").document.front_matter.value(Key::status) ==
      "utkast");
}

TEST_CASE("Note: of reveal.js is hidden to the end of its slide, in presentations alone") {
  const auto notes_in = [](std::string_view text) {
    const auto free = hide_speaker_notes(text);
    return free ? std::to_string(free->first) + " " + free->text : "none";
  };
  CHECK(notes_in("# A\n\nText.\n\nNote: Säg inte det här.\nMer.\n\n---\n\n# B\n") ==
        "5 # A\n\nText.\n\n\n\n\n---\n\n# B\n");
  CHECK(notes_in("# A\nNote:\n- ett\n# B\nText.\n") == "2 # A\n\n\n# B\nText.\n");
  CHECK(notes_in("# A\n```\nNote: kod\n```\n") == "none");
  CHECK(notes_in("# A\nNotes: visas\n") == "none");
  const SourceText deck{"presentationer/a.md", {}, "# T\n\n# A\n\nText.\n\nNote: Hemligt.\n"};
  CHECK(parse_document(deck, {}).body.text.find("Hemligt") == std::string::npos);
  CHECK(html_of("# T\n\nNote: vanlig text\n").find("vanlig text") != std::string::npos);
}
