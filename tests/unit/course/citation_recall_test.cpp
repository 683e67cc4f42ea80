// What must become a link, and to which work.
#include <catch2/catch.hpp>

#include "course/cited_text.h"

using namespace traff::testing;

TEST_CASE("a reference in parentheses leads to its work") {
  const CitedText rows[] = {
      {"Det visar forskning (Timperley, 2016).", "[Timperley, 2016→timperley-2016]"},
      {"Det visar forskning (Timperley, 2016, s. 3).", "[Timperley, 2016, s. 3→timperley-2016]"},
      {"Det visar forskning (Timperley, 2016, s. 3–5).", "[Timperley, 2016, s. 3–5→timperley-2016]"},
      {"Det visar forskning (Timperley, 2016, s. 3-5).", "[Timperley, 2016, s. 3–5→timperley-2016]"},
      {"Det visar forskning (Timperley 2016).", "[Timperley 2016→timperley-2016]"},
      {"Se mer (Timperley & Parr, 2008).", "[Timperley & Parr, 2008→timperley-parr-2008]"},
      {"Se mer (Timperley och Parr, 2008).", "[Timperley och Parr, 2008→timperley-parr-2008]"},
      {"Se mer (Timperley and Parr, 2008, p. 4).", "[Timperley and Parr, 2008, p. 4→timperley-parr-2008]"},
      {"Så är det (Katz & Dack, 2017, kap. 2).", "[Katz & Dack, 2017, kap. 2→katz-dack-2017]"},
      {"Så är det (Katz & Dack, 2017: 45).", "[Katz & Dack, 2017→katz-dack-2017]"},
      {"Så är det (Katz & Dack 2017:45).", "[Katz & Dack 2017:45→katz-dack-2017]"},
      {"Så är det (jfr Blossing & Wennergren 2019:45).", "[Blossing & Wennergren 2019:45→blossing-wennergren-2019]"},
      {"Så är det (se Blossing & Wennergren, 2019).", "[Blossing & Wennergren, 2019→blossing-wennergren-2019]"},
      {"Så är det (se även Fullan, 2017).", "[Fullan, 2017→fullan-2017]"},
      {"Så är det (t.ex. Fullan, 2017).", "[Fullan, 2017→fullan-2017]"},
      {"(Fritt efter Skolverket, 2020)", "[Skolverket, 2020→skolverket-2020]"},
      {"(Efter Timperley, 2016, s. 3)", "[Timperley, 2016, s. 3→timperley-2016]"},
      {"(Bearbetad från Skolverket, 2020)", "[Skolverket, 2020→skolverket-2020]"},
      {"(Från Fullan, 2017, sid. 12)", "[Fullan, 2017, sid. 12→fullan-2017]"},
      {"Så säger de (Hattie, refererad i Katz & Dack, 2017, s. 12).", "[Katz & Dack, 2017, s. 12→katz-dack-2017]"},
      {"Flera (Killi, 2011, 2014).", "[Killi, 2011→killi-2011] [2014→killi-2014]"},
      {"Båda (Alvunger, 2016a, 2016b).", "[Alvunger, 2016a→alvunger-2016a] [2016b→alvunger-2016b]"},
      {"Flera (Fullan, 2017; Håkansson, 2017).", "[Fullan, 2017→fullan-2017] [Håkansson, 2017→hakansson-2017]"},
      {"Flera (Fullan, 2017, s. 4; se även Håkansson, 2017).",
       "[Fullan, 2017, s. 4→fullan-2017] [Håkansson, 2017→hakansson-2017]"},
      {"Så (Wenner & Campbell, 2017; Alvunger, 2015, 2017; Håkansson & Sundberg, 2016",
       "[Wenner & Campbell, 2017→wenner-campbell-2017] [Alvunger, 2015→alvunger-2015] [2017→alvunger-2017] "
       "[Håkansson & Sundberg, 2016→hakansson-sundberg-2016]"},
      {"Fem verk (Wenner & Campbell, 2017; Blossing, 2008; Fullan, 2017; Killi, 2014; Skolverket, 2020).",
       "[Wenner & Campbell, 2017→wenner-campbell-2017] [Blossing, 2008→blossing-2008] [Fullan, 2017→fullan-2017] "
       "[Killi, 2014→killi-2014] [Skolverket, 2020→skolverket-2020]"},
      {"Så (Jarl m.fl., 2017).", "[Jarl m.fl., 2017→jarl-blossing-andersson-2017]"},
      {"Så (Jarl m. fl., 2017).", "[Jarl m. fl., 2017→jarl-blossing-andersson-2017]"},
      {"Så (Jarl et al., 2017, s. 8).", "[Jarl et al., 2017, s. 8→jarl-blossing-andersson-2017]"},
      {"Så (Jarl med flera, 2017).", "[Jarl med flera, 2017→jarl-blossing-andersson-2017]"},
      {"Så (Jarl, Blossing & Andersson, 2017).", "[Jarl, Blossing & Andersson, 2017→jarl-blossing-andersson-2017]"},
      {"Så (Jarl, Blossing, & Andersson, 2017).", "[Jarl, Blossing, & Andersson, 2017→jarl-blossing-andersson-2017]"},
      {"Så (Pramling Samuelsson & Asplund Carlsson, 2003).",
       "[Pramling Samuelsson & Asplund Carlsson, 2003→pramling-samuelsson-asplund-carlsson-2003]"},
      {"Så (Sveriges Kommuner och Regioner, 2021).",
       "[Sveriges Kommuner och Regioner, 2021→sveriges-kommuner-och-regioner-2021]"},
      {"Så (SKR, 2021).", "[SKR, 2021→sveriges-kommuner-och-regioner-2021]"},
      {"Så (Skolinspektionen [SI], 2018).", "[Skolinspektionen [SI], 2018→skolinspektionen-2018]"},
      {"Så (SI, 2018).", "[SI, 2018→skolinspektionen-2018]"},
      {"Så (Statens skolverk, 1994, s. 20).", "[Statens skolverk, 1994, s. 20→statens-skolverk-1994]"},
      {"Så (von Wright, 2000).", "[von Wright, 2000→von-wright-2000]"},
      {"Så (O'Connor, 1995).", "[O’Connor, 1995→o-connor-1995]"},
      {"Så (Fullan, 1991/2017).", "[Fullan, 1991/2017→fullan-2017]"},
      {"Så (Fullan, 1991/2017, s. 4).", "[Fullan, 1991/2017, s. 4→fullan-2017]"},
      {"Så (Hargreaves, u.å.).", "[Hargreaves, u.å.→hargreaves-u-a]"},
      {"Så (Lill-Olsson, i tryck).", "[Lill-Olsson, i tryck→lill-olsson-i-tryck]"},
      {"Så (Lill Olsson, i tryck).", "[Lill Olsson, i tryck→lill-olsson-i-tryck]"},
      {"Så (A. Andersson, 2010).", "[A. Andersson, 2010→andersson-2010]"},
      {"Så (B. Andersson, 2010, s. 2).", "[B. Andersson, 2010, s. 2→andersson-2010-2]"},
      {"Så (enligt Katz & Dack, 2017).", "[Katz & Dack, 2017→katz-dack-2017]"},
      {"Så (Katz & Dack, 2017, min översättning).", "[Katz & Dack, 2017→katz-dack-2017]"},
      {"Så (KATZ & DACK, 2017).", "[KATZ & DACK, 2017→katz-dack-2017]"},
  };
  for (const CitedText& row : rows) check_cited(row);
}

