// What a page full of wrong links, or of boxes, may cost and become.
#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

#include "base/messages/codes.h"
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

int told(const TestSite& site, Code code, std::string_view in_hint = "") {
  const auto& all = site.report().diagnostics;
  return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const Diagnostic& diagnostic) {
    return diagnostic.code == code &&
           (in_hint.empty() || (diagnostic.args.size() > 1 && diagnostic.args[1].sv.starts_with(in_hint)));
  }));
}

std::size_t count_of(std::string_view words, const std::string& text) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(words, at)) != std::string::npos; at += words.size()) ++count;
  return count;
}

constexpr std::size_t uses_of_link = 29'600;
constexpr std::size_t link_bytes = 460;

// A cmark-gfm newer than 0.29.0.gfm.6 takes no more of addresses and titles than the text has bytes, if that is over
// 100,000. It leaves later uses as they are written: each of them is on the page.
bool is_kept_small_by_library(const std::string& html, const std::string& text) {
  const std::size_t left = count_of("[a]", html);
  return left > 0 && left < uses_of_link && (uses_of_link - left) * link_bytes <= text.size();
}

}  // namespace

TEST_CASE("the heading that was meant is looked for two hundred times on a page, and once for each") {
  TestSite site;
  site.write("index.md", "# A\n\n" + times(300, "## Rubrik ", "\n\n") + times(300, "[b](#rubrik-", "x)\n\n") +
                             "[c](#rubrik-1000x)\n")
      .build();
  CHECK(told(site, code::L2) == 301);
  CHECK(told(site, code::L2, "Menade du #rubrik-") == 201);
}

TEST_CASE("a link as beginners write it is told what was meant") {
  struct Row {
    std::string written, hint;
  };
  for (const auto& [written, hint] : {
           Row{"www.example.org", "Menade du https://www.example.org?"},
           Row{"example.se/sida", "Menade du https://example.se/sida?"},
           Row{"alva@example.org", "Menade du mailto:alva@example.org?"},
           Row{"filer\\karta.png", "Menade du filer/karta.png?"},
           Row{"<C:\\Users\\alva\\karta.png>", "Vägen leder till en fil på din egen dator"},
           Row{"<filer/C# kurs.txt>", "Menade du filer/C%23 kurs.txt?"},
           Row{"om/", "Menade du om/README.md?"},
           Row{"finns/inte.md", "Skriv vägen från den här filen"},
       }) {
    INFO(written);
    TestSite site;
    site.write("index.md", "# N\n\nSe [det här](" + written + ") och [filen](<filer/C%23 kurs.txt>).\n");
    site.write("filer/C# kurs.txt", "text").write("om/README.md", "# Om\n\nText.\n").build();
    CHECK(told(site, code::L1, hint) == 1);
  }
}

TEST_CASE("a page that would be many times its text is a notice or kept small, whatever makes it grow") {
  const std::string title(link_bytes, 't');
  const std::string uses = repeated("[a] [a] [a] [a] [a] [a] [a] [a]\n\n", 3'700);
  TestSite site;
  site.write("index.md", "# A\n\n");
  const std::string with_title = "# A\n\n[a]: /u \"" + title + "\"\n\n" + uses;
  const std::string with_address = "# A\n\n[a]: https://example.org/" + title + "\n\n" + uses;
  site.write("titel.md", with_title).write("adress.md", with_address);
  site.write("bild.md", "# A\n\n[a]: bild.png \"" + title + "\"\n\n" + repeated("![b][a]\n\n", 24'000));
  site.write("ringar.md", "# A\n\n" + repeated("::: cykel\n1. A\n2. B\n3. C\n4. D\n5. E\n:::\n", 7'000));
  site.write("bild.png", "png");
  site.build();
  CHECK(told(site, code::B7) == 1);
  const bool kept_small = is_kept_small_by_library(site.output("titel.html"), with_title);
  CHECK(kept_small == is_kept_small_by_library(site.output("adress.html"), with_address));
  CHECK(told(site, code::B9) == (kept_small ? 1 : 3));
  for (const auto& [path, bytes] : site.files()) {
    INFO(path);
    CHECK(bytes.size() < 1'000'000);
  }
}

TEST_CASE("a page whose links would make it many times its text loses them") {
  TestSite site;
  site.write("index.md", "# A\nLäsår: 2019/2020\n\nText.\n");
  site.write("traffar/1-" + std::string(180, 'x') + ".md", "# Träff 1: X\n\nText.\n");
  site.write("sida.md", "# B\n\n" + repeated(repeated("Träff 1 ", 100) + "\n\n", 900)).build();
  CHECK(told(site, code::B10) == 1);
  CHECK(site.output("sida.html").size() < 2'000'000);
}

TEST_CASE("the table of the year's meetings is shown once on a page, however often it is asked for") {
  TestSite site;
  site.write("index.md", "# A\nLäsår: 2019/2020\n\n" + repeated("::: program\n:::\n\n::: process\n:::\n\n", 200));
  for (int i = 1; i <= 30; ++i)
    site.write("traffar/" + std::to_string(i) + ".md",
               "# Träff " + std::to_string(i) + ": X\nDatum: " + std::to_string(i % 28 + 1) + " oktober\n");
  site.build();
  CHECK(told(site, code::F20) == 398);
  CHECK(site.output("index.html").size() < 100'000);
}
