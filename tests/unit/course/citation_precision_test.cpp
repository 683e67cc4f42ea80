// What must not become a link, what must be said about it, and what must not.
#include <catch2/catch.hpp>

#include "course/cited_text.h"

using namespace traff::testing;

TEST_CASE("numbers, terms, statutes, months and places are no references") {
  const char* rows[] = {
      "Skolan växte till 1000 elever.",
      "Vi började VT 2020 och slutade HT 2022.",
      "Läsåret 2019/2020 var vi fem (2019/2020).",
      "Kursen REP003 och gruppen H17A (2017).",
      "Kursen (REP003, 2020) är slut.",
      "Laget runt (10-20 min) och paus (15 min).",
      "Grundskoleförvaltningen (GSF) och (ÄLKAT).",
      "Boken (1. uppl.) och (Första upplagan).",
      "Skollagen (2010:800) säger så.",
      "Enligt Skollagen (2010:800) är det så.",
      "Det står i lag (SFS 2018:1937).",
      "Det står i lag (SFS, 2018:1937).",
      "Utredningen SOU 2018:17 och (SOU 2018:17).",
      "Läroplanen Lgr 11 och Lgr 22 (2022).",
      "Läroplanen (Lgr 11, 2011) gäller.",
      "Propositionen (prop. 2017/18:299).",
      "Lagen om tillgänglighet till digital offentlig service (2018:1937).",
      "Dataskyddsförordningen (2016) gäller.",
      "Föreskrifterna (SKOLFS 2010:37) gäller.",
      "(D. Alvunger, personlig kommunikation, 17 januari 2020)",
      "(D. Alvunger, föreläsning, 17 januari 2020)",
      "Vi sågs i Kalmar (2019).",
      "Vi sågs i Kalmar (2019) och Växjö (2020).",
      "Bilden är från Söderhamn (Kalmar, 2019).",
      "Oktober (2019) var varm.",
      "I Oktober (2019) sågs vi.",
      "I maj (2020) slutade vi.",
      "Vi ses i Kalmar (10 oktober 2019).",
      "Vi ses fredag (17/1 2020).",
      "Sedan dess (våren 2020) är det så.",
      "Våren (2020) var märklig.",
      "Nätverket (2019) var en pilot.",
      "Träff 3 (2020) blev inställd.",
      "Redovisning B (2020) är kort.",
      "Figur 2 (2019) visar det.",
      "Version (2.0) och del (2).",
      "Telefon 0480-44 60 00 (2019-10-10).",
      "Perioden (1994–2004) var lång.",
      "Mötet (2019-10-10) blev av.",
      "Adressen fullan@katz2017.se är fel.",
      "Skriv till namn@fullan2017.example.org nu.",
      "Följ oss på @skolan och @natverk2020.",
      "Padlet (2019) är ett verktyg.",
      "Boken av Fullan kom 2017.",
      "Fullan, Katz och Dack läste vi 2017.",
      "(Fullan) 2017",
      "Fullan [2017] skriver.",
      "Vi läste Fullan. (2017) var ett bra år.",
      "Vi läste Fullan! (2017) var ett bra år.",
      "Siffran 2017 (Fullan)",
      "(2017)",
      "(2017, s. 3)",
      "()",
      "(",
      "(((((Fullan",
      "@",
      "[@]",
      "[@, s. 3]",
  };
  for (const char* text : rows) check_cited({text, ""});
}

TEST_CASE("a work of other authors is not taken for the one in the list") {
  const CitedText rows[] = {
      {", (2017) utan namn.", ""},
      {"Bok av Dack & Katz (2017).", "R1[Dack & Katz (2017)]"},
      {"Bok av Berg & Dack (2017).", "R1[Berg & Dack (2017)]"},
      {"Bok av Berg, Katz & Dack (2017).", "R1[Berg, Katz & Dack (2017)]"},
      {"Bok (Fullan & Berg, 2017).", "R1[Fullan & Berg, 2017]"},
      {"Bok (Berg & Fullan, 2017).", "R1[Berg & Fullan, 2017]"},
      {"Bok av Jarl (2017).", ""},
      {"Bok (Jarl & Blossing, 2017).", "R1[Jarl & Blossing, 2017]"},
      {"Bok av Fullan m.fl. (2017, s. 3).", "R3[Fullan m.fl. (2017)]"},
      {"Så skriver E. Andersson (2010).", ""},
      {"Så skriver Karl-Erik Fullan (2017).", ""},
      {"Så skriver Anna Fullan (2017).", ""},
      {"Bok av Samuelsson (2003).", ""},
  };
  for (const CitedText& row : rows) check_cited(row);
}

TEST_CASE("nothing is linked in code, links, headings and addresses") {
  const CitedText rows[] = {
      {"`Fullan (2017)`", ""},
      {"```\nFullan (2017)\n```", ""},
      {"[Fullan (2017)](https://example.org)", ""},
      {"Se https://example.org/Fullan(2017)", ""},
      {"## Fullan (2017)\n\nText.", ""},
      {"Fullan `x` (2017)", ""},
      {"Katz [&](https://example.org) Dack (2017)", ""},
      {"## Referenser\n\n- Fullan, M. (2017). *Frihet*.\n\nSe Killi (2011).", ""},
      {"## Källor\n\nKatz & Dack (2017) skriver.", ""},
      {"## Litteratur\n\n- Läs Katz & Dack (2017), kapitel 3.\n- Läs Berg & Lund (2001).",
       "[Katz & Dack (2017)→katz-dack-2017]"},
  };
  for (const CitedText& row : rows) check_cited(row);
}

