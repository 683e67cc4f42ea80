#include "skeleton/next_year.h"

#include <catch2/catch.hpp>

using namespace traff;

namespace {

const YearStep step{*parse_term("2019/2020"), "2019/2020", 1, Language::sv};

std::string later(std::string_view text) { return later_text(text, false, step).text; }

}  // namespace

TEST_CASE("a term is so many years later in every form it is written") {
  CHECK(later_term("2019/2020", 1) == "2020/2021");
  CHECK(later_term("2019/20", 1) == "2020/21");
  CHECK(later_term("HT 2022", 2) == "HT 2024");
  CHECK(later_term("Ht-99", 1) == "Ht-00");
  CHECK(later_term("HT 2022–VT 2023", 1) == "HT 2023–VT 2024");
}

TEST_CASE("a folder is named by the new year") {
  CHECK(later_folder("kalmar-2019-2020", step) == "kalmar-2020-2021");
  CHECK(later_folder("kalmar-19-20", step) == "kalmar-20-21");
  CHECK(later_folder("kalmar", step) == "kalmar-2020-2021");
}

TEST_CASE("dates of the old year are marked, all other words are as they were") {
  CHECK(later("Vi ses torsdag 10 oktober 2019.\r\nKom!") == "Vi ses [gammalt datum: torsdag 10 oktober 2019].\r\nKom!");
  CHECK(later("Läsåret 2019/2020 och HT 2019.") == "Läsåret [gammalt datum: 2019/2020] och [gammalt datum: HT 2019].");
  CHECK(later("## VT 2020\n\n| Datum | Vad |\n|---|---|\n| 9/1 | Slut |\n") ==
        "## VT 2021\n\n| Datum | Vad |\n|---|---|\n| [gammalt datum: 9/1] | Slut |\n");
  CHECK(later("# Träff 1\nDatum: 10 oktober\nPlats: Kalmar\n\nHej.") ==
        "# Träff 1\nDatum: [gammalt datum: 10 oktober]\nPlats: Kalmar\n\nHej.");
  for (const char* same :
       {"Lagen kom 12 mars 2011.", "Se https://example.org/2019/10-oktober-2019.", "```\n10 oktober 2019\n```",
        "Kapitel 3, s. 10–12.", "Klockan 9–16.", "[gammalt datum: 10 oktober 2019]", ""}) {
    CHECK(later(same) == same);
  }
}

TEST_CASE("a text copied twice is marked once") {
  const std::string once = later("Vi ses 10 oktober 2019.");
  CHECK(later(once) == once);
}

TEST_CASE("a text twice as long has twice the marks, and is no longer than that") {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "Vi ses 10 oktober 2019, [karta](a.pdf), 5 december. ";
  const LaterText one = later_text(text, false, step);
  const LaterText two = later_text(text + text, false, step);
  CHECK(two.marked == 2 * one.marked);
  CHECK(two.text.size() == 2 * one.text.size());
}
