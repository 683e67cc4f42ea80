#include "pages/text/citation_links.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "base/unicode.h"
#include "base/web_address.h"
#include "markdown/citation/citation.h"
#include "pages/addresses/navigation.h"
#include "pages/addresses/site_context.h"
#include "pages/addresses/urls.h"

namespace traff {

namespace {

// What is added after an entry: for which träff it is to be read, where it is cited, its key.

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

// "" when there is nothing to add. On the page that lists the work.
std::string work_notes(DocumentIndex document, std::uint32_t work, const SiteContext& site) {
  return WorkNotes(document, work, site).html();
}

class CitationLinks {
 public:
  CitationLinks(DocumentIndex index, std::string_view address, const SiteContext& site)
      : document_(site.documents[index]), address_(address), site_(site) {}

  SlotText text_of(const CitationLink& link) const {
    const Slot& slot = document_.slots[link.slot];
    const std::string href = href_of(link.work);
    if (href.empty()) return {};
    std::string opening = "<a";
    opening += " href=\"";
    append_href(opening, href);
    opening += "\" role=\"doc-biblioref\">";
    const Citation citation = parse_citation_target(slot.target);
    if (!citation.key.empty()) return {words_by_key(citation, work_of(link), opening), {}, 0, true};
    return {std::move(opening), "</a>", link.skip, false};
  }

 private:
  const Work& work_of(const CitationLink& link) const {
    return site_.course.literature[link.work.document].works[link.work.work];
  }

  // "" when the page that lists the work is not there.
  std::string href_of(const WorkPlace& place) const {
    const std::string& to = site_.map.address_of(place.document);
    const std::string anchor = "#" + site_.course.literature[place.document].works[place.work].id;
    if (to.empty() || to == address_) return to.empty() ? std::string() : anchor;
    return relative_href(address_, to) + anchor;
  }

  // A key says nothing to a reader: "(Katz & Dack, 2017, s. 3)" stands for "[@katz2017, s. 3]".
  std::string words_by_key(const Citation& citation, const Work& work, const std::string& opening) const {
    const std::string place = citation.locator.empty() ? std::string() : ", " + citation.locator;
    const std::string_view joint = citation.in_parenthesis ? "&" : site_.theme.text("names.and");
    const std::string names =
        work_authors(work, site_.language() == Language::en && !citation.in_parenthesis ? "and" : joint);
    std::string words = citation.opens_bracket ? "(" : "";
    words += opening;
    words += html_escaped(citation.in_parenthesis ? names + ", " + work.year + place
                                                  : names + " (" + work.year + place + ")");
    words += "</a>";
    return citation.closes_bracket ? words + ")" : words;
  }

  const Document& document_;
  std::string_view address_;
  const SiteContext& site_;
};

}  // namespace

void link_citations(DocumentIndex document, std::string_view address, const SiteContext& site, FilledSlots& filled) {
  const PageLiterature& literature = site.course.literature[document];
  const CitationLinks links(document, address, site);
  for (const CitationLink& link : literature.citations) filled.texts[link.slot] = links.text_of(link);
  if (site.map.address_of(document) != address) return;
  for (std::uint32_t i = 0; i < literature.works.size(); ++i) {
    const Work& work = literature.works[i];
    filled.insertions.push_back({work.id_at, " id=\"" + work.id + "\""});
    std::string notes = work_notes(document, i, site);
    if (!notes.empty()) filled.insertions.push_back({work.notes_at, std::move(notes)});
  }
}

int reading_meeting(std::string_view heading) {
  const std::string folded = fold(trim(heading));
  for (const std::string_view opening : {"infor traff ", "before meeting ", "till traff "}) {
    if (!folded.starts_with(opening)) continue;
    int number = 0;
    for (std::size_t at = opening.size(); at < folded.size() && is_digit(folded[at]) && number < 1000; ++at) {
      number = number * 10 + (folded[at] - '0');
    }
    return number;
  }
  return 0;
}

}  // namespace traff
