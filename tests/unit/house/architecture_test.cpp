// The drawing of the house (docs/ARCHITECTURE.md) held against the house.
#include <catch2/catch.hpp>

#include <algorithm>

#include "house/source_rules.h"
#include "output/temporary_folder.h"

using namespace traff::testing;

namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

const std::string top = TRAFF_SOURCE_DIR;

bool is_written_by_people(const fs::path& path) {
  const std::string name = path.filename().string();
  if (name == "package-lock.json") return false;
  const std::string extension = path.extension().string();
  constexpr const char* known[] = {".cpp",  ".h",   ".js",    ".mjs", ".css", ".mustache",
                                   ".json", ".txt", ".cmake", ".md",  ".sh"};
  return std::find(std::begin(known), std::end(known), extension) != std::end(known);
}

std::vector<CodeFile> files_of(std::initializer_list<const char*> folders) {
  std::vector<CodeFile> files;
  for (const char* folder : folders) {
    if (!fs::exists(top + "/" + folder)) continue;
    for (auto entry = fs::recursive_directory_iterator(top + "/" + folder); entry != fs::recursive_directory_iterator();
         ++entry) {
      if (entry->path().filename() == "node_modules") entry.disable_recursion_pending();
      if (!entry->is_regular_file() || !is_written_by_people(entry->path())) continue;
      const std::string path = fs::relative(entry->path(), top).string();
      files.push_back({path, read_test_file(entry->path().string())});
    }
  }
  std::sort(files.begin(), files.end(), [](const CodeFile& a, const CodeFile& b) { return a.path < b.path; });
  return files;
}

Arrows drawn_arrows() { return read_arrows(read_test_file(top + "/generator/CMakeLists.txt")); }

// Modules that include each other, and should not. Nothing else may, and what has come apart leaves the list.
// A house of a few folders, with one file put into it.
Lines rules_broken_by(const std::string& path, const std::string& text) {
  return broken_rules({{path, text}}, {{"base", {}},
                                       {"course", {"base"}},
                                       {"course/dates", {"base"}},
                                       {"disk", {"base"}},
                                       {"git", {"base"}},
                                       {"markdown", {"base"}},
                                       {"markdown/parser", {"base"}},
                                       {"pages", {"base", "course"}},
                                       {"source", {"base"}},
                                       {"cli", {"base"}}});
}

// The rules that a line breaks in a folder where nothing is allowed.
Lines rules_broken_in_course(const std::string& line) {
  Lines found = rules_broken_by("generator/course/a.cpp", line + "\n");
  for (std::string& rule : found) {
    const std::string begin = "generator/course/a.cpp:1: ";
    if (rule.starts_with(begin)) rule.erase(0, begin.size());
  }
  return found;
}

std::string lines_of(std::size_t count) {
  std::string lines;
  for (std::size_t i = 0; i < count; ++i) lines += "  f();\n";
  return lines;
}

}  // namespace

TEST_CASE("the code keeps the rules of the house") {
  const auto files = files_of({"generator", "assets", "themes", "tests"});
  CHECK(files.size() > 200);
  CHECK(broken_rules(files, drawn_arrows()) == Lines{});
  CHECK(full_folders(files_of({"generator", "assets"})) == Lines{});
}

TEST_CASE("what a rule leaves out is in use, or it leaves the table") {
  CHECK(unused_exceptions(files_of({"generator"})) == Lines{});
  CHECK(unused_exceptions({}).size() > 30);
}

TEST_CASE("no two folders of the generator depend on each other") {
  CHECK(circles(drawn_arrows()) == Lines{});
  CHECK(circles(folder_arrows(files_of({"generator"}))) == Lines{});
}

TEST_CASE("no two modules depend on each other") { CHECK(circles(module_arrows(files_of({"generator"}))) == Lines{}); }

