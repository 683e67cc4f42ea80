// What a page full of wrong links, or of boxes, may cost and become.
#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

#include "test_site.h"

using namespace traff;
using namespace traff::testing;

namespace {

std::string times(int count, const std::string& before, const std::string& after) {
  std::string text;
  for (int i = 0; i < count; ++i) text += before + std::to_string(1000 + i) + after;
  return text;
}

std::string repeated(const std::string& line, int count) {
  std::string text;
  while (count-- > 0) text += line;
  return text;
}

int told(const TestSite& site, std::string_view code, std::string_view in_hint = "") {
  const auto& all = site.report().diagnostics;
  return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const Diagnostic& diagnostic) {
    return diagnostic.code == code &&
           (in_hint.empty() || (diagnostic.args.size() > 1 && diagnostic.args[1].starts_with(in_hint)));
  }));
}

}  // namespace

TEST_CASE("the heading that was meant is looked for two hundred times on a page, and once for each") {
  TestSite site;
  site.write("index.md", "# A\n\n" + times(300, "## Rubrik ", "\n\n") + times(300, "[b](#rubrik-", "x)\n\n") +
                             "[c](#rubrik-1000x)\n")
      .build();
  CHECK(told(site, "L2") == 301);
  CHECK(told(site, "L2", "Menade du #rubrik-") == 201);
}

TEST_CASE("the table of the year's meetings is shown once on a page, however often it is asked for") {
  TestSite site;
  site.write("index.md", "# A\nLäsår: 2019/2020\n\n" + repeated("::: program\n:::\n\n::: process\n:::\n\n", 200));
  for (int i = 1; i <= 30; ++i)
    site.write("traffar/" + std::to_string(i) + ".md",
               "# Träff " + std::to_string(i) + ": X\nDatum: " + std::to_string(i % 28 + 1) + " oktober\n");
  site.build();
  CHECK(told(site, "F20") == 398);
  CHECK(site.output("index.html").size() < 100'000);
}
