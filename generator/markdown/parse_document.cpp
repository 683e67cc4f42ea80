#include "markdown/parse_document.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "base/messages/phrases.h"
#include "base/text.h"
#include "base/unicode.h"
#include "markdown/document/document.h"
#include "markdown/fact_lines.h"
#include "markdown/front/draft_status.h"
#include "markdown/front/fields.h"
#include "markdown/front/front_matter.h"
#include "markdown/html/render_html.h"
#include "markdown/lines/author_text.h"
#include "markdown/lines/comments.h"
#include "markdown/lines/conflicts.h"
#include "markdown/lines/line_marks.h"
#include "markdown/lines/typography.h"
#include "markdown/parser/block_lines.h"
#include "markdown/parser/cmark_tree.h"
#include "markdown/parser/dropped_parts.h"
#include "markdown/parser/guard.h"
#include "markdown/repair/repair.h"

namespace traff {

namespace {

// The title of a document: its key, its first `#`, its first short line, or the file's name made readable.

struct Title {
  cmark_node* node = nullptr;  // the block that is the title and so is not shown in the body; null when there is none
  std::uint8_t level = 0;      // its heading level; 0 when it is no heading
  std::string text;            // never empty, unless the file's name says nothing either
  std::uint32_t line = 0;      // in the author's file; 0 for a file name
};

std::uint32_t author_line(const RepairedText& text, cmark_node* node) {
  const auto line = static_cast<std::size_t>(std::max(1, cmark_node_get_start_line(node)));
  return text.line_numbers.empty() ? 1 : text.line_numbers[std::min(line, text.line_numbers.size()) - 1];
}

cmark_node* first_block(cmark_node* root) {
  cmark_node* first = cmark_node_first_child(root);
  return first != nullptr && is_list_of_unused_notes(first) ? cmark_node_next(first) : first;
}

bool is_level_one(cmark_node* node) {
  return kind_of(node) == NodeKind::heading && cmark_node_get_heading_level(node) == 1;
}

// A short line of its own that is no sentence, with something after it.
bool is_title_line(cmark_node* paragraph, const std::string& words) {
  constexpr std::size_t short_line = 60;
  const bool one_line = cmark_node_get_start_line(paragraph) == cmark_node_get_end_line(paragraph);
  const bool is_sentence = words.empty() || std::string_view(".!?:,;").find(words.back()) != std::string_view::npos;
  const bool is_mark = !block_mark(words).empty();
  return one_line && !is_sentence && !is_mark && words.size() <= short_line && cmark_node_next(paragraph) != nullptr;
}

// Links, images and footnotes would be lost with a title that is taken out of the body.
bool is_plain(cmark_node* block) {
  bool plain = true;
  walk_tree(
      block,
      [&](cmark_node*, NodeKind kind) {
        plain = plain && kind != NodeKind::link && kind != NodeKind::image && kind != NodeKind::footnote_reference;
        return plain;
      },
      [](cmark_node*, NodeKind) {});
  return plain;
}

// The first `#` if it opens the text, else a first short line. Only these can be taken out of the body without
// moving a word: the title is shown above it.
Title opening_title(cmark_node* root, const RepairedText& text, Language language) {
  cmark_node* first = first_block(root);
  if (first == nullptr) return {};
  const bool is_heading = is_level_one(first);
  if (!is_heading && kind_of(first) != NodeKind::paragraph) return {};
  const std::string words = inline_text(first, language);
  if (is_heading ? is_blank(words) : !is_title_line(first, words)) return {};
  return {is_plain(first) ? first : nullptr, static_cast<std::uint8_t>(is_heading ? 1 : 0), words,
          author_line(text, first)};
}

// A later `#`, when nothing better names the page. It stays where it is.
Title later_title(cmark_node* root, const RepairedText& text, Language language) {
  for (cmark_node* node = cmark_node_first_child(root); node != nullptr; node = cmark_node_next(node)) {
    if (is_level_one(node)) return {nullptr, 0, inline_text(node, language), author_line(text, node)};
  }
  return {};
}

bool is_among(std::string_view word, std::string_view words) {
  const auto all = split(words, ' ');
  return std::find(all.begin(), all.end(), word) != all.end();
}

// When even the file's name is no name ("3f2a9c0d1e4b5a67.md").
std::string first_words(cmark_node* root, Language language) {
  constexpr std::size_t short_line = 60;
  cmark_node* first = first_block(root);
  std::string words(trim(first == nullptr ? std::string() : inline_text(first, language)));
  words.erase(0, block_mark(words).size());
  if (words.size() > short_line) {
    words = words.substr(0, code_point_begin(words, std::min(words.rfind(' ', short_line), short_line))) + " …";
  }
  return words.empty() ? std::string(phrase::untitled.in(language)) : words;
}

// `text`: what `root` was parsed from.
Title find_title(cmark_node* root, const RepairedText& text, const Document& document, Language language) {
  Title title = opening_title(root, text, language);
  if (const Field* key = document.front_matter.find(Key::title); key != nullptr && !key->value.empty()) {
    const std::string words = typeset(key->value, language);
    // The same title written twice is shown once; a different heading is the author's own first section.
    const bool is_same = title.level == 1 && fold(title.text) == fold(words);
    return {is_same ? title.node : nullptr, static_cast<std::uint8_t>(is_same && title.node != nullptr ? 1 : 0), words,
            key->line};
  }
  if (title.node == nullptr) title.level = 0;
  if (title.text.empty()) title = later_title(root, text, language);
  if (title.text.empty()) title.text = readable_file_name(document.path);
  if (title.text.empty()) title.text = first_words(root, language);
  return title;
}

// Those that are blank, of the numbers in `numbers` (in order).
void drop_lines(const std::vector<std::uint32_t>& numbers, RepairedText& text) {
  RepairedText kept;
  AuthorLines lines(text.text);
  std::string_view line;
  for (std::size_t i = 0; lines.next(line); ++i) {
    const std::uint32_t number = text.line_numbers[i];
    if (is_blank(line) && std::binary_search(numbers.begin(), numbers.end(), number)) continue;
    kept.text += line;
    kept.text += '\n';
    kept.line_numbers.push_back(number);
  }
  text.text = std::move(kept.text);
  text.line_numbers = std::move(kept.line_numbers);
}

constexpr std::size_t max_file_bytes = 1 << 20;

class DocumentParser {
 public:
  DocumentParser(const SourceText& source, const ParseOptions& options)
      : source_(source), options_(options), author_(source.path, source.bytes) {
    document_.path = source.path;
    document_.id = source.id;
  }

