#include "search/learnt_words.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.h"
#include "base/utf8.h"
#include "search/json_text.h"

namespace traff {

namespace {

// A word in capitals on more pages than this tells none of them apart.
constexpr std::size_t most_documents = 200;
constexpr ByteSet between_words(" \t\n\r.,;:!?()[]{}\"'-/");

struct Abbreviations {
  std::vector<std::string> words;
  bool some_in_capitals = false;  // though perhaps no abbreviation
};

// Words between other words in capitals are a line in capitals, not abbreviations.
Abbreviations find_abbreviations(std::string_view text) {
  std::vector<std::string> found;
  bool some = false;
  std::string_view waiting;
  bool before = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(find_byte_of(text, between_words, at), text.size());
    const std::string_view word = text.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    const bool is_one = is_abbreviation(word);
    some = some || is_one;
    if (!waiting.empty() && !is_one) found.push_back(to_lower(waiting));
    waiting = is_one && !before ? word : std::string_view();
    before = is_one;
  }
  if (!waiting.empty()) found.push_back(to_lower(waiting));
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return {std::move(found), some};
}

void append_texts(std::string& json, const std::vector<std::string>& texts) {
  json += '[';
  for (const std::string& text : texts) {
    if (json.back() != '[') json += ',';
    append_json(json, std::string_view(text));
  }
  json += ']';
}

}  // namespace

WordsOfText find_words(std::string_view text) {
  Abbreviations found = find_abbreviations(text);
  return {std::move(found.words), found.some_in_capitals ? find_long_forms(text) : std::vector<LongForm>()};
}

LearntWords learn_words(const std::vector<WordsOfText>& texts, Synonyms known) {
  LearntWords words{std::move(known), {}};
  std::set<std::pair<std::string, std::string>> pairs;
  for (std::uint32_t document = 0; document < texts.size(); ++document) {
    for (const std::string& word : texts[document].abbreviations) words.capitals[word].push_back(document);
    for (const LongForm& form : texts[document].long_forms) pairs.emplace(form.abbreviation, form.words);
  }
  for (const auto& [abbreviation, form] : pairs) words.synonyms.push_back({abbreviation, form});
  std::erase_if(words.capitals, [](const auto& entry) { return entry.second.size() > most_documents; });
  return words;
}

std::string learnt_words_json(const LearntWords& words) {
  std::string json = "{\"synonyms\":[";
  for (const auto& group : words.synonyms) {
    if (json.back() != '[') json += ',';
    append_texts(json, group);
  }
  json += "],\"capitals\":{";
  for (const auto& [word, documents] : words.capitals) {
    if (json.back() != '{') json += ',';
    append_json(json, std::string_view(word));
    json += ":[";
    for (const std::uint32_t document : documents) {
      if (json.back() != '[') json += ',';
      json += std::to_string(document);
    }
    json += ']';
  }
  return json + "}}";
}

}  // namespace traff
