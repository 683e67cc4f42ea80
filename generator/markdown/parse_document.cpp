#include "markdown/parse_document.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/text.h"
#include "base/utf8.h"
#include "markdown/author_text.h"
#include "markdown/block_lines.h"
#include "markdown/cmark_tree.h"
#include "markdown/guard.h"
#include "markdown/render_html.h"
#include "markdown/repair.h"
#include "markdown/typography.h"

namespace traff {

namespace {

constexpr std::size_t max_file_bytes = 1 << 20;

// The parsed text and where its title stands, before anything is rendered.
struct Title {
  cmark_node* node = nullptr;
  std::uint8_t level = 0;
  std::string text;
  std::uint32_t line = 0;
};

std::uint32_t author_line(const RepairedText& text, cmark_node* node) {
  const auto line = static_cast<std::size_t>(std::max(1, cmark_node_get_start_line(node)));
  return text.line_numbers.empty() ? 1 : text.line_numbers[std::min(line, text.line_numbers.size()) - 1];
}

bool is_title_paragraph(cmark_node* paragraph, const std::string& text) {
  constexpr std::size_t short_line = 60;
  const bool one_line = cmark_node_get_start_line(paragraph) == cmark_node_get_end_line(paragraph);
  const bool sentence = text.empty() || std::string_view(".!?:,;").find(text.back()) != std::string_view::npos;
  return one_line && !sentence && text.size() <= short_line && cmark_node_next(paragraph) != nullptr &&
         !text.starts_with("\xEF\xB7");
}

// The first `#` if it opens the text, else a first short line. Only these can be taken out of the body without
// moving a word: the title is shown above it.
Title opening_title(cmark_node* root, const RepairedText& text, Language language) {
  cmark_node* first = cmark_node_first_child(root);
  if (first == nullptr) return {};
  const NodeKind kind = kind_of(first);
  const std::string words = inline_text(first, language);
  if (kind == NodeKind::heading && cmark_node_get_heading_level(first) == 1 && !is_blank(words)) {
    return {first, 1, words, author_line(text, first)};
  }
  if (kind == NodeKind::paragraph && is_title_paragraph(first, words)) return {first, 0, words, author_line(text, first)};
  return {};
}

// A later `#`, when nothing better names the page. It stays where it is.
Title later_title(cmark_node* root, const RepairedText& text, Language language) {
  for (cmark_node* node = cmark_node_first_child(root); node != nullptr; node = cmark_node_next(node)) {
    if (kind_of(node) != NodeKind::heading || cmark_node_get_heading_level(node) != 1) continue;
    return {nullptr, 0, inline_text(node, language), author_line(text, node)};
  }
  return {};
}

bool is_plain_text(cmark_node* block) {
  for (cmark_node* child = cmark_node_first_child(block); child != nullptr; child = cmark_node_next(child)) {
    const NodeKind kind = kind_of(child);
    if (kind != NodeKind::text && kind != NodeKind::code) return false;
  }
  return true;
}

Title find_title(cmark_node* root, const Document& document, const RepairedText& text, Language language) {
  const std::string key(document.front_matter.value(Key::title));
  Title title = opening_title(root, text, language);
  if (!key.empty()) {
    // The same title written twice is shown once; a different heading is the author's own first section.
    const bool same = fold(title.text) == fold(typeset(key, language));
    if (!same || title.level == 0) title = {};
    title.text = typeset(key, language);
    const Field* field = document.front_matter.find(Key::title);
    title.line = field->line;
    return title;
  }
  // Links or footnotes in a title would be lost with it: such a heading stays in the body too.
  if (title.node != nullptr && !is_plain_text(title.node)) title.node = nullptr, title.level = 0;
  if (title.text.empty()) title = later_title(root, text, language);
  if (title.text.empty()) title.text = readable_file_name(document.path);
  return title;
}

// The lines of the first paragraph after the title, if all are facts: taken out of the text, added to the keys.
void take_fact_lines(RepairedText& text, Document& document) {
  std::vector<std::string_view> lines = split_lines(text.text);
  std::size_t first = 0;
  const auto blank = [&](std::size_t i) { return i < lines.size() && is_blank(lines[i]); };
  while (blank(first)) ++first;
  if (first < lines.size() && lines[first].starts_with("# ")) ++first;
  while (blank(first)) ++first;
  std::size_t end = first;
  while (end < lines.size() && !is_blank(lines[end])) ++end;
  if (first == end || lines[first].find(':') == std::string_view::npos) return;
  const auto begin_byte = static_cast<std::size_t>(lines[first].data() - text.text.data());
  const auto end_byte = static_cast<std::size_t>(lines[end - 1].data() + lines[end - 1].size() - text.text.data());
  const auto fields = parse_fact_lines(document.path, std::string_view(text.text).substr(begin_byte, end_byte - begin_byte),
                                       text.line_numbers[first]);
  if (!fields) return;
  document.front_matter.fields.insert(document.front_matter.fields.end(), fields->begin(), fields->end());
  text.text.erase(begin_byte, end_byte - begin_byte);
  // The emptied lines become one; their numbers go with them.
  text.line_numbers.erase(text.line_numbers.begin() + static_cast<std::ptrdiff_t>(first) + 1,
                          text.line_numbers.begin() + static_cast<std::ptrdiff_t>(end));
}

void refuse(ParsedDocument& parsed, Diagnostic diagnostic) {
  parsed.document.refused = true;
  parsed.document.diagnostics.push_back(std::move(diagnostic));
  if (parsed.document.title.empty()) parsed.document.title = readable_file_name(parsed.document.path);
  if (parsed.document.title.empty()) parsed.document.title = parsed.document.path;
}

// Footnote definitions the parser dropped because nothing refers to them: shown as they stand, with a message.
std::vector<std::uint32_t> dropped_footnotes(cmark_node* root, std::string_view text) {
  std::vector<std::uint32_t> lines = footnote_definition_lines(text);
  if (lines.empty()) return lines;
  for (cmark_node* node = cmark_node_first_child(root); node != nullptr; node = cmark_node_next(node)) {
    if (kind_of(node) != NodeKind::footnote_definition) continue;
    std::erase(lines, static_cast<std::uint32_t>(cmark_node_get_start_line(node)));
  }
  return lines;
}

class DocumentParser {
 public:
  DocumentParser(const SourceText& source, const ParseOptions& options)
      : source_(source), options_(options), author_(source.path, source.bytes) {
    parsed_.document.path = source.path;
    parsed_.document.id = source.id;
  }

