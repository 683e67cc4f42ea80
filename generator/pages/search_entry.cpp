#include "pages/search_entry.h"

#include <algorithm>

#include "base/text.h"
#include "base/unicode.h"
#include "course/model/shown_facts.h"
#include "markdown/document/document.h"

namespace traff {

namespace {

class EntryMaker {
 public:
  EntryMaker(DocumentIndex index, std::span<const Document> documents, const Course& course, std::size_t excerpt_bytes)
      : index_(index), document_(documents[index]), course_(course), excerpt_bytes_(excerpt_bytes) {}

  SearchEntry make(SectionText section) {
    SearchEntry entry;
    entry.text = std::move(section.text);
    entry.excerpt = excerpt_of(entry.text, excerpt_bytes_);
    switch (section.part) {
      case SectionPart::lead: fill_lead(entry); break;
      case SectionPart::heading: fill_heading(entry, section.index); break;
      case SectionPart::slide: fill_slide(entry, section.index); break;
      case SectionPart::work: fill_work(entry, section.index); break;
    }
    return entry;
  }

 private:
  std::string page_title() const { return searched_words(document_.title); }
  const Heading& heading(std::uint32_t index) const { return document_.headings[index]; }

  void fill_lead(SearchEntry& entry) const {
    const FrontMatter& keys = document_.front_matter;
    entry.title = page_title();
    add_line(entry.headings, keys.value(Key::subtitle));
    const NetworkIndex network = course_.pages[index_].network;
    if (network != no_index && course_.networks[network].title != document_.title)
      add_line(entry.headings, course_.networks[network].title);
    if (entry.excerpt.empty()) entry.excerpt = excerpt_of(keys.value(Key::summary), excerpt_bytes_);
    add_line(entry.text, keys.value(Key::summary));
    add_facts(entry.text);
  }

  void add_facts(std::string& text) const {
    for (const Field& field : document_.front_matter.fields) {
      const bool is_number = field.key == Key::meeting;  // the title of another page is shown for it
      if (!is_number && is_shown_fact(field.key, document_, course_.pages[index_].kind)) add_line(text, field.value);
    }
  }

  void fill_heading(SearchEntry& entry, std::uint32_t index) {
    while (!open_.empty() && heading(open_.back()).level >= heading(index).level) open_.pop_back();
    entry.anchor = heading(index).id;
    entry.title = searched_words(heading(index).text);
    entry.headings = page_title();
    for (const std::uint32_t above : open_) add_line(entry.headings, heading(above).text);
    open_.push_back(index);
  }

  void fill_slide(SearchEntry& entry, std::uint32_t index) const {
    const std::vector<Slide>& slides = course_.pages[index_].slides;
    entry.headings = page_title();
    if (index >= slides.size()) return;  // the course sees another kind of page in it
    entry.anchor = slide_id(index + 1);
    if (slides[index].heading != no_heading) entry.title = searched_words(heading(slides[index].heading).text);
  }

  void fill_work(SearchEntry& entry, std::uint32_t index) const {
    entry.headings = page_title();
    if (index >= course_.literature[index_].works.size()) return;
    const Work& work = course_.literature[index_].works[index];
    entry.anchor = work.id;
    entry.title = searched_words(work.title);
    if (work.heading != no_heading) add_line(entry.headings, heading(work.heading).text);
  }

  static void add_line(std::string& text, std::string_view line) {
    if (line.empty()) return;
    if (!text.empty() && text.back() != '\n') text += '\n';
    text += searched_words(line);
  }

  DocumentIndex index_;
  const Document& document_;
  const Course& course_;
  std::size_t excerpt_bytes_;
  std::vector<std::uint32_t> open_;  // headings around the next one
};

}  // namespace

std::vector<SearchEntry> search_entries(DocumentIndex document, std::vector<SectionText> sections,
                                        std::span<const Document> documents, const Course& course,
                                        std::size_t excerpt_bytes) {
  EntryMaker maker(document, documents, course, excerpt_bytes);
  std::vector<SearchEntry> entries;
  for (SectionText& section : sections) entries.push_back(maker.make(std::move(section)));
  return entries;
}

std::string excerpt_of(std::string_view text, std::size_t most_bytes) {
  std::string excerpt;
  for (std::size_t at = 0; at < text.size() && excerpt.size() < most_bytes;) {
    while (at < text.size() && is_space(text[at])) ++at;
    const std::size_t begin = at;
    while (at < text.size() && !is_space(text[at]) && at - begin < most_bytes) at += code_point_size(text, at);
    if (begin == at) break;
    const std::string_view word = text.substr(begin, at - begin);
    if (!excerpt.empty() && excerpt.size() + word.size() > most_bytes) return excerpt + " …";
    if (!excerpt.empty()) excerpt += ' ';
    excerpt += word;
  }
  return excerpt;
}

}  // namespace traff
