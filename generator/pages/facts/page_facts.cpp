#include "pages/facts/page_facts.h"

#include <algorithm>

#include "base/text.h"
#include "course/dates/term.h"
#include "course/model/shown_facts.h"
#include "course/model/statement.h"
#include "pages/addresses/navigation.h"
#include "pages/addresses/urls.h"
#include "pages/facts/occasion_view.h"

namespace traff {

namespace {

class Facts {
 public:
  Facts(DocumentIndex index, std::string_view address, const SiteContext& site)
      : page_(site.course.pages[index]), document_(site.documents[index]), address_(address), site_(site) {}

  std::vector<View> run() {
    if (page_.kind == PageKind::start) return std::move(facts_);
    if (page_.meeting != no_index) return meeting_facts();
    for (const Field& field : document_.front_matter.fields) add_field(field);
    if (page_.kind == PageKind::assignment) add_time_before();
    if (page_.kind == PageKind::network && parse_pilot())
      add("fact.status", html_escaped(document_.front_matter.value(Key::status)));
    return std::move(facts_);
  }

 private:
  bool parse_pilot() const {
    return !document_.front_matter.value(Key::status).empty() && !page_.draft && !site_.course.is_closed(page_.network);
  }

  std::vector<View> meeting_facts() {
    const Occasion& occasion = site_.course.meetings[page_.meeting].occasion;
    if (occasion.date) {
      add("date", "<time datetime=\"" + iso_date(occasion.date->first) + "\">" +
                      html_escaped(date_words(occasion, site_.language())) + "</time>");
    } else {
      add_plain("date", document_.front_matter.value(Key::date));
    }
    add("fact.status", html_escaped(status_words(occasion, site_.theme)));
    add("status.alternates", html_escaped(alternates_words(occasion, site_.language())));
    add("time", html_escaped(time_words(occasion, site_.language())));
    add_plain("place", occasion.place);
    for (const Field& field : document_.front_matter.fields) {
      const bool said =
          field.key == Key::date || field.key == Key::time || field.key == Key::place || field.key == Key::alternates;
      if (!said) add_field(field);
    }
    return std::move(facts_);
  }

  // A redovisning is prepared in the time before the träff where it is presented.
  void add_time_before() {
    const Meeting* meeting = site_.course.find_meeting(page_.network, trim(document_.front_matter.value(Key::meeting)));
    if (meeting == nullptr) return;
    const std::vector<MeetingIndex>& meetings = site_.course.networks[page_.network].meetings;
    const auto at = std::ranges::find(meetings, meeting->document,
                                      [&](MeetingIndex i) { return site_.course.meetings[i].document; });
    const auto position = static_cast<std::uint32_t>(at - meetings.begin());
    const SitePage* between = site_.map.between(page_.network, position);
    if (between == nullptr) return;
    const std::string period = between_period(page_.network, position, site_.course, site_.theme);
    const std::string title = between_title(page_.network, position, site_.course, site_.theme);
    const std::string words = html_escaped(title) + (period.empty() ? "" : ", " + html_escaped(period));
    add("fact.prepared",
        "<a href=\"" + html_escaped(relative_href(address_, between->address)) + "\">" + words + "</a>");
  }

  void add_field(const Field& field) {
    if (is_shown_as_written(field.key, document_, page_.kind)) return add_as_written(field);
    if (row_of(field.key).shown != Shown::labelled) return;
    if (field.key == Key::contact && is_statement(document_, page_.kind)) return;  // its text says how to reach them
    const bool is_of_semester = field.key == Key::term && is_semester(field.value);
    const std::string_view label = is_of_semester ? "fact.semester" : row_of(field.key).label;
    if (field.key == Key::meeting) {
      add_meeting_link(page_.kind == PageKind::assignment ? "fact.presented" : label, field.value);
    } else if (field.key == Key::date) {
      const bool is_read = page_.date && field.value == document_.front_matter.value(Key::date);
      add_plain(label, is_read ? long_date(*page_.date, site_.language()) : field.value);
    } else {
      add_plain(label, field.value);
    }
  }

  // "Adress: Storgatan 1" on a page of directions is no setting, but words for its readers.
  void add_as_written(const Field& field) {
    if (field.value.empty()) return;
    View fact;
    fact.put("label", written_label(field));
    fact.put("value", linked_words(field.value));
    facts_.push_back(std::move(fact));
  }

  void add_meeting_link(std::string_view label, const std::string& number) {
    const Meeting* meeting = site_.course.find_meeting(page_.network, number);
    const std::string words = html_escaped(site_.theme.text("meeting.number", {{"n", number}}));
    if (meeting == nullptr) return add(label, words);
    const std::string href = html_escaped(relative_href(address_, site_.map.address_of(meeting->document)));
    const std::string day = date_words(meeting->occasion, site_.language());
    add(label, "<a href=\"" + href + "\">" + words + (day.empty() ? "" : ", " + html_escaped(day)) + "</a>");
  }

  void add_plain(std::string_view label, std::string_view value) { add(label, linked_words(value)); }

  void add(std::string_view label, std::string value) {
    if (value.empty()) return;
    View fact;
    fact.put("label", std::string(site_.theme.text(label)));
    fact.put("value", std::move(value));
    facts_.push_back(std::move(fact));
  }

  const CoursePage& page_;
  const Document& document_;
  std::string_view address_;
  const SiteContext& site_;
  std::vector<View> facts_;
};

}  // namespace

std::vector<View> page_facts(DocumentIndex document, std::string_view address, const SiteContext& site) {
  return Facts(document, address, site).run();
}

std::string linked_words(std::string_view value) {
  std::string html;
  for (std::string_view rest = value; !rest.empty();) {
    const std::size_t begin = rest.find_first_not_of(" ,");
    if (begin == std::string_view::npos) {
      append_html_escaped(html, rest);
      break;
    }
    const std::size_t end = std::min(rest.find_first_of(" ,", begin), rest.size());
    const std::string_view word = rest.substr(begin, end - begin);
    append_html_escaped(html, rest.substr(0, begin));
    const std::string shown = html_escaped(word);
    const std::size_t at = word.find('@');
    if (word.starts_with("https://") || word.starts_with("http://")) {
      html += "<a href=\"" + shown + "\" class=\"external\">" + shown + "</a>";
    } else if (at != std::string_view::npos && at > 0 && word.find('.', at) != std::string_view::npos) {
      html += "<a href=\"mailto:" + shown + "\">" + shown + "</a>";
    } else {
      html += shown;
    }
    rest.remove_prefix(end);
  }
  return html;
}

}  // namespace traff