  ParsedDocument run() {
    if (source_.bytes.size() > max_file_bytes) {
      refuse(parsed_, {"B1", {source_.path, 0, 0, 0}, {}, {}});
    } else if (const std::size_t bad = first_invalid_utf8(source_.bytes); bad != std::string::npos) {
      const auto line = static_cast<std::uint32_t>(std::count(source_.bytes.begin(), source_.bytes.begin() + static_cast<std::ptrdiff_t>(bad), '\n') + 1);
      refuse(parsed_, {"T13", {source_.path, line, 0, 0}, {}, {}});
    } else {
      read();
    }
    return std::move(parsed_);
  }

 private:
  void read() {
    FrontMatterResult front = parse_front_matter(source_.path, source_.bytes);
    Document& document = parsed_.document;
    document.front_matter = std::move(front.front_matter);
    document.diagnostics = std::move(front.diagnostics);
    RepairedText text = repair(source_.path, std::string_view(source_.bytes).substr(front.body_offset), front.body_line,
                               {is_presentation()});
    if (const auto refusal = find_refusal(text.text)) {
      const std::uint32_t line = refusal->line == 0 ? 0 : text.line_numbers[refusal->line - 1];
      document.title = document.front_matter.value(Key::title);
      refuse(parsed_, {std::string(refusal->code), {source_.path, line, 0, 0}, {}, {}});
      return;
    }
    take_fact_lines(text, document);
    mark_blocks(text, author_);
    render(text);
    document.diagnostics.insert(document.diagnostics.begin(), text.diagnostics.begin(), text.diagnostics.end());
    std::stable_sort(document.diagnostics.begin(), document.diagnostics.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return a.place.line < b.place.line; });
  }

  bool is_presentation() const {
    const std::string type = fold(parsed_.document.front_matter.value(Key::type));
    return type == "presentation" || type == "deck" || type == "slides" || (type.empty() && is_presentation_path(source_.path));
  }

  void render(RepairedText& text) {
    {
      const CmarkTree tree(text.text);
      const std::vector<std::uint32_t> dropped = dropped_footnotes(tree.root(), text.text);
      if (dropped.empty()) {
        render_tree(tree, text);
        return;
      }
      for (const std::uint32_t line : dropped) {
        text.diagnostics.push_back(author_.at("S27", text.line_numbers[line - 1], "[^"));
      }
      text.text = show_definitions(text.text, dropped);
    }
    const CmarkTree tree(text.text);
    render_tree(tree, text);
  }

  void render_tree(const CmarkTree& tree, const RepairedText& text) {
    Document& document = parsed_.document;
    const Language language = parse_language(document.front_matter.value(Key::language)).value_or(options_.site_language);
    const Title title = find_title(tree.root(), document, text, language);
    document.title = title.text;
    document.title_line = title.line;
    render_html({tree.root(), &author_, &text.line_numbers, language, title.node, title.level}, parsed_);
  }

  const SourceText& source_;
  const ParseOptions& options_;
  AuthorText author_;
  ParsedDocument parsed_;
};

}  // namespace

ParsedDocument parse_document(const SourceText& source, const ParseOptions& options) {
  return DocumentParser(source, options).run();
}

bool is_presentation_path(std::string_view path) {
  const std::string folded = fold(path);
  const std::size_t end = folded.rfind('/');
  if (end == std::string::npos) return false;
  const std::size_t slash = folded.rfind('/', end - 1);
  const std::string folder = folded.substr(slash == std::string::npos ? 0 : slash + 1, end - (slash == std::string::npos ? 0 : slash + 1));
  static constexpr std::array<std::string_view, 5> names{"presentationer", "presentation", "presentations", "slides", "decks"};
  return std::find(names.begin(), names.end(), folder) != names.end();
}

std::string readable_file_name(std::string_view path) {
  std::string_view name = path.substr(path.rfind('/') + 1);
  name = name.substr(0, name.rfind('.'));
  std::size_t begin = 0;
  while (begin < name.size() && (is_digit(name[begin]) || name[begin] == '-' || name[begin] == '_' || name[begin] == ' ')) ++begin;
  if (begin < name.size()) name.remove_prefix(begin);
  const auto hex = std::count_if(name.begin(), name.end(), [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; });
  const bool mostly_hex = name.size() >= 8 && static_cast<std::size_t>(hex) * 10 >= name.size() * 9;
  if (mostly_hex) return {};
  std::string words = replace_all(replace_all(name, "-", " "), "_", " ");
  if (words.empty()) return words;
  const std::size_t size = code_point_size(words, 0);
  std::string first;
  char32_t initial = code_point_at(words, 0);
  if (initial >= U'a' && initial <= U'z') initial -= 32;
  else if (initial == U'å' || initial == U'ä' || initial == U'ö') initial -= 32;
  append_code_point(first, initial);
  return first + words.substr(size);
}

}  // namespace traff