TEST_CASE("the arrows are read from the lines that build the folders") {
  const Arrows arrows = drawn_arrows();
  CHECK(arrows.size() >= 9);
  CHECK(arrows.at("base").empty());
  CHECK(arrows.at("course/dates").contains("markdown/document"));
  CHECK_FALSE(arrows.at("course/dates").contains("course/model"));
  CHECK(read_arrows("\ntraff_folder(a)\ntraff_folder(a/b ARROWS a)\ntraff_folder(a/c ARROWS a LIBRARIES a)\n") ==
        Arrows{{"a", {}}, {"a/b", {"a"}}, {"a/c", {"a", "a/b"}}});
}

TEST_CASE("an include against the arrows is found with path and line") {
  CHECK(rules_broken_by("generator/base/a.cpp", "#include <string>\n#include \"course/term.h\"\n") ==
        Lines{"generator/base/a.cpp:2: base may not include course: \"course/term.h\""});
  CHECK(rules_broken_by("generator/course/a.h", "#  include \"source/source_tree.h\"\n") ==
        Lines{"generator/course/a.h:1: course may not include source: \"source/source_tree.h\""});
  CHECK(rules_broken_by("generator/course/dates/a.h", "#include \"course/b.h\"\n") ==
        Lines{"generator/course/dates/a.h:1: course/dates may not include course: \"course/b.h\""});
  CHECK(rules_broken_by("generator/course/a.cpp", "#include \"course/b.h\"\n#include \"base/text.h\"\n").empty());
  CHECK(rules_broken_by("generator/attic/a.cpp", "") ==
        Lines{"generator/attic/a.cpp:1: the folder attic has no traff_folder line in generator/CMakeLists.txt"});
}

TEST_CASE("an include against the arrows is found however it is written") {
  CHECK(rules_broken_in_course("#include <pages/urls.h>") ==
        Lines{"our own headers stand in quotes: <pages/urls.h>", "course may not include pages: \"pages/urls.h\""});
  CHECK(rules_broken_in_course("#include <base/text.h>") == Lines{"our own headers stand in quotes: <base/text.h>"});
  CHECK(rules_broken_in_course("#include \"../pages/urls.h\"") ==
        Lines{"course may not include ../pages: \"../pages/urls.h\""});
  CHECK(rules_broken_in_course("#include <../pages/urls.h>") ==
        Lines{"<../pages/urls.h> has no row in tests/unit/house/doors.cpp"});
}

TEST_CASE("a circle is found, among folders and among modules of one folder") {
  CHECK(circles({{"a", {"b"}}, {"b", {"c"}}, {"c", {"a"}}}) == Lines{"a, b, c"});
  CHECK(circles({{"a", {"b"}}, {"b", {"a"}}, {"c", {"a", "d"}}, {"d", {"c"}}}) == Lines{"a, b", "c, d"});
  CHECK(circles({{"a", {"b", "c"}}, {"b", {"c"}}, {"c", {}}}) == Lines{});
  const CodeFile header{"generator/a/x.h", "#include \"b/y.h\"\n"};
  const CodeFile source{"generator/a/x.cpp", "#include \"a/x.h\"\n#include \"a/z.h\"\n#include <c/d.h>\n"};
  CHECK(folder_arrows({header, source}) == Arrows{{"a", {"b", "c"}}});
  CHECK(module_arrows({header, source}) == Arrows{{"a/x", {"a/z", "b/y", "c/d"}}});
  CHECK(circles(module_arrows({header, source, {"generator/a/z.h", "#include \"a/x.h\"\n"}})) == Lines{"a/x, a/z"});
}