TEST_CASE("a reference in running text leads to its work") {
  const CitedText rows[] = {
      {"Katz & Dack (2017) skriver så.", "[Katz & Dack (2017)→katz-dack-2017]"},
      {"Katz och Dack (2017) skriver så.", "[Katz och Dack (2017)→katz-dack-2017]"},
      {"Katz and Dack (2017) write so.", "[Katz and Dack (2017)→katz-dack-2017]"},
      {"Enligt Fullan (2017) räcker det inte.", "[Fullan (2017)→fullan-2017]"},
      {"Så säger Fullan (2017, s. 14) i sin bok.", "[Fullan (2017, s. 14)→fullan-2017]"},
      {"Så säger Fullan (2017:14) i sin bok.", "[Fullan (2017:14)→fullan-2017]"},
      {"Fullans (2017) modell är enkel.", "[Fullans (2017)→fullan-2017]"},
      {"Katz och Dacks (2017) bok läser vi nu.", "[Katz och Dacks (2017)→katz-dack-2017]"},
      {"I Skolverkets (2020) material finns mer.", "[Skolverkets (2020)→skolverket-2020]"},
      {"Läs Håkansson (2017), kapitel 3.", "[Håkansson (2017)→hakansson-2017]"},
      {"Professor Michael Fullan (2017) säger det.", "[Fullan (2017)→fullan-2017]"},
      {"Det säger Michael Fullan (2017) också.", "[Fullan (2017)→fullan-2017]"},
      {"Här skriver Jarl m.fl. (2017) om vägar.", "[Jarl m.fl. (2017)→jarl-blossing-andersson-2017]"},
      {"Här skriver Jarl et al. (2017) om vägar.", "[Jarl et al. (2017)→jarl-blossing-andersson-2017]"},
      {"Här skriver Jarl med kollegor (2017) om vägar.", "[Jarl med kollegor (2017)→jarl-blossing-andersson-2017]"},
      {"Jarl, Blossing & Andersson (2017) skriver.",
       "[Jarl, Blossing & Andersson (2017)→jarl-blossing-andersson-2017]"},
      {"Jarl, Blossing och Andersson (2017) skriver.",
       "[Jarl, Blossing och Andersson (2017)→jarl-blossing-andersson-2017]"},
      {"Liksom Pramling Samuelsson och Asplund Carlsson (2003) menar vi det.",
       "[Pramling Samuelsson och Asplund Carlsson (2003)→pramling-samuelsson-asplund-carlsson-2003]"},
      {"Det finns texter av Alvunger (2015, 2017) i listan.", "[Alvunger (2015→alvunger-2015] [2017)→alvunger-2017]"},
      {"Alvunger (2016a) och Alvunger (2016b) skiljer sig.",
       "[Alvunger (2016a)→alvunger-2016a] [Alvunger (2016b)→alvunger-2016b]"},
      {"Både Fullan (2017) och Håkansson (2017) säger det.",
       "[Fullan (2017)→fullan-2017] [Håkansson (2017)→hakansson-2017]"},
      {"Fullan (2017), Katz och Dack (2017) och Killi (2014).",
       "[Fullan (2017)→fullan-2017] [Katz och Dack (2017)→katz-dack-2017] [Killi (2014)→killi-2014]"},
      {"Fritt efter Timperley (2016, s. 3).", "[Timperley (2016, s. 3)→timperley-2016]"},
      {"I Statens skolverk (1994) står det.", "[Statens skolverk (1994)→statens-skolverk-1994]"},
      {"Så skriver Sveriges Kommuner och Regioner (2021).",
       "[Sveriges Kommuner och Regioner (2021)→sveriges-kommuner-och-regioner-2021]"},
      {"Så skriver SKR (2021).", "[SKR (2021)→sveriges-kommuner-och-regioner-2021]"},
      {"Frågan ställer von Wright (2000).", "[von Wright (2000)→von-wright-2000]"},
      {"Så skriver O’Connor (1995).", "[O’Connor (1995)→o-connor-1995]"},
      {"Så skriver Hargreaves (u.å.).", "[Hargreaves (u.å.)→hargreaves-u-a]"},
      {"Så skriver Lill-Olsson (i tryck).", "[Lill-Olsson (i tryck)→lill-olsson-i-tryck]"},
      {"Så skriver A. Andersson (2010).", "[A. Andersson (2010)→andersson-2010]"},
      {"Katz & Dack (2017; se även Fullan, 2017)", "[Katz & Dack (2017→katz-dack-2017] [Fullan, 2017→fullan-2017]"},
      {"– Fullan (2017)", "[Fullan (2017)→fullan-2017]"},
      {"”Alla vill”, säger Fullan (2017).", "[Fullan (2017)→fullan-2017]"},
      {"Text.\n\nKälla: Skolverket (2020)", "[Skolverket (2020)→skolverket-2020]"},
      {"- Läs Blossing (2008)\n- Läs Killi (2011)", "[Blossing (2008)→blossing-2008] [Killi (2011)→killi-2011]"},
      {"| Vem | Vad |\n| --- | --- |\n| Fullan (2017) | läs |", "[Fullan (2017)→fullan-2017]"},
      {"> Så säger Fullan (2017).", "[Fullan (2017)→fullan-2017]"},
      {"Text.[^1]\n\n[^1]: Se Fullan (2017).", "[Fullan (2017)→fullan-2017]"},
  };
  for (const CitedText& row : rows) check_cited(row);
}

