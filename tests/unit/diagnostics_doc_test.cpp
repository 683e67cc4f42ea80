// docs/diagnostics.md and the message catalogue say the same, and every example does what it claims.
#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

#include "base/messages/catalogue.h"
#include "base/text.h"
#include "documented_codes.h"
#include "test_site.h"

using namespace traff;
using namespace traff::testing;

namespace {

std::vector<DocumentedCode> documented() {
  return read_documented_codes(read_test_file(TRAFF_SOURCE_DIR "/docs/diagnostics.md"));
}

std::vector<MessageText> catalogue() {
  std::vector<MessageText> all;
  for (const auto family : {text_messages(), structure_messages(), fact_messages(), site_messages(), people_messages(),
                            failure_messages(), reference_messages()}) {
    all.insert(all.end(), family.begin(), family.end());
  }
  return all;
}

bool ends_as_sentence(std::string_view text) {
  return text.ends_with('.') || text.ends_with('?') || text.ends_with('}') || text.ends_with('|');
}

}  // namespace

TEST_CASE("every code has a constant, a row of the catalogue and a section in docs/diagnostics.md") {
  const std::string header = read_test_file(TRAFF_SOURCE_DIR "/generator/base/messages/codes.h");
  std::multiset<std::string> constants;
  for (const std::string_view line : split_lines(header)) {
    if (!line.starts_with("inline constexpr MessageCode<")) continue;
    const std::string name(line.substr(line.find('"') + 1, line.rfind('"') - line.find('"') - 1));
    CHECK(line.find("> " + name + "{") != std::string_view::npos);
    constants.insert(name);
  }
  std::multiset<std::string> in_catalogue;
  for (const MessageText& row : catalogue()) in_catalogue.insert(row.code.name());
  std::multiset<std::string> in_document;
  for (const DocumentedCode& section : documented()) in_document.insert(section.code);
  CHECK(in_catalogue == constants);
  CHECK(in_document == constants);
}

TEST_CASE("every section has a title, words of its own, and examples of both kinds or none") {
  for (const DocumentedCode& section : documented()) {
    INFO(section.code);
    CHECK(section.title.size() > 4);
    CHECK(section.words.size() > 60);
    const auto wrong =
        std::count_if(section.examples.begin(), section.examples.end(), [](const auto& e) { return e.is_wrong; });
    CHECK((section.examples.empty() || (wrong > 0 && static_cast<std::size_t>(wrong) < section.examples.size())));
    const bool about_facts_or_structure = section.code[0] == 'F' || section.code[0] == 'S' || section.code[0] == 'L';
    CHECK((!about_facts_or_structure || !section.examples.empty()));
  }
}

TEST_CASE("a wrong example gives its code once and nothing else, a right one gives nothing") {
  for (const DocumentedCode& section : documented()) {
    for (const DocumentedExample& example : section.examples) {
      TestSite site;
      site.options().today = std::chrono::year(2019) / 10 / 1;
      site.write(example.files).build();
      INFO(section.code << (example.is_wrong ? " fel" : " rätt") << "\n" << site.diagnostics());
      CHECK(site.codes() == (example.is_wrong ? Paths{section.code} : Paths{}));
    }
  }
}

TEST_CASE("a message says the same in both languages, in whole sentences, and what to do") {
  for (const MessageText& row : catalogue()) {
    INFO(row.code.name());
    CHECK_FALSE(row.sv.empty());
    CHECK_FALSE(row.en.empty());
    CHECK_FALSE(row.hint_sv.empty());
    CHECK_FALSE(row.hint_en.empty());
    CHECK(ends_as_sentence(row.sv));
    CHECK(ends_as_sentence(row.hint_sv));
    CHECK(ends_as_sentence(row.hint_en));
    CHECK(row.sv.find("…..") == std::string_view::npos);
    CHECK(row.sv.find("\"") == std::string_view::npos);
  }
}

TEST_CASE("a section with examples is read as files and their text") {
  const auto codes = read_documented_codes(
      "# Rubrik\n\n## X1 Något\n\nOrd.\n\n```markdown fel\n-- a/b.md --\nett\n\ntvå\n-- c.md "
      "--\ntre\n```\n\n```markdown rätt\nbara text\n```\n");
  REQUIRE(codes.size() == 1);
  CHECK(codes[0].code == "X1");
  CHECK(codes[0].title == "Något");
  CHECK(codes[0].words == "\nOrd.\n\n\n");
  CHECK(codes[0].examples[0].is_wrong);
  CHECK(codes[0].examples[0].files == FilesByPath{{"a/b.md", "ett\n\ntvå\n"}, {"c.md", "tre\n"}});
  CHECK(codes[0].examples[1].files == FilesByPath{{"sida.md", "bara text\n"}});
}