TEST_CASE("a library outside its folders is found, and so is one that nobody knows") {
  const auto refused = [](const std::string& header, const std::string& message) {
    INFO(header);
    CHECK(rules_broken_in_course("#include <" + header + ">") == Lines{message + ": <" + header + ">"});
  };
  refused("git2.h", "only git, source, source/history, output/site_branch may use libgit2");
  refused("git2/blob.h", "only git, source, source/history, output/site_branch may use libgit2");
  refused("cmark-gfm.h", "only markdown/parser, markdown/html, markdown may use cmark-gfm");
  refused("unicode/regex.h", "only base/unicode may use ICU");
  refused("openssl/sha.h", "only base/content_id may use OpenSSL");
  refused("xxhash.h", "only disk/blob_index may use xxHash");
  refused("zlib.h", "only git, output/zip_archive, pages/picture may use zlib");
  refused("CLI/CLI.hpp", "only cli/options, cli/help, cli/mistakes may use CLI11");
  refused("httplib.h", "only preview/web_server may use httplib");
  refused("fmt/core.h", "only cli/commands may use fmt");
  CHECK(rules_broken_in_course("#include <nlohmann/json.hpp>").size() == 1);
  CHECK(rules_broken_in_course("#include <boost/regex.hpp>") ==
        Lines{"<boost/regex.hpp> has no row in tests/unit/house/doors.cpp"});
  CHECK(rules_broken_in_course("#include <string.h>") == Lines{"<string.h> has no row in tests/unit/house/doors.cpp"});
  CHECK(rules_broken_by("generator/base/unicode.cpp", "#include <unicode/regex.h>\n#include <string>\n").empty());
  CHECK(rules_broken_by("generator/base/text.cpp", "#include <unicode/regex.h>\n").size() == 1);
  CHECK(rules_broken_by("generator/source/a.cpp", "#include <git2/blob.h>\ngit_blob* blob;\n") ==
        Lines{"generator/source/a.cpp:2: only git/pack, markdown/parser/cmark_tree may use variables that outlive a "
              "call and may change: blob"});
}

TEST_CASE("a library is found by its names, and words about it are not") {
  CHECK(rules_broken_in_course("void free_all(git_repository& repository);") ==
        Lines{"only git, source, source/history, output/site_branch may use libgit2"});
  CHECK(rules_broken_in_course("void free_all(cmark_node& node);") ==
        Lines{"only markdown/parser, markdown/html, markdown may use cmark-gfm"});
  CHECK(rules_broken_in_course("using Text = icu::UnicodeString;") == Lines{"only base/unicode may use ICU"});
  for (const char* words :
       {"// as git_blob does", "const int digit_count = 0;", "const auto name = \"git_blob\";",
        "/* std::cout */ const char quote = '\"'; // time(nullptr)", "const auto text = R\"(std::getenv(\"A\"))\";",
        "const int many = 40'000; const auto name = \"git_\";"}) {
    INFO(words);
    CHECK(rules_broken_in_course(words) == Lines{});
  }
}

TEST_CASE("the world outside the doors is found") {
  const std::string doors = "only disk, git, source, output, preview/content_watch, preview/serve, preview/web_server";
  const std::string files = doors + " may use files";
  const std::string calls = doors + ", cli/surroundings may use the system's calls";
  const std::string programs = "only git/program may use other programs";
  const std::string clock = "only disk/file_stamp, cli/options, preview/editions may use the clock";
  const std::string stopwatch = "only pipeline/site/build_options, preview/content_watch may use the stopwatch";
  const std::string environment =
      "only git/program, source/content_place, output/own_folder, cli/surroundings may use the environment";
  const std::string locale = "nobody may use the locale";
  const std::string terminal = "only cli, preview/serve may use the terminal";
  const std::pair<const char*, Lines> faults[] = {
      {"#include <fstream>", {files + ": <fstream>"}},
      {"#include <fcntl.h>", {files + ": <fcntl.h>"}},
      {"#include <sys/stat.h>", {files + ": <sys/stat.h>"}},
      {"bool f() { return std::filesystem::exists(\"a\"); }", {files}},
      {"std::string f(std::ifstream& in);", {files}},
      {"void f() { std::fclose(fopen(\"a\", \"r\")); }", {files}},
      {"bool f(const char* path) { return ::stat(path, nullptr) == 0; }", {calls}},
      {"int f(const char* path) { return ::open(path, 0); }", {calls}},
      {"void f(const char* path) { ::unlink(path); }", {files, calls}},
      {"#include <unistd.h>", {calls + ": <unistd.h>"}},
      {"int f() { return std::system(\"ls\"); }", {programs}},
      {"int f() { return system(\"ls\"); }", {programs}},
      {"void f() { popen(\"ls\", \"r\"); }", {programs}},
      {"auto f() { return std::chrono::system_clock::now(); }", {clock}},
      {"auto f() { return std::time(nullptr); }", {clock}},
      {"#include <ctime>", {clock + ": <ctime>"}},
      {"auto f() { return std::chrono::steady_clock::now(); }", {stopwatch}},
      {"auto f() { return std::getenv(\"HOME\"); }", {environment}},
      {"auto f() { return std::locale(\"\"); }", {locale}},
      {"#include <locale>", {locale + ": <locale>"}},
      {"void f() { std::printf(\"a\"); }", {terminal}},
      {"void f() { std::cout << 1; }", {terminal}},
      {"#include <iostream>", {terminal + ": <iostream>"}},
      {"unsigned f() { return std::random_device()(); }", {"only disk may use chance"}},
  };
  for (const auto& [line, found] : faults) {
    INFO(line);
    CHECK(rules_broken_in_course(line) == found);
  }
}

