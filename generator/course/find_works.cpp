#include <algorithm>
#include <unordered_map>

#include "base/slug.h"
#include "base/text.h"
#include "course/course.h"
#include "course/page_kind.h"
#include "course/work.h"

namespace traff {

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
    for (std::size_t n = count; numbered.empty() || taken_.contains(numbered); ++n) numbered = id + "-" + std::to_string(n);
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
