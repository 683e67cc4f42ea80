#include "markdown/front/front_matter.h"

#include <catch2/catch.hpp>

#include <algorithm>

#include "base/messages/format_diagnostic.h"
#include "markdown/front/field_line.h"
#include "markdown/front/fields.h"
#include "repair_expectation.h"

using namespace traff;

namespace {

FrontMatterResult parse(std::string_view text) { return parse_front_matter("sida.md", text); }

std::vector<std::string> front_messages(std::string_view text) { return short_forms(parse(text).diagnostics); }

using Items = std::vector<std::string>;

}  // namespace

TEST_CASE("front matter is read into fields and the body begins after it") {
  const FrontMatterResult read = parse("---\ntitel: Träff 2\ndatum:  5 december \n---\nText\n");
  CHECK(read.front_matter.value(Key::title) == "Träff 2");
  CHECK(read.front_matter.value(Key::date) == "5 december");
  CHECK(read.front_matter.find(Key::place) == nullptr);
  CHECK(read.front_matter.value(Key::place).empty());
  CHECK(read.body_offset == std::string_view("---\ntitel: Träff 2\ndatum:  5 december \n---\n").size());
  CHECK(read.body_line == 5);
  CHECK(read.diagnostics.empty());
  const Field& date = read.front_matter.fields[1];
  CHECK(date.name == "datum");
  CHECK(date.line == 3);
  CHECK(date.column == 9);
}

TEST_CASE("text without front matter is all body") {
  for (const std::string_view text :
       {"", "Text\n", "# Rubrik\n---\n", "--\ntitel: a\n--\n", "\n\n", "---", "...\ntitel: a\n...\n",
        "---\n\nbara text\n\n---\n", "---\n# Bild\nTid: 9-12\n---\n"}) {
    CAPTURE(text);
    CHECK(parse(text).front_matter.fields.empty());
    CHECK(parse(text).body_offset == 0);
    CHECK(parse(text).body_line == 1);
  }
}

TEST_CASE("a value is the rest of its line, whatever stands in it") {
  const FrontMatterResult read =
      parse("---\ntitel: Nätverk: \"a\" # nej: ja\nstatus: nej\nplats:\tKalmar\tsal 3\n---\n");
  CHECK(read.front_matter.value(Key::title) == "Nätverk: \"a\" # nej: ja");
  CHECK(read.front_matter.value(Key::status) == "nej");
  CHECK(read.front_matter.value(Key::place) == "Kalmar sal 3");
}

TEST_CASE("quotes around the whole of a value are no part of it") {
  const auto value = [](const std::string& line) {
    return parse("---\n" + line + "\n---\n").front_matter.fields.front().value;
  };
  CHECK(value("plats: \"Kalmar, sal 3\"") == "Kalmar, sal 3");
  CHECK(value("plats: 'Kalmar'") == "Kalmar");
  for (const std::string_view quoted :
       {"\"utkast\"", "'utkast'", "“utkast”", "”utkast”", "„utkast“", "»utkast»", "’utkast’"}) {
    CAPTURE(quoted);
    CHECK(value("status: " + std::string(quoted)) == "utkast");
  }
  CHECK(value("titel: \"Att leda\" – om kollegor") == "\"Att leda\" – om kollegor");
  CHECK(value("titel: \"Att leda\" eller \"att följa\"") == "\"Att leda\" eller \"att följa\"");
  CHECK(value("titel: \"Träff 2: Hemligt\"") == "Träff 2: Hemligt");
  CHECK(value("titel: \"Att \\\"leda\\\" kollegor\"") == "Att \"leda\" kollegor");
  CHECK(value("titel: 'Lärarens ''röst'''") == "Lärarens 'röst'");
  CHECK(value("titel: 'Lärarens 'röst''") == "'Lärarens 'röst''");
  CHECK(value("titel: ”Bra jobbat!”") == "”Bra jobbat!”");
  CHECK(value("titel: \"") == "\"");
  CHECK(value("titel: \"\"").empty());
  const auto items = [](const std::string& written) {
    return parse("---\nmålgrupp: " + written + "\n---\n").front_matter.find(Key::audience)->items;
  };
  CHECK(items("[\"A\", \"B\"]") == Items{"A", "B"});
  CHECK(items("['A, x' ,\"B\\\"\" ]") == Items{"A, x", "B\""});
  CHECK(value("målgrupp: [\"A\", \"B\"]") == "A, B");
  for (const std::string_view other : {"[10 oktober 2019]", "[\"A\" B]", "[]", "[\"A\",]", "[\"A]"}) {
    INFO(other);
    CHECK(value("datum: " + std::string(other)) == other);
  }
  CHECK(parse("---\nmålgrupp:\n- \"Förstelärare\"\n- Lektorer\n---\n").front_matter.find(Key::audience)->items ==
        Items{"Förstelärare", "Lektorer"});
}

