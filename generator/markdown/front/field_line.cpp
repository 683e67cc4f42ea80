#include "markdown/front/field_line.h"

#include <algorithm>

#include "base/text.h"
#include "base/unicode.h"
#include "markdown/front/fields.h"
#include "markdown/lines/author_text.h"

namespace traff {

namespace {

constexpr std::size_t longest_name = 40;

bool is_ascii_word(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Letters, digits and what joins them; at most three words, for a longer run before a colon is a sentence.
bool can_be_name(std::string_view name) {
  if (name.empty() || name.size() > longest_name || name.front() == '-') return false;
  const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
    return is_ascii_word(c) || static_cast<unsigned char>(c) >= 0x80 || is_space(c) || c == '-' || c == '_' || c == '.';
  });
  return plain && std::count_if(name.begin(), name.end(), is_space) <= 2;
}

// "**Datum:** 5 december" and "**Datum**: 5 december" name their key as well as the plain form does.
struct Emphasis {
  std::string_view name;
  std::size_t value_start;
};

Emphasis look_through_emphasis(std::string_view line, std::size_t colon) {
  std::string_view name = trim(line.substr(0, colon));
  std::size_t value_start = colon + 1;
  for (const std::string_view mark : {std::string_view("***"), std::string_view("**"), std::string_view("__"),
                                      std::string_view("*"), std::string_view("_")}) {
    if (!name.starts_with(mark) || name.size() <= mark.size()) continue;
    name.remove_prefix(mark.size());
    if (name.ends_with(mark)) {
      name.remove_suffix(mark.size());
    } else if (line.substr(value_start).starts_with(mark)) {
      value_start += mark.size();
    }
    break;
  }
  return {trim(name), value_start};
}

std::vector<std::string> items_of(std::string_view value) {
  std::vector<std::string> items;
  for (const std::string_view part : split(value, ',')) {
    if (!is_blank(part)) items.emplace_back(trim(part));
  }
  return items;
}

std::uint32_t column_of(std::string_view line, std::string_view part) {
  return static_cast<std::uint32_t>(
      code_point_count(line.substr(0, static_cast<std::size_t>(part.data() - line.data()))) + 1);
}

// Words that are shown as the author set them: ”Bra jobbat!” may be said by somebody.
bool is_own_words(Key key) {
  return key == Key::title || key == Key::subtitle || key == Key::theme || key == Key::summary;
}

struct Quotes {
  std::string_view open, close;  // an editor's way to write those of the keyboard
};

// Where the quotes that `text` begins with end; npos when nothing ends them. A quote inside is written \" or ''.
std::size_t end_of_quoted(std::string_view text) {
  const char quote = text.front();
  for (std::size_t at = 1; at < text.size(); ++at) {
    const bool is_pair = at + 1 < text.size() && text[at] == (quote == '"' ? '\\' : quote) && text[at + 1] == quote;
    if (is_pair && (quote == '\'' || at + 2 < text.size())) {
      ++at;
    } else if (text[at] == quote) {
      return at;
    }
  }
  return std::string_view::npos;
}

bool is_keyboard_quote(char c) { return c == '"' || c == '\''; }

// What stands in quotes as programs write them, which are the whole of `text`.
std::optional<std::string> unquoted(std::string_view text) {
  if (text.size() < 2 || !is_keyboard_quote(text.front()) || end_of_quoted(text) != text.size() - 1)
    return std::nullopt;
  const std::string_view inside = trim(text.substr(1, text.size() - 2));
  return text.front() == '"' ? replace_all(inside, "\\\"", "\"") : replace_all(inside, "''", "'");
}

// The items of `["A", "B"]`. Nothing when one of them has no quotes: "[10 oktober]" is a note to oneself.
std::optional<std::vector<std::string>> quoted_items(std::string_view raw) {
  if (raw.size() < 2 || raw.front() != '[' || raw.back() != ']') return std::nullopt;
  const std::string inside = clean_value(raw.substr(1, raw.size() - 2));
  std::vector<std::string> items;
  for (std::string_view rest = inside; !rest.empty();) {
    const std::size_t end = is_keyboard_quote(rest.front()) ? end_of_quoted(rest) : std::string_view::npos;
    if (end == std::string_view::npos) return std::nullopt;
    items.push_back(*unquoted(rest.substr(0, end + 1)));
    rest = trim(rest.substr(end + 1));
    if (rest.empty()) return items;
    if (rest.front() != ',') return std::nullopt;
    rest = trim(rest.substr(1));
  }
  return std::nullopt;
}

// `[A, B]` of a key that has many values, quoted or not.
std::optional<std::vector<std::string>> listed_items(std::string_view value, Key key) {
  if (auto quoted = quoted_items(value)) return quoted;
  const bool has_many = key == Key::audience || key == Key::responsible || key == Key::lecturer || key == Key::author ||
                        key == Key::tools || key == Key::synonyms || key == Key::contact;
  const bool is_list = value.size() > 2 && value.front() == '[' && value.back() == ']';
  if (!has_many || !is_list || value.find_first_of("[]()", 1) != value.size() - 1) return std::nullopt;
  return items_of(clean_value(value.substr(1, value.size() - 2)));
}

std::string without_quotes(std::string_view value, Key key) {
  static constexpr Quotes pairs[] = {{"”", "”"}, {"“", "”"}, {"„", "“"}, {"„", "”"}, {"’", "’"},
                                     {"‘", "’"}, {"»", "»"}, {"»", "«"}, {"«", "»"}};
  if (auto inside = unquoted(value)) return *std::move(inside);
  if (value.size() > 2 && is_keyboard_quote(value.front())) {  // "Samtal" # a comment of YAML
    const std::size_t end = end_of_quoted(value);
    if (end != value.npos && trim(value.substr(end + 1)).starts_with('#')) return *unquoted(value.substr(0, end + 1));
  }
  if (is_own_words(key)) return std::string(value);
  for (const auto& [open, close] : pairs) {
    if (value.size() < open.size() + close.size() || !value.starts_with(open) || !value.ends_with(close)) continue;
    const std::string_view inside = value.substr(open.size(), value.size() - open.size() - close.size());
    if (inside.find(open) == std::string_view::npos && inside.find(close) == std::string_view::npos)
      return std::string(trim(inside));
  }
  return std::string(value);
}

}  // namespace

