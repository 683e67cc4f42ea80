// F9, U1–U4: what should not be published about people. All numbers and names are made up.
#include <catch2/catch.hpp>

#include "found_codes.h"

using namespace traff;
using namespace traff::testing;

TEST_CASE("a personal identity number is found by its date and control digit (F9)", "[checks]") {
  for (const char* number : {"811218-9876", "8112189876", "19811218-9876", "198112189876", "811218+9876",
                             "19121212-1212", "811278-9873", "19811278-9873", "811218 9876"}) {
    INFO(number);
    CHECK(codes_of(std::string("# A\n\nHon är ") + number + ", sägs det.\n") == Codes{"F9"});
  }
}

TEST_CASE("a personal identity number is not repeated in the report (F9)", "[checks]") {
  const auto found = findings_of("# A\n\nNummer: 811218-9876\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].line == "Nummer: 811218-****");
  CHECK(found[0].place.column == 9);
}

TEST_CASE("other long numbers are no personal identity numbers (F9)", "[checks]") {
  for (const char* number : {"811218-9875", "202100-6271", "0701740635", "9789144123456", "978-91-44-12345-6",
                             "811318-9873", "2019-10-10", "1234567890", "https://doi.org/10.1080/8112189876123",
                             "16811218-9876", "811218-9876-1", "A811218-9876", "20190101-20191231"}) {
    INFO(number);
    CHECK_FALSE(says("F9", std::string("# A\n\nNumret ") + number + " gäller.\n"));
  }
}

TEST_CASE("telephone numbers in running text are found (U1)", "[checks]") {
  for (const char* number : {"070-123 45 67", "0701234567", "+46 70 123 45 67", "+46701234567", "0480-44 60 00",
                             "08-123 456 78", "070 123 45 67", "0480-446000", "+46 (0)70 123 45 67", "070-1234567"}) {
    INFO(number);
    CHECK(codes_of(std::string("# A\n\nRing ") + number + " om du blir sen.\n") == Codes{"U1"});
  }
}

TEST_CASE("times, dates and other numbers are no telephone numbers (U1)", "[checks]") {
  for (const char* text : {"09.00–16.00", "0900-1600", "08-16", "01-02-2020", "2019-10-10", "10-20 min", "0-100",
                           "ISBN 978-91-44-12345-6", "0,5", "05 12", "07:30-08:15", "SKOLFS 2020:012", "kap. 01-02",
                           "1 000 000", "0910-1200", "112", "1177", "v. 08-10 12"}) {
    INFO(text);
    CHECK(codes_of(std::string("# A\n\nDet är ") + text + " som gäller.\n").empty());
  }
}

TEST_CASE("a contact's number and address stand where they should (U1, U2)", "[checks]") {
  CHECK(codes_of("# Kontakt\n\nRing 0480-44 60 00 eller skriv till anna.berg@example.org.\n", "om/kontakt.md").empty());
  CHECK(codes_of("# A\n\n## Kontakt\n\nAnna Berg, 070-123 45 67, anna.berg@example.org\n").empty());
  CHECK(codes_of("# A\n\nVäxel: 0480-44 60 00\n").empty());
  CHECK(codes_of("---\ntitel: A\nkontakt: Anna Berg, anna.berg@example.org, 0480-44 60 00\nföreläsare: "
                 "erik.ek@example.org\n---\n\nText.\n")
            .empty());
}

TEST_CASE("a person's address is found, an address of a task is not (U2)", "[checks]") {
  for (const char* address : {"anna.berg@example.org", "anna-karin.berg@lnu.example", "annaberg81@gmail.com",
                              "anna@hotmail.com", "Anna.Berg@example.org"}) {
    INFO(address);
    CHECK(codes_of(std::string("# A\n\nSkriv till ") + address + " i god tid.\n") == Codes{"U2"});
  }
  for (const char* address :
       {"larledarskap@example.org", "info@example.org", "registrator@example.se", "larare.kollegor@example.org",
        "skola.kansli@example.se", "info@gmail.com", "anna@example.org", "hej@example.org", "v.41@example.org",
        "post.nordic@example.org", "@anna.berg"}) {
    INFO(address);
    CHECK(codes_of(std::string("# A\n\nSkriv till ") + address + " i god tid.\n").empty());
  }
  CHECK(codes_of("# Kontakt\n\nannaberg@gmail.com\n", "om/kontakt.md") == Codes{"U2"});
}

TEST_CASE("a list of names is found in whatever form it stands (U3)", "[checks]") {
  CHECK(codes_of("# A\n\n- Anna Berg\n- Erik Ek\n- Maria Lind\n- Karin Holm\n- Olle Dahl\n") == Codes{"U3"});
  CHECK(codes_of("# A\n\nAnna Berg\nErik Ek\nMaria Lind\nKarin Holm\nOlle Dahl\n") == Codes{"U3"});
  CHECK(codes_of("# A\n\n| Namn | Skola |\n| --- | --- |\n| Anna Berg | Norra |\n| Erik Ek | Norra |\n| Maria Lind | "
                 "Södra |\n| Karin Holm | Södra |\n| Olle Dahl | Södra |\n") == Codes{"U3"});
  CHECK(codes_of("# A\n\nGrupp: Anna Berg\n\nAnna Berg, Erik Ek, Maria Lind, Karin Holm, Olle Dahl\n") == Codes{"U3"});
  CHECK(
      codes_of(
          "# A\n\n- Anna Berg, Norra skolan\n- Erik Ek (Södra)\n- Maria Lind – rektor\n- Karin Holm\n- Olle Dahl\n") ==
      Codes{"U3"});
  CHECK(codes_of("# A\n\n## Deltagare\n\n- Anna Berg\n- Erik Ek\n- Maria Lind\n") == Codes{"U3"});
  CHECK(findings_of("# A\n\n- Anna Berg\n- Erik Ek\n- Maria Lind\n- Karin Holm\n- Olle Dahl\n")[0].args ==
        std::vector<Words>{"5"});
}

TEST_CASE("other lists of capitalised words are no lists of names (U3)", "[checks]") {
  for (const char* text :
       {"- Google Classroom\n- Microsoft Teams\n- Adobe Connect\n- Open Office\n- Apple Pages\n",
        "- Södra Vi\n- Norra Skolan\n- Stora Torget\n- Lilla Torg\n- Gamla Stan\n",
        "- Anna Berg\n- Erik Ek\n- Maria Lind\n", "- Blossing, U.\n- Jarl, M.\n- Katz, S.\n- Dack, L.\n- Hattie, J.\n",
        "- Planera\n- Genomföra\n- Följa upp\n- Utveckla\n- Börja om\n",
        "## Föreläsare\n\n- Anna Berg\n- Erik Ek\n- Maria Lind\n- Karin Holm\n- Olle Dahl\n",
        "- Helen Timperley skriver om cykeln.\n- Anna Berg berättar.\n"}) {
    INFO(text);
    CHECK(codes_of(std::string("# A\n\n") + text).empty());
  }
}

TEST_CASE("somebody's health is found, a question about food is not (U4)", "[checks]") {
  CHECK(codes_of("# A\n\nAnna Berg är allergisk mot nötter.\n") == Codes{"U4"});
  CHECK(codes_of("# A\n\n- Erik Ek: glutenfri kost\n") == Codes{"U4"});
  CHECK(codes_of("# A\n\n| Namn | Kost |\n| --- | --- |\n| Anna Berg | laktosfri |\n") == Codes{"U4"});
  CHECK(codes_of("# A\n\nMaria Lind har skyddad identitet.\n") == Codes{"U4"});
  for (const char* text :
       {"Anmäl allergi eller specialkost till Anna Berg.", "Anna Berg berättar om elever med diagnos.",
        "Har du någon allergi? Säg till i god tid.", "Meddela Anna Berg om du har specialkost.",
        "Vi talar om skyddad identitet i skolan. Anna Berg leder samtalet."}) {
    INFO(text);
    CHECK(codes_of(std::string("# A\n\n") + text + "\n").empty());
  }
}
