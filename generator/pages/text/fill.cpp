#include "pages/text/fill.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/messages/codes.h"
#include "base/text.h"
#include "base/unicode.h"
#include "base/web_address.h"
#include "pages/addresses/link_hints.h"
#include "pages/addresses/navigation.h"
#include "pages/addresses/site_context.h"
#include "pages/addresses/urls.h"
#include "pages/facts/occasion_view.h"
#include "pages/facts/timeline.h"
#include "pages/text/citation_links.h"
#include "pages/text/filled_text.h"

namespace traff {

namespace {

// The table of `::: program`: when, where and what over the whole year, from the träffar and the time between.

class ProgrammeTable {
 public:
  ProgrammeTable(NetworkIndex network, std::string_view address, const SiteContext& site)
      : index_(network), network_(site.course.networks[network]), address_(address), site_(site) {}

  std::string run() {
    if (network_.meetings.empty() && network_.occasions.empty()) return {};
    const std::string_view caption =
        network_.meetings.empty() ? site_.theme.text("date") : site_.theme.text("meeting.all");
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
      add_row(between_period(index_, position, site_.course, site_.theme),
              std::string(site_.theme.text("programme.own_school")),
              link(between_title(index_, position, site_.course, site_.theme), between->address), "between");
    }
    add_occasion(meeting.occasion, meeting_title(meeting, site_.theme), site_.map.address_of(meeting.document));
  }

