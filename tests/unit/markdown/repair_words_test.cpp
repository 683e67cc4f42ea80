// What holds for every text: no word lost, added or moved; clean text untouched; nothing left that the parser
// would take for indented code.
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <iterator>
#include <memory>

#include "base/text.h"
#include "base/unicode.h"
#include "repair_expectation.h"

using namespace traff;

namespace {

using WordList = std::vector<std::string>;

std::string_view without_list_mark(std::string_view line) {
  const std::string_view rest = trim(line);
  if (rest.starts_with("o\t") || rest.starts_with("o ")) return rest.substr(2);
  const bool letter = rest.size() > 1 && rest[1] == ')';
  const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
  const bool number = digits > 0 && digits < rest.size() && rest[digits] == ')';
  return letter || number ? rest.substr(number ? digits + 1 : 2) : rest;
}

bool is_word_character(char32_t c) { return is_letter(c) || (c >= '0' && c <= '9'); }

// Runs of letters and digits, as a reader sees them: without marks of lists and characters without width.
WordList words_of(std::string_view text) {
  std::string spelt = to_nfc(text);
  for (const std::string_view unseen : {"\xC2\xAD", "\xE2\x80\x8B", "\xEF\xBB\xBF"})
    spelt = replace_all(spelt, unseen, "");
  spelt = replace_all(replace_all(spelt, "\xEF\xAC\x81", "fi"), "\r", "\n");
  WordList words;
  for (const std::string_view line : split(spelt, '\n')) {
    std::string word;
    const std::string_view rest = without_list_mark(line);
    for (std::size_t at = 0; at < rest.size(); at += code_point_size(rest, at)) {
      const char32_t c = code_point_at(rest, at);
      if (is_word_character(c)) {
        append_code_point(word, c);
      } else if (!word.empty()) {
        words.push_back(std::move(word));
        word.clear();
      }
    }
    if (!word.empty()) words.push_back(std::move(word));
  }
  return words;
}

// Box lines stand alone before the parser comes to them.
std::string with_boxes_apart(std::string_view text) {
  std::string apart;
  for (const std::string_view line : split_lines(text)) {
    const bool is_box = line.starts_with(":::");
    apart += is_box ? "\n" + std::string(line) + "\n\n" : std::string(line) + "\n";
  }
  return apart;
}

bool has_indented_code(const std::string& repaired_text) {
  const std::string text = with_boxes_apart(repaired_text);
  cmark_gfm_core_extensions_ensure_registered();
  cmark_parser* parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
  cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
  cmark_parser_feed(parser, text.data(), text.size());
  const std::unique_ptr<cmark_node, decltype(&cmark_node_free)> root(cmark_parser_finish(parser), cmark_node_free);
  cmark_parser_free(parser);
  const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> walk(cmark_iter_new(root.get()), cmark_iter_free);
  while (cmark_iter_next(walk.get()) != CMARK_EVENT_DONE) {
    cmark_node* node = cmark_iter_get_node(walk.get());
    int length = 0;
    int offset = 0;
    char mark = '\0';
    if (cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK && cmark_node_get_fenced(node, &length, &offset, &mark) == 0)
      return true;
  }
  return false;
}

class Dice {
 public:
  explicit Dice(std::uint32_t seed) : state_(seed) {}
  std::size_t below(std::size_t sides) {
    state_ = state_ * 1664525 + 1013904223;
    return (state_ >> 8) % sides;
  }

 private:
  std::uint32_t state_;
};

void check_laws(const std::string& text) {
  CAPTURE(text);
  const RepairedText once = repair("sida.md", text, 1, {});
  REQUIRE(first_invalid_utf8(once.text) == std::string::npos);
  REQUIRE(to_nfc(once.text) == once.text);
  REQUIRE((once.text.empty() || once.text.ends_with('\n')));
  REQUIRE(static_cast<std::size_t>(std::count(once.text.begin(), once.text.end(), '\n')) == once.line_numbers.size());
  REQUIRE(std::is_sorted(once.line_numbers.begin(), once.line_numbers.end()));
  for (const Diagnostic& diagnostic : once.diagnostics) REQUIRE(diagnostic.place.line >= 1);
}

constexpr std::string_view letter = R"(Välkommen till nätverket
Hej!
Nu är du anmäld av din rektor och vi ser fram emot att träffa dig.

Innehåll
Våra dagar	1
Inför första dagen ........ 2
Inloggning	3

#Våra dagar
Så här ser året ut:
Datum	Tid	Plats
10 oktober	9–16	Kalmar
5 december	9–16	Växjö
17 januari	9–16	Kalmar

Vi ses[bookmark: _Hlk12] fem gånger. Alla dagar börjar med fika.
Nuläge:
•	Beskriv skolans plan
–	formella vägar
–	informella vägar
•	Beskriv din roll
o	i laget
o	i ledningen
•	✓ Boka ett samtal med din rektor

Inför första dagen
a)	Fyll i skattningen (10 minuter).
b)	Läs kapitel 3, kollegialt lärande.
c)	Förbered två eller tre bilder.

