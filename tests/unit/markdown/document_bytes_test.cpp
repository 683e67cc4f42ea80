#include "markdown/document/document.h"

#include <catch2/catch.hpp>

#include "markdown/parsed_expectation.h"
#include "markdown/sample_markdown.h"

using namespace traff;

namespace {

bool same(const Document& a, const Document& b) {
  return a.id == b.id && a.front_matter == b.front_matter && a.title == b.title && a.title_line == b.title_line &&
         a.headings == b.headings && a.slots == b.slots && short_forms(a.diagnostics) == short_forms(b.diagnostics) &&
         a.refused == b.refused && a.html_size == b.html_size;
}

ParsedDocument rich_document() {
  return parsed(
      "---\ntitel: Ö\nplatts: Kalmar\n---\n# R\n\n[här](http://a.b)[^1] ![b](c.png \"t\") Träff 2\n\n[^1]: N\n");
}

}  // namespace

TEST_CASE("a document comes back from its bytes as it was") {
  for (std::uint32_t seed = 1; seed <= 200; ++seed) {
    const ParsedDocument document = parsed(make_sample_markdown(seed, {true, true}).text);
    const auto head = parse_head(head_bytes(document.document));
    REQUIRE(head);
    REQUIRE(same(*head, document.document));
  }
}

TEST_CASE("an empty document comes back too") { CHECK(parse_head(head_bytes(Document()))); }

TEST_CASE("bytes cut short or too long give nothing") {
  const std::string head = head_bytes(rich_document().document);
  for (std::size_t size = 0; size < head.size(); ++size)
    REQUIRE_FALSE(parse_head(std::string_view(head).substr(0, size)));
  CHECK_FALSE(parse_head(head + "x"));
}

TEST_CASE("bytes gone bad give nothing or a document, never more memory than they take") {
  const std::string head = head_bytes(rich_document().document);
  for (std::size_t at = 0; at < head.size(); ++at) {
    for (const char wrong : {'\x00', '\xFF', '\x7F'}) {
      std::string changed = head;
      changed[at] = wrong;
      parse_head(changed);
    }
  }
  const std::string many("\xFF\xFF\xFF\x0F", 4);
  CHECK_FALSE(parse_head(std::string(20, '\0') + many + std::string(1000, '\0')));
}
