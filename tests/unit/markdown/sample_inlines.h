// The inline half of the generated documents: words, emphasis, links, code, marks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "markdown/sample_markdown.h"

namespace traff {

class SampleInlines {
 public:
  explicit SampleInlines(Chance& chance) : chance_(chance) {}

  // One line of words and what stands among them; never begins like a block.
  std::string line(int depth = 2);

  // A word of its own that is shown; noted in `shown`.
  std::string word();
  std::string words(std::string_view between);

  // Where shown words go: the body's, or a footnote's while that is written.
  std::vector<std::string>* shown = nullptr;

  std::vector<std::string> note_labels;  // that may be referred to
  bool notes_allowed = true;             // not inside links and images

 private:
  std::string element(int depth);
  std::string emphasis(int depth);
  std::string link(int depth);
  std::string image();
  std::string address();
  std::string hidden_word();
  std::string mark();

  Chance& chance_;
  std::size_t words_ = 0;
  bool in_link_ = false;
};

}  // namespace traff
