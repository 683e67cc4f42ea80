#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>

#include "site_case.h"

using namespace traff;
using namespace traff::testing;

namespace {

const std::string cases_folder = TRAFF_SOURCE_DIR "/tests/cases";

Paths case_names() {
  Paths names;
  for (const auto& entry : std::filesystem::directory_iterator(cases_folder)) {
    if (entry.path().extension() == ".txt") names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

SiteCase with_expectations(SiteCase site_case, std::vector<Expectation> expectations) {
  site_case.expectations = std::move(expectations);
  return site_case;
}

// Lines that a page must hold are chosen by hand: only an empty list of them is filled in.
SiteCase updated(const SiteCase& wanted, std::vector<Expectation> actual) {
  for (std::size_t i = 0; i < wanted.expectations.size(); ++i) {
    const Expectation& chosen = wanted.expectations[i];
    if (chosen.kind == "html" && !chosen.lines.empty()) actual[i] = chosen;
  }
  return with_expectations(wanted, std::move(actual));
}

void update_case(const std::string& name, const SiteCase& wanted, const std::vector<Expectation>& actual) {
  if (std::getenv("UPDATE_EXPECTED") == nullptr) return;
  const std::string text = format_site_case(updated(wanted, actual));
  if (text == read_test_file(cases_folder + "/" + name)) return;
  write_test_file(cases_folder + "/" + name, text);
  WARN("rewrote " << name);
}

}  // namespace

// One site per file. UPDATE_EXPECTED=1 rewrites the expectations; read the diff.
TEST_CASE("every site case gives what its file says") {
  for (const std::string& name : case_names()) {
    DYNAMIC_SECTION(name) {
      SiteCase wanted = parse_site_case(read_test_file(cases_folder + "/" + name));
      CHECK(wanted.description.size() > 10);
      CHECK_FALSE(wanted.expectations.empty());
      const auto actual = run_site_case(wanted);
      update_case(name, wanted, actual);
      wanted = parse_site_case(read_test_file(cases_folder + "/" + name));
      CHECK(format_expectations(actual) == format_expectations(wanted.expectations));
    }
  }
}

TEST_CASE("a site case is read in parts and written as it was") {
  const std::string text =
      "What it shows.\n"
      "-- index.md --\n# Hej\n\nText\n"
      "-- gammal.md [latin-1] --\nå\n"
      "== html index.html\n<h1>Hej</h1>\n! <h2>\n"
      "\n== diagnostics\n";
  const SiteCase read = parse_site_case(text);
  CHECK(read.description == "What it shows.\n");
  CHECK(read.files.size() == 2);
  CHECK(read.files[0].text == "# Hej\n\nText\n");
  CHECK(read.files[1].how == "latin-1");
  CHECK(read.expectations[0].subject == "index.html");
  CHECK(read.expectations[0].lines == Paths{"<h1>Hej</h1>", "! <h2>"});
  CHECK(format_site_case(read) == text);
}

TEST_CASE("a site case that does not hold is told with what stands there instead") {
  const SiteCase wanted = parse_site_case(
      "x\n-- index.md --\n# Hej\n\nText som finns\n"
      "== html index.html\n<p>Text som saknas</p>\n! <h1>\n\n== files\nfel.html\n\n== diagnostics\nindex.md:1: Fel\n");
  const auto actual = run_site_case(wanted);
  CHECK(actual[0].lines == Paths{"<p>Text som finns</p>"});
  CHECK(actual[1].lines == Paths{"404.html", "index.html", "sok.html"});
  CHECK(actual[2].lines.empty());
}

TEST_CASE("fragments of a page must stand in the order they are written") {
  const SiteCase wanted =
      parse_site_case("x\n-- index.md --\n# Hej\n\nett\n\ntvå\n== html index.html\n<p>två</p>\n<p>ett</p>\n");
  CHECK(run_site_case(wanted)[0].lines != wanted.expectations[0].lines);
}
