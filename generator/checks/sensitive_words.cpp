#include "checks/sensitive_words.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"
#include "checks/person_name.h"

namespace traff {

namespace {

// Folded stems.
constexpr std::array<std::string_view, 11> stems{
    "allergi",         "specialkost", "glutenfri",      "laktosfri",         "glutenintoleran",
    "laktosintoleran", "har diagnos", "har en diagnos", "skyddad identitet", "skyddade personuppgifter",
    "sjukskriv"};

// "Anmäl allergi till Anna Berg" tells nothing of Anna.
constexpr std::array<std::string_view, 11> requests{"anmal", "meddela",  "hor av", "skriv till", "kontakta", "mejla",
                                                    "ring ", "sag till", "fraga",  "tala om",    "forelas"};

std::size_t find_stem(const std::string& folded) {
  std::size_t first = folded.npos;
  for (const std::string_view stem : stems) first = std::min(first, folded.find(stem));
  return first;
}

template <std::size_t size>
bool holds_any(const std::string& folded, const std::array<std::string_view, size>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return folded.find(word) != folded.npos; });
}

// The first "Anna Berg" of the sentence.
std::string_view find_name(std::string_view sentence) {
  const std::vector<std::string_view> words = split(sentence, ' ');
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    std::string_view second = words[i + 1];
    while (!second.empty() && std::string_view(",:;.").find(second.back()) != std::string_view::npos)
      second.remove_suffix(1);
    const std::string_view name(words[i].data(),
                                static_cast<std::size_t>(second.data() + second.size() - words[i].data()));
    if (looks_like_full_name(name) && is_first_name(words[i])) return name;
  }
  return {};
}

bool may_be_sensitive(std::string_view text) {
  return text.find("llergi") != text.npos || text.find("pecialkost") != text.npos || text.find("luten") != text.npos ||
         text.find("aktos") != text.npos || text.find("iagnos") != text.npos || text.find("kyddad") != text.npos ||
         text.find("jukskriv") != text.npos;
}

void look_at(const PageText& page, std::string_view sentence, std::uint32_t line, std::vector<Diagnostic>& found) {
  if (!may_be_sensitive(sentence)) return;
  const std::string folded = fold(sentence);
  if (find_stem(folded) == folded.npos || holds_any(folded, requests)) return;
  const std::string_view name = find_name(sentence);
  if (!name.empty() && found.size() < most_findings) found.push_back(found_at(page, "U4", line, name));
}

}  // namespace

void check_sensitive_words(const PageText& page, std::vector<Diagnostic>& found) {
  if (!may_be_sensitive(page.body.text)) return;
  for (const Block& block : page.body.blocks) {
    const bool in_cell = block.parent != no_block && page.body.blocks[block.parent].kind == BlockKind::cell;
    if (block.kind == BlockKind::row) {
      look_at(page, replace_all(words_of(page, block), "\n", " "), block.line, found);
    } else if (block.kind == BlockKind::paragraph && !in_cell) {
      const std::string text = replace_all(words_of(page, block), "\n", " ");
      for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(". ", begin), text.size());
        look_at(page, std::string_view(text).substr(begin, end - begin), block.line, found);
        begin = end + 2;
      }
    }
  }
}

}  // namespace traff
