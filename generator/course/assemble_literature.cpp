#include "course/assemble_literature.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "base/messages/codes.h"
#include "base/parallel.h"
#include "base/text.h"
#include "base/unicode.h"
#include "course/literature/citation_resolver.h"
#include "course/literature/work.h"
#include "course/model/course.h"
#include "course/model/page_kind.h"

namespace traff {

namespace {

class LiteratureAssembly {
 public:
  LiteratureAssembly(std::span<const Document> documents, std::span<const BodyFacts> facts, Course& course)
      : documents_(documents), facts_(facts), course_(course), lists_(course.networks.size() + 1) {}

  void run(unsigned jobs) {
    course_.literature.resize(documents_.size());
    for (DocumentIndex i = 0; i < documents_.size(); ++i) take_works(i);
    std::vector<std::vector<Diagnostic>> messages(documents_.size());
    for_each_index(documents_.size(), jobs, [&](std::size_t i) {
      if (course_.pages[i].published) messages[i] = resolve(static_cast<DocumentIndex>(i));
    });
    for (DocumentIndex i = 0; i < documents_.size(); ++i) take_citing_places(i);
    for (DocumentIndex i = 0; i < documents_.size(); ++i) {
      std::ranges::move(messages[i], std::back_inserter(course_.diagnostics));
      report_uncited(i);
    }
  }

 private:
  WorkIndex& list_of(NetworkIndex network) { return network == no_index ? lists_.back() : lists_[network]; }

  void take_works(DocumentIndex index) {
    const CoursePage& page = course_.pages[index];
    if (!page.published || facts_[index].works.empty()) return;
    PageLiterature& own = course_.literature[index];
    own.works = facts_[index].works;
    own.cited_in.resize(own.works.size());
    if (page.kind != PageKind::literature) return;
    if (page.network != no_index) course_.networks[page.network].literature.push_back(index);
    for (std::uint32_t i = 0; i < own.works.size(); ++i) list_of(page.network).add(own.works[i], {index, i});
  }

  std::vector<Diagnostic> resolve(DocumentIndex index) {
    const Document& document = documents_[index];
    if (std::ranges::none_of(document.slots, [](const Slot& slot) { return slot.kind == SlotKind::citation; }))
      return {};
    PageLiterature& page = course_.literature[index];
    WorkIndex own;
    for (std::uint32_t i = 0; i < page.works.size(); ++i) own.add(page.works[i], {index, i});
    CitationResolver resolver(document, page.works, {&own, &list_of(course_.pages[index].network)});
    ResolvedCitations resolved = resolver.run();
    page.citations = std::move(resolved.links);
    return std::move(resolved.diagnostics);
  }

  void take_citing_places(DocumentIndex index) {
    for (const CitationLink& link : course_.literature[index].citations) {
      const std::uint32_t heading = heading_before(documents_[index], documents_[index].slots[link.slot].begin);
      std::vector<CitingPlace>& places = course_.literature[link.work.document].cited_in[link.work.work];
      const CitingPlace place{index, heading};
      if (places.empty() || places.back() != place) places.push_back(place);
    }
  }

  static std::uint32_t heading_before(const Document& document, std::uint32_t at) {
    const auto& headings = document.headings;
    const auto after =
        std::upper_bound(headings.begin(), headings.end(), at,
                         [](std::uint32_t wanted, const Heading& each) { return wanted < each.html.begin; });
    return after == headings.begin() ? no_index : static_cast<std::uint32_t>(after - headings.begin() - 1);
  }

  // What a page says it builds on should stand in its text. A list for reading may hold more than is cited.
  void report_uncited(DocumentIndex index) {
    const PageLiterature& own = course_.literature[index];
    const CoursePage& page = course_.pages[index];
    if (page.kind == PageKind::literature || own.works.empty()) return;
    const auto is_own = [&](const CitationLink& link) { return link.work.document == index; };
    if (page.kind != PageKind::report && std::ranges::none_of(own.citations, is_own)) return;
    constexpr std::size_t most_messages = 200;
    std::size_t messages = 0;
    for (std::size_t i = 0; i < own.works.size() && messages < most_messages; ++i) {
      const Work& work = own.works[i];
      if (!own.cited_in[i].empty() || work.heading == no_index) continue;
      if (work_list_kind(documents_[index].headings[work.heading].text) != WorkListKind::references) continue;
      ++messages;
      const std::string& name = work.authors.front().surname;
      const auto length = static_cast<std::uint32_t>(code_point_count(name));
      course_.diagnostics.push_back({code::R5(work_name(work)), {documents_[index].path, work.line, 1, length}, name});
    }
  }

