#include "markdown/shown_words.h"

#include "base/text.h"
#include "base/unicode.h"
#include "markdown/plain_html.h"

namespace traff {

namespace {

// Tags part words, as their marks do in the source; images are their alternative texts.
std::string text_of(std::string_view html) {
  constexpr std::string_view alternative = " alt=\"";
  std::string text;
  while (!html.empty()) {
    const std::size_t tag = html.find('<');
    text += html.substr(0, tag);
    text += ' ';
    if (tag == std::string_view::npos) break;
    const std::size_t end = html.find('>', tag);
    const std::string_view inside = html.substr(tag, end - tag);
    if (const std::size_t at = inside.find(alternative); at != std::string_view::npos) {
      const std::string_view words = inside.substr(at + alternative.size());
      text += words.substr(0, words.find('"'));
      text += ' ';
    }
    html.remove_prefix(end == std::string_view::npos ? html.size() : end + 1);
  }
  for (const auto& [reference, character] : {std::pair("&lt;", "<"), {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}}) {
    text = replace_all(text, reference, character);
  }
  return text;
}

}  // namespace

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words;
  bool inside = false;
  for (std::size_t at = 0; at < text.size(); at += code_point_size(text, at)) {
    const bool is_part = is_digit(text[at]) || is_letter(code_point_at(text, at));
    if (is_part && !inside) words.emplace_back();
    if (is_part) words.back() += text.substr(at, code_point_size(text, at));
    inside = is_part;
  }
  return words;
}

std::vector<std::string> shown_words(const ParsedDocument& parsed) {
  std::string text = parsed.document.title + "\n";
  for (const Field& field : parsed.document.front_matter.fields) text += field.name + ": " + field.value + "\n";
  return words_in(text + text_of(filled_plainly(parsed)));
}

std::string first_lost(const std::vector<std::string>& words, const std::vector<std::string>& shown) {
  std::size_t at = 0;
  for (const std::string& word : words) {
    while (at < shown.size() && shown[at] != word) ++at;
    if (at == shown.size()) return word;
    ++at;
  }
  return {};
}

}  // namespace traff
