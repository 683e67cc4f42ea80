// Twice the text and twice the list are twice the work, and no more.
#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

#include "course/cited_text.h"
#include "markdown/citation/citation_scan.h"
#include "markdown/parse_document.h"

using namespace traff;
using namespace traff::testing;

namespace {

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

// A surname for every number: "Aab", "Bab" …
std::string surname(std::size_t number) {
  std::string name = "A";
  name[0] = static_cast<char>('A' + number % 26);
  for (std::size_t rest = number / 26, i = 0; i < 3; ++i, rest /= 26) name += static_cast<char>('a' + rest % 26);
  return name;
}

std::string list_of(std::size_t works) {
  std::string list = "# Litteratur\n\n";
  for (std::size_t i = 0; i < works; ++i)
    list += "- " + surname(i) + ", A. (" + std::to_string(1900 + i % 100) + "). *Titel*.\n";
  return list;
}

std::string text_of(std::size_t citations) {
  std::string text;
  for (std::size_t i = 0; i < citations; ++i) {
    text += "Så skriver " + surname(i) + " (" + std::to_string(1900 + i % 100) + ").\n";
    if (i % 10 == 9) text += "\n";
  }
  return text;
}

std::size_t links_among(const std::string& cited) { return static_cast<std::size_t>(std::ranges::count(cited, '[')); }

// What a document keeps for its citations.
std::size_t kept_bytes(const std::string& text) {
  std::size_t bytes = 0;
  for (const Slot& slot : parse_document({"a.md", {}, text}, {}).document.slots) {
    bytes += sizeof slot + slot.target.size() + slot.text.size() + slot.title.size();
  }
  return bytes;
}

}  // namespace

TEST_CASE("every sentence of a long report finds its work in a list of two thousand") {
  CHECK(links_among(cited_in(text_of(1000), list_of(1000))) == 1000);
  CHECK(links_among(cited_in(text_of(2000), list_of(2000))) == 2000);
}

TEST_CASE("what is kept of hostile text grows as the text") {
  const char* pieces[] = {
      "(Ab & Cd, 2001, ", "Abc Def (2001) ", "(Abc, 2001; ",  "((((Abc 2001", "[@abc2001; ", "@abc2001 ",
      "Abc, Abc, ",       "*Abc* & (2001) ", "(2001, 2002, ", "Abc m.fl. (",  "och Abc ",    "(u.å. ",
  };
  for (const char* piece : pieces) {
    INFO(piece);
    const std::string lines = repeated(piece, 40) + "\n\n";
    const std::size_t once = kept_bytes(repeated(lines, 20));
    CHECK(kept_bytes(repeated(lines, 40)) <= 2 * once + 200);
  }
}

TEST_CASE("a citation keeps only the words next to its year") {
  const auto found = find_citations(repeated("Abc ", 5000) + "(2001)");
  REQUIRE(found.size() == 1);
  CHECK(found[0].citation.words.size() <= 12);
}

TEST_CASE("wrong names beyond number are said only so often") {
  std::string text;
  for (std::size_t i = 0; i < 3000; ++i) text += "(" + surname(i) + " & Xyzzy, 2001)\n\n";
  const std::string said = cited_in(text, list_of(10));
  CHECK(links_among(said) == 200);
}
