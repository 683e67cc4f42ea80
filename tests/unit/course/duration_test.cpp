#include "course/dates/clock.h"

#include <catch2/catch.hpp>
#include <string>

using namespace traff;

namespace {

std::string read(std::string_view text) {
  const auto duration = parse_duration(text);
  if (!duration) return "no length";
  const std::string least = std::to_string(duration->least_minutes);
  return duration->least_minutes == duration->most_minutes ? least
                                                           : least + "–" + std::to_string(duration->most_minutes);
}

struct Row {
  const char* typed;
  const char* minutes;
};

}  // namespace

TEST_CASE("lengths are read in every way they are typed") {
  const Row rows[] = {
      {"20 min", "20"},
      {"20 min.", "20"},
      {"90min", "90"},
      {"20–30 min", "20–30"},
      {"cirka 20-30 minuter", "20–30"},
      {"ca. 20 minuter", "20"},
      {"c:a 20 min", "20"},
      {"Max 15 minuter", "15"},
      {"1,5 h", "90"},
      {"1.5 timmar", "90"},
      {"0,25 h", "15"},
      {"1 ½ h", "90"},
      {"1½ timme", "90"},
      {"1 ½ h per group", "90"},
      {"½ h", "30"},
      {"¾ timme", "45"},
      {"1 1/2 h", "90"},
      {"1/2 timme", "30"},
      {"2h", "120"},
      {"1–2 timmar", "60–120"},
      {"45 min–1 h", "45–60"},
      {"en timme", "60"},
      {"En halv timme", "30"},
      {"en halvtimme", "30"},
      {"halvtimme", "30"},
      {"en och en halv timme", "90"},
      {"en kvart", "15"},
      {"tre kvart", "45"},
      {"en till två timmar", "60–120"},
      {"half an hour", "30"},
      {"one and a half hours", "90"},
      {"90 minuter per grupp", "90"},
      {"15 min/grupp", "15"},
      {"2 tim 15 min", "135"},
      {"1 timme och 30 minuter", "90"},
      {"20\u00A0min", "20"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CHECK(read(row.typed) == row.minutes);
  }
}

TEST_CASE("what is no length gives nothing") {
  for (const char* text :
       {"", "20", "min", "timme", "0 min", "30–20 min", "20 min samtal", "13–16", "20 sidor", "kapitel 3", "-5 min",
        "1,555 h", "99999 min", "en", "1/2", "20 mil", "½", "inspelad 35 min"}) {
    CAPTURE(text);
    CHECK(read(text) == "no length");
  }
}
