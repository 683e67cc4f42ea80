#include "course/word_facts.h"

#include <algorithm>
#include <array>
#include <functional>

#include "base/utf8.h"

namespace traff {

namespace {

constexpr std::size_t most_kept = 100;  // of splits, and of names

// Å Ä Ö and other letters of Latin are two bytes of which the first is 0xC3 … 0xDF.
constexpr std::array<bool, 256> make_letter_bytes() {
  std::array<bool, 256> letters{};
  for (std::size_t byte = 'a'; byte <= 'z'; ++byte) letters[byte] = letters[byte - 32] = true;
  for (std::size_t byte = 0x80; byte < 0xE0; ++byte) letters[byte] = byte != 0xC2;
  return letters;
}

constexpr std::array<bool, 256> letter_bytes = make_letter_bytes();

bool is_letter_byte(char byte) { return letter_bytes[static_cast<unsigned char>(byte)]; }

bool is_capital(std::string_view word) {
  if (word.front() >= 'A' && word.front() <= 'Z') return true;
  return word.size() > 1 && word.front() == '\xC3' && static_cast<unsigned char>(word[1]) >= 0x80 &&
         static_cast<unsigned char>(word[1]) <= 0x9E;
}

// Whether a capital follows a small letter somewhere inside.
bool has_capital_inside(std::string_view word) {
  for (std::size_t at = 2; at + 1 < word.size(); ++at) {
    const bool small_before = word[at - 1] >= 'a' && word[at - 1] <= 'z';
    if (small_before && is_capital(word.substr(at))) return true;
  }
  return false;
}

bool is_all_capitals(std::string_view word) {
  for (std::size_t at = 0; at < word.size(); at += code_point_size(word, at)) {
    if (!is_capital(word.substr(at))) return false;
  }
  return true;
}

bool ends_small(std::string_view word) {
  const unsigned char last = static_cast<unsigned char>(word.back());
  return (last >= 'a' && last <= 'z') || (last >= 0xA0 && last <= 0xBE);
}

class WordScan {
 public:
  WordScan(const DocumentBody& body, WordFacts& facts) : body_(body), facts_(facts) {}

  void run() {
    for (const Block& block : body_.blocks) {
      const bool holds_words =
          block.kind == BlockKind::paragraph || block.kind == BlockKind::heading || block.kind == BlockKind::cell;
      if (holds_words) scan(body_.text_of(block), block.line);
    }
    std::sort(facts_.known.begin(), facts_.known.end());
    facts_.known.erase(std::unique(facts_.known.begin(), facts_.known.end()), facts_.known.end());
  }

 private:
  void scan(std::string_view text, std::uint32_t line) {
    std::string_view before;  // the word just before, when one space or a hyphen parts them
    char gap = '\0';
    for (std::size_t at = 0; at < text.size();) {
      std::size_t end = at;
      while (end < text.size() && is_letter_byte(text[end])) ++end;
      if (end == at) {
        gap = gap == '\0' && (text[at] == ' ' || text[at] == '-') ? text[at] : '\n';
        at += code_point_size(text, at);
        continue;
      }
      const std::string_view word = text.substr(at, end - at);
      take(word);
      if (!before.empty() && gap != '\n') take_pair(text, before, word, gap, line);
      before = word;
      gap = '\0';
      at = end;
    }
  }

  void take(std::string_view word) {
    constexpr std::size_t shortest_long = 8;  // bytes
    constexpr std::size_t shortest_name = 6;
    if (word.size() >= shortest_long) facts_.known.push_back(long_word_key(word));
    if (word.size() < shortest_name || !is_capital(word)) return;
    facts_.known.push_back(word_key(word));
    if (has_capital_inside(word)) take_name(word);
  }

  void take_name(std::string_view word) {
    const auto known = std::find_if(facts_.names.begin(), facts_.names.end(),
                                    [&](const JoinedName& name) { return name.text == word; });
    if (known != facts_.names.end()) {
      ++known->count;
    } else if (facts_.names.size() < most_kept) {
      facts_.names.push_back({std::string(word), 1});
    }
  }

  void take_pair(std::string_view text, std::string_view first, std::string_view second, char gap, std::uint32_t line) {
    if (gap == ' ' && is_capital(first) && is_capital(second)) {
      pair_.assign(first);
      pair_ += ' ';
      pair_ += second;
      facts_.known.push_back(word_key(pair_));
    }
    const std::string_view both(first.data(), static_cast<std::size_t>(second.data() + second.size() - first.data()));
    const bool split = gap == '-' ? is_hyphenated(text, first, second) : is_torn(first, second);
    if (split && facts_.splits.size() < most_kept) facts_.splits.push_back({std::string(both), line});
  }

  // "Planerings-dagen", but not "two-step-model" nor "e-post".
  static bool is_hyphenated(std::string_view text, std::string_view first, std::string_view second) {
    constexpr std::size_t shortest = 4;
    if (first.size() < shortest || second.size() < shortest || is_capital(second) || !ends_small(first)) return false;
    const std::size_t begin = static_cast<std::size_t>(first.data() - text.data());
    const std::size_t end = static_cast<std::size_t>(second.data() + second.size() - text.data());
    constexpr std::string_view joining = "-/.@_#";
    const bool more_before = begin > 0 && joining.find(text[begin - 1]) != joining.npos;
    const bool more_after =
        end + 1 < text.size() && joining.find(text[end]) != joining.npos && is_letter_byte(text[end + 1]);
    return !more_before && !more_after;
  }

  static bool is_torn(std::string_view first, std::string_view second) {
    constexpr std::size_t shortest = 3;
    return first.size() >= shortest && second.size() >= shortest && is_all_capitals(first) && is_all_capitals(second);
  }

  const DocumentBody& body_;
  WordFacts& facts_;
  std::string pair_;
};

}  // namespace

std::string without_gap(std::string_view split) {
  const std::size_t gap = split.find_first_of("- ");
  if (gap == split.npos) return std::string(split);
  return std::string(split.substr(0, gap)) + std::string(split.substr(gap + 1));
}

std::uint32_t word_key(std::string_view word) {
  return static_cast<std::uint32_t>(std::hash<std::string_view>()(word));
}

std::uint32_t long_word_key(std::string_view word) {
  const auto is_ascii_capital = [](char byte) { return byte >= 'A' && byte <= 'Z'; };
  const bool has_capital = std::any_of(word.begin(), word.end(), is_ascii_capital) || is_capital(word);
  return has_capital ? word_key(to_lower(word)) : word_key(word);
}

WordFacts find_word_facts(const Document& document, const DocumentBody& body) {
  WordFacts facts;
  if (!document.refused) WordScan(body, facts).run();
  return facts;
}

}  // namespace traff
