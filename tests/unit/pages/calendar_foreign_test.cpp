// Our calendars read by a program that is not ours. Without libical these tests are left out.
#ifdef TRAFF_HAS_LIBICAL

#include <catch2/catch.hpp>

#include <map>
#include <set>

#include "base/text.h"
#include "pages/foreign_calendar.h"
#include "test_site.h"

using namespace traff;
using namespace traff::testing;

namespace {

std::map<std::string, ForeignCalendar> calendars_of(const TestSite& site) {
  std::map<std::string, ForeignCalendar> read;
  for (const std::string& path : site.outputs()) {
    if (path.ends_with(".ics")) read.emplace(path, read_foreign_calendar(site.output(path)));
  }
  return read;
}

// "start–end" in UTC of the event whose name begins so.
std::string when(const ForeignCalendar& calendar, std::string_view summary) {
  for (const ForeignEvent& event : calendar.events) {
    if (event.summary.starts_with(summary)) return event.start + "–" + event.end;
  }
  return "no such event";
}

std::string meeting(const std::string& date, const std::string& time) {
  return "---\ndatum: " + date + "\ntid: " + time + "\n---\n\n# Träff\n\nVälkommen.\n";
}

}  // namespace

TEST_CASE("every calendar of both networks is read without complaint by another program") {
  TestSite site;
  site.copy_content(TRAFF_SOURCE_DIR "/content").build();
  const auto calendars = calendars_of(site);
  CHECK(calendars.size() >= 10);
  std::set<std::string> uids;
  for (const auto& [path, calendar] : calendars) {
    INFO(path);
    CHECK(calendar.complaints.empty());
    CHECK_FALSE(calendar.events.empty());
    for (const ForeignEvent& event : calendar.events) {
      INFO(event.summary);
      CHECK(event.uid.find('@') != std::string::npos);
      CHECK(event.stamp.ends_with("T000000Z"));
      CHECK(event.sequence == 0);
      CHECK_FALSE(event.summary.empty());
      CHECK((event.all_day || event.end.empty() || event.end > event.start));
      uids.insert(event.uid);
    }
  }
  // One for all, of both networks: five träffar and nine occasions of the table, each with a name of its own.
  const ForeignCalendar& all = calendars.at("kalender.ics");
  CHECK(all.events.size() == uids.size());
  CHECK(calendars.at("larledarskap-2019-2020/kalender.ics").events.size() == 5);
  CHECK(calendars.at("soderhamn-2022-2023/kalender.ics").events.size() == 9);
}

TEST_CASE("the file's own time zone gives the right hour on both sides of the clock changes") {
  TestSite site;
  site.copy_content(TRAFF_SOURCE_DIR "/content").build();
  const auto calendars = calendars_of(site);
  const ForeignCalendar& network = calendars.at("larledarskap-2019-2020/kalender.ics");
  CHECK(when(network, "Träff 1") == "2019-10-10 07:00–2019-10-10 14:00");
  CHECK(when(network, "Träff 2") == "2019-12-05 08:00–2019-12-05 15:00");
  CHECK(when(calendars.at("soderhamn-2022-2023/kalender-processledare.ics"), "Processledarstöd") ==
        "2022-09-26 11:00–2022-09-26 14:00");
  // The day after the change of 30 October 2022.
  CHECK(when(calendars.at("soderhamn-2022-2023/kalender.ics"), "Föreläsning") == "2022-10-31 08:00–2022-10-31 11:00");
}

TEST_CASE("the hours around each change of the clock are right for thirty years") {
  for (const char* day :
       {"2000-03-25 08:00", "2000-03-26 07:00", "2000-10-28 07:00", "2000-10-29 08:00", "2019-03-30 08:00",
        "2019-03-31 07:00", "2019-10-26 07:00", "2019-10-27 08:00", "2026-03-28 08:00", "2026-03-29 07:00",
        "2026-10-24 07:00", "2026-10-25 08:00", "2030-03-30 08:00", "2030-03-31 07:00", "2030-10-27 08:00"}) {
    TestSite site;
    site.write("traffar/1.md", meeting(std::string(day).substr(0, 10), "9–10")).build();
    CHECK(read_foreign_calendar(site.output("traffar/1.ics")).events.at(0).start == day);
  }
}

