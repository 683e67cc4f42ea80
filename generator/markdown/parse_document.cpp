#include "markdown/parse_document.h"

#include <algorithm>

#include "base/utf8.h"
#include "markdown/author_text.h"
#include "markdown/block_lines.h"
#include "markdown/cmark_tree.h"
#include "markdown/document_title.h"
#include "markdown/dropped_parts.h"
#include "markdown/fact_paragraph.h"
#include "markdown/front_matter.h"
#include "markdown/guard.h"
#include "markdown/render_html.h"
#include "markdown/repair.h"

namespace traff {

namespace {

constexpr std::size_t max_file_bytes = 1 << 20;

class DocumentParser {
 public:
  DocumentParser(const SourceText& source, const ParseOptions& options)
      : source_(source), options_(options), author_(source.path, source.bytes) {
    document_.path = source.path;
    document_.id = source.id;
  }

  ParsedDocument run() {
    if (source_.bytes.size() > max_file_bytes) {
      refuse("B1", 0);
    } else if (const std::size_t bad = first_invalid_utf8(source_.bytes); bad != std::string::npos) {
      const auto lines_before =
          std::count(source_.bytes.begin(), source_.bytes.begin() + static_cast<std::ptrdiff_t>(bad), '\n');
      refuse("T13", static_cast<std::uint32_t>(lines_before + 1));
    } else {
      read();
    }
    return std::move(parsed_);
  }

 private:
  void read() {
    FrontMatterResult front = parse_front_matter(source_.path, source_.bytes);
    document_.front_matter = std::move(front.front_matter);
    document_.diagnostics = std::move(front.diagnostics);
    const std::string_view body = std::string_view(source_.bytes).substr(front.body_offset);
    RepairedText text = repair(source_.path, body, front.body_line, {is_presentation()});
    if (const auto refusal = find_refusal(text.text)) {
      refuse(refusal->code, refusal->line == 0 ? 0 : text.line_numbers[refusal->line - 1]);
      return;
    }
    take_fact_paragraph(text, document_, author_);
    mark_blocks(text, author_);
    report(text.diagnostics);
    render(text);
    std::stable_sort(document_.diagnostics.begin(), document_.diagnostics.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return a.place.line < b.place.line; });
  }

  bool is_presentation() const {
    const std::string type = fold(document_.front_matter.value(Key::type));
    return type == "presentation" || type == "deck" || type == "slides" ||
           (type.empty() && is_presentation_path(source_.path));
  }

  // Parsed again while the parser leaves something out that another way of writing gets back: mostly once.
  void render(const RepairedText& text) {
    constexpr int most_rounds = 4;
    DroppedParts dropped(text);
    for (int round = 1; !render_round(text, dropped, round == most_rounds); ++round) {
    }
    report(dropped.diagnostics(author_));
  }

  // False when there is something to get back.
  bool render_round(const RepairedText& text, DroppedParts& dropped, bool is_last) {
    const RepairedText rewritten = dropped.has_rewritten() ? dropped.written() : RepairedText();
    const RepairedText& now = dropped.has_rewritten() ? rewritten : text;
    const CmarkTree tree(now.text);
    if (!is_last && dropped.find(tree.root())) return false;
    dropped.clean(tree.root());
    render_tree(tree, now);
    return true;
  }

  void render_tree(const CmarkTree& tree, const RepairedText& text) {
    const Language language =
        parse_language(document_.front_matter.value(Key::language)).value_or(options_.site_language);
    Title title = find_title(tree.root(), text, document_, language);
    document_.title = std::move(title.text);
    document_.title_line = title.line;
    const std::uint32_t too_large_at = render_html({tree.root(), &author_, &text.line_numbers, language, title.node,
                                                    title.level, is_presentation(), text.text.size()},
                                                   parsed_);
    if (too_large_at != 0) leave_out("B9", too_large_at);
  }

  void leave_out(std::string_view code, std::uint32_t line) {
    document_.headings.clear();
    document_.slots.clear();
    document_.diagnostics.clear();
    document_.html_size = 0;
    parsed_.body = {};
    refuse(code, line);
  }

  void report(const std::vector<Diagnostic>& found) {
    document_.diagnostics.insert(document_.diagnostics.end(), found.begin(), found.end());
  }

  void refuse(std::string_view code, std::uint32_t line) {
    document_.refused = true;
    report({{std::string(code), {source_.path, line, 0, 0}, {}, {}}});
    document_.title = document_.front_matter.value(Key::title);
    if (document_.title.empty()) document_.title = readable_file_name(source_.path);
    if (document_.title.empty()) document_.title = source_.path;
  }

  const SourceText& source_;
  const ParseOptions& options_;
  AuthorText author_;
  ParsedDocument parsed_;
  Document& document_ = parsed_.document;
};

}  // namespace

ParsedDocument parse_document(const SourceText& source, const ParseOptions& options) {
  return DocumentParser(source, options).run();
}

}  // namespace traff
