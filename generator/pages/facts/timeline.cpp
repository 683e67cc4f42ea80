#include "pages/facts/timeline.h"

#include <algorithm>
#include <chrono>
#include <map>

#include "base/text.h"
#include "pages/addresses/navigation.h"
#include "pages/facts/occasion_view.h"

namespace traff {

namespace {

using Days = std::chrono::sys_days;

// Sizes in CSS pixels; only places along the line are shares of the width.
constexpr int lane_height = 29;
constexpr int row_height = 25;
constexpr int disc = 12;
constexpr std::size_t most_lanes = 4;
constexpr double closest = 8.8;  // per cent: two discs side by side on the narrowest phone
constexpr std::size_t fewest_days = 3;
constexpr int most_months = 24;

struct Mark {
  Days day;
  const Occasion* occasion = nullptr;
  std::string label;
  std::string title;
  bool is_numbered = false;
  std::size_t lane = 0;
};

struct AssignmentMark {
  Days day;
  std::string label;
  std::string title;
  int row = 0;
};

struct Bar {
  Days from;
  Days to;
};

class Timeline {
 public:
  Timeline(NetworkIndex network, const SiteContext& site)
      : index_(network), network_(site.course.networks[network]), site_(site) {}

  std::string run() {
    find_marks();
    if (marks_.size() < fewest_days || !set_span()) return {};
    find_assignments();
    find_bars();
    set_lanes();
    return draw();
  }

 private:
  // ---- what there is

  void find_marks() {
    for (const MeetingIndex i : network_.meetings) {
      const Meeting& meeting = site_.course.meetings[i];
      add_mark(meeting.occasion, meeting.number, meeting_title(meeting, site_.theme));
    }
    for (const TableOccasion& row : network_.occasions) add_mark(row.occasion, 0, row.occasion.title);
    std::stable_sort(marks_.begin(), marks_.end(), [](const Mark& a, const Mark& b) { return a.day < b.day; });
  }

  void add_mark(const Occasion& occasion, int number, const std::string& title) {
    if (!occasion.date) return;
    Mark mark{Days(occasion.date->first), &occasion, {}, {}, number > 0, 0};
    mark.label = number > 0 ? std::to_string(number) : std::to_string(unsigned(occasion.date->first.day()));
    const std::string status = status_words(occasion, site_.theme);
    mark.title = title + ", " + date_words(occasion, site_.language()) + (status.empty() ? "" : ", " + status);
    marks_.push_back(std::move(mark));
  }

  // Whole months. False when they are too many for a line.
  bool set_span() {
    const Date first = marks_.front().occasion->date->first;
    const Date last(marks_.back().day);
    first_month_ = first.year() / first.month();
    end_month_ = last.year() / last.month() + std::chrono::months(1);
    return (end_month_ - first_month_).count() <= most_months;
  }

  void find_assignments() {
    std::map<MeetingIndex, int> at_meeting;
    for (const Assignment& assignment : shown_assignments(index_, site_)) {
      if (assignment.meeting == no_index || assignment.letter == '\0') continue;
      const auto& date = site_.course.meetings[assignment.meeting].occasion.date;
      if (!date) continue;
      const int row = at_meeting[assignment.meeting]++;
      if (row >= static_cast<int>(most_lanes)) continue;
      assignments_.push_back(
          {Days(date->first), std::string(1, assignment.letter), assignment_title(assignment, site_), row});
      rows_ = std::max(rows_, row + 1);
    }
  }

  void find_bars() {
    for (std::uint32_t position = 1; position < network_.meetings.size(); ++position) {
      const auto& before = site_.course.meetings[network_.meetings[position - 1]].occasion.date;
      const auto& after = site_.course.meetings[network_.meetings[position]].occasion.date;
      if (!before || !after || Days(before->last) >= Days(after->first)) continue;
      if (site_.map.between(index_, position) != nullptr) bars_.push_back({Days(before->last), Days(after->first)});
    }
  }

  void set_lanes() {
    std::vector<double> ends;
    for (Mark& mark : marks_) {
      const double place = share(mark.day);
      const auto free = std::find_if(ends.begin(), ends.end(), [&](double end) { return place - end >= closest; });
      if (free != ends.end()) {
        mark.lane = static_cast<std::size_t>(free - ends.begin());
      } else if (ends.size() < most_lanes) {
        mark.lane = ends.size();
        ends.push_back(0);
      } else {
        mark.lane = static_cast<std::size_t>(std::min_element(ends.begin(), ends.end()) - ends.begin());
      }
      ends[mark.lane] = place;
    }
    lanes_ = static_cast<int>(ends.size());
  }

  // ---- where it stands

  static Days start_of(std::chrono::year_month month) { return Days(month / 1); }

  // Of the width, in per cent, with room for a disc at both ends.
  double share(Days day) const {
    const double all = static_cast<double>((start_of(end_month_) - start_of(first_month_)).count());
    return 4 + 92 * static_cast<double>((day - start_of(first_month_)).count()) / all;
  }

  std::string place(Days day) const {
    const auto tenths = static_cast<int>(share(day) * 10 + 0.5);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "%";
  }

  int line() const { return lanes_ * lane_height + 6; }
  int months_top() const { return line() + 10 + rows_ * row_height; }
  int height() const { return months_top() + 36; }

  // ---- the drawing

