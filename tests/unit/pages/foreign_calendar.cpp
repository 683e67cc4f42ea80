#include "pages/foreign_calendar.h"

#ifdef TRAFF_HAS_LIBICAL

#include <libical/ical.h>

#include <cstdio>
#include <memory>

namespace traff::testing {

namespace {

std::string text_or_empty(const char* text) { return text == nullptr ? std::string() : std::string(text); }

std::string shown(const icaltimetype& time) {
  if (icaltime_is_null_time(time)) return {};
  const icaltimetype utc = time.is_date != 0 ? time : icaltime_convert_to_zone(time, icaltimezone_get_utc_timezone());
  char out[32];
  const auto number = [](int value) { return static_cast<unsigned>(value) % 10000; };
  if (time.is_date != 0)
    std::snprintf(out, sizeof out, "%04u-%02u-%02u", number(utc.year), number(utc.month), number(utc.day));
  else
    std::snprintf(out, sizeof out, "%04u-%02u-%02u %02u:%02u", number(utc.year), number(utc.month), number(utc.day),
                  number(utc.hour), number(utc.minute));
  return out;
}

std::size_t days_of(icalcomponent* event) {
  icalproperty* rule = icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY);
  if (rule == nullptr) return 1;
  icalrecur_iterator* days = icalrecur_iterator_new(icalproperty_get_rrule(rule), icalcomponent_get_dtstart(event));
  std::size_t count = 0;
  while (icaltime_is_null_time(icalrecur_iterator_next(days)) == 0) ++count;
  icalrecur_iterator_free(days);
  return count;
}

ForeignEvent read_event(icalcomponent* event) {
  ForeignEvent read;
  read.uid = text_or_empty(icalcomponent_get_uid(event));
  read.summary = text_or_empty(icalcomponent_get_summary(event));
  read.description = text_or_empty(icalcomponent_get_description(event));
  read.location = text_or_empty(icalcomponent_get_location(event));
  read.status = text_or_empty(icalenum_status_to_string(icalcomponent_get_status(event)));
  read.sequence = icalcomponent_get_sequence(event);
  read.stamp = text_or_empty(icaltime_as_ical_string(icalcomponent_get_dtstamp(event)));
  const icaltimetype start = icalcomponent_get_dtstart(event);
  read.all_day = start.is_date != 0;
  read.start = shown(start);
  if (icalcomponent_get_first_property(event, ICAL_DTEND_PROPERTY) != nullptr)
    read.end = shown(icalcomponent_get_dtend(event));
  read.days = days_of(event);
  for (icalproperty* one = icalcomponent_get_first_property(event, ICAL_CATEGORIES_PROPERTY); one != nullptr;
       one = icalcomponent_get_next_property(event, ICAL_CATEGORIES_PROPERTY)) {
    read.categories.push_back(text_or_empty(icalproperty_get_categories(one)));
  }
  return read;
}

void collect_complaints(icalcomponent* component, std::vector<std::string>& complaints) {
  for (icalproperty* one = icalcomponent_get_first_property(component, ICAL_XLICERROR_PROPERTY); one != nullptr;
       one = icalcomponent_get_next_property(component, ICAL_XLICERROR_PROPERTY)) {
    complaints.push_back(text_or_empty(icalproperty_get_xlicerror(one)));
  }
  for (icalcomponent* inner = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT); inner != nullptr;
       inner = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT)) {
    collect_complaints(inner, complaints);
  }
}

}  // namespace

ForeignCalendar read_foreign_calendar(const std::string& text) {
  ForeignCalendar read;
  const std::unique_ptr<icalcomponent, void (*)(icalcomponent*)> calendar(icalparser_parse_string(text.c_str()),
                                                                          icalcomponent_free);
  if (calendar == nullptr) {
    read.complaints.push_back("not a calendar");
    return read;
  }
  icalrestriction_check(calendar.get());
  collect_complaints(calendar.get(), read.complaints);
  if (icalproperty* name = icalcomponent_get_first_property(calendar.get(), ICAL_NAME_PROPERTY))
    read.name = text_or_empty(icalproperty_get_name(name));
  for (icalcomponent* event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
       event != nullptr; event = icalcomponent_get_next_component(calendar.get(), ICAL_VEVENT_COMPONENT)) {
    read.events.push_back(read_event(event));
  }
  return read;
}

}  // namespace traff::testing

#endif
