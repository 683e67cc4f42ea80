// What other programs would have made something of: told once a kind, with its first place and how many there are.
#include <catch2/catch.hpp>

#include "checks/found_codes.h"

using namespace traff;
using namespace traff::testing;

namespace {

// "3:1 the words (på 2 ställen)" of each S45.
Codes foreign_in(std::string_view text) {
  Codes found;
  for (const Diagnostic& diagnostic : findings_of(text)) {
    if (diagnostic.code.name() != std::string("S45")) continue;
    found.push_back(std::to_string(diagnostic.place.line) + ":" + std::to_string(diagnostic.place.column) + " " +
                    diagnostic.args[0].sv + " (" + diagnostic.args[2].sv + ")");
  }
  return found;
}

const std::string once = " (på ett ställe)";

}  // namespace

TEST_CASE("every kind of foreign syntax is told") {
  struct Row {
    std::string_view text, told;
  };
  for (const auto& [text, told] : {
           Row{"## Installera {#install}", "3:15 {#"},
           Row{"![Bild](a.png){width=50%}", "3:15 {w"},
           Row{"[ord]{.underline} är kvar", "3:6 {."},
           Row{"> [!NOTE]\n> Text", "3:3 [!"},
           Row{"!!! note\n    Text", "3:1 !!! "},
           Row{"??? tip \"Tips\"\n    Text", "3:1 ??? "},
           Row{"Se [[Kontakt]] här", "3:4 [[Kontakt]]"},
           Row{"![[karta.png]]", "3:2 [[karta.png]]"},
           Row{"Då är $x^2$ stort", "3:7 $x^2$"},
           Row{"$$\nx = 1\n$$", "3:1 $$"},
           Row{"Det är ==viktigt== nu", "3:8 ==viktigt=="},
           Row{"[TOC]", "3:1 [TOC]"},
           Row{"{{< youtube abc >}}", "3:1 {{<"},
           Row{"{% include a.html %}", "3:1 {% "},
           Row{"{{#include a.md}}", "3:1 {{#"},
           Row{"Bra :smile: jobbat", "3:5 :smile:"},
           Row{"Ord\n: vad det betyder", "4:1 : "},
           Row{"=== \"Flik\"\n\n    Text", "3:1 === "},
           Row{"```mermaid\ngraph TD\n```", "3:1 ```"},
           Row{"Se [Schema](filer/schema (1).pdf) här", "3:11 ]("},
       }) {
    INFO(text);
    CHECK(foreign_in("# T\n\n" + std::string(text) + "\n") == Codes{std::string(told) + once});
  }
}

TEST_CASE("a kind is told once, with how many there are") {
  CHECK(foreign_in("# T\n\n[[A]] och [[B]]\n\n[[C]]\n") == Codes{"3:1 [[A]] (på 3 ställen)"});
  CHECK(foreign_in("# T\n\n==a== [[B]]\n").size() == 2);
}

TEST_CASE("what only looks foreign is left alone") {
  for (const std::string_view text :
       {"Det kostar $5 och $10.", "`{{< a >}}` och `[[b]]`", "```\n{{< a >}}\n[[b]]\n$$\n```", "kl 9:30 och 10:45:00",
        "https://example.org:8080/a:b:c", "Rubrik\n======\n\nText", "[en länk](a.md) och [en till](<b c.md>)", "a == b",
        "Varför? Vad??? Hur!!!", "[1] och [2]", "- [ ] en uppgift\n- [x] klar", "> ett citat", "a[0](1)",
        "{namn} och { a }", "~~struket~~ och mer", "Tid: 9–16", "::: ruta\nText\n:::"}) {
    INFO(text);
    CHECK(foreign_in("# T\n\n" + std::string(text) + "\n").empty());
  }
  CHECK(foreign_in("---\ntitel: \"[[A]] {#b}\"\n---\n\nText.\n").empty());
}

TEST_CASE("a picture that browsers do not show is told (L8)") {
  for (const char* name : {"a.HEIC", "a.tiff", "film.mp4", "ljud.mp3", "a.pdf"})
    CHECK(says("L8", "# T\n\n![Gruppen](filer/" + std::string(name) + ")\n\nText.\n"));
  for (const char* name : {"a.jpg", "a.png", "a.svg", "a.webp", "a.gif"})
    CHECK_FALSE(says("L8", "# T\n\n![Gruppen](filer/" + std::string(name) + ")\n\nText.\n"));
}
