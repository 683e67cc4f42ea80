#include "pages/work_notes.h"

#include <algorithm>
#include <set>
#include <vector>

#include "base/text.h"
#include "markdown/link_words.h"
#include "pages/citation_links.h"
#include "pages/meeting_title.h"
#include "pages/urls.h"

namespace traff {

namespace {

// More would hide the entries; the search finds the rest.
constexpr std::size_t most_places = 12;

class WorkNotes {
 public:
  WorkNotes(DocumentIndex document, std::uint32_t work, const SiteContext& site)
      : document_(document),
        work_(site.course.literature[document].works[work]),
        cited_in_(site.course.literature[document].cited_in[work]),
        is_reading_list_(site.course.pages[document].kind == PageKind::literature),
        site_(site) {}

  std::string html() {
    sort_places();
    std::vector<std::string> notes;
    if (is_reading_list_ && !before_.empty()) notes.push_back(join(before_, ", "));
    if (!cited_.empty()) notes.push_back(cited_note());
    if (is_reading_list_ && notes.empty() && work_meeting() == 0) notes.emplace_back(text("reading.further"));
    if (is_reading_list_) notes.push_back("<code>@" + html_escaped(work_key(work_)) + "</code>");
    if (notes.empty()) return {};
    return " <span class=\"work-notes\">" + join(notes, " <span aria-hidden=\"true\">·</span> ") + "</span>";
  }

 private:
  std::string text(std::string_view id) const { return html_escaped(site_.theme.text(id)); }

  // Of the träff the list itself says the work is for.
  int work_meeting() const {
    return work_.heading == no_index ? 0 : reading_meeting(site_.documents[document_].headings[work_.heading].text);
  }

  void sort_places() {
    if (const Meeting* meeting = meeting_numbered(work_meeting())) add_before(*meeting);
    std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
    for (const CitingPlace& place : cited_in_) {
      const bool own = place.document == document_;
      if (!seen.emplace(place.document, own ? place.heading : no_index).second) continue;
      const Meeting* meeting = is_preparation(place);
      meeting != nullptr ? add_before(*meeting) : add_cited(place);
    }
  }

  const Meeting* meeting_numbered(int number) const {
    const NetworkIndex network = site_.course.pages[document_].network;
    return number == 0 ? nullptr : site_.course.find_meeting(network, std::to_string(number));
  }

  // The träff whose "Inför träffen" cites the work.
  const Meeting* is_preparation(const CitingPlace& place) const {
    const MeetingIndex index = site_.course.pages[place.document].meeting;
    if (!is_reading_list_ || index == no_index || place.heading == no_index) return nullptr;
    const Meeting& meeting = site_.course.meetings[index];
    return meeting.number > 0 && meeting.sections[place.heading] == SectionKind::prepare ? &meeting : nullptr;
  }

  void add_before(const Meeting& meeting) {
    const std::string words = site_.theme.text("reading.for", {{"n", std::to_string(meeting.number)}});
    std::string link = link_to(meeting.document, {}, words);
    if (std::ranges::find(before_, link) == before_.end()) before_.push_back(std::move(link));
  }

  void add_cited(const CitingPlace& place) {
    if (++places_ > most_places) return;
    const Document& citing = site_.documents[place.document];
    const bool own = place.document == document_;
    if (own && place.heading != no_index) {
      const Heading& heading = citing.headings[place.heading];
      cited_.push_back(link_to(place.document, heading.id, heading.text));
    } else {
      cited_.push_back(link_to(place.document, own ? "_main" : "", name_of(place.document)));
    }
  }

  // "Träff 3", "Redovisning B", or the page's title.
  std::string name_of(DocumentIndex index) const {
    const CoursePage& page = site_.course.pages[index];
    const int number = page.meeting == no_index ? 0 : site_.course.meetings[page.meeting].number;
    if (number > 0) return site_.theme.text("meeting.number", {{"n", std::to_string(number)}});
    if (page.letter != '\0') return site_.theme.text("assignment", {{"letter", std::string(1, page.letter)}});
    return site_.documents[index].title;
  }

  std::string link_to(DocumentIndex to, const std::string& anchor, const std::string& words) const {
    const std::string& from = site_.map.address_of(document_);
    const std::string& address = site_.map.address_of(to);
    if (address.empty()) return html_escaped(words);
    std::string href = address == from && !anchor.empty() ? std::string() : relative_href(from, address);
    if (!anchor.empty()) href += "#" + anchor;
    std::string link = "<a href=\"";
    append_href(link, href);
    return link + "\" role=\"doc-backlink\">" + html_escaped(words) + "</a>";
  }

  std::string cited_note() const {
    std::string note = text("cited.in") + " " + join(cited_, ", ");
    if (places_ > most_places) {
      note += " " + html_escaped(site_.theme.text("cited.more", {{"n", std::to_string(places_ - most_places)}}));
    }
    return note;
  }

  DocumentIndex document_;
  const Work& work_;
  const std::vector<CitingPlace>& cited_in_;
  bool is_reading_list_;
  const SiteContext& site_;
  std::vector<std::string> before_;
  std::vector<std::string> cited_;
  std::size_t places_ = 0;
};

}  // namespace

std::string work_notes(DocumentIndex document, std::uint32_t work, const SiteContext& site) {
  return WorkNotes(document, work, site).html();
}

}  // namespace traff