  ParsedDocument run() {
    if (auto text = read_keys()) read_text(*std::move(text));
    return std::move(parsed_);
  }

  FrontMatter keys() {
    read_keys();
    return std::move(document_.front_matter);
  }

 private:
  // The rest, or nothing when the file is refused.
  std::optional<RepairedText> read_keys() {
    if (source_.bytes.size() > max_file_bytes) {
      refuse(code::B1(), 0);
    } else if (const std::size_t bad = first_invalid_utf8(source_.bytes); bad != std::string::npos) {
      const auto lines_before =
          std::count(source_.bytes.begin(), source_.bytes.begin() + static_cast<std::ptrdiff_t>(bad), '\n');
      refuse(code::T13(), static_cast<std::uint32_t>(lines_before + 1));
    } else {
      return read_fields();
    }
    return std::nullopt;
  }

  std::optional<RepairedText> read_fields() {
    const auto free = hide_comments(source_.bytes);
    const std::string& bytes = free ? free->text : source_.bytes;
    FrontMatterResult front = parse_front_matter(source_.path, bytes);
    document_.front_matter = std::move(front.front_matter);
    document_.diagnostics = std::move(front.diagnostics);
    if (free) report_comments(*free);
    for (const Conflict& conflict : find_conflicts(source_.bytes))
      document_.diagnostics.push_back(author_.at(code::S44(conflict.ours, conflict.theirs), conflict.line, {}));
    const std::string_view body = std::string_view(bytes).substr(front.body_offset);
    const auto noteless = is_presentation() ? hide_speaker_notes(body) : std::nullopt;
    if (noteless) {
      const std::uint32_t line = front.body_line + noteless->first - 1;
      document_.diagnostics.push_back(author_.at(code::S43(), line, trim(author_.line(line))));
    }
    RepairedText text =
        repair(source_.path, noteless ? std::string_view(noteless->text) : body, front.body_line, {is_presentation()});
    if (free) drop_lines(free->emptied, text);
    if (const auto refusal = find_refusal(text.text)) {
      refuse({refusal->code, {}}, refusal->line == 0 ? 0 : text.line_numbers[refusal->line - 1]);
      return std::nullopt;
    }
    take_fact_lines(text, document_, author_);
    if (!says_draft(document_.front_matter)) {
      if (auto draft = read_foreign_draft(bytes)) document_.front_matter.fields.push_back(*std::move(draft));
    }
    return text;
  }

