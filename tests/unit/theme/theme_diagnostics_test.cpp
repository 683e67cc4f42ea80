#include <catch2/catch.hpp>
#include <chrono>

#include "base/messages/codes.h"
#include "base/messages/format_diagnostic.h"
#include "theme/theme.h"

using namespace traff;

namespace {

std::string report(std::vector<ThemeFile> overrides, Language language = Language::sv) {
  std::string lines;
  for (const Diagnostic& diagnostic : load_theme(std::move(overrides), language).diagnostics) {
    lines += format_diagnostic(diagnostic, language);
  }
  return lines;
}

std::string report_page(std::string text) { return report({{"templates/page.mustache", std::move(text)}}); }

}  // namespace

TEST_CASE("M1: a section that never closes is shown where it opens") {
  CHECK(report_page("<p>\n  {{#toc}}\n</p>\n") ==
        "tema/templates/page.mustache:2:3: Fel: Mallen går inte att läsa: avsnittet ”toc” stängs aldrig med {{/toc}}.  "
        "[M1]\n"
        "    {{#toc}}\n"
        "    ^^^^^^^^\n"
        "  → Skriv {{namn}}, och stäng varje {{#namn}} med {{/namn}}.\n");
}

TEST_CASE("M1: every way to break a template has a place") {
  const auto place = [](std::string text) {
    const auto diagnostics = load_theme({{"templates/page.mustache", std::move(text)}}, Language::sv).diagnostics;
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].code == code::M1);
    return std::to_string(diagnostics[0].place.line) + ":" + std::to_string(diagnostics[0].place.column);
  };
  CHECK(place("å {{title") == "1:3");
  CHECK(place("{{{body}}") == "1:1");
  CHECK(place("\n\n{{/toc}}") == "3:1");
  CHECK(place("{{#toc}}\n{{/facts}}") == "2:1");
  CHECK(place("{{=<% %>=}}") == "1:1");
  CHECK(place("{{}}") == "1:1");
  CHECK(place("x {{ # }}") == "1:3");
  CHECK(place("{{two words}}") == "1:1");
  CHECK(place("ok\n\xFF\n") == "2:1");
  std::string deep;
  for (int i = 0; i < 60; ++i) deep += "{{#title}}";
  CHECK(place(deep) == "1:501");
}

TEST_CASE("M2: an unknown name is shown with the nearest known one") {
  CHECK(report_page("<p>\n{{titel}}</p>") ==
        "tema/templates/page.mustache:2:1: Fel: ”titel” finns inte för sidor av slaget ”page”.  [M2]\n"
        "  {{titel}}</p>\n"
        "  ^^^^^^^^^\n"
        "  → Menade du ”title”?\n");
}

TEST_CASE("M2: a name is known only where the contract has it") {
  CHECK(report_page("{{#facts}}{{label}}{{/facts}}").empty());
  CHECK(report_page("{{#breadcrumb}}{{iso}}{{/breadcrumb}}").find("[M2]") != std::string::npos);
  CHECK(report_page("{{#upcoming}}{{/upcoming}}").find("[M2]") != std::string::npos);
  CHECK(report_page("{{.}}").find("[M2]") != std::string::npos);
  CHECK(report_page("{{network.titel}}").find("[M2]") != std::string::npos);
}

TEST_CASE("M2: a default partial used where it does not fit is shown at the changed template's line") {
  CHECK(report_page("{{title}}\n{{> upcoming}}")
            .starts_with("tema/templates/page.mustache:2:1: Fel: ”upcoming” finns inte"));
}

TEST_CASE("M2: a mistake in a partial that every page uses is told once") {
  const auto diagnostics = load_theme({{"templates/pager.mustache", "{{hopp}}"}}, Language::sv).diagnostics;
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].place.path == "tema/templates/pager.mustache");
}

TEST_CASE("M3: a missing partial is shown with the nearest known one") {
  CHECK(report_page("{{> haeding}}") ==
        "tema/templates/page.mustache:1:1: Fel: Delmallen ”haeding” finns inte.  [M3]\n"
        "  {{> haeding}}\n"
        "  ^^^^^^^^^^^^^\n"
        "  → Menade du ”heading”?\n");
}

TEST_CASE("M4: a partial that includes itself is shown with the way round") {
  CHECK(
      report({{"templates/heading.mustache", "{{> toc}}"}, {"templates/toc.mustache", "\n{{> heading}}"}}) ==
      "tema/templates/toc.mustache:2:1: Fel: Delmallen ”heading” innehåller sig själv: heading → toc → heading  [M4]\n"
      "  {{> heading}}\n"
      "  ^^^^^^^^^^^^^\n"
      "  → Ta bort en av raderna {{> …}} på vägen.\n");
}

