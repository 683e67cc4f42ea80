#include "pages/programme_table.h"

#include <chrono>

#include "base/text.h"
#include "pages/between_period.h"
#include "pages/occasion_view.h"
#include "pages/urls.h"

namespace traff {

namespace {

class ProgrammeTable {
 public:
  ProgrammeTable(NetworkIndex network, std::string_view address, const SiteContext& site)
      : index_(network), network_(site.course.networks[network]), address_(address), site_(site) {}

  std::string run() {
    if (network_.meetings.empty() && network_.occasions.empty()) return {};
    const std::string_view caption = network_.meetings.empty() ? site_.theme.text("date") : site_.theme.text("meeting.all");
    html_ += "<div class=\"table-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"" + html_escaped(caption) +
             "\">\n<table class=\"programme\">\n<thead>\n<tr>\n";
    for (const std::string_view id : {"programme.when", "programme.where", "programme.what"}) {
      html_ += "<th scope=\"col\">" + html_escaped(site_.theme.text(id)) + "</th>\n";
    }
    html_ += "</tr>\n</thead>\n<tbody>\n";
    add_rows();
    return html_ + "</tbody>\n</table>\n</div>\n";
  }

 private:
  // The träffar in their order, each row of a date table before the first träff that is later.
  void add_rows() {
    auto row = network_.occasions.begin();
    for (std::uint32_t position = 0; position < network_.meetings.size(); ++position) {
      const auto& date = site_.course.meetings[network_.meetings[position]].occasion.date;
      while (date && row != network_.occasions.end() && is_earlier(row->occasion, *date)) add_table_row(*row++);
      add_meeting(position);
    }
    while (row != network_.occasions.end()) add_table_row(*row++);
  }

  static bool is_earlier(const Occasion& occasion, const FoundDate& date) {
    return std::chrono::sys_days(occasion.date->first) < std::chrono::sys_days(date.first);
  }

  void add_table_row(const TableOccasion& row) { add_occasion(row.occasion, row.occasion.title, {}); }

  void add_meeting(std::uint32_t position) {
    const Meeting& meeting = site_.course.meetings[network_.meetings[position]];
    if (const SitePage* between = site_.map.between(index_, position)) {
      add_row(between_period(index_, position, site_.course, site_.theme), std::string(site_.theme.text("programme.own_school")),
              link(between_title(index_, position, site_.course, site_.theme), between->address), "between");
    }
    add_occasion(meeting.occasion, meeting_title(meeting, site_.theme), site_.map.address_of(meeting.document));
  }

  void add_occasion(const Occasion& occasion, const std::string& title, const std::string& to) {
    std::string when = date_words(occasion, site_.language());
    const std::string time = time_words(occasion, site_.language());
    if (occasion.date) when = "<time datetime=\"" + iso_date(occasion.date->first) + "\">" + html_escaped(when) + "</time>";
    if (!time.empty()) when += (when.empty() ? "" : ", ") + (occasion.time ? span("time", time) : html_escaped(time));
    std::string what = to.empty() ? html_escaped(title) : link(title, to);
    const std::string status = status_words(occasion, site_.theme);
    if (!status.empty()) what += " " + span("status", status);
    add_row(when, html_escaped(occasion.place), what + details(occasion), {});
  }

  // What else there is to know of the day, on a line of its own.
  std::string details(const Occasion& occasion) const {
    std::string known = alternates_words(occasion, site_.language());
    if (!known.empty()) known = span("alternates", std::string(site_.theme.text("status.alternates")) + ": " + known);
    if (!occasion.audience.empty()) known += (known.empty() ? "" : " ") + span("audience", occasion.audience);
    return known.empty() ? known : "\n<p class=\"details\">" + known + "</p>";
  }

  static std::string span(std::string_view its_class, std::string_view text) {
    return "<span class=\"" + std::string(its_class) + "\">" + html_escaped(text) + "</span>";
  }

  std::string link(std::string_view text, std::string_view to) const {
    if (to == address_) return html_escaped(text);
    return "<a href=\"" + html_escaped(relative_href(address_, to)) + "\">" + html_escaped(text) + "</a>";
  }

  void add_row(std::string_view when, std::string_view where, std::string_view what, std::string_view row_class) {
    html_ += row_class.empty() ? "<tr>\n" : "<tr class=\"" + std::string(row_class) + "\">\n";
    add_cell("programme.when", when);
    add_cell("programme.where", where);
    add_cell("programme.what", what);
    html_ += "</tr>\n";
  }

  void add_cell(std::string_view label, std::string_view content) {
    html_ += "<td data-label=\"" + html_escaped(site_.theme.text(label)) + "\">";
    html_ += content;
    html_ += "</td>\n";
  }

  NetworkIndex index_;
  const Network& network_;
  std::string_view address_;
  const SiteContext& site_;
  std::string html_;
};

}  // namespace

std::string programme_table(NetworkIndex network, std::string_view address, const SiteContext& site) {
  return network == no_index ? std::string() : ProgrammeTable(network, address, site).run();
}

}  // namespace traff
