#include "markdown/front/draft_status.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "base/unicode.h"
#include "markdown/front/field_line.h"
#include "markdown/front/fields.h"
#include "markdown/lines/author_text.h"
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
  static constexpr std::array<std::string_view, 5> shown_words{"visa", "visas", "publicera", "sprid", "publicer"};
  const bool has_no = std::ranges::any_of(words, [](std::string_view word) { return is_among(word, not_words); });
  if (has_no && std::ranges::any_of(words, [](std::string_view word) { return is_among(word, shown_words); }))
    return true;
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

namespace {

// "isDraft", "is_draft" and "publicera inte" without what joins their parts.
std::string plain_name(std::string_view name) {
  std::string plain = fold(name);
  std::erase_if(plain, [](char c) { return c == '_' || c == '-' || c == ' ' || c == '"' || c == '\''; });
  return plain.starts_with("is") && plain.size() > 4 ? plain.substr(2) : plain;
}

constexpr std::array<std::string_view, 11> hiding_names{"draft",   "utkast", "hidden",   "hide", "dold",         "dolj",
                                                        "private", "privat", "unlisted", "wip",  "publicerainte"};
constexpr std::array<std::string_view, 13> showing_names{
    "published", "publicerad", "publiceras", "publisera", "visible", "synlig",    "synligt",
    "public",    "publik",     "visa",       "listed",    "fardig",  "publicerat"};
constexpr std::array<std::string_view, 7> state_names{"poststatus", "access", "visibility", "lage",
                                                      "state",      "tags",   "type"};

}  // namespace

bool is_draft(const Field& field) {
  if (field.key == Key::status) return is_draft_status(field.value);
  if (field.key != Key::unknown && field.key != Key::publish && field.key != Key::type) return false;
  const std::string name = plain_name(field.name);
  if (is_among(name, hiding_names))
    return begins_with(field.value, {"ja", "yes", "true", "on", "1", "sant", "y", "x", "bool"});
  if (field.key == Key::type || is_among(name, state_names))
    return begins_with(field.value, {"draft", "utkast", "private", "privat", "hidden", "unlisted"});
  if (name == "publishedat") return begins_with(field.value, {"null", "none"});
  const std::vector<std::string> words = words_of(field.value);
  if (words.size() == 1 && is_draft_word(words.front())) return nearest_key_name(field.name) == key_name(Key::status);
  const bool is_showing = field.key == Key::publish || is_among(name, showing_names);
  return is_showing && begins_with(field.value, {"nej", "no", "false", "off", "0", "inte", "ej"});
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
  constexpr std::size_t longest = 60;
  const bool is_first = !words.empty() && is_draft_word(words.front()) && !list_marker(word) && word.front() != '`';
  const bool is_alone = is_first && (words.size() == 1 || (word.size() <= longest && says_not_ready(words)));
  if (!is_alone) return std::nullopt;
  return Field{Key::status, "status", words.front(), {words.front()}, 0, 1};
}

namespace {

std::optional<Field> draft_in_pieces(std::string_view line) {
  std::string plain(line.substr(0, line.find('#')));
  for (char& c : plain) {
    if (c == '{' || c == '}' || c == '"' || c == '\'') c = ' ';
    if (c == '=') c = ':';
  }
  for (const std::string_view piece : split(plain, ',')) {
    const std::size_t colon = piece.find(':');
    if (colon == piece.npos) continue;
    Field field;
    field.name = trim(piece.substr(0, colon));
    field.key = parse_key(field.name);
    field.value = trim(piece.substr(colon + 1));
    field.items = {field.value};
    field.column = 1;
    if (is_draft(field)) return field;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Field> read_foreign_draft(std::string_view file) {
  constexpr std::uint32_t most_lines = 60;
  static constexpr std::string_view fences[] = {"---", "+++", ";;;", "```", "~~~", "{"};
  AuthorLines lines(file);
  std::string_view line, fence;
  for (std::uint32_t number = 1; lines.next(line) && number <= most_lines; ++number) {
    line = trim(line);
    if (line.empty()) continue;
    const bool is_first = fence.empty();
    if (is_first) {
      const auto found = std::ranges::find_if(fences, [&](std::string_view one) { return line.starts_with(one); });
      if (found == std::end(fences)) return std::nullopt;
      fence = *found;
    } else if (line.starts_with(fence == "{" ? "}" : fence)) {
      return std::nullopt;
    }
    // A `---` block is read line by line; only a map on one line is none of its lines.
    if (fence == "---" && !line.starts_with('{') && !line.starts_with('"')) continue;
    if (auto draft = draft_in_pieces(line)) {
      draft->line = number;
      return draft;
    }
  }
  return std::nullopt;
}

}  // namespace traff
