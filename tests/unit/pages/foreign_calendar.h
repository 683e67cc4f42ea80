// A calendar file as another program reads it: libical, with the time zone that the file itself brings.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace traff::testing {

struct ForeignEvent {
  std::string uid;
  std::string summary;
  std::string description;
  std::string location;
  std::string status;
  std::vector<std::string> categories;
  std::string stamp;  // as written
  int sequence = -1;
  bool all_day = false;
  std::string start;     // UTC, "2019-10-10 07:00"; of a whole day "2019-10-10"
  std::string end;       // the same; "" without one
  std::size_t days = 0;  // how many times it takes place
};

struct ForeignCalendar {
  std::string name;
  std::vector<ForeignEvent> events;
  std::vector<std::string> complaints;  // what RFC 5545 does not allow
};

ForeignCalendar read_foreign_calendar(const std::string& text);

}  // namespace traff::testing