TEST_CASE("what only sounds like the world is not found") {
  for (const char* line :
       {"void open(int);", "void f(Block& block) { block.open(3); }",
        "int f(const Clock& clock) { return clock.time(); }", "void f(char* out) { std::snprintf(out, 2, \"a\"); }",
        "int f() { return Days::count(3); }", "std::vector<int>::iterator f();", "int clock_time(int hour);",
        "bool is_environment(int);"}) {
    INFO(line);
    CHECK(rules_broken_in_course(line) == Lines{});
  }
  CHECK(rules_broken_by("generator/source/a.cpp",
                        "#include <fstream>\nint f(const char* path) { return ::open(path, 0); }\n")
            .empty());
  CHECK(rules_broken_by("generator/cli/a.cpp", "#include <iostream>\n").empty());
}

TEST_CASE("a variable that outlives a call and may change is found") {
  const std::string rule =
      "only git/pack, markdown/parser/cmark_tree may use variables that outlive a call and may change: ";
  for (const char* line :
       {"int count = 0;", "int count;", "static int count;", "inline int count = 0;",
        "std::map<int, const char*> count;", "const char* count = \"a\";", "std::array<int, 2> count{1, 2};",
        "thread_local int count = 0;", "namespace { std::mutex count; }",
        "int next() { static int count = 0; return ++count; }",
        "int next() { thread_local std::vector<int> count; return 1; }", "class A { static int count; };"}) {
    INFO(line);
    CHECK(rules_broken_in_course(line) == Lines{rule + "count"});
  }
  for (const char* line :
       {"const int count = 0;", "constexpr const char* count = \"a\";", "const char* const count = \"a\";",
        "int count(int a = 0);", "inline constexpr int count = 0;", "const std::map<int, int> count{{1, 2}};",
        "using Count = int;", "class Count;",
        "int next() { static const int count = 0; int more = 1; return count + more; }", "struct A { int count = 0; };",
        "class A { static int count(); };", "A& A::operator=(A&&) = default;", "A::A() : a_{1}, b_(2) {}",
        "const int count = [] { return 1; }();", "enum class Count { one };", "namespace fs = some::other;"}) {
    INFO(line);
    CHECK(rules_broken_in_course(line) == Lines{});
  }
}

