#include "search/learnt_words.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "base/text.h"
#include "base/unicode.h"
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

namespace {

constexpr std::size_t longest_form = 160;  // bytes
constexpr ByteSet form_ends(".,;:!?()[]\"\n\r/");
constexpr std::string_view stands_for[] = {" står för ", " betyder ", " är en förkortning av ", " stands for ",
                                           " is short for "};

std::u32string code_points(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size(); at += code_point_size(text, at)) points += code_point_at(text, at);
  return points;
}

bool begins_word(const std::u32string& text, std::size_t at) {
  return at == 0 || text[at - 1] == U' ' || text[at - 1] == U'-';
}

// From the end backwards, so that the words are as few as can be.
std::optional<std::size_t> find_start(const std::u32string& words, const std::u32string& letters) {
  std::size_t at = words.size();
  for (std::size_t i = letters.size(); i-- > 0;) {
    const auto fits = [&](std::size_t place) {
      return words[place] == letters[i] && (i > 0 || begins_word(words, place));
    };
    do {
      if (at == 0) return std::nullopt;
      --at;
    } while (!fits(at));
  }
  return at;
}

std::string utf8(const std::u32string& points) {
  std::string text;
  for (const char32_t point : points) append_code_point(text, point);
  return text;
}

// The end of `text` that the abbreviation stands for.
std::optional<LongForm> match(std::string_view text, std::string_view abbreviation) {
  const std::u32string words = code_points(to_lower(trim(text))), letters = code_points(to_lower(abbreviation));
  const auto start = find_start(words, letters);
  if (!start) return std::nullopt;
  const std::u32string form = words.substr(*start);
  const auto spaces = static_cast<std::size_t>(std::count(form.begin(), form.end(), U' '));
  if (form.size() < letters.size() + 4 || spaces > letters.size() + 1) return std::nullopt;
  return LongForm{to_lower(abbreviation), utf8(form)};
}

std::string_view last_piece(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && text.size() - begin < longest_form && !form_ends.has(text[begin - 1])) --begin;
  while (begin < text.size() && begin > 0 && continues_code_point(text[begin])) ++begin;
  return text.substr(begin);
}

std::string_view last_word(std::string_view text) {
  text = trim(text.substr(text.size() - std::min<std::size_t>(text.size(), 12)));
  const std::size_t space = text.find_last_of(" \n(");
  return space == std::string_view::npos ? text : text.substr(space + 1);
}

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text) {}

  std::vector<LongForm> find() {
    for (std::size_t open = text_.find('('); open != std::string_view::npos; open = text_.find('(', open + 1))
      look_at_bracket(open);
    for (const std::string_view words : stands_for) {
      for (std::size_t at = text_.find(words); at != std::string_view::npos; at = text_.find(words, at + 1))
        look_after(at, words.size());
    }
    return std::move(found_);
  }

 private:
  void keep(const std::optional<LongForm>& form) {
    if (form && std::find(found_.begin(), found_.end(), *form) == found_.end()) found_.push_back(*form);
  }

  void look_at_bracket(std::size_t open) {
    const std::string_view inside = text_.substr(open + 1, longest_form);
    const std::size_t close = inside.find(')');
    if (close == std::string_view::npos) return;
    const std::string_view word = trim(inside.substr(0, close));
    if (is_abbreviation(word)) return keep(match(last_piece(text_.substr(0, open)), word));
    const std::string_view before = last_word(text_.substr(0, open));
    if (is_abbreviation(before)) keep(whole_match(word, before));
  }

  // Only when the abbreviation is for all of the words.
  static std::optional<LongForm> whole_match(std::string_view words, std::string_view abbreviation) {
    const auto form = match(words, abbreviation);
    return form && form->words == to_lower(trim(words)) ? form : std::nullopt;
  }

  void look_after(std::size_t at, std::size_t size) {
    const std::string_view word = last_word(text_.substr(0, at));
    if (!is_abbreviation(word)) return;
    const std::string_view rest = text_.substr(at + size, longest_form);
    const std::string_view words = rest.substr(0, std::min(find_byte_of(rest, form_ends), rest.size()));
    for (std::size_t end = 0; end < words.size();) {
      end = std::min(words.find(' ', end + 1), words.size());
      if (const auto form = whole_match(words.substr(0, end), word)) return keep(form);
    }
  }

  std::string_view text_;
  std::vector<LongForm> found_;
};

}  // namespace

bool is_abbreviation(std::string_view word) {
  std::size_t capitals = 0, points = 0;
  for (std::size_t at = 0; at < word.size(); at += code_point_size(word, at), ++points) {
    const bool capital = is_upper(code_point_at(word, at));
    if (!capital && (at == 0 || !is_digit(word[at]))) return false;
    capitals += capital;
  }
  return capitals >= 2 && points <= 8;
}

std::vector<LongForm> find_long_forms(std::string_view text) { return Finder(text).find(); }

}  // namespace traff
