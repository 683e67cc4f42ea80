// Entries as authors write and paste them.
#include <catch2/catch.hpp>

#include "course/literature/work.h"

using namespace traff;

namespace {

// "Katz, S.; Dack, L. A. | 2017 | Titeln"; "–" when the text is no entry.
std::string read(std::string_view text, bool is_listed = true) {
  const auto work = parse_work(text, is_listed);
  if (!work) return "–";
  std::string all;
  for (const Author& author : work->authors) {
    if (!all.empty()) all += "; ";
    all += author.surname + (author.initials.empty() ? "" : ", " + author.initials);
  }
  if (work->more_authors) all += "; …";
  if (!work->abbreviation.empty()) all += " [" + work->abbreviation + "]";
  return all + " | " + work->year + " | " + work->title;
}

struct Row {
  const char* text;
  const char* expected;
};

}  // namespace

TEST_CASE("an entry's authors, year and title are read as APA and its users write them") {
  const Row rows[] = {
      {"Fullan, M. (2017). Frihet att förändra. Studentlitteratur.", "Fullan, M. | 2017 | Frihet att förändra"},
      {"Katz, S., & Dack, L. A. (2017). Titeln & mer. Natur & Kultur.", "Katz, S.; Dack, L. A. | 2017 | Titeln & mer"},
      {"Katz, S. & Dack, L.A. (2017) Titeln.", "Katz, S.; Dack, L.A. | 2017 | Titeln"},
      {"Katz, S och Dack, L (2017): Titeln.", "Katz, S; Dack, L | 2017 | Titeln"},
      {"Blossing, U. Wennergren, A (2019). Kollegialt lärande.",
       "Blossing, U.; Wennergren, A | 2019 | Kollegialt lärande"},
      {"Jarl, M., Blossing, U., & Andersson, K. (2017). Titeln.",
       "Jarl, M.; Blossing, U.; Andersson, K. | 2017 | Titeln"},
      {"Jarl, M. m.fl. (2017). Titeln.", "Jarl, M.; … | 2017 | Titeln"},
      {"Pramling Samuelsson, I., & Asplund Carlsson, M. (2003). Barnet.",
       "Pramling Samuelsson, I.; Asplund Carlsson, M. | 2003 | Barnet"},
      {"von Wright, M. (2000). Vad eller vem?", "von Wright, M. | 2000 | Vad eller vem?"},
      {"Lill-Olsson, E.-M. (2001). Titeln.", "Lill-Olsson, E.-M. | 2001 | Titeln"},
      {"O’Connor, F. (1995). Samtal.", "O’Connor, F. | 1995 | Samtal"},
      {"Håkansson, Jan (2017). Titeln.", "Håkansson, J. | 2017 | Titeln"},
      {"Katz, Steven & Dack, Lisa Ain (2017). Titeln.", "Katz, S.; Dack, L. A. | 2017 | Titeln"},
      {"Håkansson, J. (Red.). (2017). Titeln.", "Håkansson, J. | 2017 | Titeln"},
      {"Alvunger, D. (2016a). Titeln.", "Alvunger, D. | 2016a | Titeln"},
      {"Hargreaves, A. (u.å.). Titeln.", "Hargreaves, A. | u.å. | Titeln"},
      {"Hargreaves, A. (i tryck). Titeln.", "Hargreaves, A. | i tryck | Titeln"},
      {"Skolverket. (2020). Titeln.", "Skolverket | 2020 | Titeln"},
      {"Skolverket (2020). Titeln.", "Skolverket | 2020 | Titeln"},
      {"Skolverket (2020) Titeln.", "Skolverket | 2020 | Titeln"},
      {"Skolverket. (2020, 4 maj). Titeln.", "Skolverket | 2020 | Titeln"},
      {"Skolinspektionen [SI]. (2018). Titeln.", "Skolinspektionen [SI] | 2018 | Titeln"},
      {"Sveriges Kommuner och Regioner [SKR]. (2021). Titeln.", "Sveriges Kommuner och Regioner [SKR] | 2021 | Titeln"},
      {"Natur & Kultur. (2019). Titeln.", "Natur; Kultur | 2019 | Titeln"},
      {"Att leda. (2011). Liber.", "Att leda | 2011 | Liber"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(read(row.text) == row.expected);
  }
}

TEST_CASE("sentences that name a work, statutes and lines without a year are no entries") {
  const char* rows[] = {
      "Läs Håkansson (2017), kapitel 3.",
      "Läs Håkansson (2017). Ta med frågor.",
      "Se Katz & Dack (2017).",
      "Enligt Skolverket (2020). Så är det.",
      "Skollagen (2010:800). Utbildningsdepartementet.",
      "Ta med boken. Skolverket (2020). Titeln.",
      "Vi läser Håkansson, J. (2017) tillsammans.",
      "Boken är av Katz och Dack.",
      "Välj en",
      "",
      "(2017)",
      "()",
  };
  for (const char* text : rows) {
    INFO(text);
    CHECK(read(text) == "–");
  }
}

TEST_CASE("an organisation needs a full stop after the year outside a list of works") {
  CHECK(read("Skolverket (2020) skriver så.", false) == "–");
  CHECK(read("Skolverket (2020). Titeln.", false) == "Skolverket | 2020 | Titeln");
}

TEST_CASE("a trailing address or doi is the work's link") {
  CHECK(parse_work("Berg, A. (2017). Titeln. https://doi.org/10.1/x.", true)->link == "https://doi.org/10.1/x");
  CHECK(parse_work("Berg, A. (2017). Titeln. doi:10.1/x", true)->link == "https://doi.org/10.1/x");
  CHECK(parse_work("Berg, A. (2017). Titeln.", true)->link.empty());
}

TEST_CASE("a work has a name and a key") {
  const auto two = parse_work("Katz, S., & Dack, L. A. (2017). Titeln.", true);
  CHECK(work_name(*two) == "Katz & Dack (2017)");
  CHECK(work_key(*two) == "katz2017");
  const auto three = parse_work("Jarl, M., Blossing, U., & Andersson, K. (2017b). Titeln.", true);
  CHECK(work_name(*three) == "Jarl m.fl. (2017b)");
  CHECK(work_key(*three) == "jarl2017b");
  CHECK(work_key(*parse_work("Sveriges Kommuner och Regioner [SKR]. (2021). Titeln.", true)) == "skr2021");
}
