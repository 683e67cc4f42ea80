// Markdown documents made by chance from a seed: every construct of CommonMark and the GitHub extensions, nested in
// each other, in Swedish. The words a reader must find again are told beside the text.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace traff {

struct SampleOptions {
  bool dropped_parts = false;  // surplus cells, unused footnotes and footnotes of one name
  bool boxes = false;          // `:::`
};

struct SampleMarkdown {
  std::string text;
  std::vector<std::string> words;               // each stands once in the text, in the order they are read
  std::vector<std::vector<std::string>> notes;  // the words of each footnote, which is shown at the end
};

SampleMarkdown make_sample_markdown(std::uint32_t seed, const SampleOptions& options);

// The dice of the sample's parts.
class Chance {
 public:
  explicit Chance(std::uint32_t seed) : engine_(seed) {}

  std::size_t below(std::size_t end) { return engine_() % end; }
  bool one_in(std::size_t odds) { return below(odds) == 0; }

  template <std::size_t size>
  std::string_view any_of(const std::string_view (&choices)[size]) {
    return choices[below(size)];
  }

 private:
  std::mt19937 engine_;
};

}  // namespace traff