  void add_occasion(const Occasion& occasion, const std::string& title, const std::string& to) {
    std::string when = date_words(occasion, site_.language());
    const std::string time = time_words(occasion, site_.language());
    if (occasion.date)
      when = "<time datetime=\"" + iso_date(occasion.date->first) + "\">" + html_escaped(when) + "</time>";
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

// "" when the network has nothing dated.
std::string programme_table(NetworkIndex network, std::string_view address, const SiteContext& site) {
  return network == no_index ? std::string() : ProgrammeTable(network, address, site).run();
}

// The träffar of a network as the steps of `::: process`.

std::string meeting_step(const Meeting& meeting, std::string_view address, const SiteContext& site) {
  const std::string title = html_escaped(meeting_title(meeting, site.theme));
  const std::string& to = site.map.address_of(meeting.document);
  const bool is_link = !to.empty() && to != address;
  std::string html = "<li>";
  html += is_link ? "<a href=\"" + html_escaped(relative_href(address, to)) + "\">" + title + "</a>" : title;
  if (const auto& date = meeting.occasion.date) {
    html += " <span class=\"note\">" + html_escaped(date_range(date->first, date->last, site.language())) + "</span>";
  }
  return html + "</li>\n";
}

// A list of links, in the order of the träffar; "" when the network has none. Cost: linear in its träffar.
std::string process_steps(NetworkIndex network, std::string_view address, const SiteContext& site) {
  if (network == no_index || site.course.networks[network].meetings.empty()) return {};
  std::string html = "<ol>\n";
  for (const MeetingIndex index : site.course.networks[network].meetings) {
    html += meeting_step(site.course.meetings[index], address, site);
  }
  return html + "</ol>\n";
}

class Filler {
 public:
  Filler(DocumentIndex index, std::string_view address, const SiteContext& site)
      : index_(index), document_(site.documents[index]), address_(address), site_(site) {}

  FilledSlots run() {
    filled_.texts.reserve(document_.slots.size());
    for (const Slot& slot : document_.slots) {
      filled_.texts.push_back(is_too_large_ ? SlotText{} : fill(slot));
      count(filled_.texts.back().before.size() + filled_.texts.back().after.size());
    }
    link_citations(index_, address_, site_, filled_);
    for (const CitationLink& link : site_.course.literature[index_].citations)
      count(filled_.texts[link.slot].before.size() + filled_.texts[link.slot].after.size());
    for (const Insertion& insertion : filled_.insertions) count(insertion.text.size());
    if (is_too_large_) leave_out_all();
    return std::move(filled_);
  }

 private:
  // A few letters of a text may be a long address, or names from a reading list.
  void count(std::size_t bytes) {
    constexpr std::size_t most_bytes = 8'000'000;  // and as many times the page without them
    constexpr std::size_t most_times = 8;
    bytes_ += bytes;
    is_too_large_ = bytes_ > most_bytes + most_times * document_.html_size;
  }

  void leave_out_all() {
    filled_.texts.assign(document_.slots.size(), SlotText{});
    filled_.insertions.clear();
    if (on_own_page()) filled_.diagnostics.push_back({code::B10(), {document_.path}});
  }

  SlotText fill(const Slot& slot) {
    switch (slot.kind) {
      case SlotKind::link: return link(slot);
      case SlotKind::image: return image(slot);
      case SlotKind::meeting_mention: return meeting_mention(slot);
      case SlotKind::assignment_mention: return mention(site_.course.find_assignment(network(), slot.target[0]));
      case SlotKind::footnote: return footnote(slot);
      case SlotKind::process:
        if (is_repeated(slot, process_line_)) return {};
        return {process_steps(network(), address_, site_), {}};
      case SlotKind::programme:
        if (is_repeated(slot, programme_line_)) return {};
        return {programme_table(network(), address_, site_) + letter_timeline(), {}};
      case SlotKind::citation: return {};  // all at once, afterwards
      case SlotKind::agenda_list: return {" class=\"agenda\"", {}};
      case SlotKind::agenda_start: return agenda_start(slot);
      case SlotKind::agenda_end: return {time_tag(slot.target), "</time></span>"};
      case SlotKind::phrase: return {html_escaped(site_.theme.text(slot.target, {{"n", slot.text}})), {}};
    }
    return {};
  }

  // The träffar of the whole year are shown once on a page: a few bytes in the text are many here.
  bool is_repeated(const Slot& slot, std::uint32_t& first_line) {
    if (first_line == 0) {
      first_line = slot.line;
      return false;
    }
    report(code::F20(first_line), slot);
    return true;
  }

  // A letter is also read on paper, and shows the year as a picture too.
  std::string letter_timeline() const {
    const bool in_letter = site_.course.pages[index_].kind == PageKind::letter && on_own_page();
    return in_letter ? timeline(network(), site_) : std::string();
  }

  NetworkIndex network() const { return site_.course.pages[index_].network; }
  bool on_own_page() const { return site_.map.address_of(index_) == address_; }

  SlotText link(const Slot& slot) {
    LinkTarget target = site_.index.find(document_, slot.target);
    switch (target.kind) {
      case LinkTarget::Kind::external: {
        const bool web = slot.target.starts_with("http") || slot.target.starts_with("//");
        return {href(slot.target) + (web ? " class=\"external\"" : ""), {}};
      }
      case LinkTarget::Kind::page:
        if (site_.map.address_of(target.document).empty()) break;  // left out, and P8 says why
        return {href(page_href(target)), {}};
      case LinkTarget::Kind::folder: return {href(relative_href(address_, site_.map.folder_page(target.path))), {}};
      case LinkTarget::Kind::file:
        return {href(relative_href(address_, file_address(target.path))), file_note(target.path)};
      case LinkTarget::Kind::missing_heading:
        find_nearest(target);
        report(code::L2(target.anchor, missing_heading_hint(target, site_.documents[target.document])), slot);
        return {href(page_href({LinkTarget::Kind::page, target.document, target.path, {}, {}})), {}};
      case LinkTarget::Kind::draft: report(code::L5(slot.target), slot); break;
      case LinkTarget::Kind::left_out: report(code::P14(slot.target), slot); break;
      case LinkTarget::Kind::missing:
        find_nearest(target);
        report(code::L1(slot.target, hint_for(slot.target, target)), slot);
        break;
    }
    return {" class=\"missing\"", {}};
  }

  // A name with # or ? in it has these written as %23 and %3F in an address.
  Words hint_for(const std::string& written, const LinkTarget& target) const {
    if (auto hint = hint_by_form(written)) return *std::move(hint);
    const std::string escaped = replace_all(replace_all(written, "#", "%23"), "?", "%3F");
    const std::string own_page = written + (written.ends_with('/') ? "README.md" : "/README.md");
    for (const std::string& other : {escaped, own_page}) {
      const LinkTarget::Kind kind =
          other == written ? LinkTarget::Kind::missing : site_.index.find(document_, other).kind;
      if (kind == LinkTarget::Kind::page || kind == LinkTarget::Kind::file)
        return Words("Menade du ", "Did you mean ") + other + "?";
    }
    return missing_page_hint(target, document_.path);
  }

  // "Menade du …" costs a look at many names: asked once for each target, and not for all of a page full of wrong ones.
  void find_nearest(LinkTarget& missing) {
    constexpr std::size_t most_asked = 200;
    if (!on_own_page()) return;
    const std::string key = missing.path + '#' + missing.anchor;
    const auto known = nearest_.find(key);
    if (known != nearest_.end()) missing.nearest = known->second;
    if (known != nearest_.end() || nearest_.size() == most_asked) return;
    site_.index.find_nearest(missing);
    nearest_.emplace(key, missing.nearest);
  }

  std::string page_href(const LinkTarget& target) const {
    const std::string& to = site_.map.address_of(target.document);
    const std::string anchor = target.anchor.empty() ? std::string() : "#" + target.anchor;
    if (to == address_ && !anchor.empty()) return anchor;
    return relative_href(address_, to) + anchor;
  }

  static std::string href(std::string_view to) {
    std::string attribute = " href=\"";
    append_href(attribute, to);
    return attribute + "\"";
  }

  // "(pdf)": a reader on a phone wants to know before opening it.
  static std::string file_note(std::string_view path) {
    const std::size_t dot = path.rfind('.');
    if (dot == std::string_view::npos || path.size() - dot > 6) return {};
    return " <span class=\"file-info\">(" + html_escaped(to_lower(path.substr(dot + 1))) + ")</span>";
  }

  SlotText image(const Slot& slot) {
    LinkTarget target = slot.target.empty() ? LinkTarget{} : site_.index.find(document_, slot.target);
    if (target.kind == LinkTarget::Kind::file) {
      std::string element = "<img src=\"";
      append_href(element, relative_href(address_, file_address(target.path)));
      element += "\" alt=\"" + html_escaped(slot.text) + "\"";
      if (!slot.title.empty()) element += " title=\"" + html_escaped(slot.title) + "\"";
      return {element + " />", {}};
    }
    if (target.kind == LinkTarget::Kind::external) {
      report(code::L6(slot.target), slot);
    } else if (target.kind == LinkTarget::Kind::left_out) {
      report(code::P14(slot.target), slot);
    } else if (!slot.target.empty()) {
      find_nearest(target);
      report(code::L4(slot.target, missing_image_hint(target, document_.path)), slot);
    }
    if (slot.text.empty()) return {};
    return {"<span class=\"missing\">" + html_escaped(slot.text) + "</span>", {}};
  }

  SlotText meeting_mention(const Slot& slot) {
    const Meeting* meeting = site_.course.find_meeting(network(), slot.target);
    return mention(meeting == nullptr ? no_index : meeting->document);
  }

  static std::string time_tag(std::string_view iso) { return "<time datetime=\"" + std::string(iso) + "\">"; }

  SlotText agenda_start(const Slot& slot) const {
    SlotText text{"<span class=\"agenda-time\">" + time_tag(slot.target), "</time>"};
    if (!slot.title.empty()) return text;
    if (!slot.text.empty()) text.after += "–" + time_tag(slot.text) + shown_time(slot.text) + "</time>";
    text.after += "</span>";
    return text;
  }

  // "10:00" as the page's language writes it.
  std::string shown_time(std::string iso) const {
    if (site_.language() == Language::sv) std::replace(iso.begin(), iso.end(), ':', '.');
    return iso;
  }

  // A page does not link to itself.
  SlotText mention(DocumentIndex to) {
    if (to == no_index || site_.map.address_of(to).empty() || site_.map.address_of(to) == address_) return {};
    return {"<a" + href(relative_href(address_, site_.map.address_of(to))) + ">", "</a>"};
  }

  SlotText footnote(const Slot& slot) {
    if (on_own_page()) return {" href=\"#fn_" + slot.target + "\" id=\"fnref_" + slot.target + slot.text + "\"", {}};
    return {href(relative_href(address_, site_.map.address_of(index_)) + "#fn_" + slot.target), {}};
  }

  void report(Message message, const Slot& slot) {
    if (!on_own_page()) return;  // said once, where the author wrote it
    const Place place{document_.path, slot.line, slot.column, slot.length};
    filled_.diagnostics.push_back({std::move(message), place});
  }

  DocumentIndex index_;
  const Document& document_;
  std::string_view address_;
  const SiteContext& site_;
  FilledSlots filled_;
  std::unordered_map<std::string, std::string> nearest_;  // by what is missing
  std::uint32_t programme_line_ = 0;                      // of the first box, once it has been shown
  std::uint32_t process_line_ = 0;
  std::size_t bytes_ = 0;  // of all that is put in
  bool is_too_large_ = false;
};

}  // namespace

FilledSlots fill_slots(DocumentIndex document, std::string_view address, const SiteContext& site) {
  return Filler(document, address, site).run();
}

std::string filled_html(const Document& document, std::string_view body, Range range, const FilledSlots& filled,
                        bool elsewhere) {
  return FilledText(document, body, range, filled, elsewhere).html(range);
}

}  // namespace traff
