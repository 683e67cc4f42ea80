#include "markdown/front/draft_status.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "base/unicode.h"
#include "markdown/front/field_line.h"
#include "markdown/front/fields.h"
#include "markdown/lines/line_marks.h"

namespace traff {

namespace {

// Runs of ASCII letters and digits, in lower case: what is asked for has no others.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  bool inside = false;
  for (const char c : text) {
    const bool is_part = is_ascii_letter(c) || is_digit(c);
    if (is_part && !inside) words.emplace_back();
    if (is_part) words.back() += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    inside = is_part;
  }
  return words;
}

bool is_draft_word(std::string_view word) { return word == "utkast" || word == "draft"; }

// "Arbetsutkast" and "utkastet" too.
bool holds_draft_word(std::string_view word) {
  return word == "draft" || word == "drafts" || word.ends_with("utkast") || word.ends_with("utkastet");
}

// What else a status says of a page that is not for readers.
constexpr std::array<std::string_view, 12> hidden_words{"privat",      "private", "hemlig",      "hemligt",
                                                        "dold",        "dolt",    "hidden",      "opublicerad",
                                                        "opublicerat", "secret",  "unpublished", "wip"};
constexpr std::array<std::string_view, 4> not_words{"ej", "inte", "icke", "not"};
constexpr std::array<std::string_view, 12> ready_words{"klar",       "klart",      "fardig",    "fardigt",
                                                       "ready",      "done",       "finished",  "publicerad",
                                                       "publicerat", "publiceras", "published", "publik"};

template <std::size_t size>
bool is_among(std::string_view word, const std::array<std::string_view, size>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "ej klar", "inte riktigt färdig"
bool says_not_ready(const std::vector<std::string>& words) {
  const auto no =
      std::find_if(words.begin(), words.end(), [](std::string_view word) { return is_among(word, not_words); });
  return std::any_of(no, words.end(), [](std::string_view word) { return is_among(word, ready_words); });
}

// "utkast (ej klar) # till maj" without what is said beside; the whole when nothing else is said.
std::string without_remarks(std::string_view value) {
  std::string left(value.substr(0, value.find('#')));
  for (std::size_t open = left.find('('); open != std::string::npos; open = left.find('(', open)) {
    const std::size_t close = left.find(')', open);
    left.erase(open, close == std::string::npos ? close : close + 1 - open);
  }
  return is_blank(left) ? std::string(value) : left;
}

bool begins_with(std::string_view value, std::initializer_list<std::string_view> answers) {
  const std::vector<std::string> words = words_of(value);
  return !words.empty() && std::find(answers.begin(), answers.end(), words.front()) != answers.end();
}

}  // namespace

bool is_draft_status(std::string_view status) {
  const std::vector<std::string> words = words_of(fold(without_remarks(status)));
  const auto is_hidden = [](std::string_view word) { return holds_draft_word(word) || is_among(word, hidden_words); };
  return std::any_of(words.begin(), words.end(), is_hidden) || says_not_ready(words);
}

bool is_draft(const Field& field) {
  if (field.key == Key::status) return is_draft_status(field.value);
  if (field.key != Key::unknown && field.key != Key::publish) return false;
  const std::string name = fold(field.name);
  const bool is_hiding =
      is_draft_word(name) || name == "hidden" || name == "dold" || name == "private" || name == "privat";
  if (is_hiding) return begins_with(field.value, {"ja", "yes", "true", "on", "1"});
  const std::vector<std::string> words = words_of(field.value);
  if (words.size() == 1 && is_draft_word(words.front())) return nearest_key_name(field.name) == key_name(Key::status);
  const bool is_publishing = field.key == Key::publish || name == "published" || name == "publicerad" ||
                             name == "publiceras" || name == "visible" || name == "synlig" || name == "public" ||
                             name == "publik";
  return is_publishing && begins_with(field.value, {"nej", "no", "false", "off", "0"});
}

bool says_draft(const FrontMatter& front_matter) {
  return std::any_of(front_matter.fields.begin(), front_matter.fields.end(), is_draft);
}

std::optional<Field> read_draft_line(std::string_view line) {
  line = trim(line);
  if (const auto marker = list_marker(line)) line = trim(line.substr(marker->size));
  std::string plain(line);
  std::erase_if(plain, [](char c) { return c == '*' || c == '_'; });
  if (auto field = read_fact_line(plain)) return is_draft(*field) ? std::move(field) : std::nullopt;
  constexpr std::size_t longest = 40;
  if (plain.size() > longest) return std::nullopt;
  const std::vector<std::string> words = words_of(plain);
  if (words.size() != 2 || plain.front() == '`') return std::nullopt;
  Field field;
  field.key = parse_key(words[0]);
  field.name = words[0];
  field.value = words[1];
  field.items = {words[1]};
  field.column = 1;
  return is_draft(field) ? std::optional(std::move(field)) : std::nullopt;
}

std::optional<Field> read_draft_word(std::string_view line) {
  const std::string_view word = trim(line);
  const std::vector<std::string> words = words_of(word);
  const bool is_alone = words.size() == 1 && is_draft_word(words.front()) && !list_marker(word) && word.front() != '`';
  if (!is_alone) return std::nullopt;
  return Field{Key::status, "status", words.front(), {words.front()}, 0, 1};
}

}  // namespace traff
