#include <catch2/catch.hpp>

#include <cstdint>

#include "repair_expectation.h"

using namespace traff;

using Messages = std::vector<std::string>;
using Numbers = std::vector<std::uint32_t>;

namespace {

const std::string alphabetical = std::string(alphabetical_list_mark) + "\n";

std::string repaired_deck(std::string_view text) { return repair("bild.md", text, 1, {true}).text; }

}  // namespace

TEST_CASE("S6: in a presentation --- under text is a slide break") {
  CHECK(repaired_deck("Text\n---\nMer\n") == "Text\n\n---\nMer\n");
  CHECK(repair("bild.md", "Text\n---\n", 4, {true}).line_numbers == Numbers{4, 5, 5});
  for (const std::string_view text : {"Text\n\n---\n", "---\n# A\n---\n", "Text\n----\n", "Text\n===\n", "- a\n---\n",
                                      "```\na\n---\n```\n", "| A |\n| --- |\n| b |\n---\n"}) {
    CAPTURE(text);
    CHECK(repaired_deck(text) == text);
  }
  CHECK(repaired("Text\n---\nMer\n") == "Text\n---\nMer\n");
}

TEST_CASE("S7: rows of tabs become a table whose first row is its heading") {
  const std::string text = "Så här:\nDatum\tTid\tPlats\n10/10\t9–16\tKalmar\n5/12\t\tVäxjö | sal\nVi ses\n";
  CHECK(repaired(text) ==
        "Så här:\n\n| Datum | Tid | Plats |\n| --- | --- | --- |\n| 10/10 | 9–16 | Kalmar |\n| 5/12 | | Växjö \\| sal "
        "|\n\nVi ses\n");
  CHECK(repair("sida.md", text, 1, {}).line_numbers == Numbers{1, 2, 2, 2, 3, 4, 5, 5});
  CHECK(messages(text) == Messages{"S7 2:0+0 2|4|| Datum | Tid | Plats ||| --- | --- | --- |"});
}

TEST_CASE("S7: one tab is a table from three rows on, an empty first cell counts") {
  CHECK(repaired("A\tB\nC\tD\nE\tF\n") == "| A | B |\n| --- | --- |\n| C | D |\n| E | F |\n");
  CHECK(repaired("\tHT\tVT\nKalmar\t1\t2\n") == "| | HT | VT |\n| --- | --- | --- |\n| Kalmar | 1 | 2 |\n");
  CHECK(repaired("Namn\t\tRoll\nAda\t\tlektor\n") == "| Namn | Roll |\n| --- | --- |\n| Ada | lektor |\n");
}

TEST_CASE("S7: tabs that make no table stay") {
  for (const std::string_view text :
       {"A\tB\nC\tD\n", "A\tB\tC\n", "A\tB\tC\nD\tE\n", "1.\tA\n2.\tB\n3.\tC\n", "-\tA\n-\tB\n-\tC\n",
        "```\nA\tB\tC\nD\tE\tF\n```\n", "- lista\n\tA\tB\tC\n\tD\tE\tF\n"}) {
    CAPTURE(text);
    CHECK(repaired(text) == text);
    CHECK(messages(text).empty());
  }
}

TEST_CASE("S7: rows of bars without their line of dashes become a table") {
  const std::string table = "| Grupp | Skola |\n| --- | --- |\n| Röd | Äng |\n| Blå | Berg |\n";
  CHECK(repaired("| Grupp | Skola |\n| Röd | Äng |\n| Blå | Berg |\n") == table);
  CHECK(repaired("| Grupp | Skola |\n|:--|\n| Röd | Äng |\n| Blå | Berg |\n") == table);
  CHECK(repaired("Text:\n| Grupp | Skola |\n| Röd | Äng |\n| Blå | Berg |\n\nSlut.\n") ==
        "Text:\n\n" + table + "\nSlut.\n");
  CHECK(repaired("Grupp | Skola\nRöd | Äng\n") == "Grupp | Skola\n| --- | --- |\nRöd | Äng\n");
}

TEST_CASE("S7: tables, code and bars between words stay") {
  for (const std::string text : {"| A | B |\n| --- | --- |\n| c | d |\n", "A | B\n--- | ---\nc | d\n", "Hem | Om oss\n",
                                 "| ensam rad |\nText.\n", "```\n| a | b |\n| c | d |\n```\n", "`a | b`\n`c | d`\n",
                                 "Ja | nej\nJa | nej | kanske\n", "a|b\nc|d\n"}) {
    INFO(text);
    CHECK(repaired(text) == text);
  }
}

