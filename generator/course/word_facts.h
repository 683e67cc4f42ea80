// Words of a page that can only be judged beside the rest of the site: whether "Planerings-dagen" was cut by a narrow
// column shows when "Planeringsdagen" stands elsewhere, "My Moodle" when others write "MyMoodle".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/document.h"

namespace traff {

// A word in two parts that may be one: "Planerings-dagen" (T4), "SAMTALSK LIMAT" (T6).
struct SplitWord {
  std::string text;  // as written
  std::uint32_t line = 0;
};

// A word with a capital inside, such as MyMoodle.
struct JoinedName {
  std::string text;
  std::uint32_t count = 0;
};

struct WordFacts {
  std::vector<SplitWord> splits;
  std::vector<JoinedName> names;
  std::vector<std::uint32_t> known;  // keys of the long words, the names and the pairs of names, in order
};

// "SAMTALSK LIMAT", "Planerings-dagen" → the word without its gap.
std::string without_gap(std::string_view split);

// Of a name as it is written, or two names with a space between.
std::uint32_t word_key(std::string_view word);

// Of a long word, the same in small letters and in capitals.
std::uint32_t long_word_key(std::string_view word);

// Cost: linear in the body.
WordFacts find_word_facts(const Document& document, const DocumentBody& body);

}  // namespace traff
