#include "markdown/lines/line_marks.h"

#include <catch2/catch.hpp>

#include "base/text.h"

using namespace traff;

namespace {

LinkDefinition definition(std::string_view text, std::size_t offset = 0) {
  const std::vector<std::string_view> lines = split_lines(text);
  return link_definition_at(lines, offset);
}

}  // namespace

TEST_CASE("a definition that leads somewhere is an address") {
  CHECK(definition("[a]: https://example.org") == LinkDefinition::address);
  CHECK(definition("[a b]: sida.md \"Titel\"") == LinkDefinition::address);
  CHECK(definition("[a]: <min sida.md>") == LinkDefinition::address);
  CHECK(definition("[a]: #rubrik") == LinkDefinition::address);
  CHECK(definition("[a]: mailto:a@b.se") == LinkDefinition::address);
  CHECK(definition("[a]: lnu.se") == LinkDefinition::address);
  CHECK(definition("[a]:\n  /b/c") == LinkDefinition::address);
  CHECK(definition("> [a\n> b]:\n> /c", 2) == LinkDefinition::address);
}

TEST_CASE("a definition that leads nowhere is words") {
  CHECK(definition("[OBS]: dator") == LinkDefinition::words);
  CHECK(definition("[OBS]: ta med dator") == LinkDefinition::words);
  CHECK(definition("[OBS]: <ta med dator>") == LinkDefinition::words);
  CHECK(definition("[Tid]: 9.30") == LinkDefinition::words);
  CHECK(definition("[Tid]: 09:30") == LinkDefinition::words);
  CHECK(definition("[OBS]: dator.") == LinkDefinition::words);
  CHECK(definition("[OBS\nnu]:\ndator") == LinkDefinition::words);
  CHECK(definition("- [OBS]: dator", 2) == LinkDefinition::words);
}

TEST_CASE("other lines are no definitions") {
  CHECK(definition("[a](b.md): c") == LinkDefinition::none);
  CHECK(definition("[a](b.md) och [c]: d") == LinkDefinition::none);
  CHECK(definition("[^1]: not") == LinkDefinition::none);
  CHECK(definition("[a[b]: c") == LinkDefinition::none);
  CHECK(definition("[a\\]: c") == LinkDefinition::none);
  CHECK(definition("[a]:") == LinkDefinition::none);
  CHECK(definition("[a]:\n\nb") == LinkDefinition::none);
  CHECK(definition("[" + std::string(2000, 'a') + "]: b") == LinkDefinition::none);
  CHECK(definition("text") == LinkDefinition::none);
}