TEST_CASE("lines that begin with a time of day become a list") {
  CHECK(repaired("09.00 Samling\n09.20 Laget runt\n") == "- 09.00 Samling\n- 09.20 Laget runt\n");
  CHECK(repaired("Programmet:\n9.00–9.30 Kaffe\nkl. 10: Föreläsning\noch samtal\n") ==
        "Programmet:\n\n- 9.00–9.30 Kaffe\n- kl. 10: Föreläsning\n\noch samtal\n");
  CHECK(repaired("Kl 9–10: Samling\nKl 10–11: Annat\n") == "- Kl 9–10: Samling\n- Kl 10–11: Annat\n");
}

TEST_CASE("times in running text, sections and lists stay") {
  for (const std::string text :
       {"Vi börjar\n09.00 och slutar\n16.00 på torget.\n", "3.15 Analys\n3.16 Mer\n", "09.00 Samling\n",
        "- 09.00 Samling\n- 09.20 Laget\n", "```\n09.00 A\n09.20 B\n```\n", "09.00 Samling\n\n09.20 Laget\n",
        "2019 Vi\n2020 Ni\n", "25.00 Kronor\n26.00 Kronor\n"}) {
    INFO(text);
    CHECK(repaired(text) == text);
  }
}

TEST_CASE("B12: pictures that are baked into the text go, and their places stay") {
  const std::string data = "data:image/png;base64," + std::string(30'000, 'A');
  CHECK(repaired("![][image1]\n\n[image1]: <" + data + ">\n") == "![][image1]\n\n[image1]: <>\n");
  CHECK(repaired("[a]: " + data + "\n") == "[a]: <>\n");
  CHECK(repaired("Se ![kartan](" + data + ") här.\n") == "Se ![kartan]() här.\n");
  CHECK(messages("Text.\n\n![a](" + data + ") ![b](" + data + ")\n") == std::vector<std::string>{"B12 3:0+0"});
  CHECK(repaired("```\n![a](data:image/png;base64,AA)\n```\n") == "```\n![a](data:image/png;base64,AA)\n```\n");
}

TEST_CASE("S31: one cell on each line becomes paragraphs and a warning") {
  const std::string text = "Program\n\tDatum\n\tTid\n\tPlats\n\t10 oktober\nSlut\n";
  CHECK(repaired(text) == "Program\n\nDatum\n\nTid\n\nPlats\n\n10 oktober\n\nSlut\n");
  CHECK(messages(text) == Messages{"S31 2:0+0 2|5"});
  CHECK(messages("\ta\n\tb\n\tc\n").empty());
  CHECK(messages("- a\n\tb\n\tc\n\td\n\te\n").empty());
}

TEST_CASE("S8: indented text is no code") {
  CHECK(repaired("Text\n\n    Figur 1\n    mer\n\n\tFigur 2\n") == "Text\n\nFigur 1\nmer\n\nFigur 2\n");
  CHECK(repaired("# A\n      text\n") == "# A\ntext\n");
  CHECK(repaired("- a\n\n        b\n") == "- a\n\n  b\n");
  CHECK(repaired("-      a\n>      b\n") == "- a\n> b\n");
  CHECK(repaired("    - a\n    - b\n        - c\n") == "- a\n- b\n    - c\n");
  CHECK(repaired("    ```\n    kod\n      mer\n    ```\nefter\n") == "```\nkod\n  mer\n```\nefter\n");
}

TEST_CASE("S8: indentation that Markdown needs stays") {
  for (const std::string_view text :
       {"- a\n\n  b\n", "1. a\n\n    b\n", "- a\n\tb\n\n\tc\n", "Text\n    hör hit\n",
        "- a\n\t- b\n\t\t- c\n\t\t\t- d\n", "10. a\n\n    b\n", "[^1]: Not\n\n    mer av noten\n\nSe[^1].\n",
        "```\n    kod\n```\n", "- ```\n      kod\n  ```\n", "> - a\n>\n>   b\n", "~~~\n\tkod\n", "<!--\n\n    a\n-->\n",
        "| a |\n| - |\n| b |\n", "- a\n\n  - b\n\n    - c\n\n      d\n"}) {
    CAPTURE(text);
    CHECK(repaired(text) == text);
  }
}

TEST_CASE("S14: a pasted contents list is dropped with its heading") {
  const std::string text = "# Rapport\n\nInnehåll\n\nBakgrund\t1\nResultat 2\nMetod ........ 3\n\n# Bakgrund\n";
  CHECK(repaired(text) == "# Rapport\n\n\n# Bakgrund\n");
  CHECK(messages(text) == Messages{"S14 3:0+0 3|7"});
  CHECK(repair("sida.md", text, 1, {}).line_numbers == Numbers{1, 2, 8, 9});
  CHECK(repaired("## Innehållsförteckning\n1. A\t2\n2. B\t3\n\nVi ses på träff 5\n") == "\nVi ses på träff 5\n");
}

TEST_CASE("S14: a list under Innehåll that is the author's own stays") {
  for (const std::string_view text :
       {"## Innehåll\n\n- Modul 1\n- Modul 2\n- Modul 3\n", "## Innehåll\n\n- [A](#a)\n- [B](#b)\n",
        "Innehåll\n\nText  5\n", "Innehåll\n\nA ... 9\nB ... 3\n", "Innehållet är A  1\n\nB  2\n"}) {
    CAPTURE(text);
    CHECK(repaired(text) == text);
    CHECK(messages(text).empty());
  }
}

TEST_CASE("S15: bookmarks of Word are dropped, other remains are warnings") {
  CHECK(repaired("Se [bookmark: _Toc1]Bakgrund[Bookmark: b].\n") == "Se Bakgrund.\n");
  CHECK(repaired("[bookmark: a](b.md) `[bookmark: c]` [bok: d]\n") == "[bookmark: a](b.md) `[bookmark: c]` [bok: d]\n");
  CHECK(messages("Se HYPERLINK \"https://lnu.se\" här\n") == Messages{"S15 1:4+9 HYPERLINK"});
  CHECK(messages("Hej\nåå Fel! Bokmärket är inte definierat.\nFel! Hittar inte referenskälla.\n") ==
        Messages{"S15 2:4+33 Fel! Bokmärket är inte definierat"});
  CHECK(messages("Error! Reference source not found.\n") == Messages{"S15 1:1+33 Error! Reference source not found"});
  CHECK(messages("Vilket fel! Och ordet HYPERLINK.\n").empty());
  CHECK(messages("```\nHYPERLINK \"a\"\n```\n").empty());
}

TEST_CASE("S17: a) lists become ordered lists marked as alphabetical") {
  CHECK(repaired("a) ett\nb) två\n") == alphabetical + "1) ett\n2) två\n");
  CHECK(repaired("Välj:\na)\tett\n\nb)\tmer\nc) tre\n") == "Välj:\n\n" + alphabetical + "1)\tett\n\n2)\tmer\n3) tre\n");
  CHECK(repaired("1. Fråga\na) ett\nb) två\n2. Nästa\n") ==
        "1. Fråga\n\n   " + alphabetical + "   1) ett\n   2) två\n2. Nästa\n");
  CHECK(repair("sida.md", "Välj:\na) ett\nb) två\n", 1, {}).line_numbers == Numbers{1, 2, 2, 2, 3});
}

TEST_CASE("S17: letters that make no list stay") {
  for (const std::string_view text : {"a) ett\n", "b) ett\nc) två\n", "a) ett\n\nText\n\nb) två\n", "A) ett\nB) två\n",
                                      "a)ett\nb)två\n", "```\na) ett\nb) två\n```\n"}) {
    CAPTURE(text);
    CHECK(repaired(text) == text);
  }
}

TEST_CASE("S17: a numbered list that starts above 3 is a warning") {
  CHECK(messages("Vi ses\n\n10. oktober i Kalmar\n") == Messages{"S17 3:1+3 10.|10 oktober"});
  CHECK(messages("  2017. Året\n") == Messages{"S17 1:3+5 2017.|2017 Året"});
  CHECK(messages("> 5) a\n") == Messages{"S17 1:3+2 5)|5 a"});
  CHECK(messages("1. a\n2. b\n3. c\n4. d\n5. e\n").empty());
  CHECK(messages("3. a\n").empty());
  CHECK(messages("1. a\n2. b\n3. c\n\nText\n\n4. d\n").empty());
  CHECK(messages("Text\n10. oktober\n").empty());
  CHECK(messages("10.10.2019\n").empty());
  CHECK(messages("```\n10. a\n```\n").empty());
}

TEST_CASE("S18: a heading without its space gets one") {
  CHECK(repaired("#Rubrik\n##Syfte\ntext\n") == "# Rubrik\n## Syfte\ntext\n");
  CHECK(repaired("##1. mål##\n- #Mål\n") == "## 1. mål ##\n- # Mål\n");
  for (const std::string_view text :
       {"#skola #Lärande\n", "#kollegialtlärande\n", "#12\n", "text\n#Rubrik\n", "#######Rubrik\n", "##\n",
        "```\n#Rubrik\n```\n", "#En mycket lång rad som ingen skulle kalla rubrik, för den är en hel mening lång\n"}) {
    CAPTURE(text);
    CHECK(repaired(text) == text);
  }
}

TEST_CASE("messages come in the order of their places") {
  CHECK(messages("\tA\n\tB\n\tC\n\tD\n\n9. x\n\nInnehåll\nA\t1\nB\t2\n").size() == 3);
  CHECK(messages("9. x\n\nInnehåll\nA\t1\nB\t2\n") == Messages{"S17 1:1+2 9.|9 x", "S14 3:0+0 3|5"});
}
