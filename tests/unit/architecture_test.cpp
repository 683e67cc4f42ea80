// The drawing of the house (docs/ARCHITECTURE.md) held against the house.
#include <catch2/catch.hpp>

#include <algorithm>

#include "output/temporary_folder.h"
#include "source_rules.h"

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

// A house of two folders, with one file put into it.
Lines rules_broken_by(const std::string& path, const std::string& text) {
  return broken_rules({{path, text}},
                      {{"base", {}}, {"course", {"base"}}, {"markdown", {"base"}}, {"source", {"base"}}});
}

}  // namespace

TEST_CASE("the code keeps the rules of the house") {
  const auto files = files_of({"generator", "assets", "themes", "tests"});
  CHECK(files.size() > 200);
  CHECK(broken_rules(files, drawn_arrows()) == Lines{});
}

TEST_CASE("no two folders of the generator depend on each other") {
  CHECK(find_circle(drawn_arrows()).empty());
  CHECK(find_circle(arrows_in_use(files_of({"generator"}))).empty());
}

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
  CHECK(rules_broken_by("generator/course/a.cpp", "#include \"course/b.h\"\n#include \"base/text.h\"\n").empty());
  CHECK(rules_broken_by("generator/attic/a.cpp", "") ==
        Lines{"generator/attic/a.cpp:1: the folder attic has no traff_folder line in generator/CMakeLists.txt"});
}

TEST_CASE("libgit2 outside its folders is found, and words about it are not") {
  const Lines found{"generator/course/a.cpp:1: only git/, source/ and output/ use libgit2"};
  CHECK(rules_broken_by("generator/course/a.cpp", "#include <git2.h>\n") == found);
  CHECK(rules_broken_by("generator/course/a.cpp", "git_repository* repository = nullptr;\n") == found);
  CHECK(rules_broken_by("generator/course/a.cpp",
                        "// as git_blob does\nint digit_count = 0;\nauto name = \"git_blob\";\n")
            .empty());
  CHECK(rules_broken_by("generator/source/a.cpp", "#include <git2/blob.h>\ngit_blob* blob;\n").empty());
}

TEST_CASE("the Markdown parser outside markdown/ is found") {
  const Lines found{"generator/course/a.cpp:1: only markdown/ uses cmark-gfm"};
  CHECK(rules_broken_by("generator/course/a.cpp", "#include <cmark-gfm.h>\n") == found);
  CHECK(rules_broken_by("generator/course/a.cpp", "cmark_node* node;\n") == found);
  CHECK(rules_broken_by("generator/markdown/a.cpp", "#include <cmark-gfm.h>\ncmark_node* node;\n").empty());
}

TEST_CASE("the disk outside the two doors and the preview is found") {
  CHECK(rules_broken_by("generator/course/a.cpp", "#include <fstream>\n") ==
        Lines{"generator/course/a.cpp:1: only disk/, git/, source/, output/ and preview/ use files: <fstream>"});
  for (const char* code :
       {"std::ifstream in(path);\n", "FILE* file = fopen(path, \"r\");\n", "int file = ::open(path, 0);\n"}) {
    CHECK(rules_broken_by("generator/course/a.cpp", code) ==
          Lines{"generator/course/a.cpp:1: only disk/, git/, source/, output/ and preview/ use files"});
  }
  CHECK(rules_broken_by("generator/course/a.cpp", "void open(int);\nblock.open(3);\n").empty());
  CHECK(rules_broken_by("generator/source/a.cpp", "#include <fstream>\nint file = ::open(path, 0);\n").empty());
}

TEST_CASE("names that say nothing, long files, heavy headers and unfinished work are found") {
  CHECK(rules_broken_by("generator/base/string_utils.h", "") ==
        Lines{"generator/base/string_utils.h:1: name it after what it holds, not \"utils\""});
  CHECK(rules_broken_by("tests/unit/helper.cpp", "").size() == 1);
  CHECK(rules_broken_by("generator/base/commonmark.h", "").empty());
  std::string long_file;
  for (int i = 0; i < 801; ++i) long_file += "\n";
  CHECK(rules_broken_by("assets/search.js", long_file) == Lines{"assets/search.js:801: 801 lines; 800 is the most"});
  CHECK(rules_broken_by("generator/base/a.h", "#include <nlohmann/json.hpp>\n") ==
        Lines{"generator/base/a.h:1: a header includes <nlohmann/json_fwd.hpp> at most"});
  CHECK(rules_broken_by("generator/base/a.cpp", "#include <nlohmann/json.hpp>\n").empty());
  CHECK(rules_broken_by("themes/default/site.css", std::string("/* TO") + "DO: more */\n").size() == 1);
}

TEST_CASE("a circle among folders is found") {
  CHECK(find_circle({{"a", {"b"}}, {"b", {"c"}}, {"c", {"a"}}}) == "a → b → c → a");
  CHECK(find_circle({{"a", {"b", "c"}}, {"b", {"c"}}, {"c", {}}}).empty());
  CHECK(arrows_in_use({{"generator/a/x.h", "#include \"b/y.h\"\n#include \"a/z.h\"\n#include <c/d.h>\n"}}) ==
        Arrows{{"a", {"b"}}});
}