  std::string draw() const {
    std::string html = "<figure class=\"timeline\">\n<svg width=\"100%\" height=\"" + std::to_string(height()) +
                       "\" overflow=\"visible\" role=\"img\" aria-label=\"" + html_escaped(description()) +
                       "\" focusable=\"false\">\n";
    html += "<line class=\"track\" x1=\"2%\" x2=\"98%\" y1=\"" + std::to_string(line()) + "\" y2=\"" +
            std::to_string(line()) + "\"/>\n";
    for (const Bar& bar : bars_) add_bar(html, bar);
    for (auto month = first_month_; month < end_month_; month += std::chrono::months(1)) add_month(html, month);
    for (const Mark& mark : marks_) add_stem(html, mark);
    for (const Mark& mark : marks_) add_mark(html, mark);
    for (const AssignmentMark& mark : assignments_) add_assignment(html, mark);
    return html + "</svg>\n" + legend() + "</figure>\n";
  }

  std::string description() const {
    return site_.theme.text("timeline.label",
                            {{"n", std::to_string(marks_.size())},
                             {"first", long_date(marks_.front().occasion->date->first, site_.language())},
                             {"last", long_date(marks_.back().occasion->date->first, site_.language())}});
  }

  void add_bar(std::string& html, const Bar& bar) const {
    const std::string y = std::to_string(line());
    html += "<line class=\"own-school\" x1=\"" + place(bar.from) + "\" x2=\"" + place(bar.to) + "\" y1=\"" + y +
            "\" y2=\"" + y + "\"/>\n";
  }

  // A year stands under its first month. With many months every second or third one is named.
  void add_month(std::string& html, std::chrono::year_month month) const {
    const auto count = (end_month_ - first_month_).count();
    const auto index = (month - first_month_).count();
    const auto step = count > 18 ? 3 : count > 12 ? 2 : 1;
    const bool opens_year = index == 0 || month.month() == std::chrono::January;
    html += "<svg x=\"" + place(start_of(month)) + "\" overflow=\"visible\"><line class=\"tick\" y1=\"" +
            std::to_string(line()) + "\" y2=\"" + std::to_string(months_top() + 4) + "\"/>";
    std::string name(short_month_name(month.month(), site_.language()).substr(0, 3));
    if (index % step == 0) html += text("month", 2, months_top() + 16, name);
    if (opens_year) html += text("year-number", 2, months_top() + 32, std::to_string(int(month.year())));
    html += "</svg>\n";
  }

  int middle_of(const Mark& mark) const { return line() - 6 - disc - static_cast<int>(mark.lane) * lane_height; }

  // Stems lie behind the discs of the rows below.
  void add_stem(std::string& html, const Mark& mark) const {
    const std::string x = place(mark.day);
    html += "<line class=\"stem\" x1=\"" + x + "\" x2=\"" + x + "\" y1=\"" + std::to_string(middle_of(mark)) +
            "\" y2=\"" + std::to_string(line()) + "\"/>\n";
  }

  void add_mark(std::string& html, const Mark& mark) const {
    const int middle = middle_of(mark);
    const bool is_unsure = mark.occasion->status == MeetingStatus::tentative;
    const bool is_cancelled = mark.occasion->status == MeetingStatus::cancelled;
    const std::string kind = is_cancelled ? " cancelled" : is_unsure ? " unsure" : "";
    html += "<svg x=\"" + place(mark.day) + "\" overflow=\"visible\"><g class=\"day" + kind + "\"><title>" +
            html_escaped(mark.title) + "</title><circle cy=\"" + std::to_string(middle) + "\" r=\"" +
            std::to_string(disc) + "\"/>" + text("name", 0, middle + 4, mark.label) + "</g></svg>\n";
  }

  void add_assignment(std::string& html, const AssignmentMark& mark) const {
    const int top = line() + 8 + mark.row * row_height;
    html += "<svg x=\"" + place(mark.day) + "\" overflow=\"visible\"><g class=\"assignment\"><title>" +
            html_escaped(mark.title) + "</title><rect x=\"-10\" y=\"" + std::to_string(top) +
            "\" width=\"20\" height=\"20\" rx=\"2\"/>" + text("name", 0, top + 14, mark.label) + "</g></svg>\n";
  }

  static std::string text(std::string_view name, int x, int y, std::string_view words) {
    return "<text class=\"" + std::string(name) + "\" x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) +
           "\">" + html_escaped(words) + "</text>";
  }

  std::string legend() const {
    const bool has_numbers =
        std::any_of(marks_.begin(), marks_.end(), [](const Mark& mark) { return mark.is_numbered; });
    const bool has_days = std::any_of(marks_.begin(), marks_.end(), [](const Mark& mark) { return !mark.is_numbered; });
    std::string items;
    if (has_numbers) add_key(items, "key-meeting", "timeline.meeting");
    if (has_days) add_key(items, "key-meeting", "timeline.day");
    if (!assignments_.empty()) add_key(items, "key-assignment", "timeline.assignment");
    if (!bars_.empty()) add_key(items, "key-school", "timeline.own_school");
    return "<figcaption aria-hidden=\"true\">" + items + "</figcaption>\n";
  }

  void add_key(std::string& html, std::string_view key, std::string_view words) const {
    html += "<span class=\"key " + std::string(key) + "\">" + html_escaped(site_.theme.text(words)) + "</span> ";
  }

  NetworkIndex index_;
  const Network& network_;
  const SiteContext& site_;
  std::vector<Mark> marks_;
  std::vector<AssignmentMark> assignments_;
  std::vector<Bar> bars_;
  std::chrono::year_month first_month_;
  std::chrono::year_month end_month_;  // the one after the last
  int lanes_ = 1;
  int rows_ = 0;  // of redovisningar
};

}  // namespace

std::string timeline(NetworkIndex network, const SiteContext& site) {
  return network == no_index ? std::string() : Timeline(network, site).run();
}

}  // namespace traff
