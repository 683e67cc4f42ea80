#include "pages/views/overview_view.h"

#include <catch2/catch.hpp>

#include "markdown/parse_document.h"

using namespace traff;

namespace {

View list_of(const std::string& text, PageKind kind = PageKind::page) {
  return contents_list(parse_document({"sida.md", {}, text}, {}).document.headings, kind);
}

std::string headings(int count, const std::string& words) {
  std::string text = "# Sidan\n";
  for (int i = 0; i < count; ++i) text += "\n## " + words + "\n\nText.\n";
  return text;
}

std::size_t children_of_first(const View& list) {
  const View::Entry* children = list.find("items")->items.front().find("children");
  return children == nullptr ? 0 : children->items.size();
}

}  // namespace

TEST_CASE("two headings are too few for a list of contents, except in a report") {
  CHECK(list_of(headings(2, "Mål")).empty());
  CHECK(list_of(headings(3, "Mål")).find("items")->items.size() == 3);
  CHECK(list_of(headings(1, "Mål"), PageKind::report).find("items")->items.size() == 1);
}

TEST_CASE("a list of contents is long when it would not fit beside the text in a low window") {
  CHECK(list_of(headings(14, "Mål")).find("long") == nullptr);
  CHECK(list_of(headings(20, "Mål")).find("long") != nullptr);
  CHECK(list_of(headings(14, "En rubrik så lång att den tar två rader")).find("long") != nullptr);
}

TEST_CASE("a presentation's list names its slides, not the columns on them") {
  const std::string slides =
      "# Behov\n\n## Hos dig\n\nMod.\n\n## På skolan\n\nTid.\n\n# Frågor\n\nText.\n\n# Slut\n\nTack.\n";
  CHECK(children_of_first(list_of("---\ntyp: presentation\n---\n\n" + slides, PageKind::deck)) == 0);
}