  std::span<const Document> documents_;
  std::span<const BodyFacts> facts_;
  Course& course_;
  std::vector<WorkIndex> lists_;  // by network; the last of pages outside every network
};

}  // namespace

void find_literature(std::span<const Document> documents, std::span<const BodyFacts> facts, Course& course,
                     unsigned jobs) {
  LiteratureAssembly(documents, facts, course).run(jobs);
}

namespace {

// "ref-katz-dack-2017"
std::string work_id(const Work& work) {
  constexpr std::size_t most_named = 3;
  constexpr std::size_t longest = 80;
  std::string name;
  for (std::size_t i = 0; i < std::min(most_named, work.authors.size()); ++i) name += work.authors[i].surname + " ";
  std::string id = "ref-" + slug(name);
  if (id.size() > longest) id.resize(longest);
  return id + "-" + slug(work.year);
}

std::string without_tags(std::string_view html) {
  std::string words;
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] == '<') {
      at = std::min(html.find('>', at), html.size() - 1) + 1;
    } else {
      words += html[at++];
    }
  }
  for (const auto& [written, means] : {std::pair{"&quot;", "\""}, {"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}}) {
    words = replace_all(words, written, means);
  }
  return words;
}

class WorkFinder {
 public:
  WorkFinder(const Document& document, const DocumentBody& body)
      : document_(document), body_(body), lists_works_(kind_by_itself(document) == PageKind::literature) {}

  std::vector<Work> run() {
    const auto heads_works = [](const Heading& heading) { return work_list_kind(heading.text) != WorkListKind::none; };
    if (!lists_works_ && std::ranges::none_of(document_.headings, heads_works)) return {};
    for (std::uint32_t b = 0; b < body_.blocks.size(); ++b) {
      const Block& block = body_.blocks[b];
      if (block.kind == BlockKind::heading) enter_heading(b);
      if (block.kind == BlockKind::footnotes) break;
      if (block.kind == BlockKind::paragraph && in_list_of_works()) read(b);
    }
    return std::move(works_);
  }

 private:
  // A heading of a lower level goes on with the list of the one above it.
  void enter_heading(std::uint32_t block) {
    while (next_ < document_.headings.size() && document_.headings[next_].block <= block) {
      const Heading& heading = document_.headings[next_];
      heading_ = static_cast<std::uint32_t>(next_++);
      const WorkListKind kind = work_list_kind(heading.text);
      if (kind != WorkListKind::none) {
        kind_ = kind;
        level_ = heading.level;
      } else if (heading.level <= level_) {
        kind_ = WorkListKind::none;
      }
    }
  }

  bool in_list_of_works() const { return lists_works_ || kind_ != WorkListKind::none; }

  // An item of a list, or a paragraph of its own as pasted lists have.
  void read(std::uint32_t index) {
    const Block& block = body_.blocks[index];
    const bool in_item = block.parent != no_block && body_.blocks[block.parent].kind == BlockKind::item;
    if (!in_item && block.parent != no_block) return;
    const std::string text = replace_all(trim(body_.text_of(block)), "\n", " ");
    auto work = parse_work(text, in_item || kind_ == WorkListKind::references);
    if (!work) return;
    const Block& element = in_item ? body_.blocks[block.parent] : block;
    if (!works_.empty() && works_.back().html == element.html) return;  // a further paragraph of the same item
    if (in_item && body_.text_of(element).substr(0, 1) != body_.text_of(block).substr(0, 1)) return;
    take_emphasised_title(*work, block);
    work->id = unique(work_id(*work));
    work->line = block.line;
    work->heading = heading_;
    work->html = element.html;
    constexpr std::uint32_t item_tag = 3;       // "<li"
    constexpr std::uint32_t paragraph_tag = 2;  // "<p"
    work->id_at = element.html.begin + (in_item ? item_tag : paragraph_tag);
    work->notes_at = block.inner.end;
    works_.push_back(std::move(*work));
  }

  void take_emphasised_title(Work& work, const Block& block) const {
    const std::string_view html = std::string_view(body_.html).substr(block.inner.begin, block.inner.size());
    const std::size_t begin = html.find("<em>");
    const std::size_t end = html.find("</em>", std::min(begin, html.size()));
    if (begin == std::string_view::npos || end == std::string_view::npos) return;
    work.title = without_tags(html.substr(begin + 4, end - begin - 4));
  }

  std::string unique(std::string id) {
    const std::size_t count = ++taken_[id];
    if (count == 1) return id;
    std::string numbered;
    for (std::size_t n = count; numbered.empty() || taken_.contains(numbered); ++n)
      numbered = id + "-" + std::to_string(n);
    taken_[numbered] = 1;
    return numbered;
  }

  const Document& document_;
  const DocumentBody& body_;
  const bool lists_works_;
  WorkListKind kind_ = WorkListKind::none;
  std::uint8_t level_ = 0;
  std::size_t next_ = 0;
  std::uint32_t heading_ = no_index;
  std::unordered_map<std::string, std::size_t> taken_;
  std::vector<Work> works_;
};

}  // namespace

std::vector<Work> find_works(const Document& document, const DocumentBody& body) {
  return WorkFinder(document, body).run();
}

}  // namespace traff