TEST_CASE("what is cited but not listed is said when it surely is a reference") {
  const CitedText rows[] = {
      {"Så är det (Timberley & Par, 2001).", "R1[Timberley & Par, 2001]"},
      {"Så är det (Berg & Lundin, 2011).", "R1[Berg & Lundin, 2011]"},
      {"Så säger Berg och Lundin (2011).", "R1[Berg och Lundin (2011)]"},
      {"Så säger Berg och Lundin (2011). Och så säger Berg och Lundin (2011).", "R1[Berg och Lundin (2011)]"},
      {"Enligt Berg & Lundin (2011) är det så.", "R1[Berg & Lundin (2011)]"},
      {"Så är det (Hattie, 2009).", "R1[Hattie, 2009]"},
      {"Så är det (Hattie, 2009, s. 22).", "R1[Hattie, 2009]"},
      {"Så är det (se Hattie, 2009).", "R1[Hattie, 2009]"},
      {"Så säger Hattie m.fl. (2009, s. 3).", "R1[Hattie m.fl. (2009)]"},
      {"Så säger Hattie (2009).", ""},
      {"Så är det (Fullan, 2017; Hattie, 2009).", "[Fullan, 2017→fullan-2017] R1[Hattie, 2009]"},
      {"Så är det (Kalmar & Växjö, 2009).", ""},
      {"Så är det (Katz & Dack, 2017) men (Lund & Berg, 1999, s. 2).", "[Katz & Dack, 2017→katz-dack-2017]"},
  };
  for (const CitedText& row : rows) check_cited(row);
}

TEST_CASE("a name or year that differs a little is named") {
  const CitedText rows[] = {
      {"Så säger Lindkvist (2019).", "R2[Lindkvist (2019)]"},
      {"Så är det (Lindkvist, 2019).", "R2[Lindkvist, 2019]"},
      {"Så säger Kats och Dack (2017).", "R2[Kats och Dack (2017)]"},
      {"Så är det (Katz & Dakc, 2017).", "R2[Katz & Dakc, 2017]"},
      {"Så säger Blossing & Wenngren (2019).", "R2[Blossing & Wenngren (2019)]"},
      {"Så säger Timperly (2016).", "R2[Timperly (2016)]"},
      {"Så säger Hakansson (2017).", "R2[Hakansson (2017)]"},
      {"Så är det (Jarl, Blossing & Anderson, 2017).", "R2[Jarl, Blossing & Anderson, 2017]"},
      {"Så säger Fullan (2016).", "R3[Fullan (2016)]"},
      {"Så är det (Katz & Dack, 2018).", "R3[Katz & Dack, 2018]"},
      {"Så är det (Katz & Dack, 2017a).", "R3[Katz & Dack, 2017a]"},
      {"Så säger Skolverket (2018).", "R3[Skolverket (2018)]"},
      {"Så säger Alvunger (2016).", "R4[Alvunger (2016)]"},
      {"Så är det (Alvunger, 2015, 2016).", "[Alvunger, 2015→alvunger-2015] R4[Alvunger, 2016]"},
      {"Så säger Andersson (2010).", "R4[Andersson (2010)]"},
      {"Så är det (Andersson, 2010).", "R4[Andersson, 2010]"},
  };
  for (const CitedText& row : rows) check_cited(row);
}

TEST_CASE("a slip of form is mentioned, and the reference linked all the same") {
  const CitedText rows[] = {
      {"Så skriver Jarl et al., (2017).", "[Jarl et al., (2017)→jarl-blossing-andersson-2017] R7[Jarl et al., (2017)]"},
      {"Så skriver Fullan, (2017).", "[Fullan, (2017)→fullan-2017] R7[Fullan, (2017)]"},
      {"Så skriver Katz m.fl. (2017).", "[Katz m.fl. (2017)→katz-dack-2017] R6[Katz m.fl. (2017)]"},
      {"Så (Katz et al., 2017).", "[Katz et al., 2017→katz-dack-2017] R6[Katz et al., 2017]"},
      {"Så är det (Timperley & Parr,\n\n2008, s. 3) hela tiden.", "R8[(Timperley & Parr, 2008)]"},
      {"Så är det [@ingen2001].", "R9[ingen2001]"},
  };
  for (const CitedText& row : rows) check_cited(row);
}

TEST_CASE("what stands among the references should be cited, what stands under Litteratur need not") {
  CHECK(cited_in("Se Fullan (2017).\n\n## Referenser\n\n- Fullan, M. (2017). *Ett*.\n- Killi, A. (2011). *Två*.") ==
        "[Fullan (2017)→fullan-2017] R5[Killi (2011)]");
  CHECK(cited_in("Se Fullan (2017).\n\n## Litteratur\n\n- Fullan, M. (2017). *Ett*.\n- Killi, A. (2011). *Två*.") ==
        "[Fullan (2017)→fullan-2017]");
  CHECK(cited_in("Text.\n\n## Referenser\n\n- Fullan, M. (2017). *Ett*.") == "");
}
