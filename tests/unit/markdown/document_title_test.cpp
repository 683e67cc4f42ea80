#include <catch2/catch.hpp>

#include "markdown/parsed_expectation.h"

using namespace traff;

namespace {

std::string title_of_text(std::string_view text, std::string_view path = "traffar/3-ett-namn.md") {
  return parsed(text, path).document.title;
}

}  // namespace

TEST_CASE("the title is the key, the first #, the first short line, or the file's name") {
  CHECK(title_of_text("---\ntitel: Nyckel\n---\n# Rubrik\n\nText.\n") == "Nyckel");
  CHECK(title_of_text("# Rubrik\n\nText.\n") == "Rubrik");
  CHECK(title_of_text("Kort rad\n\nText.\n") == "Kort rad");
  CHECK(title_of_text("En mening.\n\n## Senare\n") == "Ett namn");
  CHECK(title_of_text("En mening.\n\n# Senare\n") == "Senare");
  CHECK(title_of_text("") == "Ett namn");
}

TEST_CASE("a file whose name says nothing is called by its first words") {
  CHECK(title_of_text("Detta är en mening.\n", "3f2a9c0d1e4b5a67.md") == "Detta är en mening.");
  CHECK(title_of_text("", "3f2a9c0d1e4b5a67.md") == "Utan titel");
  CHECK(title_of_text("Ett ganska långt stycke som går vidare och vidare förbi sextio tecken.\n",
                      "3f2a9c0d1e4b5a67.md") == "Ett ganska långt stycke som går vidare och vidare förbi …");
  CHECK(title_of_text("åååååååååååååååååååååååååååååååååååååååå.\n", "3f2a9c0d1e4b5a67.md") ==
        "åååååååååååååååååååååååååååååå …");
}

TEST_CASE("a heading that is the title is not shown again") {
  CHECK(html_of("# Rubrik\n\nText.\n") == "<p>Text.</p>\n");
  CHECK(html_of("# **Fet** rubrik\n\nText.\n") == "<p>Text.</p>\n");
  CHECK(parsed("# **Fet** rubrik\n\nText.\n").document.title == "Fet rubrik");
  CHECK(html_of("---\ntitel: Träff 3: tema\n---\n# Träff 3: Tema\n\nText.\n") == "<p>Text.</p>\n");
}

TEST_CASE("a heading with more than words stays, so that nothing is lost with it") {
  CHECK(html_of("# Se [här](a.md)\n\nText.\n") == "<h2 id=\"se-har\">Se <a href=\"a.md\">här</a></h2>\n<p>Text.</p>\n");
  CHECK(html_of("---\ntitel: Se här\n---\n# Se [här](a.md)\n") ==
        "<h2 id=\"se-har\">Se <a href=\"a.md\">här</a></h2>\n");
}

TEST_CASE("the title has its line in the file") {
  CHECK(parsed("---\ntitel: Nyckel\n---\nText.\n").document.title_line == 2);
  CHECK(parsed("---\nplats: Kalmar\n---\n\n# Rubrik\n").document.title_line == 5);
  CHECK(parsed("Text.\n").document.title_line == 0);
}

TEST_CASE("a box or an unused footnote first in the text is no title") {
  CHECK(title_of_text("::: ruta\nText.\n:::\n") == "Ett namn");
  CHECK(title_of_text("[^1]: Not.\n\n# Rubrik\n\nText.\n") == "Rubrik");
}
