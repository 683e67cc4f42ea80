#include "markdown/citation_key.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"
#include "markdown/citation_year.h"

namespace traff {

namespace {

constexpr std::size_t longest_key = 80;

bool is_key_byte(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80 ||
         c == '_' || c == '-';
}

bool is_ascii_word_byte(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '_' || c == '-';
}

// A name and a year: "katz2017", "alvunger2016a", "skolverketua".
bool looks_like_key(std::string_view key) {
  if (key.empty() || key.size() > longest_key || is_digit(key.front())) return false;
  const std::size_t last_digit = key.find_last_of("0123456789");
  if (last_digit == std::string_view::npos) return key.ends_with("ua") || key.ends_with("uå");
  return last_digit + 2 >= key.size() && last_digit >= 4;
}

std::size_t key_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_key_byte(text[at])) ++at;
  return at;
}

// "@katz2017, s. 3" from "@" on. Its end is 0 when it is none.
FoundCitation keyed(std::string_view text, std::size_t at) {
  FoundCitation found;
  const std::size_t end = key_end(text, at + 1);
  const std::string_view key = text.substr(at + 1, end - at - 1);
  if (!looks_like_key(key)) return found;
  found.citation.key = fold(key);
  found.said = key;
  found.begin = found.shown_begin = at;
  found.end = found.shown_end = end;
  return found;
}

void take_locator(std::string_view text, FoundCitation& found, std::size_t stop) {
  const std::string_view rest = trim(text.substr(found.end, stop - found.end));
  if (!rest.starts_with(',')) return;
  found.citation.locator = trim(rest.substr(1));
  found.end = stop;
}

std::vector<FoundCitation> bracket(std::string_view text, std::size_t open, std::size_t close) {
  std::vector<FoundCitation> all;
  for (std::size_t begin = open + 1; begin < close;) {
    const std::size_t stop = std::min(text.substr(0, close).find(';', begin), close);
    const std::size_t at = text.find_first_not_of(' ', begin);
    FoundCitation found = at < stop && text[at] == '@' ? keyed(text, at) : FoundCitation();
    if (found.end == 0) return {};
    take_locator(text, found, stop);
    if (!is_blank(text.substr(found.end, stop - found.end))) return {};
    all.push_back(std::move(found));
    begin = stop + 1;
  }
  if (all.empty()) return all;
  for (FoundCitation& found : all) found.citation.in_parenthesis = true;
  all.front().citation.opens_bracket = true;
  all.front().begin = open;
  all.back().citation.closes_bracket = true;
  all.back().end = close + 1;
  return all;
}

}  // namespace

std::vector<FoundCitation> citations_by_key(std::string_view text, std::size_t at, std::size_t from) {
  constexpr std::size_t longest_bracket = 400;
  if (at < from) return {};
  if (at > from && text[at - 1] == '[') {
    const std::size_t close = text.substr(0, std::min(text.size(), at + longest_bracket)).find_first_of("]\1", at);
    if (close != std::string_view::npos && text[close] == ']') {
      std::vector<FoundCitation> all = bracket(text, at - 1, close);
      if (!all.empty()) return all;
    }
  }
  if (at > 0 && (is_ascii_word_byte(text[at - 1]) || static_cast<unsigned char>(text[at - 1]) >= 0x80)) return {};
  FoundCitation found = keyed(text, at);
  const bool goes_on = found.end + 1 < text.size() && text[found.end] == '.' && is_ascii_word_byte(text[found.end + 1]);
  if (found.end == 0 || goes_on) return {};
  return {std::move(found)};
}

}  // namespace traff