TEST_CASE("emphasis, line ends and other spaces do not part a reference") {
  const CitedText rows[] = {
      {"*Katz* & Dack (2017) skriver.", "[Katz & Dack (2017)→katz-dack-2017]"},
      {"**Katz & Dack** (2017) skriver.", "[Katz & Dack (2017)→katz-dack-2017]"},
      {"*Så skriver Katz & Dack (2017).*", "[Katz & Dack (2017)→katz-dack-2017]"},
      {"*Så skriver Katz & Dack* (2017).", "[(2017)→katz-dack-2017]"},
      {"(*Katz & Dack*, 2017)", "[Katz & Dack, 2017→katz-dack-2017]"},
      {"(Katz & Dack, *2017, s. 3*)", "[Katz & Dack, 2017, s. 3→katz-dack-2017]"},
      {"Så skriver Katz\n& Dack (2017).", "[Katz & Dack (2017)→katz-dack-2017]"},
      {"Så skriver Katz & Dack\n(2017).", "[Katz & Dack (2017)→katz-dack-2017]"},
      {"Så (Katz & Dack,\n2017, s. 3).", "[Katz & Dack, 2017, s. 3→katz-dack-2017]"},
      {"Så skriver Katz\u00a0& Dack\u00a0(2017).", "[Katz\u00a0& Dack\u00a0(2017)→katz-dack-2017]"},
      {"Så (Timperley, 2016, s.\u00a03).", "[Timperley, 2016, s.\u00a03→timperley-2016]"},
  };
  for (const CitedText& row : rows) check_cited(row);
}

