// An iCalendar file (RFC 5545): what calendars on phones and computers read. Pure: events in, bytes out; the clock is
// never asked, so that the same content gives the same file.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace traff {

// Which edition of an event this is, so that a calendar knows the newer of two.
struct EventRevision {
  int sequence = 0;
  Date stamp;  // the day it was last changed, as far as it is known
};

struct CalendarEvent {
  enum class Status : std::uint8_t { confirmed, tentative, cancelled };

  std::string uid;  // the same as long as it is the same event, whatever its day and name
  EventRevision revision;
  Date first;
  Date last;                      // = first unless it goes on for several days
  std::optional<TimeRange> time;  // in Europe/Stockholm, the same each day; all day without a start
  Status status = Status::confirmed;
  std::string summary;
  std::string description;
  std::string location;
  std::string url;  // a whole address, or ""
  std::vector<std::string> categories;
};

// CRLF line ends, lines of at most 75 octets, never broken inside a character. `name` is what the calendar is called.
std::string calendar_text(std::string_view name, std::span<const CalendarEvent> events);

}  // namespace traff
