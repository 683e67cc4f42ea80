#include <catch2/catch.hpp>

#include <string>

#include "markdown/lines/word_breaks.h"

using namespace traff;

namespace {

// "|" at a joint, "." elsewhere.
std::string broken(const std::string& word) {
  std::string shown;
  std::size_t written = 0;
  for (const WordBreak& each : word_breaks(word)) {
    shown += word.substr(written, each.at - written) + (each.is_joint ? "|" : ".");
    written = each.at;
  }
  return shown + word.substr(written);
}

}  // namespace

TEST_CASE("a compound with an s between its words is broken after it") {
  CHECK(broken("kvalitetsarbete") == "kva.li.tets|ar.bete");
  CHECK(broken("undervisningsgrupp") == "under.vis.nings|grupp");
  CHECK(broken("professionsutveckling") == "pro.fes.sions|ut.veck.ling");
}

TEST_CASE("one consonant goes to the next line with its vowel, or two that words begin with") {
  CHECK(broken("ledarskap") == "ledar.skap");
  CHECK(broken("kollegahandledning") == "kol.le.ga.hand.led.ning");
  CHECK(broken("TRÄFFARNA") == "TRÄF.FARNA");
}

TEST_CASE("a hyphen of the author's is a joint") { CHECK(broken("Vt-planeringen") == "Vt-|pla.ne.rin.gen"); }

TEST_CASE("where the author put soft hyphens they are the joints") {
  CHECK(broken("nät\xC2\xADverkskvalitetsarbete") == "nät\xC2\xAD|verks.kva.li.tets.ar.bete");
}

TEST_CASE("fewer than three letters never stand alone, and short words stay whole") {
  CHECK(broken("idé") == "idé");
  CHECK(broken("apa") == "apa");
  CHECK(broken("") == "");
  CHECK(broken("bcd") == "bcd");
}
