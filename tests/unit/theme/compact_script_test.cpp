#include "theme/search_assets.h"

#include <catch2/catch.hpp>

#include "embedded_files.h"

using namespace traff;

TEST_CASE("comments, indentation and the spaces beside signs are left out of a script") {
  CHECK(compact_script("// What it is.\n  const a = (b) => {\n    return b + 1; // why\n  };\n") ==
        "const a=(b)=>{return b+1;};\n");
  CHECK(compact_script("if (a) {\n  b();\n}\nelse c();\n") == "if(a){b();}\nelse c();\n");
  CHECK(compact_script("") == "");
  CHECK(compact_script("\n// nothing\n").empty());
}

TEST_CASE("texts, templates and patterns of a script stay as they are") {
  for (const char* kept :
       {"a('b  // c', \"d = e\");", "a(`x  ${b} // y`);", "a(/[^/ ] +\\/ (?: b)/gu);", "a('\\' + b');"}) {
    std::string wanted = kept;
    if (const auto gap = wanted.find(", "); gap != std::string::npos) wanted.erase(gap + 1, 1);
    CHECK(compact_script(kept) == wanted + "\n");
  }
  CHECK(compact_script("return /a  b/.test(c);") == "return /a  b/.test(c);\n");
  CHECK(compact_script("a = b / c / d;") == "a=b / c / d;\n");
}

TEST_CASE("what would become one thing is kept apart in a script") {
  CHECK(compact_script("a + +b - -c; d++ + e;") == "a+ +b- -c;d++ +e;\n");
  CHECK(compact_script("const å = new ö;\nlet b;") == "const å=new ö;let b;\n");
  CHECK(compact_script("for (const a of [b]) c\nd") == "for(const a of[b])c\nd\n");
}

TEST_CASE("a script that is cut short in a text or a pattern is taken to its end") {
  for (const char* cut : {"a('b", "a(`", "a(/[/", "a(/b\\", "'\\"})
    CHECK(compact_script(cut) == std::string(cut) + "\n");
}

TEST_CASE("the scripts of the search become shorter, and once is enough") {
  for (const EmbeddedFile& file : embedded_files()) {
    if (!std::string_view(file.path).starts_with("assets/search/")) continue;
    const std::string once = compact_script(file.bytes);
    CHECK(once.size() < file.bytes.size());
    CHECK(compact_script(once) == once);
  }
}