Så ser året ut.

    Figur 1. Året som en cykel

	När
	Var
	Vad
	Vem

10. oktober börjar vi kl. 9.
– Vad har hänt sedan sist? frågar vi då.
Se Fel! Bokmärket är inte definierat.

Varma hälsningar
Nätverksledningen
)";

constexpr std::string_view clean_samples[] = {
    "# Träff 2: Kollegialt lärande\nDatum: 5 december\nPlats: Växjö\n\n## Syfte\n\nEfter dagen kan du – kort sagt – "
    "mer.\n",
    "1. a\n2. b\n   - c\n   - d\n\n     e\n3. f\n\n    g\n",
    "> citat\n> mer\n>> djupare\n> - lista\n\ntext\n",
    "| A | B |\n| --- | :-: |\n| 1 | 2 \\| 3 |\n\nRubrik\n======\n\nUnder\n-----\n",
    "```text info\n\tkod\n    kod\n• kod\n#kod\na) b\n```\n\n~~~\n```\n~~~\n",
    "::: ruta\nText\n:::\n\n::: kolumner\nA\n+++\nB\n:::\n",
    "[länk]: https://example.org \"Titel\"\n\nSe [länk] och ![bild](b.png).  \nNy rad\\\nsist *en* **två** `tre` "
    "~~fyra~~\n",
    "- [ ] gör\n- [x] klart\n\n* * *\n\n***\n___\n",
    "Text[^1]\n\n[^1]: Not\n\n    mer\n",
    "<!-- kommentar -->\n\n<div>\n  text\n</div>\n\n&amp; &#35; \\# inte rubrik\n",
    "Datum: ____  Samtalsledare: ____\n\n1986\\. Ett år\n+ a\n+ b\n\n1) x\n2) y\n",
};

constexpr std::string_view fragments[] = {"Ett ord till.",
                                          "Nuläge:",
                                          "• punkt",
                                          "•\tpunkt",
                                          "· prick",
                                          "– streck",
                                          "— långt streck",
                                          "o\tring",
                                          "o ring",
                                          "§ tecken",
                                          "\xEF\x82\xB7 symbol",
                                          "- ✓ bock",
                                          "- lista",
                                          "  - nästlad",
                                          "    - djupt",
                                          "1. ett",
                                          "2. två",
                                          "10. oktober",
                                          "a) alfa",
                                          "b) beta",
                                          "c)\tgamma",
                                          "A\tB\tC",
                                          "1\t2\t3",
                                          "A\tB",
                                          "\tcell",
                                          "\t\tcell",
                                          "    indraget",
                                          "        mycket indraget",
                                          "#Rubrik",
                                          "# Rubrik",
                                          "##Syfte",
                                          "---",
                                          "===",
                                          "```",
                                          "~~~",
                                          "> citat",
                                          ">     citat",
                                          "| a | b |",
                                          "| --- | --- |",
                                          "::: ruta",
                                          ":::",
                                          "[bookmark: x]ord",
                                          "HYPERLINK \"a\" ord",
                                          "Pla\xE2\x80\x8Bnera",
                                          "lär\xC2\xAD"
                                          "grupp",
                                          "\xEF\xAC\x81nns",
                                          "Tra\xCC\x88"
                                          "ff",
                                          "-\xC2\xA0hårt",
                                          "\xC2\xA0\xC2\xA0",
                                          "",
                                          "",
                                          "",
                                          "<div>",
                                          "<!-- x -->",
                                          "[^1]: not",
                                          "[a]: /b",
                                          "-",
                                          "1.",
                                          "+ plus",
                                          "* stjärna",
                                          "\xEE\x80\x80 glyf",
                                          "     x",
                                          "-      långt",
                                          "***",
                                          "text\\",
                                          "Innehåll",
                                          "Kapitel ett\t1",
                                          "Kapitel två ..... 2"};

