#include "cli/progress_line.h"

#include <catch2/catch.hpp>

using namespace traff;

TEST_CASE("the progress line says what is counted, in the language of messages") {
  Progress progress;
  CHECK(progress_words(progress, Language::sv).empty());
  progress.begin(Progress::Stage::reading, 10'000);
  progress.done = 3400;
  CHECK(progress_words(progress, Language::sv) == "Läser 3\u00A0400 av 10\u00A0000");
  progress.begin(Progress::Stage::making, 20);
  CHECK(progress_words(progress, Language::en) == "Making page 0 of 20");
}
