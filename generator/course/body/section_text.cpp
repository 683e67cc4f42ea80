#include "course/body/section_text.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/byte_stream.h"
#include "base/text.h"
#include "base/unicode.h"
#include "markdown/document/document.h"

namespace traff {

struct SectionTexts {
  std::vector<SectionText> sections;
};

template <class Stream, class Type>
  requires DescribesLike<Type, SectionText>
void describe(Stream& stream, Type& section) {
  stream(section.part);
  stream(section.index);
  stream(section.text);
}

template <class Stream, class Type>
  requires DescribesLike<Type, SectionTexts>
void describe(Stream& stream, Type& texts) {
  stream(texts.sections);
}

namespace {

// From `from` to the next cut's `at`, the text belongs to a section. What stands between `at` and `from` to none.
struct Cut {
  std::uint32_t at = 0;
  std::uint32_t from = 0;
  std::size_t section = 0;
};

class SectionCutter {
 public:
  SectionCutter(const Document& document, const DocumentBody& body) : document_(document), body_(body) {
    sections_.emplace_back();
    cuts_.push_back({0, 0, 0});
  }

  void cut_headings() {
    for (std::uint32_t i = 0; i < document_.headings.size(); ++i) {
      const Range text = body_.blocks[document_.headings[i].block].text;
      cuts_.push_back({text.begin, text.end, add(SectionPart::heading, i)});
    }
  }

  void cut_slides(const std::vector<Slide>& slides) {
    for (std::uint32_t i = 0; i < slides.size(); ++i) {
      const std::size_t section = i == 0 ? 0 : add(SectionPart::slide, i);
      if (i > 0 && !slides[i].pieces.empty()) {
        const std::uint32_t begin = text_at(slides[i].pieces.front().html.begin);
        cuts_.push_back({begin, begin, section});
      }
      if (slides[i].heading == no_heading) continue;
      const Range words = body_.blocks[document_.headings[slides[i].heading].block].text;
      cuts_.push_back({words.begin, words.end, section});
    }
  }

  // They stand within other sections, which go on after them.
  void cut_works(const std::vector<Work>& works) {
    std::vector<Cut> inner;
    for (std::uint32_t i = 0; i < works.size(); ++i) {
      const Block* block = block_of(works[i].html);
      if (block == nullptr) continue;
      const auto after = std::ranges::upper_bound(cuts_, block->text.begin, {}, &Cut::at);
      inner.push_back({block->text.begin, block->text.begin, add(SectionPart::work, i)});
      inner.push_back({block->text.end, block->text.end, std::prev(after)->section});
    }
    cuts_.insert(cuts_.end(), inner.begin(), inner.end());
    std::ranges::stable_sort(cuts_, {}, &Cut::at);
  }

  void cut_footnotes() {
    for (const Block& block : body_.blocks) {
      if (block.kind != BlockKind::footnotes) continue;
      cuts_.push_back({block.text.begin, block.text.begin, 0});
      return;
    }
  }

  std::vector<SectionText> run() {
    for (std::size_t i = 0; i < cuts_.size(); ++i) {
      const auto end = i + 1 < cuts_.size() ? cuts_[i + 1].at : static_cast<std::uint32_t>(body_.text.size());
      if (cuts_[i].from >= end) continue;
      std::string_view words = std::string_view(body_.text).substr(cuts_[i].from, end - cuts_[i].from);
      if (words.front() == '\n') words.remove_prefix(1);  // of the heading
      sections_[cuts_[i].section].text += searched_words(words);
    }
    return std::move(sections_);
  }

 private:
  std::size_t add(SectionPart part, std::uint32_t index) {
    sections_.push_back({part, index, {}});
    return sections_.size() - 1;
  }

  auto first_block_from(std::uint32_t html) const {
    return std::ranges::lower_bound(body_.blocks, html, {}, [](const Block& block) { return block.html.begin; });
  }

  // Where the words begin that stand in the HTML from there on.
  std::uint32_t text_at(std::uint32_t html) const {
    const auto block = first_block_from(html);
    return block == body_.blocks.end() ? static_cast<std::uint32_t>(body_.text.size()) : block->text.begin;
  }

  const Block* block_of(Range html) const {
    const auto found = first_block_from(html.begin);
    return found != body_.blocks.end() && found->html.begin == html.begin ? &*found : nullptr;
  }

  const Document& document_;
  const DocumentBody& body_;
  std::vector<SectionText> sections_;
  std::vector<Cut> cuts_;  // by place
};

bool has_no_width(char32_t c) { return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF; }

bool may_have_no_width(std::string_view text) {
  return text.find("\xC2\xAD") != text.npos || text.find("\xE2\x80\x8B") != text.npos ||
         text.find("\xE2\x81\xA0") != text.npos || text.find("\xEF\xBB\xBF") != text.npos;
}

}  // namespace

std::string searched_words(std::string_view text) {
  if (!may_have_no_width(text)) return std::string(text);
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = code_point_size(text, at);
    if (!has_no_width(code_point_at(text, at))) kept += text.substr(at, size);
    at += size;
  }
  return kept;
}

std::vector<SectionText> find_section_texts(const Document& document, const DocumentBody& body,
                                            const std::vector<Slide>& slides, const std::vector<Work>& works) {
  SectionCutter cutter(document, body);
  if (!slides.empty()) {
    cutter.cut_slides(slides);
    return cutter.run();
  }
  cutter.cut_headings();
  cutter.cut_footnotes();
  cutter.cut_works(works);
  return cutter.run();
}

std::string section_texts_bytes(const std::vector<SectionText>& sections) { return to_bytes(SectionTexts{sections}); }

std::optional<std::vector<SectionText>> parse_section_texts(std::string_view bytes) {
  auto texts = from_bytes<SectionTexts>(bytes);
  if (!texts) return std::nullopt;
  return std::move(texts->sections);
}

namespace {

struct KeptVersion {
  std::string head;
  std::string facts;
  std::string sections;
};

}  // namespace

template <class Stream, class Type>
  requires DescribesLike<Type, KeptVersion>
void describe(Stream& stream, Type& kept) {
  stream(kept.head);
  stream(kept.facts);
  stream(kept.sections);
}

std::string document_version_bytes(const DocumentVersion& version) {
  Document head = version.document;
  head.slots.clear();
  head.diagnostics.clear();
  return to_bytes(
      KeptVersion{head_bytes(head), body_facts_bytes(version.facts), section_texts_bytes(version.sections)});
}

std::optional<DocumentVersion> parse_document_version(std::string_view bytes) {
  const auto kept = from_bytes<KeptVersion>(bytes);
  if (!kept) return std::nullopt;
  auto document = parse_head(kept->head);
  auto facts = parse_body_facts(kept->facts);
  auto sections = parse_section_texts(kept->sections);
  if (!document || !facts || !sections) return std::nullopt;
  return DocumentVersion{std::move(*document), std::move(*facts), std::move(*sections)};
}

}  // namespace traff