std::string mixed_text(Dice& dice, std::size_t fragment_count) {
  std::string text;
  for (std::size_t lines = dice.below(14) + 1; lines > 0; --lines) {
    text += fragments[dice.below(fragment_count)];
    text += dice.below(20) == 0 ? "\r\n" : "\n";
  }
  return text;
}

// The last three fragments belong to a contents list, which is dropped on purpose.
constexpr std::size_t kept_fragments = std::size(fragments) - 3;

}  // namespace

TEST_CASE("a letter pasted from Word keeps its words in their order") {
  const std::string text(letter);
  WordList before = words_of(replace_all(text, "[bookmark: _Hlk12]", ""));
  const WordList contents{"Innehåll", "Våra", "dagar", "1", "Inför", "första", "dagen", "2", "Inloggning", "3"};
  const auto dropped = std::search(before.begin(), before.end(), contents.begin(), contents.end());
  REQUIRE(dropped != before.end());
  before.erase(dropped, dropped + static_cast<std::ptrdiff_t>(contents.size()));
  CHECK(words_of(repaired(text)) == before);
  CHECK_FALSE(has_indented_code(repaired(text)));
  const std::string ours = replace_all(repaired(text), alphabetical_list_mark, "\xEF\xBF\xBD");
  CHECK(repaired(repaired(text)) == ours);
  CHECK(split_lines(text).size() >= 40);
  CHECK(messages(text) == std::vector<std::string>{"S14 5:0+0 5|8",
                                                   "S7 12:0+0 12|15|| Datum | Tid | Plats ||| --- | --- | --- |",
                                                   "S31 36:0+0 36|39", "S17 41:1+3 10.|10 oktober",
                                                   "S15 43:4+33 Fel! Bokmärket är inte definierat"});
}

TEST_CASE("text without problems is left as it is") {
  for (const std::string_view sample : clean_samples) {
    CAPTURE(std::string(sample));
    const RepairedText text = repair("sida.md", sample, 3, {});
    CHECK(text.text == sample);
    CHECK(text.diagnostics.empty());
    CHECK(text.line_numbers.front() == 3);
    CHECK(text.line_numbers.size() == split_lines(sample).size());
  }
}

TEST_CASE("clean samples in any order are left as they are") {
  Dice dice(11);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (std::size_t parts = dice.below(5) + 1; parts > 0; --parts) {
      text += clean_samples[dice.below(std::size(clean_samples))];
      text += "\nEtt stycke.\n\n";
    }
    REQUIRE(repaired(text) == text);
  }
}

TEST_CASE("no word is lost, added or moved in mixed text") {
  Dice dice(1);
  for (int round = 0; round < 20000; ++round) {
    const std::string text = mixed_text(dice, kept_fragments);
    check_laws(text);
    CAPTURE(text);
    CAPTURE(repaired(text));
    // A bookmark in code is kept.
    WordList before = words_of(text);
    WordList after = words_of(repaired(text));
    std::erase(before, "bookmark");
    std::erase(after, "bookmark");
    std::erase(before, "x");
    std::erase(after, "x");
    REQUIRE(after == before);
  }
}

TEST_CASE("the parser never sees indented code") {
  Dice dice(2);
  for (int round = 0; round < 20000; ++round) {
    const std::string text = mixed_text(dice, std::size(fragments));
    CAPTURE(text);
    CAPTURE(repaired(text));
    REQUIRE_FALSE(has_indented_code(repaired(text)));
  }
}

TEST_CASE("any bytes made well-formed are taken") {
  Dice dice(4);
  constexpr char32_t points[] = {'\t',   '\n',   '\r',   ' ',    '#',    '-',     '>',     '|',    'a',
                                 ')',    '1',    '.',    '`',    '[',    '<',     ':',     'o',    0,
                                 0xA0,   0xA7,   0xAD,   0xB7,   0xE5,   0x301,   0x2013,  0x2022, 0x200B,
                                 0x2713, 0xFB01, 0xFDD0, 0xFEFF, 0xF0B7, 0x1F600, 0x10FFFF};
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t size = dice.below(60); size > 0; --size)
      append_code_point(text, points[dice.below(std::size(points))]);
    check_laws(text);
    repair("bild.md", text, 7, {true});
  }
}