TEST_CASE("whole days, several days and midnight are what another program takes them for") {
  TestSite site;
  site.write("index.md", "---\nläsår: 2019/2020\n---\n\n# Kalmar\n\nHej.\n")
      .write("traffar/1.md", "---\ndatum: 10 oktober\n---\n\n# Träff 1: Heldag\n\nHej.\n")
      .write("traffar/2.md", meeting("28–29 mars", "9–16"))
      .write("traffar/3.md", meeting("5 december", "18–24"))
      .write("traffar/4.md", meeting("6 december", "kl. 13"))
      .write("traffar/5.md", meeting("10–11 december", "heldag"))
      .build();
  const auto calendars = calendars_of(site);
  const auto only = [&](const std::string& path) { return calendars.at(path).events.at(0); };
  CHECK(only("traffar/1.ics").all_day);
  CHECK(only("traffar/1.ics").start + "–" + only("traffar/1.ics").end == "2019-10-10–2019-10-11");
  CHECK(only("traffar/2.ics").start + "–" + only("traffar/2.ics").end == "2020-03-28 08:00–2020-03-28 15:00");
  CHECK(only("traffar/2.ics").days == 2);
  CHECK(only("traffar/3.ics").end == "2019-12-05 23:00");
  CHECK(only("traffar/4.ics").end.empty());
  CHECK(only("traffar/5.ics").start + "–" + only("traffar/5.ics").end == "2019-12-10–2019-12-12");
  for (const auto& [path, calendar] : calendars) CHECK(calendar.complaints.empty());
}

TEST_CASE("a moved träff is the same event, a cancelled one stays, reserve dates make it tentative") {
  TestSite site;
  site.write("index.md", "---\nläsår: 2019/2020\n---\n\n# Kalmar\n\nHej.\n")
      .write("traffar/1.md", "---\ndatum: 10 oktober\nreservdatum: 17 oktober\n---\n\n# Träff 1: Start\n\nHej.\n")
      .build();
  const ForeignEvent before = read_foreign_calendar(site.output("kalender.ics")).events.at(0);
  CHECK(before.status == "TENTATIVE");
  CHECK(before.description.find("17") != std::string::npos);
  site.write("traffar/1.md", "---\ndatum: 11 oktober\nstatus: inställd\n---\n\n# Träff 1: Nytt namn\n\nHej.\n").build();
  const ForeignEvent after = read_foreign_calendar(site.output("kalender.ics")).events.at(0);
  CHECK(after.uid == before.uid);
  CHECK(after.status == "CANCELLED");
  CHECK(after.summary == "Inställd: Träff 1: Nytt namn");
  CHECK(after.stamp != before.stamp);
}

TEST_CASE("words of every kind come out of the file as they went in") {
  const std::string theme =
      "Kollegor; samtal, \\ och 20 % av tiden – så här långt som ingen rubrik borde vara, åäö åäö åäö åäö 🙂🙂🙂";
  TestSite site;
  site.write(
          "traffar/1.md",
          "---\ndatum: 2019-10-10\nplats: Sal A, hus 3; plan 2\nmålgrupp: Förstelärare, Lektorer\n---\n\n# Träff 1: " +
              theme + "\n\nHej.\n")
      .build();
  const ForeignEvent event = read_foreign_calendar(site.output("traffar/1.ics")).events.at(0);
  CHECK(event.summary == "Träff 1: " + theme);
  CHECK(event.location == "Sal A, hus 3; plan 2");
  CHECK(event.categories == std::vector<std::string>{"Förstelärare", "Lektorer"});
}

#endif
