#include "checks/placeholders.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>

#include "base/messages/codes.h"
#include "base/text.h"
#include "embedded_files.h"
#include "markdown/lines/line_marks.h"

namespace traff {

namespace {

constexpr std::array<std::string_view, 2> addresses{"natverk@example.org", "network@example.org"};

// How the sentences begin that tell an author what to write.
constexpr std::array<std::string_view, 6> beginnings{"Skriv ",       "Write ",        "**Texterna är ett exempel",
                                                     "**The texts ", "Efternamn, A.", "Surname, A."};

// "- 09.15 Skriv vad ni gör" → "Skriv vad ni gör".
std::string_view without_marks(std::string_view line) {
  line = trim(line);
  if (const auto marker = list_marker(line)) line = trim(line.substr(marker->size));
  for (const std::string_view label : {"Anteckningar:", "Notes:"}) {
    if (line.starts_with(label)) line = trim(line.substr(label.size()));
  }
  if (!line.empty() && is_digit(line.front())) line = trim(line.substr(std::min(line.find(' '), line.size())));
  return line;
}

bool may_be_sentence(std::string_view words) {
  return std::ranges::any_of(beginnings, [&](std::string_view beginning) { return words.starts_with(beginning); });
}

// As they stand in the texts that `traff new` begins with.
const std::unordered_set<std::string_view>& sentences() {
  static const std::unordered_set<std::string_view> all = [] {
    std::unordered_set<std::string_view> found;
    for (const EmbeddedFile& file : embedded_files()) {
      // The networks of a new site are an example: what they ask of their readers is no word to its authors.
      const bool is_page = file.path.starts_with("assets/skeletons/page/");
      const bool is_of_site = file.path.find("/content/about/") != file.path.npos ||
                              file.path.find("/content/om/") != file.path.npos ||
                              file.path.ends_with("/content/index.md");
      if (!is_page && !is_of_site) continue;
      for (const std::string_view line : split_lines(file.bytes)) {
        const std::string_view words = without_marks(line);
        if (may_be_sentence(words) && words.find_first_of("{@") == words.npos) found.insert(words);
      }
    }
    return found;
  }();
  return all;
}

bool may_hold_any(std::string_view text) {
  return std::ranges::any_of(beginnings, [&](std::string_view one) { return text.find(one) != text.npos; }) ||
         text.find("@example.org") != text.npos;
}

// "natverk@…", but not "larare.natverk@…".
bool holds_word(std::string_view line, std::string_view address) {
  const std::size_t at = line.find(address);
  return at != line.npos && (at == 0 || (!is_word_byte(line[at - 1]) && line[at - 1] != '.' && line[at - 1] != '-'));
}

std::string_view shortened(std::string_view sentence) {
  constexpr std::size_t longest = 60;
  return sentence.size() <= longest ? sentence : sentence.substr(0, sentence.rfind(' ', longest));
}

}  // namespace

void check_placeholders(const PageText& page, std::vector<Diagnostic>& found) {
  if (!may_hold_any(page.source)) return;
  AuthorLines lines(page.source);
  std::string_view line;
  const std::size_t before = found.size();
  for (std::uint32_t number = 1; lines.next(line) && found.size() - before < most_findings; ++number) {
    const auto address = std::ranges::find_if(addresses, [&](std::string_view one) { return holds_word(line, one); });
    if (address != addresses.end()) found.push_back(page.author.at(code::U8(*address), number, *address));
    const std::string_view words = without_marks(line);
    if (may_be_sentence(words) && sentences().contains(words))
      found.push_back(page.author.at(code::U8(shortened(words)), number, words));
  }
}

void refuse_placeholders(std::vector<Diagnostic>& diagnostics) {
  for (Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.code == code::U8) diagnostic.code = code::U9;
  }
}

}  // namespace traff
