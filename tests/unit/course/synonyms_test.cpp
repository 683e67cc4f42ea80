#include "base/messages/codes.h"
#include "course/assemble_course.h"

#include <catch2/catch.hpp>

using namespace traff;

namespace {

Document settings(std::vector<std::string> items) {
  Document document;
  document.path = "index.md";
  Field field;
  field.key = Key::synonyms;
  field.name = "synonymer";
  field.items = std::move(items);
  document.front_matter.fields.push_back(std::move(field));
  return document;
}

}  // namespace

TEST_CASE("equals signs stand between words of one meaning") {
  std::vector<Diagnostic> diagnostics;
  const auto groups =
      read_synonyms(settings({"SKA = systematiskt kvalitetsarbete", "rektor=Chef =skolledare"}), diagnostics);
  CHECK(groups == std::vector<std::vector<std::string>>{{"ska", "systematiskt kvalitetsarbete"},
                                                        {"rektor", "chef", "skolledare"}});
  CHECK(diagnostics.empty());
}

TEST_CASE("a word without another is a warning") {
  std::vector<Diagnostic> diagnostics;
  CHECK(read_synonyms(settings({"SKA"}), diagnostics).empty());
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].code == code::F36);
}
