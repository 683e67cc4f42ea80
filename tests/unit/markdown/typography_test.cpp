#include "markdown/lines/typography.h"

#include <catch2/catch.hpp>

using namespace traff;

namespace {

std::string swedish(std::string_view text) { return typeset(text, Language::sv); }

}  // namespace

TEST_CASE("Swedish quotation marks look the same on both sides (T9)") {
  CHECK(swedish("“a” och ‘b’") == "”a” och ’b’");
  CHECK(typeset("“a” and ‘b’", Language::en) == "“a” and ‘b’");
  CHECK(swedish("…–€") == "…–€");
}

TEST_CASE("a hyphen between rising numbers is a dash (T10)") {
  CHECK(swedish("13-16") == "13–16");
  CHECK(swedish("09.00-16.30") == "09.00–16.30");
  CHECK(swedish("9-9.30") == "9–9.30");
  CHECK(swedish("s. 3-5, 20-30 minuter") == "s. 3–5, 20–30 minuter");
  CHECK(swedish("1-2-") == "1-2-");
}

TEST_CASE("a hyphen between spaces is a dash (T10)") {
  CHECK(swedish("MyMoodle - lärplattform") == "MyMoodle – lärplattform");
  CHECK(swedish("a -b") == "a -b");
  CHECK(swedish("a  -  b") == "a  -  b");
  CHECK(swedish("- a") == "- a");
  CHECK(swedish("a -") == "a -");
}

TEST_CASE("dates, telephone numbers and words keep their hyphens") {
  for (const std::string_view text : {"2019-10-10", "0480-44 60 00", "070-123 45 67", "16-13", "e-post", "A4-ark",
                                      "H17-A", "10-5", "1-1", "12345-23456", "3/4-5/6", "+46-480", "a1-2", "2-3b"}) {
    CHECK(swedish(text) == text);
  }
}

TEST_CASE("numbers with hyphens in them, and addresses, are left as they are") {
  for (const char* text :
       {"rum 2-104", "i sal 3-214.", "Hus 1-3", "Hörsal 1-2", "mötes-id 12-34", "lösenordskod 12-34", "dnr 3-56",
        "version 2.1-2.4", "https://example.org/rapport?sidor=12-14", "www.example.org/1-2"})
    CHECK(typeset(text, Language::sv) == text);
  CHECK(typeset("steg 2-4", Language::sv) == "steg 2–4");
}

TEST_CASE("long numbers are no range and cost nothing") {
  CHECK(swedish(std::string(30, '1') + "-2") == std::string(30, '1') + "-2");
  CHECK(swedish("1-" + std::string(30, '9')) == "1-" + std::string(30, '9'));
}

TEST_CASE("text is typeset in place") {
  std::string text = "1-2 “a”";
  typeset_in_place(text, Language::sv);
  CHECK(text == "1–2 ”a”");
}

TEST_CASE("soft hyphens are no part of words") { CHECK(without_soft_hyphens("sam\xC2\xADtals\xC2\xAD") == "samtals"); }
