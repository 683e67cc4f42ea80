// What a new kind of page, or a new key, may not be without: words in both languages, a template, a place in the menu,
// a skeleton, a line in the guide for authors.
#include <catch2/catch.hpp>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "base/text.h"
#include "base/unicode.h"
#include "course/model/page_kind.h"
#include "embedded_files.h"
#include "markdown/front/fields.h"
#include "site_case.h"
#include "theme/view.h"

using namespace traff;
using namespace traff::testing;

namespace {

// The guide's rows of tables, folded, so that names are found as authors may write them.
std::string rows_of_the_guide() {
  const std::string guide = read_test_file(TRAFF_SOURCE_DIR "/docs/content-format.md");
  std::string rows;
  for (const std::string_view line : split_lines(guide)) {
    if (line.starts_with("|")) rows += fold(line) + "\n";
  }
  return rows;
}

bool has_words(std::string_view id) {
  static const auto strings = [] {
    std::vector<nlohmann::json> both;
    for (const char* language : {"sv", "en"})
      both.push_back(nlohmann::json::parse(embedded_file("themes/default/strings/" + std::string(language) + ".json")));
    return both;
  }();
  return std::ranges::all_of(strings, [&](const nlohmann::json& words) { return words.contains(id); });
}

bool has_skeletons(const PageKindRow& row) {
  return std::ranges::all_of(std::array{"sv", "en"}, [&](const std::string& language) {
    return !embedded_file("assets/skeletons/page/" + language + "/" + std::string(row.name) + ".md").empty();
  });
}

}  // namespace

TEST_CASE("each kind of page has all that a kind needs") {
  const std::string guide = rows_of_the_guide();
  for (const PageKindRow& row : page_kinds()) {
    INFO(row.name);
    const bool is_authors = !row.types.sv.empty();
    const bool has_menu = row.menu != MenuPlace::none;
    CHECK(!embedded_file("themes/default/templates/" + std::string(row.template_name) + ".mustache").empty());
    CHECK(std::ranges::count(template_kinds(), row.template_name) == 1);
    CHECK(has_menu == (is_authors && row.kind != PageKind::network));
    CHECK(has_words("search.kind." + std::string(row.name)) == (is_authors || row.kind == PageKind::start));
    CHECK(row.menu_title.empty() == (row.menu != MenuPlace::group));
    for (const std::string_view words : {row.menu_title, row.label}) CHECK((words.empty() || has_words(words)));
    CHECK((!row.has_skeleton || has_skeletons(row)));
    for (const std::string_view name : {first_name(row.folders, Language::sv), first_name(row.files, Language::sv)})
      CHECK((name.empty() || guide.find("`" + std::string(name)) != std::string::npos));
    CHECK((row.types.en.empty() || parse_page_kind(first_name(row.types, Language::en)) == row.kind));
  }
}

TEST_CASE("each key that readers see has words in both languages") {
  for (const KeyRow& row : key_rows()) {
    INFO(row.swedish);
    CHECK((row.shown != Shown::labelled || !row.label.empty()));
    CHECK((row.label.empty() || has_words(row.label)));
    CHECK(has_words(row.new_value));
  }
}
