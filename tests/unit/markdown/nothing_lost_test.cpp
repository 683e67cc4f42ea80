#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/text.h"
#include "markdown/parse_document.h"
#include "markdown/sample_markdown.h"
#include "markdown/shown_words.h"

using namespace traff;

namespace {

std::string lost_of_sample(const SampleMarkdown& sample) {
  const ParsedDocument parsed = parse_document({"prov.md", {}, sample.text}, {});
  const std::vector<std::string> shown = shown_words(parsed);
  std::string lost = first_lost(sample.words, shown);
  for (const std::vector<std::string>& note : sample.notes) lost += first_lost(note, shown);
  return lost;
}

}  // namespace

TEST_CASE("no word of a document made by chance is lost or moved") {
  for (std::uint32_t seed = 1; seed <= 3000; ++seed) {
    const SampleMarkdown sample = make_sample_markdown(seed, {true, true});
    const std::string lost = lost_of_sample(sample);
    if (lost.empty()) continue;
    INFO("seed " << seed << "\n" << sample.text);
    REQUIRE(lost == "");
  }
}