bool is_block_mark(std::string_view value) {
  static constexpr std::string_view marks = "+-0123456789";
  constexpr std::size_t longest = 3;
  return !value.empty() && value.size() <= longest && (value.front() == '>' || value.front() == '|') &&
         value.find_first_not_of(marks, 1) == std::string_view::npos;
}

std::string read_value(std::string_view raw, Key key) {
  const std::string value = clean_value(raw);
  if (is_block_mark(value) || value == "null" || value == "~") return {};
  return without_quotes(value, key);
}

std::string clean_value(std::string_view raw) {
  std::string value = to_nfc(without_invisible(trim(raw)));
  std::replace(value.begin(), value.end(), '\t', ' ');
  return std::string(trim(value));
}

std::optional<FieldLine> read_field_line(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto [name, value_start] = look_through_emphasis(line, colon);
  const std::string_view rest = line.substr(value_start);
  const bool apart = rest.empty() || is_space(rest.front()) || rest.starts_with(no_break_space);
  if (!can_be_name(name)) return std::nullopt;
  const std::string clean_name = clean_value(name);
  const Key key = parse_key(clean_name);
  // "http://…" is no key, but "Tid:9–16" can only be one.
  if (!apart && (key == Key::unknown || rest.starts_with("//"))) return std::nullopt;
  FieldLine read;
  const std::string_view value = trim(rest);
  read.field.key = key;
  read.field.name = name;
  if (auto items = listed_items(value, key)) {
    read.field.value = join(*items, ", ");
    read.field.items = *std::move(items);
  } else {
    read.field.value = read_value(value, key);
    read.field.items = items_of(read.field.value);
  }
  read.field.column = column_of(line, value);
  read.name_column = column_of(line, name);
  return read;
}

namespace {

// "**Datum: 14 oktober**"
std::string_view without_outer_marks(std::string_view line) {
  for (const std::string_view mark : {std::string_view("***"), std::string_view("**"), std::string_view("__"),
                                      std::string_view("*"), std::string_view("_")}) {
    const bool is_outer = line.size() > 2 * mark.size() && line.starts_with(mark) && line.ends_with(mark) &&
                          line.find(mark, mark.size()) == line.size() - mark.size();
    if (is_outer) return trim(line.substr(mark.size(), line.size() - 2 * mark.size()));
  }
  return line;
}

// A line of a paragraph may end in a hard line break; it is no part of the value.
std::string_view without_line_break(std::string_view line) {
  line = trim(line);
  if (line.ends_with('\\')) line.remove_suffix(1);
  return trim(line);
}

}  // namespace

std::vector<Field> take_further_facts(Field& field) {
  static constexpr ByteSet separators(",;|<");
  std::vector<Field> further;
  const bool is_of_occasion = field.key == Key::date || field.key == Key::time || field.key == Key::place ||
                              field.key == Key::status || field.key == Key::alternates;
  if (!is_of_occasion || field.value.find(':') == std::string::npos) return further;
  const std::string value = field.value;
  std::size_t begin = 0;  // of the value that is being read
  Field* last = &field;
  const auto end_at = [&](std::size_t end) {
    last->value = trim(std::string_view(value).substr(begin, end - begin));
    last->items = items_of(last->value);
  };
  further.reserve(static_cast<std::size_t>(std::ranges::count(value, ':')));
  for (std::size_t at = find_byte_of(value, separators); at != value.npos;
       at = find_byte_of(value, separators, at + 1)) {
    const std::size_t mark = value[at] != '<'                                        ? 1
                             : std::string_view(value).substr(at).starts_with("<br") ? value.find('>', at) - at + 1
                                                                                     : 0;
    if (mark == 0 || at + mark > value.size()) continue;
    auto next = read_field_line(std::string_view(value).substr(at + mark));
    if (!next || next->field.key == Key::unknown) continue;
    end_at(at);
    further.push_back(std::move(next->field));
    last = &further.back();
    last->column +=
        field.column + static_cast<std::uint32_t>(code_point_count(std::string_view(value).substr(0, at + mark))) - 1;
    begin = value.find(':', at) + 1;
  }
  if (!further.empty()) end_at(value.size());
  return further;
}

std::optional<Field> read_fact_line(std::string_view line) {
  const std::string_view fact = without_outer_marks(without_line_break(line));
  std::optional<FieldLine> read = read_field_line(fact);
  if (!read) return std::nullopt;
  read->field.column += static_cast<std::uint32_t>(line.find_first_of(fact.substr(0, 1)));
  return std::move(read->field);
}

}  // namespace traff
