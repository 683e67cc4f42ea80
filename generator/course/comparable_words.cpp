#include "course/comparable_words.h"

#include <algorithm>
#include <unordered_map>

#include "base/text.h"
#include "base/utf8.h"

namespace traff {

namespace {

bool is_break(char32_t c) { return c == 0xA0 || c == 0x202F || c == 0x2007 || c == 0x2009 || (c < 0x80 && is_space(static_cast<char>(c))); }
bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }
bool is_quotation_mark(char32_t c) {
  return c == '"' || c == '\'' || (c >= 0x2018 && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0xB4;
}

void append_comparable(std::string& out, std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t size = code_point_size(word, at);
    const char32_t c = code_point_at(word, at);
    if (is_dash(c)) out += '-';
    else if (is_quotation_mark(c)) out += '"';
    else out += word.substr(at, size);
    at += size;
  }
}

}  // namespace

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = code_point_size(text, at);
    if (is_break(code_point_at(text, at))) {
      if (at > begin) words.push_back(text.substr(begin, at - begin));
      begin = at + size;
    }
    at += size;
  }
  if (begin < text.size()) words.push_back(text.substr(begin));
  return words;
}

std::string comparable_words(std::string_view text) {
  std::string all;
  all.reserve(text.size());
  for (const std::string_view word : split_words(text)) {
    if (!all.empty()) all += ' ';
    append_comparable(all, word);
  }
  return all;
}

int shared_words(std::string_view before, std::string_view after) {
  if (std::max(before.size(), after.size()) > 3 * std::min(before.size(), after.size())) return 0;
  const std::string old_text = comparable_words(before);
  const std::string new_text = comparable_words(after);
  std::unordered_map<std::string_view, std::size_t> counts;
  const auto old_words = split_words(old_text);
  const auto new_words = split_words(new_text);
  if (old_words.empty() && new_words.empty()) return 100;
  for (const std::string_view word : old_words) ++counts[word];
  std::size_t shared = 0;
  for (const std::string_view word : new_words) {
    const auto found = counts.find(word);
    if (found == counts.end() || found->second == 0) continue;
    --found->second;
    ++shared;
  }
  return static_cast<int>(200 * shared / (old_words.size() + new_words.size()));
}

}  // namespace traff