TEST_CASE("a name that sounds pure and touches the world is found") {
  const auto found = [](const char* name) {
    return Lines{std::string(name) + " touches the world: call it load_ or write_"};
  };
  CHECK(rules_broken_in_course("Tree find_tree() { return load_tree(\".\"); }") == found("find_tree"));
  CHECK(rules_broken_in_course("void make_notes() { write_note(\"a\"); }") == found("make_notes"));
  CHECK(rules_broken_in_course("int A::parse_all() { return read_disk_file(\"a\").error; }") == found("parse_all"));
  CHECK(rules_broken_in_course("int g() { return load_tree(); } int plan_site() { return g(); }") ==
        found("plan_site"));
  CHECK(rules_broken_by("generator/source/a.cpp", "bool find_a() { return ::stat(\"a\", nullptr) == 0; }\n") ==
        Lines{"generator/source/a.cpp:1: find_a touches the world: call it load_ or write_"});
  CHECK(rules_broken_in_course("Tree load_all() { return load_tree(\".\"); }") == Lines{});
  CHECK(rules_broken_in_course("Tree find_tree(Tree& trees) { return trees.first; }") == Lines{});
  CHECK(rules_broken_by("generator/disk/a.cpp", "int make_file() { return ::open(\"a\", 0); }\n") == Lines{});
}

TEST_CASE("long files, long functions and full folders are found") {
  CHECK(rules_broken_by("assets/search.js", lines_of(800)) == Lines{});
  CHECK(rules_broken_by("assets/search.js", lines_of(801)) ==
        Lines{"assets/search.js:801: 801 lines; 800 is the most"});
  CHECK(rules_broken_by("generator/base/a.cpp", "void A::f() {\n" + lines_of(38) + "}\n") == Lines{});
  CHECK(rules_broken_by("generator/base/a.cpp", "namespace a {\nvoid A::f() {\n" + lines_of(39) + "}\n}\n") ==
        Lines{"generator/base/a.cpp:2: f has 41 lines; 40 is the most"});
  CHECK(rules_broken_by("generator/base/a.h", "class A {\n  void f() {\n" + lines_of(39) + "}\n};\n") ==
        Lines{"generator/base/a.h:2: f has 41 lines; 40 is the most"});
  std::vector<CodeFile> files;
  for (int i = 0; i < 25; ++i) files.push_back({"generator/base/" + std::to_string(i) + ".h", ""});
  CHECK(full_folders(files) == Lines{});
  files.push_back({"generator/base/one_more.h", ""});
  CHECK(full_folders(files) == Lines{"generator/base shows 26 files; 25 is the most"});
}

TEST_CASE("a code that is a text, with arguments that nobody counts, is found") {
  CHECK(rules_broken_in_course("const auto found = \"F1\";") == Lines{"write code::F1"});
  CHECK(rules_broken_in_course("bool f(const std::string& code) { return code == \"W17\"; }") ==
        Lines{"write code::W17"});
  CHECK(rules_broken_in_course("const auto found = code::F1(\"A\", \"17\", \"F123\");  // an \"A4\"") == Lines{});
  const std::string row = "inline constexpr MessageCode<3> F1{\"F1\"};\n";
  CHECK(rules_broken_by("generator/base/messages/codes.h", row).size() == 1);  // a room that the small house lacks
  CHECK(rules_broken_by("tests/unit/a.cpp", row) == Lines{});
}

TEST_CASE("names that say nothing, heavy headers and unfinished work are found") {
  CHECK(rules_broken_by("generator/base/string_utils.h", "") ==
        Lines{"generator/base/string_utils.h:1: name it after what it holds, not \"utils\""});
  CHECK(rules_broken_by("tests/unit/helper.cpp", "").size() == 1);
  CHECK(rules_broken_by("generator/base/commonmark.h", "").empty());
  CHECK(rules_broken_by("generator/base/read_json.h", "#include <nlohmann/json.hpp>\n") ==
        Lines{"generator/base/read_json.h:1: a header includes <nlohmann/json_fwd.hpp> at most"});
  CHECK(rules_broken_by("generator/base/read_json.cpp", "#include <nlohmann/json.hpp>\n").empty());
  CHECK(rules_broken_by("themes/default/site.css", std::string("/* TO") + "DO: more */\n").size() == 1);
}
