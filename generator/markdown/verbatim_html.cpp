#include "markdown/verbatim_html.h"

#include "base/text.h"
#include "markdown/html_tags.h"
#include "markdown/node_text.h"

namespace traff {

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
  const std::string shown = known->name == "!--" ? "<!-- … -->" : "<" + known->name + ">";
  context_.diagnose("S19", context_.line_of(html), "<" + known->name,
                    {shown, std::string(known->instead_sv), std::string(known->instead_en)});
}

}  // namespace traff
