#include "markdown/parser/cmark_tree.h"

#include <catch2/catch.hpp>

#include "base/parallel.h"
#include "base/unicode.h"
#include "markdown/document/document.h"
#include "markdown/parsed_expectation.h"
#include "markdown/sample_markdown.h"

using namespace traff;

namespace {

std::string everything(std::string_view text) {
  const ParsedDocument page = parsed(text);
  return head_bytes(page.document) + page.body.html + page.body.text;
}

}  // namespace

TEST_CASE("eight threads parse two thousand documents as one does") {
  std::vector<std::string> texts;
  for (std::uint32_t seed = 1; seed <= 2'000; ++seed) {
    std::string text = make_sample_markdown(seed % 500, {true, true}).text;
    if (seed % 2 == 0) text += "\n~~bort~~ www.example.org och https://example.org samt namn@example.org\n";
    if (seed % 3 == 0) text = "Bara *text* utan adresser " + std::to_string(seed) + ", ~en~ våg och \"citat\".\n";
    texts.push_back(std::move(text));
  }
  std::vector<std::string> alone(texts.size());
  std::vector<std::string> together(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) alone[i] = everything(texts[i]);
  for_each_index(texts.size(), 8, [&](std::size_t i) { together[i] = everything(texts[i]); });
  CHECK((alone == together));
}

TEST_CASE("one thread may parse again when the tree before is gone") {
  {
    const CmarkTree first("# a");
  }
  const CmarkTree second("b");
  CHECK(kind_of(cmark_node_first_child(second.root())) == NodeKind::paragraph);
}

TEST_CASE("what an entity without a character gives is a replacement character, and the text stays UTF-8") {
  const std::string text =
      "# A&#xFFFE;b\n\n&#65535;c [d&#xFFFF;](e&#xFFFE;.md \"f&#xFFFE;\") ![g](h&#xFFFE;.png)\n\n~~~ "
      "i&#xFFFE;\nj\n~~~\n\n[k][l]\n\n[l]: m&#xFFFF;.md\n";
  CHECK(first_invalid_utf8(everything(text)) == std::string::npos);
  const ParsedDocument page = parsed(text);
  CHECK(page.document.title ==
        "A\xEF\xBF\xBD"
        "b");
  CHECK(page.body.text.find("\xEF\xBF\xBD"
                            "c d\xEF\xBF\xBD") != std::string::npos);
}

TEST_CASE("nodes of the extensions are told apart") {
  const CmarkTree tree("| a |\n| - |\n| ~~b~~ |\n\n- [ ] c\n- d\n\nwww.e.se [^1]\n\n[^1]: f\n");
  cmark_node* table = cmark_node_first_child(tree.root());
  CHECK(kind_of(tree.root()) == NodeKind::document);
  CHECK(kind_of(table) == NodeKind::table);
  cmark_node* row = cmark_node_next(cmark_node_first_child(table));
  CHECK(kind_of(row) == NodeKind::table_row);
  CHECK(kind_of(cmark_node_first_child(row)) == NodeKind::table_cell);
  CHECK(kind_of(cmark_node_first_child(cmark_node_first_child(row))) == NodeKind::strikethrough);
  cmark_node* list = cmark_node_next(table);
  CHECK(kind_of(cmark_node_first_child(list)) == NodeKind::task_item);
  CHECK(kind_of(cmark_node_last_child(list)) == NodeKind::item);
  CHECK(kind_of(cmark_node_first_child(cmark_node_next(list))) == NodeKind::link);
  CHECK(kind_of(cmark_node_last_child(cmark_node_next(list))) == NodeKind::footnote_reference);
  CHECK(kind_of(cmark_node_last_child(tree.root())) == NodeKind::footnote_definition);
}