TEST_CASE("a list is written with commas or with dashes") {
  const FrontMatterResult read = parse(
      "---\nmålgrupp: Förstelärare, Lektorer\narrangör:\n- Linnéuniversitetet\n  - Skolverket, Kalmar\ntema: "
      "Ett\n---\n");
  CHECK(read.front_matter.find(Key::audience)->items == Items{"Förstelärare", "Lektorer"});
  CHECK(read.front_matter.value(Key::organiser) == "Linnéuniversitetet, Skolverket, Kalmar");
  CHECK(read.front_matter.find(Key::organiser)->items == Items{"Linnéuniversitetet", "Skolverket, Kalmar"});
  CHECK(read.front_matter.find(Key::theme)->items == Items{"Ett"});
  CHECK(read.diagnostics.empty());
}

TEST_CASE("byte order mark, CRLF and lone CR are no part of front matter") {
  const FrontMatterResult crlf = parse("\xEF\xBB\xBF---\r\ntitel: A\r\n---\r\nText");
  CHECK(crlf.front_matter.value(Key::title) == "A");
  CHECK(crlf.body_offset == 3 + 5 + 10 + 5);
  const FrontMatterResult cr = parse("---\rtitel: A\r---\rText");
  CHECK(cr.front_matter.value(Key::title) == "A");
  CHECK(cr.body_offset == 17);
  CHECK(cr.body_line == 4);
}

TEST_CASE("three dashes or three dots close the block, with blanks after them") {
  for (const std::string_view end :
       {"---", "...", "---  ", "...\t", "---\xE2\x80\x8B", "\xEF\xBB\xBF---", "\xE2\x80\x8B---"}) {
    const std::string head = "---\ntitel: A\n" + std::string(end) + "\n";
    const FrontMatterResult read = parse(head + "Text.\n");
    CHECK(read.body_offset == head.size());
    CHECK(read.diagnostics.empty());
  }
}

