#include "markdown/parser/guard.h"

#include <catch2/catch.hpp>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "markdown/exploding_texts.h"
#include "markdown/parse_document.h"

using namespace traff;

namespace {

std::string refused(std::string_view text) {
  const auto refusal = find_refusal(text);
  return refusal ? refusal->code.name() + ":" + std::to_string(refusal->line) : "";
}

std::string times(std::string_view unit, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += unit;
  return text;
}

const std::string paragraph =
    "Det här är ett stycke av vanlig längd, med *betoning*, en [länk](sida.md) och \"citat\". "
    "Deltagarna samtalar om sina uppdrag (se kapitel 3) och skriver ner vad de kom fram till.\n\n";

}  // namespace

TEST_CASE("each limit names the line that passes it") {
  CHECK(refused("a\n" + std::string(20'001, 'a') + "\n") == "B2:2");
  CHECK(refused("a\n\n" + times("> ", 33) + "a\n") == "B3:3");
  CHECK(refused("a\n\n" + times("- ", 33) + "a\n") == "B3:3");
  CHECK(refused("a\n\n" + times("1. ", 40) + "\n") == "B3:3");
  CHECK(refused(std::string(201, ' ') + "a\n") == "B3:1");
  CHECK(refused("a\n\n" + times("|x", 101) + "\n" + times("|-", 101) + "\n") == "B4:4");
  CHECK(refused("|a|b|\n|-|-|\n" + times("|c|d|\n", 8'000)) == "B4:5003");
  CHECK(refused("a\n" + std::string(501, '=') + "\n") == "B5:2");
  CHECK(refused(times("![ ", 2'001)) == "B6:1");
  CHECK(refused(times("[a]", 7'000) + "\n") == "B2:1");
  CHECK(refused(times(times("a.", 500) + "\n\n", 401)) == "B6:801");
  CHECK(refused("[a]: /" + times("u-", 3'000) + "\n\n" + times("[a]\n", 700)).starts_with("B7:"));
  CHECK(refused("[a]: /u \"" + times("ti", 240) + "\"\n\n" + times("[a] [a]\n\n", 18'000)).starts_with("B7:"));
  CHECK(refused(times("a\n\n", 25'001)) == "B8:50001");
}

TEST_CASE("pages a person writes pass") {
  CHECK(refused("[a]: https://example.org/" + times("ti", 100) + "\n\n" + times("[a]\n\n", 20'000)) == "");
  CHECK(refused("") == "");
  CHECK(refused(times(paragraph, 2'600)) == "");
  CHECK(refused("| a | b | c | d | e | f | g | h |\n" + times("| - ", 8) + "|\n" +
                times("| 17 januari | 09.00-12.00 | Kalmar | - | Alva | \"tema\" | (3) | a@b.se |\n", 1'000)) == "");
  CHECK(refused(times("- Punkt med [länk](a.md) och **fet** text\n", 2'000)) == "");
  CHECK(refused(times("1. Punkt\n   - Under\n     - Under\n       - Under\n", 1'000)) == "");
  std::string notes;
  for (int i = 1; i <= 300; ++i)
    notes += "Text[^" + std::to_string(i) + "].\n\n[^" + std::to_string(i) + "]: Not om boken.\n\n";
  CHECK(refused(notes) == "");
  CHECK(refused("```\n" + times("  if (a[0] == \"b\") { return c.d(); }\n", 3'000) + "```\n") == "");
  CHECK(refused(times("| a | b |\n| - | - |\n| - | - |\n\n", 1'000)) == "");
  CHECK(refused("| a | b |\n" + times("| - | - |\n", 600)) == "");
  CHECK(refused(times("Namn: " + std::string(80, '_') + "\n\n", 300)) == "");
  CHECK(refused(times("> Ett citat.\n>\n> Till.\n\n", 3'000)) == "");
  CHECK(refused(std::string(300, ' ') + "\na\n") == "");
}

TEST_CASE("the site's own content passes") {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(TRAFF_SOURCE_DIR) + "/content")) {
    if (entry.path().extension() != ".md") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    CHECK(refused(std::move(bytes).str()) == "");
  }
}

// Times are printed when asked for (TRAFF_TIMES=1) and not asserted: the machine may be busy.
TEST_CASE("texts made to explode are refused or give a page of bounded size") {
  constexpr std::size_t most_html = 32u << 20;
  for (const std::size_t size : {10'000u, 100'000u, 1'000'000u}) {
    for (const ExplodingText& text : exploding_texts()) {
      const SourceText source{"a.md", {}, text.make(size)};
      const auto begin = std::chrono::steady_clock::now();
      const ParsedDocument parsed = parse_document(source, {});
      const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
      INFO(text.name << " of " << size);
      if (parsed.body.html.size() > most_html || parsed.document.slots.size() > 200'000) CHECK(parsed.document.refused);
      if (std::getenv("TRAFF_TIMES") != nullptr)
        std::cout << size << " " << text.name << ": " << seconds.count() << " s\n";
    }
  }
}