TEST_CASE("a reference by key leads to its work") {
  const CitedText rows[] = {
      {"Så är det [@katz2017, s. 3].", "[[@katz2017, s. 3]→katz-dack-2017]"},
      {"Så är det [@katz2017].", "[[@katz2017]→katz-dack-2017]"},
      {"Så säger @katz2017 i sin bok.", "[@katz2017→katz-dack-2017]"},
      {"Så är det [@alvunger2016a].", "[[@alvunger2016a]→alvunger-2016a]"},
      {"Så är det [@hakansson2016; @fullan2017, s. 4].",
       "[[@hakansson2016→hakansson-sundberg-2016] [@fullan2017, s. 4]→fullan-2017]"},
      {"Så är det [@skr2021].", "[[@skr2021]→sveriges-kommuner-och-regioner-2021]"},
      {"Så är det [@håkansson2017].", "[[@håkansson2017]→hakansson-2017]"},
  };
  for (const CitedText& row : rows) check_cited(row);
}

TEST_CASE("a page's own list goes before the network's") {
  CHECK(cited_in("Se Fullan (2017).\n\n## Referenser\n\n- Fullan, M. (2017). *En annan upplaga*.\n\nSe Killi (2011).",
                 "- Fullan, M. (2017). *Frihet*.\n") == "[Fullan (2017)→fullan-2017]");
  CHECK(cited_in("Se Katz (2019) och Fullan (2017).\n\n## Litteratur\n\n- Katz, S. (2019). *Ny*.",
                 "- Fullan, M. (2017). *Frihet*.\n") == "[Katz (2019)→katz-2019] [Fullan (2017)→fullan-2017]");
}