TEST_CASE("blank lines, spaces and a byte order mark may stand before the block") {
  for (const std::string_view before :
       {"\n", "\n  \n\t\n", "\xEF\xBB\xBF\n", "\xEF\xBB\xBF", " ", "\n   ", "\r\n", "\xE2\x80\x8B"}) {
    CAPTURE(before);
    const std::string head = std::string(before) + "---\nstatus: utkast\n---\n";
    const FrontMatterResult read = parse(head + "Text.\n");
    CHECK(read.front_matter.value(Key::status) == "utkast");
    CHECK(read.body_offset == head.size());
    CHECK(read.body_line == 4 + static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n')));
    CHECK(read.diagnostics.empty());
  }
  CHECK(parse("\n\n---\nplasts: B\n---\n").diagnostics.front().place.line == 4);
}

namespace {

// The text that is shown of a file, and the line it begins on.
std::string body_of(std::string_view text) {
  const FrontMatterResult read = parse(text);
  return std::to_string(read.body_line) + " " + std::string(text.substr(read.body_offset));
}

}  // namespace

TEST_CASE("a block that nothing closes ends at the first line that may be text, and that is an error") {
  struct Unclosed {
    std::string_view text, body;
    Items messages;
  };
  const Unclosed blocks[] = {
      {"---\ntitel: A\nText fem.\n\nMer.\n", "3 Text fem.\n\nMer.\n", {"F18 3:0+0"}},
      {"---\ntitel: A\nmålgrupp:\n- B\n\n# Rubrik\nNuläge: text\n", "5 \n# Rubrik\nNuläge: text\n", {"F18 6:0+0"}},
      {"---\ntitel: A\n# Rubrik\nDatum: 5 maj\n\nText.\n", "3 # Rubrik\nDatum: 5 maj\n\nText.\n", {"F18 3:0+0"}},
      {"---\ntitel: A\n\nSyfte: Att lära.\n\n---\n\nMer.\n", "3 \nSyfte: Att lära.\n\n---\n\nMer.\n", {"F18 4:0+0"}},
      {"---\ntitel: A\n\nTa med:\n- penna\n\n---\n", "3 \nTa med:\n- penna\n\n---\n", {"F18 4:0+0"}},
      {"---\ntitel: A\n\n# Rubrik\n\n---\nText.\n", "3 \n# Rubrik\n\n---\nText.\n", {"F18 4:0+0"}},
      {"---\ntitel: A\n# Rubrik\n\n---\nText.\n", "3 # Rubrik\n\n---\nText.\n", {"F18 3:0+0"}},
      {"---\ntitel: A\n## Rubrik\n---\nText.\n", "3 ## Rubrik\n---\nText.\n", {"F18 3:0+0"}},
      {"---\ntitel: A\n- lös\n---\n", "3 - lös\n---\n", {"F18 3:0+0"}},
      {"---\ntitel: A\nHur gick det?: bra\n", "3 Hur gick det?: bra\n", {"F18 3:0+0"}},
      {"---\ntitel: A\nObs! Ta med: mat\n---\n", "3 Obs! Ta med: mat\n---\n", {"F18 3:0+0"}},
      {"---\ntitel: A\nen rad\nplats: B\n---\nText.\n", "3 en rad\nplats: B\n---\nText.\n", {"F18 3:0+0"}},
      {"---\ntitel: A\n  mer om det\nen rad\n---\n", "3   mer om det\nen rad\n---\n", {"F18 3:0+0"}},
      {"---\nsammanfattning: >-\n  En mening\n  till.\nText.\n", "5 Text.\n", {"F18 5:0+0"}},
      {"---\ntitel: A\nplats: B\nViktigt: ta med dator.\nHej!\n", "4 Viktigt: ta med dator.\nHej!\n", {"F18 4:0+0"}},
      {"---\ntitel: A\nTa med:\n- dator\n- lunch\n", "3 Ta med:\n- dator\n- lunch\n", {"F18 3:0+0"}},
      {"---\ntitel: A\nFråga: Vad?\nSvar: Lyssna.\n", "3 Fråga: Vad?\nSvar: Lyssna.\n", {"F18 3:0+0"}},
      {"---\nlayout: post\ntitel: A\nAnna Ek: ordförande\n",
       "4 Anna Ek: ordförande\n",
       {"F12 2:1+6 layout", "F18 4:0+0"}},
      {"---\nmålgrupp:\n- A\n  Tid: 9\n", "4   Tid: 9\n", {"F18 4:0+0"}},
      {"---\ntitel: A\nplats: B\n", "4 ", {}},
      {"---\ntitel: A\n\n\n", "3 \n\n", {}},
  };
  for (const Unclosed& block : blocks) {
    INFO(block.text);
    CHECK(body_of(block.text) == block.body);
    CHECK(front_messages(block.text) == block.messages);
    CHECK_FALSE(parse(block.text).front_matter.fields.empty());
  }
}

TEST_CASE("what only other programs understand belongs to the key above it in a closed block") {
  for (const std::string_view lines :
       {"titel: \"Att leda\n  kollegor: en bok\"\n", "titel: Att leda\n  kollegor\n", "tags: [a,\n  b\n]\n",
        "# en kommentar\n", "\n# en kommentar\n", "og:title: Rubrik\n", "\"nyckel\": x\n", "\"min nyckel\": x\n",
        "Hur gick det?: bra\n", "Reading time (min): 5\n", "a/b: c\n", "plats:\n  Kalmar\n"}) {
    INFO(lines);
    const std::string head = "---\nnummer: 1\n" + std::string(lines) + "datum: 5 maj\n---\n";
    const FrontMatterResult read = parse(head + "Text.\n");
    CHECK(read.body_offset == head.size());
    CHECK(read.front_matter.value(Key::date) == "5 maj");
    CHECK(read.front_matter.find(Key::time) == nullptr);
    const auto codes = short_forms(read.diagnostics);
    CHECK(std::any_of(codes.begin(), codes.end(), [](const std::string& code) { return code.starts_with("F11 "); }));
  }
}

TEST_CASE("a value that stands on the lines below its key is read as one") {
  for (const std::string_view mark : {">", "|", ">-", "|-", ">+", "|+", "|2"}) {
    INFO(mark);
    const std::string text = "---\nplats: " + std::string(mark) + "\n  Kalmar\n\n  Tid: 9\n---\n";
    CHECK(parse(text).front_matter.value(Key::place) == "Kalmar Tid: 9");
    CHECK(parse(text).front_matter.find(Key::time) == nullptr);
    CHECK(front_messages(text).empty());
  }
  CHECK(parse("---\nplats: > 5 mil bort\n---\n").front_matter.value(Key::place) == "> 5 mil bort");
}

TEST_CASE("lists and maps of other programs belong to their key in a closed block") {
  for (const std::string_view lines :
       {"author:\n- name: A\n  email: a@b.se\n- name: B\n  email: c@b.se\n",
        "author:\n  - name: A\n    email: a@b.se\n    status: utkast\n  - name: B\n",
        "resources:\n- src: a.jpg\n  title: b\n- src: c.jpg\n", "nav:\n  - text: A\n    link: /a\n  - text: B\n",
        "\nformat:\n  html:\n    toc: true\n    plats: B\n", "tags:\n- a\n\n- b\n", "tags:\n\n- a\n- b\n",
        "\nweight: 10\nmenu:\n  main:\n    name: X\n\nexecute:\n  status: utkast\n",
        "author:\n- name: A\n  groups:\n  - X\n  - Y\n- name: B\n", "\nog:title: X\n"}) {
    INFO(lines);
    const std::string head = "---\ntitel: A\n" + std::string(lines) + "---\n";
    const FrontMatterResult read = parse(head + "Text.\n");
    CHECK(read.body_offset == head.size());
    CHECK(read.front_matter.value(Key::title) == "A");
    CHECK(read.front_matter.find(Key::status) == nullptr);
    CHECK(read.front_matter.find(Key::place) == nullptr);
    const auto codes = short_forms(read.diagnostics);
    CHECK(std::none_of(codes.begin(), codes.end(), [](const std::string& code) { return code.starts_with("F18 "); }));
  }
  const FrontMatterResult read =
      parse("---\nauthor:\n- name: A\n  email: a@b.se\n  groups:\n  - X\n- B\nplats: K\n---\n");
  CHECK(read.front_matter.find(Key::author)->items == Items{"name: A", "B"});
  CHECK(read.front_matter.value(Key::place) == "K");
}

TEST_CASE("a block may begin with a key of another program when a known one follows") {
  CHECK(parse("---\n\"layout\": post\ntitel: A\n---\nText.\n").front_matter.value(Key::title) == "A");
  CHECK(parse("---\n\"layout\": post\n---\nText.\n").body_offset == 0);
}

TEST_CASE("a block may begin with a comment when its keys name a title") {
  const FrontMatterResult read = parse("---\n# Inställningar\ntitle: Hej\ndate: 2019-10-10\n---\nText.\n");
  CHECK(read.front_matter.value(Key::title) == "Hej");
  CHECK(read.front_matter.value(Key::date) == "2019-10-10");
  CHECK(short_forms(read.diagnostics) == Items{"F11 2:0+0"});
  CHECK(parse("---\n# Inställningar\ntitle: Hej\n\nText.\n").body_offset == 0);
  CHECK(parse("---\n# Bild\n\ntitle: Hej\n---\n").body_offset == 0);
}

TEST_CASE("a draft stays one when a line of its front matter cannot be read") {
  for (const std::string_view text :
       {"---\ntitel: A\nen rad\nstatus: utkast\n---\nText.\n",
        "---\ntitel: A\n\nVi ses.\n\nstatus: \"utkast\"\n---\nText.\n", "---\ntitel: A\n\nstatus: utkast\n\nText.\n",
        "---\nen rad\nstatus: draft\n---\nText.\n", "---\n# kommentar\nstatus: utkast\n---\nText.\n",
        "---\n\nstatus: utkast\n\nText.\n", "---\nlayout: post\nen rad\nstatus: utkast\n---\n"}) {
    INFO(text);
    const std::string status(parse(text).front_matter.value(Key::status));
    CHECK((status == "utkast" || status == "draft"));
  }
  CHECK(parse("---\ntitel: A\n\n# Om utkast\n\nSkriv så:\n\nstatus: utkast\n").front_matter.find(Key::status) ==
        nullptr);
}

TEST_CASE("a slide break first in a presentation is not front matter") {
  CHECK(parse("---\n\n# Första bilden\n\n---\n\n# Andra\n").body_offset == 0);
  CHECK(parse("---\nNuläge: en bild till\n").body_offset == 0);
  CHECK(parse("---\n\nNuläge: bra\nFler rader.\n\n---\n\n# Andra\n").body_offset == 0);
}

TEST_CASE("what is over 64 KB of front matter is text") {
  std::string text = "---\n";
  while (text.size() < 70 * 1024) text += "plats: Kalmar\n";
  for (const std::string& whole : {text + "---\nText\n", text}) {
    const FrontMatterResult read = parse(whole);
    CHECK(read.body_offset > 60 * 1024);
    CHECK(read.body_offset <= 64 * 1024);
    CHECK(short_forms(read.diagnostics) == Items{"F18 " + std::to_string(read.body_line) + ":0+0"});
  }
}

TEST_CASE("a key is known in Swedish and English, singular and plural, with or without dots") {
  for (const std::string_view name :
       {"målgrupp", "MÅLGRUPP", "malgrupp", "målgrupper", "mål-grupp", "mal_grupper", "Audience", "audiences"}) {
    CAPTURE(name);
    CHECK(parse_key(name) == Key::audience);
  }
  CHECK(parse_key("hand-in") == Key::hand_in);
  CHECK(parse_key("hand in") == Key::hand_in);
  CHECK(parse_key("Co-organisers") == Key::co_organiser);
  CHECK(parse_key("termin") == Key::term);
  CHECK(parse_key("lms") == Key::tools);
  CHECK(parse_key("uppdaterad") == Key::updated);
  CHECK(parse_key("fo\xCC\x88rfattare") == Key::author);
  CHECK(parse_key("tema") == Key::theme);
  CHECK(parse_key("aktör") == Key::body);
  CHECK(parse_key("plasts") == Key::unknown);
  CHECK(parse_key("") == Key::unknown);
}

TEST_CASE("every key has one canonical Swedish name that leads back to it") {
  for (std::uint8_t i = 0; i < static_cast<std::uint8_t>(Key::unknown); ++i) {
    const Key key = static_cast<Key>(i);
    REQUIRE_FALSE(key_name(key).empty());
    CHECK(parse_key(key_name(key)) == key);
  }
  CHECK(key_name(Key::term) == "läsår");
  CHECK(key_name(Key::unknown).empty());
  for (const std::string_view name : all_key_names()) CHECK(parse_key(name) != Key::unknown);
}

TEST_CASE("an unknown key near a known one is a warning that names it") {
  CHECK(front_messages("---\ntitel: A\n plasts: Kalmar\n---\n") == Items{"F6 3:2+6 plasts|plats"});
  CHECK(front_messages("---\nautor: A\n---\n") == Items{"F6 2:1+5 autor|author"});
  const Diagnostic said = parse("---\nplasts: Kalmar\n---\n").diagnostics.front();
  CHECK(said.line == "plasts: Kalmar");
  CHECK(message_of(said, Language::sv) == "Okänd rad ”plasts”. Menade du ”plats”?");
}

TEST_CASE("an unknown key near none has a message of its own") {
  CHECK(front_messages("---\nbudget: 3\n---\n") == Items{"F12 2:1+6 budget"});
  CHECK(parse("---\nbudget: 3\n---\n").front_matter.fields.front().key == Key::unknown);
}

TEST_CASE("one key twice with different values is an error") {
  CHECK(front_messages("---\ntitel: A\ntitle: B\n---\n") == Items{"F10 3:8+1 titel|A|2|title|B"});
  CHECK(front_messages("---\ntitel: A\ntitle: A\n---\n").empty());
  CHECK(severity_of(parse("---\ntitel: A\ntitel: B\n---\n").diagnostics.front()) == Severity::error);
}

TEST_CASE("lines in front matter that are no keys are one warning for each run") {
  CHECK(front_messages("---\ntitel: A\n# en\n# två\nplats: B\n  tre\n---\n") == Items{"F11 3:0+0", "F11 6:0+0"});
}

TEST_CASE("a key that stands empty and with a value has the value") {
  CHECK(parse("---\nplats:\nplats: Kalmar\n---\n").front_matter.value(Key::place) == "Kalmar");
  CHECK(parse("---\nplats:\n---\n").front_matter.find(Key::place)->value.empty());
}

TEST_CASE("fields written out are read back the same") {
  std::uint32_t seed = 7;
  const auto next = [&](std::uint32_t below) {
    seed = seed * 1664525 + 1013904223;
    return (seed >> 8) % below;
  };
  static constexpr std::string_view words[] = {"Kalmar", "sal: 3", "10/10 2019", "# ett", "”två",
                                               "åäö",    "- nej",  "a|b",        "13–16", "---"};
  for (int round = 0; round < 300; ++round) {
    std::string text = "---\n";
    std::vector<std::pair<Key, std::string>> written;
    for (std::uint32_t i = next(8); i-- > 0;) {
      const Key key = static_cast<Key>(next(static_cast<std::uint32_t>(Key::unknown)));
      std::string value(words[next(10)]);
      for (std::uint32_t more = next(3); more-- > 0;) value += " " + std::string(words[next(10)]);
      written.emplace_back(key, value);
      text += std::string(key_name(key)) + ": " + value + "\n";
    }
    const FrontMatterResult read = parse(text + "---\nText\n");
    REQUIRE(read.front_matter.fields.size() == written.size());
    for (std::size_t i = 0; i < written.size(); ++i) {
      CHECK(read.front_matter.fields[i].key == written[i].first);
      CHECK(read.front_matter.fields[i].value == written[i].second);
      CHECK(read.front_matter.fields[i].line == i + 2);
    }
    CHECK(read.body_line == written.size() + 3);
  }
}
