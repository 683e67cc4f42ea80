#include "markdown/front_matter.h"

#include <catch2/catch.hpp>

#include "base/format_diagnostic.h"
#include "markdown/key_names.h"
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
       {"", "Text\n", "# Rubrik\n---\n", "--\ntitel: a\n--\n", " ---\ntitel: a\n---\n", "---"}) {
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

TEST_CASE("an unclosed block is read as far as its lines look like keys") {
  const FrontMatterResult read = parse("---\ntitel: A\nmålgrupp:\n- B\n\n# Rubrik\nNuläge: text\n");
  CHECK(read.front_matter.value(Key::title) == "A");
  CHECK(read.front_matter.value(Key::audience) == "B");
  CHECK(read.body_line == 5);
  CHECK(std::string_view("---\ntitel: A\nmålgrupp:\n- B\n\n# Rubrik\nNuläge: text\n").substr(read.body_offset) ==
        "\n# Rubrik\nNuläge: text\n");
}

TEST_CASE("a slide break first in a presentation is not front matter") {
  CHECK(parse("---\n\n# Första bilden\n\n---\n\n# Andra\n").body_offset == 0);
  CHECK(parse("---\nNuläge: en bild till\n").body_offset == 0);
}

TEST_CASE("more than 64 KB of front matter is body") {
  std::string text = "---\n";
  while (text.size() < 70 * 1024) text += "plats: Kalmar\n";
  CHECK(parse(text + "---\nText\n").body_offset == 0);
  CHECK(parse(text).front_matter.fields.empty());
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
  CHECK(front_messages("---\ntitel: A\nen rad\nen till\nplats: B\n- lös\n---\n") == Items{"F11 3:0+0", "F11 6:0+0"});
}

TEST_CASE("fact lines are read when every line is a known key with a value") {
  const auto facts = parse_fact_lines("sida.md", "Datum: 5 december\n**Plats:** Växjö  \n", 3);
  REQUIRE(facts.has_value());
  CHECK(facts->at(0).key == Key::date);
  CHECK(facts->at(0).value == "5 december");
  CHECK(facts->at(0).line == 3);
  CHECK(facts->at(0).column == 8);
  CHECK(facts->at(1).key == Key::place);
  CHECK(facts->at(1).value == "Växjö");
  CHECK(facts->at(1).line == 4);
  CHECK(facts->at(1).column == 12);
}

TEST_CASE("a paragraph with anything else is no fact lines") {
  CHECK_FALSE(parse_fact_lines("sida.md", "Datum: 5 december\nVi ses!\n", 1));
  CHECK_FALSE(parse_fact_lines("sida.md", "Nuläge: bra\n", 1));
  CHECK_FALSE(parse_fact_lines("sida.md", "Datum:\n", 1));
  CHECK_FALSE(parse_fact_lines("sida.md", "", 1));
  CHECK_FALSE(parse_fact_lines("sida.md", "Online://example.org\n", 1));
}

TEST_CASE("fields written out are read back the same") {
  std::uint32_t seed = 7;
  const auto next = [&](std::uint32_t below) {
    seed = seed * 1664525 + 1013904223;
    return (seed >> 8) % below;
  };
  static constexpr std::string_view words[] = {"Kalmar", "sal: 3", "10/10 2019", "# ett", "”två”",
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