  void report_comments(const CommentFree& free) {
    const auto report = [&](Message message, std::uint32_t line) {
      const bool is_html = author_.line(line).find("<!--") != std::string_view::npos;
      document_.diagnostics.push_back(author_.at(std::move(message), line, is_html ? "<!--" : "%%"));
    };
    if (free.first != 0) report(code::S43(), free.first);
    if (free.unclosed != 0) report(code::S42(), free.unclosed);
  }

  void read_text(RepairedText text) {
    mark_blocks(text, author_);
    report(text.diagnostics);
    render(text);
    std::stable_sort(document_.diagnostics.begin(), document_.diagnostics.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return a.place.line < b.place.line; });
  }

  bool is_presentation() const {
    const std::string type = fold(document_.front_matter.value(Key::type));
    if (type.empty()) return is_presentation_path(source_.path);
    return is_among(type, presentation_types_sv) || is_among(type, presentation_types_en);
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
    if (too_large_at != 0) leave_out(code::B9(), too_large_at);
  }

  void leave_out(Message message, std::uint32_t line) {
    document_.headings.clear();
    document_.slots.clear();
    document_.diagnostics.clear();
    document_.html_size = 0;
    parsed_.body = {};
    refuse(std::move(message), line);
  }

  void report(const std::vector<Diagnostic>& found) {
    document_.diagnostics.insert(document_.diagnostics.end(), found.begin(), found.end());
  }

  void refuse(Message message, std::uint32_t line) {
    document_.refused = true;
    document_.diagnostics.push_back({std::move(message), {source_.path, line}});
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

FrontMatter parse_keys(const SourceText& source) { return DocumentParser(source, {}).keys(); }

namespace {

std::string_view without_number(std::string_view name) {
  const std::size_t begin = name.find_first_not_of("0123456789-_ ");
  return begin == std::string_view::npos ? name : name.substr(begin);
}

bool is_mostly_hexadecimal(std::string_view name) {
  const auto digits =
      std::count_if(name.begin(), name.end(), [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; });
  return name.size() >= 8 && static_cast<std::size_t>(digits) * 10 >= name.size() * 9;
}

std::string capitalised(std::string_view words) {
  if (words.empty()) return {};
  char32_t initial = code_point_at(words, 0);
  if ((initial >= U'a' && initial <= U'z') || initial == U'å' || initial == U'ä' || initial == U'ö') initial -= 32;
  std::string out;
  append_code_point(out, initial);
  out += words.substr(code_point_size(words, 0));
  return out;
}

}  // namespace

bool is_presentation_path(std::string_view path) {
  const std::size_t end = path.rfind('/');
  if (end == std::string_view::npos) return false;
  const std::string folder = fold(path.substr(0, end).substr(path.substr(0, end).rfind('/') + 1));
  return is_among(folder, presentation_folders_sv) || is_among(folder, presentation_folders_en);
}

bool is_markdown(std::string_view path) { return path.size() > 3 && to_lower(path.substr(path.size() - 3)) == ".md"; }

std::string readable_file_name(std::string_view path) {
  std::string_view name = path.substr(path.rfind('/') + 1);
  name = without_number(name.substr(0, name.rfind('.')));
  if (is_mostly_hexadecimal(name)) return {};
  return capitalised(replace_all(replace_all(name, "-", " "), "_", " "));
}

}  // namespace traff
