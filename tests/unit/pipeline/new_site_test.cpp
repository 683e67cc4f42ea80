// `traff new site`: what it makes is whole, checked and written over nothing.
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>

#include "pipeline/build_site.h"
#include "pipeline/commands/new_material.h"
#include "pipeline/made_site.h"
#include "skeleton/make_skeleton.h"
#include "test_site.h"

using namespace traff;
using namespace traff::testing;

namespace {

namespace fs = std::filesystem;

constexpr Date some_day = std::chrono::year(2026) / 8 / 20;

Paths codes_at(const MadeSite& site, const Date& today) {
  BuildOptions options;
  options.content = site.path();
  options.today = today;
  Paths codes;
  for (const Diagnostic& found : check_site(options).diagnostics) codes.push_back(found.code.name());
  return codes;
}

NewRequest request_for(const std::string& name) {
  NewRequest request{"webbplats", name, ""};
  request.today = some_day;
  return request;
}

std::string refusal(const NewRequest& request) {
  return failure_code([&] { write_new_material({}, request); });
}

}  // namespace

TEST_CASE("a new site says what is to be replaced, and filled in it has nothing against it, on any day") {
  for (const Language language : {Language::sv, Language::en}) {
    const MadeSite site(language);
    const Paths codes = codes_at(site, some_day);
    CHECK(codes.size() > 3);
    CHECK(std::ranges::count(codes, std::string("U8")) == static_cast<std::ptrdiff_t>(codes.size()));
    site.fill_in();
    for (const Date& day :
         {some_day, Date(std::chrono::year(2026) / 10 / 20), Date(std::chrono::year(2027) / 1 / 13)}) {
      CHECK(codes_at(site, day) == Paths{});
    }
    site.sandbox().commit_all();
    CHECK(codes_at(site, some_day) == Paths{});
    CHECK(site.sandbox().git("status --porcelain").empty());
    CHECK(site.sandbox().git("symbolic-ref --short HEAD") == "main\n");
  }
}

TEST_CASE(
    "a new site says all that is not published, to one reader, and git keeps none of what is private wherever it "
    "stands") {
  for (const Language language : {Language::sv, Language::en}) {
    const MadeSite site(language);
    const std::string text = site.read("README.md");
    for (const char* name : {"`privat`", "`private`", language == Language::sv ? "punkt" : "dot"})
      CHECK(text.find(name) != std::string::npos);
    for (const char* word : {" ni ", " era ", " er "}) CHECK(text.find(word) == std::string::npos);
    for (const char* file : {"privat/a.csv", "content/privat/a.csv", "content/n/private/a.csv"})
      site.sandbox().write(file, "A");
    CHECK(site.sandbox().git("status --porcelain -uall").find("a.csv") == std::string::npos);
  }
}

TEST_CASE("a new site's days are schooldays, whatever the year") {
  for (int year = 2020; year < 2060; ++year) {
    for (const SiteSkeletonFile& file : make_site_skeleton({"A", year, Language::sv})) {
      CHECK(file.bytes.find("{first}") == std::string::npos);
      CHECK(file.bytes.find("{years}") == std::string::npos);
    }
    for (const Date& day : {Date(std::chrono::year(year) / 10 / std::chrono::Thursday[2]),
                            Date(std::chrono::year(year + 1) / 1 / std::chrono::Thursday[3]),
                            Date(std::chrono::year(year + 1) / 3 / std::chrono::Wednesday[2])}) {
      CHECK_FALSE(red_day(day).has_value());
    }
  }
  CHECK(school_year_for(std::chrono::year(2027) / 2 / 28) == 2026);
  CHECK(school_year_for(std::chrono::year(2027) / 3 / 1) == 2027);
}

TEST_CASE("a new site has the name it is given, in a folder called so") {
  const GitSandbox sandbox;
  const CurrentFolder inside(sandbox.folder());
  const NewReport report = write_new_material({}, request_for("Kalmar: {years} & \"vi\""));
  CHECK(report.site_folder == "kalmar-years-vi");
  CHECK(read_test_file("kalmar-years-vi/content/index.md").find("\ntitel: Kalmar: {years} & \"vi\"\n") !=
        std::string::npos);
  fs::create_directories("inuti");
  NewRequest elsewhere = request_for("Växjö");
  elsewhere.folder = "inuti";
  CHECK(write_new_material({}, elsewhere).site_folder == "inuti/vaxjo");
}

TEST_CASE("a new site is put in an empty folder or an empty clone, and never over anything") {
  const GitSandbox sandbox;
  const CurrentFolder inside(sandbox.folder());
  CHECK(refusal(request_for("")) == "W58");
  CHECK(refusal(request_for("!")) == "W58");
  fs::create_directories("upptagen");
  sandbox.write("upptagen/anteckning.txt", "Min egen.");
  CHECK(refusal(request_for("Upptagen")) == "W51");
  CHECK(refusal(request_for("./upptagen/anteckning.txt")) == "W51");
  CHECK(files_below("upptagen", true).size() == 1);
  sandbox.git("init -q -b trunk klon");
  CHECK(refusal(request_for("./klon")) == "");
  CHECK(sandbox.git("-C klon symbolic-ref --short HEAD") == "trunk\n");
  CHECK(refusal(request_for("./klon")) == "W51");
  fs::create_directories("tom");
  const CurrentFolder empty("tom");
  CHECK(write_new_material({}, request_for(".")).site_folder == ".");
  CHECK(read_test_file("content/index.md").find("\ntitel: tom\n") != std::string::npos);
}
