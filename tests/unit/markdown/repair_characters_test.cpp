#include <catch2/catch.hpp>

#include "base/messages/format_diagnostic.h"
#include "repair_expectation.h"

using namespace traff;

using Messages = std::vector<std::string>;

TEST_CASE("T13: line ends become LF, a byte order mark goes, the last line is ended") {
  CHECK(repaired("\xEF\xBB\xBF"
                 "a\r\nb\rc") == "a\nb\nc\n");
  CHECK(repaired("a\r\n\r\nb\n") == "a\n\nb\n");
  CHECK(repaired("").empty());
  CHECK(repaired("\xEF\xBB\xBF").empty());
  CHECK(repair("sida.md", "a\rb\r\nc", 5, {}).line_numbers == std::vector<std::uint32_t>{5, 6, 7});
}

TEST_CASE("T12: text becomes NFC, in code too") {
  CHECK(repaired("Tra\xCC\x88"
                 "ff\n```\nA\xCC\x8A\n```\n") == "Träff\n```\nÅ\n```\n");
}

TEST_CASE("T5: invisible characters go, a soft hyphen between letters stays") {
  CHECK(repaired("Pla\xE2\x80\x8Bnera\xEF\xBB\xBF\n") == "Planera\n");
  CHECK(repaired("lär\xC2\xAD"
                 "grupp\n") ==
        "lär\xC2\xAD"
        "grupp\n");
  CHECK(repaired("lär\xC2\xAD grupp \xC2\xAD\n") == "lär grupp \n");
  CHECK(repaired("# lär\xC2\xAD"
                 "grupp\n") == "# lärgrupp\n");
  CHECK(repaired("```\na\xE2\x80\x8B"
                 "b\n```\n") ==
        "```\na\xE2\x80\x8B"
        "b\n```\n");
}

TEST_CASE("T11: a no-break space by a mark becomes a space, between words it stays") {
  CHECK(repaired("#\xC2\xA0Rubrik\n") == "# Rubrik\n");
  CHECK(repaired("-\xC2\xA0"
                 "ett\n1.\xC2\xA0två\n>\xC2\xA0-\xC2\xA0tre\n") == "- ett\n1. två\n> - tre\n");
  CHECK(repaired("|\xC2\xA0"
                 "A\xC2\xA0|\xC2\xA0"
                 "B |\n|\xC2\xA0---\xC2\xA0| --- |\n") == "| A | B |\n| --- | --- |\n");
  CHECK(repaired("text\xC2\xA0\n\xC2\xA0\n") == "text\n\n");
  CHECK(repaired("10\xC2\xA0"
                 "000 kr, s.\xC2\xA0"
                 "3\n") ==
        "10\xC2\xA0"
        "000 kr, s.\xC2\xA0"
        "3\n");
  CHECK(repaired("10.\xC2\xA0oktober\n") == "10.\xC2\xA0oktober\n");
}

TEST_CASE("T15: ligatures are spelt out") {
  CHECK(repaired("\xEF\xAC\x81"
                 "nns o\xEF\xAC\x83"
                 "ciellt\n") == "finns officiellt\n");
  CHECK(repaired("```\n\xEF\xAC\x81\n```\n") == "```\n\xEF\xAC\x81\n```\n");
}

TEST_CASE("T15: a private-use character is a warning, one for lines in a row") {
  const std::string text = "Hej\n\nNu \xEF\x83\xBC klart\n\xEF\x83\xBC mer\n\n\xEF\x83\xBC sist\n";
  CHECK(repaired(text) == text);
  CHECK(messages(text) == Messages{"T15 3:4+1 U+F0FC", "T15 6:1+1 U+F0FC"});
  CHECK(messages("```\n\xEF\x83\xBC\n```\n").empty());
  CHECK(messages("\xEF\x82\xB7 en punkt\n").empty());
}

TEST_CASE("the caret stands under the character as the author typed the line") {
  const RepairedText text = repair("sida.md",
                                   "Tra\xCC\x88"
                                   "ff \xEE\x80\x80\r\n",
                                   9, {});
  CHECK(short_form(text.diagnostics.at(0)) == "T15 9:8+1 U+E000");
  CHECK(text.diagnostics.at(0).line ==
        "Tra\xCC\x88"
        "ff \xEE\x80\x80");
  CHECK(text.diagnostics.at(0).place.path == "sida.md");
}

TEST_CASE("noncharacters never come through, not even in code") {
  CHECK(repaired("a\xEF\xB7\x90"
                 "b\n```\n\xEF\xB7\x93\n```\n") ==
        "a\xEF\xBF\xBD"
        "b\n```\n\xEF\xBF\xBD\n```\n");
}

TEST_CASE("dashes, quotation marks and symbols are left as they are") {
  const std::string text = "Kl. 13–16 – ”citat” … 5 € → b ½ · c\n";
  CHECK(repaired(text) == text);
}
