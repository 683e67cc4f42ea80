#include "base/text.h"

#include <catch2/catch.hpp>

using namespace traff;

TEST_CASE("a heading becomes an id of small letters, digits and hyphens") {
  CHECK(slug("Träff 2: Kollegialt lärande") == "traff-2-kollegialt-larande");
  CHECK(slug("  Syfte?! ") == "syfte");
  CHECK(slug("ÅÄÖ é") == "aao-e");
  CHECK(slug("Kjøkken på Øya – æ ß") == "kjokken-pa-oya-ae-ss");
  CHECK(slug("Протокол") == "protokol");
  CHECK(slug("رسالة") == "rsalt");
  CHECK(slug("你好") == "ni-hao");
  CHECK(slug("😀").empty());
}

TEST_CASE("a file name keeps its dots and loses what stands before them") {
  CHECK(slug_file_name("Årsplan 2.pdf") == "arsplan-2.pdf");
  CHECK(slug_file_name("Foto (1).PNG") == "foto-1.png");
  CHECK(slug_file_name("a_b-c.tar.gz") == "a_b-c.tar.gz");
}
