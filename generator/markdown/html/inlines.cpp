#include "markdown/html/inlines.h"

#include <array>
#include <charconv>

#include "base/messages/codes.h"
#include "base/text.h"
#include "base/unicode.h"
#include "base/web_address.h"
#include "markdown/parser/cmark_tree.h"
#include "markdown/parser/dropped_parts.h"

namespace traff {

bool LinkHtml::report_unsafe(cmark_node* node) {
  const std::string_view address = address_of(node);
  if (!is_unsafe_address(address)) return false;
  const std::string scheme(address.substr(0, address.find(':') + 1));
  context_.diagnose(code::L3(scheme), context_.line_of(node), address);
  return true;
}

namespace {

// "www.example.org" alone, before whose address the parser puts http.
bool is_supposed_http(cmark_node* link, std::string_view address) {
  constexpr std::string_view scheme = "http://";
  cmark_node* const words = cmark_node_first_child(link);
  return address.starts_with("http://www.") && words != nullptr && kind_of(words) == NodeKind::text &&
         cmark_node_next(words) == nullptr && literal_of(words) == address.substr(scheme.size());
}

}  // namespace

void LinkHtml::open_link(cmark_node* link) {
  HtmlWriter& out = context_.out;
  out.end_run();
  if (++depth_ > 1) return;
  text_begin_ = out.text_size();
  is_unsafe_ = report_unsafe(link);
  if (is_unsafe_) return;
  const std::string_view address = address_of(link);
  out.raw("<a");
  // "www.example.org" alone: the parser supposes http.
  const bool is_supposed = is_supposed_http(link, address);
  slot_ = out.add_slot(SlotKind::link, (is_supposed ? "https" : "") + std::string(address.substr(is_supposed ? 4 : 0)));
  context_.place_slot(slot_, link, address);
  if (const std::string_view title = title_of(link); !title.empty()) {
    out.raw(" title=\"");
    out.escaped(title);
    out.raw("\"");
  }
  out.raw(">");
  mentions_outside_ = out.mentions_allowed;
  out.mentions_allowed = false;
}

void LinkHtml::close_link(cmark_node* link) {
  HtmlWriter& out = context_.out;
  out.end_run();
  if (--depth_ > 0 || is_unsafe_) return;
  out.raw("</a>");
  out.end_slot(slot_);
  out.mentions_allowed = mentions_outside_;
  check_words(link);
}

void LinkHtml::check_words(cmark_node* link) {
  const std::string words(trim(context_.out.words_since(text_begin_)));
  const std::string_view address = address_of(link);
  const std::uint32_t line = context_.line_of(link);
  constexpr std::size_t long_address = 60;
  if (is_blank(inline_text(link, context_.out.language))) return context_.diagnose(code::S46(address), line, address);
  const bool bare_long_address =
      words.size() > long_address && (words.starts_with("http") || words.starts_with("www."));
  if (says_nothing(words)) {
    context_.diagnose(code::S20(words), line, words);
  } else if (bare_long_address) {
    context_.diagnose(code::S29(), line, words);
  }
  if (address.starts_with("http://") && !is_supposed_http(link, address) && !address.starts_with("http://localhost")) {
    context_.diagnose(code::S30(), line, "http://");
  }
}

void LinkHtml::write_image(cmark_node* image) {
  HtmlWriter& out = context_.out;
  out.end_run();
  const std::string_view address = address_of(image);
  const bool is_unsafe = report_unsafe(image);
  const std::string words = inline_text(image, out.language);
  const std::size_t index = out.add_slot(SlotKind::image, is_unsafe ? "" : std::string(address), words);
  context_.place_slot(index, image, address);
  out.slot(index).title = title_of(image);
  context_.parsed.body.text += words;
}

namespace {

std::vector<cmark_node*> definitions_of(cmark_node* root) {
  std::vector<cmark_node*> found;
  cmark_node* first = cmark_node_last_child(root);
  while (first != nullptr && kind_of(first) == NodeKind::footnote_definition) {
    found.push_back(first);
    first = cmark_node_previous(first);
  }
  return {found.rbegin(), found.rend()};
}

bool is_last_shown(cmark_node* block) {
  cmark_node* next = cmark_node_next(block);
  while (next != nullptr && is_empty_heading(next)) next = cmark_node_next(next);
  return next == nullptr;
}

std::string note_id(std::string_view prefix, std::size_t number, std::size_t repeat) {
  return std::string(prefix) + std::to_string(number) + (repeat > 1 ? "_" + std::to_string(repeat) : "");
}

}  // namespace

void FootnoteHtml::number() {
  const std::vector<cmark_node*> definitions = definitions_of(context_.input.root);
  if (definitions.empty()) return;
  notes_.resize(definitions.size() + 1);
  for (std::size_t i = 0; i < definitions.size(); ++i) notes_[i + 1].definition = definitions[i];
  count_marks(context_.input.root);
  number_notes_within();
  for (Note& note : notes_) {
    if (note.definition == nullptr || note.number > 0) continue;
    give_number(note);
    number_notes_within();
  }
  for (const Note* note : in_order_) cmark_node_append_child(context_.input.root, note->definition);
}

// Notes are read after the text, and a note may be the first to refer to another.
void FootnoteHtml::number_notes_within() {
  for (; notes_looked_into_ < in_order_.size(); ++notes_looked_into_)
    count_marks(in_order_[notes_looked_into_]->definition);
}

void FootnoteHtml::count_marks(cmark_node* root) {
  walk_tree(
      root,
      [&](cmark_node* node, NodeKind kind) {
        if (kind == NodeKind::footnote_reference) {
          if (Note* note = note_of(node)) {
            ++note->marks;
            give_number(*note);
          }
        }
        const bool is_read = kind != NodeKind::image && (kind != NodeKind::footnote_definition || node == root);
        return is_read && !(kind == NodeKind::paragraph && is_list_of_unused_notes(node));
      },
      [](cmark_node*, NodeKind) {});
}

void FootnoteHtml::give_number(Note& note) {
  if (note.number > 0) return;
  in_order_.push_back(&note);
  note.number = in_order_.size();
}

FootnoteHtml::Note* FootnoteHtml::note_of(cmark_node* reference) {
  const std::string_view digits = literal_of(reference);
  std::size_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number > 0 && number < notes_.size() ? &notes_[number] : nullptr;
}

void FootnoteHtml::write_mark(cmark_node* reference) {
  HtmlWriter& out = context_.out;
  Note* note = note_of(reference);
  out.end_run();
  if (note == nullptr) return;
  const std::string number = std::to_string(note->number);
  const std::string repeat = ++note->written > 1 ? "_" + std::to_string(note->written) : "";
  out.raw("<sup class=\"footnote-ref\"><a");
  out.add_slot(SlotKind::footnote, number, repeat);
  out.raw(">" + number + "</a></sup>");
}

void FootnoteHtml::open_note(cmark_node* definition) {
  HtmlWriter& out = context_.out;
  const std::uint32_t line = context_.line_of(definition);
  out.fresh_line();
  if (open_ == 0) {
    out.open_block(BlockKind::footnotes, "", line);
    out.raw("<section class=\"footnotes\" aria-label=\"");
    out.add_slot(SlotKind::phrase, "footnotes");
    out.raw("\">\n<ol>\n");
  }
  ++open_;
  back_links_written_ = false;
  out.open_block(BlockKind::footnote, "<li id=\"" + note_id("fn_", open_, 1) + "\">\n", line);
}

void FootnoteHtml::end_paragraph(cmark_node* paragraph) {
  const bool ends_note =
      open_ > 0 && is_last_shown(paragraph) && kind_of(cmark_node_parent(paragraph)) == NodeKind::footnote_definition;
  if (!ends_note || in_order_[open_ - 1]->marks == 0) return;
  context_.out.end_run();
  context_.out.raw(" ");
  write_back_links();
}

void FootnoteHtml::close_note() {
  context_.out.fresh_line();
  if (!back_links_written_ && in_order_[open_ - 1]->marks > 0) {
    write_back_links();
    context_.out.raw("\n");
  }
  context_.out.close_block("</li>\n");
}

void FootnoteHtml::write_back_links() {
  HtmlWriter& out = context_.out;
  back_links_written_ = true;
  for (std::size_t repeat = 1; repeat <= in_order_[open_ - 1]->marks; ++repeat) {
    if (repeat > 1) out.raw(" ");
    out.raw("<a href=\"#" + note_id("fnref_", open_, repeat) + "\" class=\"footnote-back\" aria-label=\"");
    out.add_slot(SlotKind::phrase, "footnote.back", std::to_string(open_));
    out.raw("\">↩");
    if (repeat > 1) out.raw("<sup>" + std::to_string(repeat) + "</sup>");
    out.raw("</a>");
  }
}

void FootnoteHtml::close_section() {
  if (open_ > 0) context_.out.close_block("</ol>\n</section>\n");
}

namespace {

bool is_fenced(cmark_node* block) {
  int length = 0;
  int offset = 0;
  char mark = '\0';
  return cmark_node_get_fenced(block, &length, &offset, &mark) != 0;
}

std::string opening_tag(cmark_node* block) {
  const std::string_view words = info_of(block);
  const std::string_view language = words.substr(0, words.find_first_of(" \t\n\v\f\r"));
  if (language.empty()) return "<pre tabindex=\"0\"><code>";
  return "<pre tabindex=\"0\"><code class=\"language-" + html_escaped(language) + "\">";
}

}  // namespace

void VerbatimHtml::write_code(cmark_node* code) {
  context_.out.end_run();
  context_.out.raw("<code>");
  context_.out.verbatim(literal_of(code));
  context_.out.raw("</code>");
}

// Only fences make code (S8). Indented text that was not straightened before the parser is text.
void VerbatimHtml::write_code_block(cmark_node* block) {
  if (!is_fenced(block)) {
    write_paragraph(block);
    return;
  }
  context_.out.fresh_line();
  context_.out.open_block(BlockKind::code, opening_tag(block), context_.line_of(block));
  context_.out.verbatim(literal_of(block));
  context_.out.close_block("</code></pre>\n");
}

void VerbatimHtml::write_html(cmark_node* html) {
  report_tag(html);
  context_.out.add_to_run(literal_of(html));
}

void VerbatimHtml::write_html_block(cmark_node* block) {
  report_tag(block);
  write_paragraph(block);
}

void VerbatimHtml::write_paragraph(cmark_node* block) {
  context_.out.fresh_line();
  context_.out.open_block(BlockKind::paragraph, "<p>", context_.line_of(block));
  std::string_view text = literal_of(block);
  while (text.ends_with('\n')) text.remove_suffix(1);
  context_.out.verbatim(text);
  context_.out.close_block("</p>\n");
}

void VerbatimHtml::report_tag(cmark_node* html) {
  const auto known = known_html_tag(literal_of(html));
  if (!known || !reported_tags_.insert(known->name).second) return;
  context_.diagnose(code::S19("<" + known->name + ">", known->instead), context_.line_of(html), "<" + known->name);
}

namespace {

struct TagAdvice {
  std::string_view names;  // separated by single spaces, with one before and after
  Phrase instead;
};

constexpr std::array advice{
    TagAdvice{" br hr p ", {"en tom rad mellan styckena", "an empty line between the paragraphs"}},
    TagAdvice{" b strong ", {"**fet text**", "**bold text**"}},
    TagAdvice{" i em ", {"*kursiv text*", "*italic text*"}},
    TagAdvice{" a ", {"[länktext](adress)", "[link text](address)"}},
    TagAdvice{" img ", {"![beskrivning](bild.png)", "![description](image.png)"}},
    TagAdvice{" ul ol li ", {"en rad som börjar med \"- \"", "a line that begins with \"- \""}},
    TagAdvice{" h1 h2 h3 h4 h5 h6 ", {"en rad som börjar med \"## \"", "a line that begins with \"## \""}},
    TagAdvice{" table tr td th tbody thead caption ",
              {"en tabell med | mellan cellerna", "a table with | between the cells"}},
    TagAdvice{" iframe video audio embed object ", {"en länk till filmen eller sidan", "a link to the film or page"}},
    TagAdvice{
        " font span div u sub sup small big center style script form input button section article nav details summary "
        "blockquote pre code figure svg link meta html head body ",
        {"bara texten", "just the text"}},
};

std::string name_of(std::string_view raw) {
  const std::size_t at = raw.find('<');
  if (at == std::string_view::npos) return {};
  raw.remove_prefix(at + 1);
  if (raw.starts_with('/')) raw.remove_prefix(1);
  std::size_t end = 0;
  while (end < raw.size() && (is_digit(raw[end]) || (raw[end] | 0x20) >= 'a') && (raw[end] | 0x20) <= 'z') ++end;
  if (end < raw.size() && !is_space(raw[end]) && raw[end] != '>' && raw[end] != '/') return {};
  return to_lower(raw.substr(0, end));
}

}  // namespace

std::optional<HtmlTag> known_html_tag(std::string_view raw) {
  const std::string name = name_of(raw);
  if (name.empty()) return std::nullopt;
  for (const TagAdvice& row : advice) {
    if (row.names.find(" " + name + " ") != std::string_view::npos) return HtmlTag{name, row.instead};
  }
  return std::nullopt;
}

}  // namespace traff
