// The guide for authors is run: each of its examples is a site of its own, without a single message.
#include <catch2/catch.hpp>

#include <algorithm>

#include "base/text.h"
#include "markdown/front/fields.h"
#include "site_case.h"

using namespace traff;
using namespace traff::testing;

namespace {

const std::string guide_path = TRAFF_SOURCE_DIR "/docs/content-format.md";

struct Example {
  std::size_t line = 0;  // of its fence in the guide
  std::vector<CaseFile> files;
};

std::vector<Example> read_examples(std::string_view guide) {
  std::vector<Example> examples;
  std::string text;
  std::size_t number = 0;
  bool inside = false;
  for (const std::string_view line : split_lines(guide)) {
    ++number;
    if (line == "```markdown exempel") {
      examples.push_back({number, {}});
      inside = true;
    } else if (inside && line == "```") {
      examples.back().files = parse_site_case(text).files;
      text.clear();
      inside = false;
    } else if (inside) {
      text += std::string(line) + "\n";
    }
  }
  return examples;
}

bool is_page(const CaseFile& file) { return file.path.ends_with(".md"); }

bool is_draft(const CaseFile& file) {
  return file.text.find("Status: utkast") != std::string::npos || file.text.find("status: utkast") != std::string::npos;
}

// Content path → its page in the site, "" without one.
std::string address_of(const std::string& path, const BuildReport& report) {
  const auto found = std::find_if(report.addresses.begin(), report.addresses.end(),
                                  [&](const PageAddress& page) { return page.path == path; });
  return found == report.addresses.end() ? std::string() : found->address;
}

void check_example(const Example& example) {
  TestSite site;
  for (const CaseFile& file : example.files) site.write(file.path, file.text);
  site.build();
  CHECK(site.diagnostics() == "");
  const Paths outputs = site.outputs();
  for (const CaseFile& file : example.files) {
    if (!is_page(file)) continue;
    INFO(file.path);
    const std::string address = address_of(file.path, site.report());
    CHECK(address.empty() == is_draft(file));
    CHECK((address.empty() || std::count(outputs.begin(), outputs.end(), address) == 1));
  }
}

// The names in `backticks` that begin the rows of the table under a heading.
std::vector<std::string> names_in_table(std::string_view guide, std::string_view heading) {
  std::vector<std::string> names;
  const std::size_t begin = guide.find(heading);
  REQUIRE(begin != std::string_view::npos);
  const std::size_t end = guide.find("\n#", begin + heading.size());
  for (const std::string_view line : split_lines(guide.substr(begin, end - begin))) {
    if (!line.starts_with("| `")) continue;
    const auto parts = split(line.substr(0, line.find('|', 1)), '`');
    for (std::size_t i = 1; i < parts.size(); i += 2) names.emplace_back(parts[i]);
  }
  return names;
}

}  // namespace

TEST_CASE("every example of the content format builds without a message and gives its pages") {
  const std::vector<Example> examples = read_examples(read_test_file(guide_path));
  CHECK(examples.size() > 15);
  for (const Example& example : examples) {
    DYNAMIC_SECTION("docs/content-format.md:" << example.line) {
      REQUIRE_FALSE(example.files.empty());
      check_example(example);
    }
  }
}

TEST_CASE("every key of the content format's table is a key") {
  const std::vector<std::string> names = names_in_table(read_test_file(guide_path), "### Alla nycklar\n");
  CHECK(names.size() > 25);
  for (const std::string& name : names) {
    INFO(name);
    CHECK(parse_key(name) != Key::unknown);
  }
}
