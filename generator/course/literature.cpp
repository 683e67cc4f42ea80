#include "course/literature.h"

#include <algorithm>
#include <iterator>

#include "base/parallel.h"
#include "base/utf8.h"
#include "course/citation_resolver.h"

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
    if (std::ranges::none_of(document.slots, [](const Slot& slot) { return slot.kind == SlotKind::citation; })) return {};
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
    const auto after = std::upper_bound(headings.begin(), headings.end(), at, [](std::uint32_t wanted, const Heading& each) {
      return wanted < each.html.begin;
    });
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
      course_.diagnostics.push_back({"R5", {documents_[index].path, work.line, 1, length}, name, {work_name(work)}});
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

}  // namespace traff
