#include "pages/calendar_text.h"

#include "base/text.h"
#include "base/utf8.h"

namespace traff {

namespace {

constexpr std::size_t line_octets = 75;

// Summer time as the European Union has had it since 1996.
constexpr std::string_view time_zone[] = {
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Stockholm",
    "BEGIN:DAYLIGHT",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "DTSTART:19700329T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "DTSTART:19701025T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
};

// "10.00, rum 3; ta med \ penna" with the marks that would end a value made harmless; other control characters go.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == ',' || c == ';') out += '\\';
    if (c == '\n') out += "\\n";
    else if (static_cast<unsigned char>(c) >= ' ' && c != '\x7f') out += c;
  }
  return out;
}

std::string day_text(const Date& date) { return replace_all(iso_date(date), "-", ""); }

Date days_after(const Date& date, int days) { return std::chrono::sys_days(date) + std::chrono::days(days); }

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

// Midnight at the end of a day is the beginning of the next.
std::string wall_clock(const Date& date, ClockTime time) {
  constexpr int day = 24 * 60;
  const int minutes = time.minutes % day;
  return day_text(days_after(date, time.minutes / day)) + "T" + two_digits(minutes / 60) + two_digits(minutes % 60) + "00";
}

class CalendarWriter {
 public:
  std::string run(std::string_view name, std::span<const CalendarEvent> events) {
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Traff//Traff//SV");
    line("CALSCALE:GREGORIAN");
    property("NAME", name);
    property("X-WR-CALNAME", name);
    line("REFRESH-INTERVAL;VALUE=DURATION:P1D");
    for (const std::string_view zone_line : time_zone) line(zone_line);
    for (const CalendarEvent& event : events) write_event(event);
    line("END:VCALENDAR");
    return std::move(text_);
  }

 private:
  void line(std::string_view content) {
    std::size_t room = line_octets;
    for (std::size_t at = 0; at < content.size();) {
      const std::size_t size = code_point_size(content, at);
      if (size > room) {
        text_ += "\r\n ";
        room = line_octets - 1;
      }
      text_ += content.substr(at, size);
      room -= size;
      at += size;
    }
    text_ += "\r\n";
  }

  void property(std::string_view name, std::string_view value) {
    if (!value.empty()) line(std::string(name) + ":" + escaped(value));
  }

  void write_event(const CalendarEvent& event) {
    line("BEGIN:VEVENT");
    property("UID", event.uid);
    line("DTSTAMP:" + day_text(event.revision.stamp) + "T000000Z");
    line("SEQUENCE:" + std::to_string(event.revision.sequence));
    write_when(event);
    property("SUMMARY", event.summary);
    property("DESCRIPTION", event.description);
    property("LOCATION", event.location);
    if (!event.url.empty()) line("URL:" + event.url);
    write_categories(event);
    write_status(event.status);
    line("END:VEVENT");
  }

  void write_when(const CalendarEvent& event) {
    const bool timed = event.time && event.time->start && !event.time->all_day;
    if (!timed) {
      line("DTSTART;VALUE=DATE:" + day_text(event.first));
      line("DTEND;VALUE=DATE:" + day_text(days_after(event.last, 1)));
      return;
    }
    line("DTSTART;TZID=Europe/Stockholm:" + wall_clock(event.first, *event.time->start));
    const bool ends = event.time->end && *event.time->end > *event.time->start;
    if (ends) line("DTEND;TZID=Europe/Stockholm:" + wall_clock(event.first, *event.time->end));
    const auto days = (std::chrono::sys_days(event.last) - std::chrono::sys_days(event.first)).count() + 1;
    if (days > 1) line("RRULE:FREQ=DAILY;COUNT=" + std::to_string(days));
  }

  void write_categories(const CalendarEvent& event) {
    std::string list;
    for (const std::string& category : event.categories) list += (list.empty() ? "" : ",") + escaped(category);
    if (!list.empty()) line("CATEGORIES:" + list);
  }

  // A day that is not to be has no business making the reader busy.
  void write_status(CalendarEvent::Status status) {
    switch (status) {
      case CalendarEvent::Status::confirmed: line("STATUS:CONFIRMED"); break;
      case CalendarEvent::Status::tentative: line("STATUS:TENTATIVE"); break;
      case CalendarEvent::Status::cancelled:
        line("STATUS:CANCELLED");
        line("TRANSP:TRANSPARENT");
        break;
    }
  }

  std::string text_;
};

}  // namespace

std::string calendar_text(std::string_view name, std::span<const CalendarEvent> events) {
  return CalendarWriter().run(name, events);
}

}  // namespace traff