TEST_CASE("M5: an unknown interface string is shown with the nearest known one") {
  CHECK(report_page("{{t.meny}}") ==
        "tema/templates/page.mustache:1:1: Fel: Det finns ingen gränssnittstext ”meny”.  [M5]\n"
        "  {{t.meny}}\n"
        "  ^^^^^^^^^^\n"
        "  → Menade du ”menu”?\n");
}

TEST_CASE("M6: a broken strings file is shown where reading stopped") {
  const std::string lines = report({{"strings/sv.json", "{\n  \"menu\": \"Meny\"\n  \"home\": \"Hem\"\n}\n"}});
  CHECK(lines.starts_with(
      "tema/strings/sv.json:3:8: Fel: Filen med gränssnittstexter går inte att läsa: här väntades något annat.  [M6]\n"
      "    \"home\": \"Hem\"\n"));
  CHECK(report({{"strings/sv.json", "[]"}}).starts_with("tema/strings/sv.json:1:1: Fel:"));
  CHECK(report({{"strings/sv.json", "{\n\"menu\": 3}"}}).starts_with("tema/strings/sv.json:2:1: Fel:"));
  CHECK(report({{"strings/sv.json", ""}}).starts_with("tema/strings/sv.json:1:1: Fel:"));
}

TEST_CASE("M7: a file or a string the theme does not have is a warning with the nearest name") {
  CHECK(report({{"sita.css", "x"}}) ==
        "tema/sita.css: Varning: ”sita.css” används inte: temat har inget med det namnet.  [M7]\n"
        "  → Menade du ”site.css”?\n");
  CHECK(report({{"strings/sv.json", R"({"menyu": "x"})"}})
            .starts_with("tema/strings/sv.json: Varning: ”menyu” används inte"));
  CHECK(report({{"templates/begn.mustache", "x"}}).find("Menade du ”templates/begin.mustache”?") != std::string::npos);
}

TEST_CASE("a partial and a string of the site's own are welcome when a template uses them") {
  CHECK(report({{"templates/page.mustache", "{{> logo}}"},
                {"templates/logo.mustache", "{{t.slogan}}"},
                {"strings/sv.json", R"({"slogan": "Lär av varandra"})"}})
            .empty());
}

TEST_CASE("M8: a name used in the wrong way is shown with the right way") {
  CHECK(report_page("{{body}}").find("→ Skriv {{{body}}}.") != std::string::npos);
  CHECK(report_page("{{{title}}}").find("→ Skriv {{title}}.") != std::string::npos);
  CHECK(report_page("{{&title}}").find("→ Skriv {{title}}.") != std::string::npos);
  CHECK(report_page("{{facts}}").find("→ Skriv {{#facts}} … {{/facts}}.") != std::string::npos);
  CHECK(report_page("{{draft}}").find("→ Skriv {{#draft}} … {{/draft}}.") != std::string::npos);
  CHECK(report_page("{{#t.menu}}x{{/t.menu}}").find("[M8]") != std::string::npos);
}

TEST_CASE("theme messages speak English too") {
  const auto diagnostics = load_theme({{"templates/page.mustache", "{{titel}}"}}, Language::en).diagnostics;
  REQUIRE(diagnostics.size() == 1);
  CHECK(message_of(diagnostics[0], Language::en) == "“titel” does not exist for pages of the kind “page”.");
  CHECK(hint_of(diagnostics[0], Language::en) == "Did you mean “title”?");
}

TEST_CASE("a theme that grows without end or is wrong everywhere is refused in bounded time") {
  std::vector<ThemeFile> doubling;
  for (int i = 0; i < 40; ++i) {
    const std::string next = "{{> p" + std::to_string(i + 1) + "}}";
    doubling.push_back({"templates/p" + std::to_string(i) + ".mustache", next + next});
  }
  doubling.push_back({"templates/p40.mustache", "x"});
  doubling.push_back({"templates/page.mustache", "{{> p0}}"});
  const auto start = std::chrono::steady_clock::now();
  CHECK(report(std::move(doubling)).find("[M1]") != std::string::npos);
  std::string wrong;
  for (int i = 0; i < 100'000; ++i) wrong += "{{x" + std::to_string(i) + "}}";
  CHECK_FALSE(report_page(wrong).empty());
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}
