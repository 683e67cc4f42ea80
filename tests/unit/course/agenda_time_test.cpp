#include "course/dates/clock.h"

#include <catch2/catch.hpp>

using namespace traff;

namespace {

// "09.20–09.45 25 |Laget runt"
std::string read(std::string_view line) {
  const AgendaTime time = parse_agenda_time(line);
  std::string shown;
  if (time.start || time.end) shown = time_range({time.start, time.end, false}, Language::sv) + " ";
  if (time.duration) shown += std::to_string(time.duration->least_minutes) + " ";
  return shown + "|" + std::string(line.substr(time.text_offset));
}

struct Row {
  const char* line;
  const char* expected;
};

}  // namespace

TEST_CASE("a programme line may begin with a time and end with a length") {
  const Row rows[] = {
      {"09.20 Laget runt (25 min)", "09.20–09.45 25 |Laget runt (25 min)"},
      {"09.00 Samling och fika (20 min).", "09.00–09.20 20 |Samling och fika (20 min)."},
      {"kl 9–10: Fika", "09.00–10.00 |Fika"},
      {"Kl. 9 fika", "09.00 |fika"},
      {"13-14.30 Samtal", "13.00–14.30 |Samtal"},
      {"13.00–14.30 samtal", "13.00–14.30 |samtal"},
      {"13–16 Workshop", "13.00–16.00 |Workshop"},
      {"9–10: fika", "09.00–10.00 |fika"},
      {"09:00 – 09:20 – Samling", "09.00–09.20 |Samling"},
      {"9.00 – Fika", "09.00 |Fika"},
      {"9.00 – 12 frågor att välja bland", "09.00 |12 frågor att välja bland"},
      {"12.00\u00A0Lunch", "12.00 |Lunch"},
      {"  12.00 Lunch", "12.00 |Lunch"},
      {"06.15 Buss", "06.15 |Buss"},
      {"Lunch", "|Lunch"},
      {"Paus (15 min)", "15 |Paus (15 min)"},
      {"10.00 Samtal (20–30 min)", "10.00 20 |Samtal (20–30 min)"},
      {"11.00–12.00 Samtal (60 min)", "11.00–12.00 60 |Samtal (60 min)"},
      {"23.50 Sent (20 min)", "23.50 20 |Sent (20 min)"},
      {"09.00", "09.00 |"},
      {"", "|"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CHECK(read(row.line) == row.expected);
  }
}

TEST_CASE("a line that begins with another number has no time") {
  for (const char* line :
       {"3 frågor till gruppen", "2–3 frågor", "10–15 personer", "10–20 min reflektion", "10 minuters paus",
        "2.1 Analys", "3.15 Analys", "1.30 h förberedelse", "10.10.2019 Träff", "10/10 Träff", "2019 års plan",
        "25.00 Fel", "9.75 Fel", "9 Fika", "Grupp 1–3: 13.00–14.30, Norrtull", "12.5 poäng", "10.30a rummet"}) {
    CAPTURE(line);
    CHECK(read(line) == "|" + std::string(line));
  }
}
