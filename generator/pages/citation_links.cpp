#include "pages/citation_links.h"

#include "base/text.h"
#include "base/utf8.h"
#include "markdown/citation.h"
#include "markdown/link_words.h"
#include "pages/urls.h"
#include "pages/work_notes.h"

namespace traff {

namespace {

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
    const std::string names = work_authors(work, site_.language() == Language::en && !citation.in_parenthesis ? "and" : joint);
    std::string words = citation.opens_bracket ? "(" : "";
    words += opening;
    words += html_escaped(citation.in_parenthesis ? names + ", " + work.year + place : names + " (" + work.year + place + ")");
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
