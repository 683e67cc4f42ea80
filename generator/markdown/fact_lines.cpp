#include "markdown/fact_lines.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/messages/codes.h"
#include "base/text.h"
#include "base/unicode.h"
#include "markdown/front/draft_status.h"
#include "markdown/front/field_line.h"
#include "markdown/front/fields.h"
#include "markdown/lines/line_marks.h"

namespace traff {

namespace {

// Line by line through the beginning of a text, which may be changed meanwhile.
class Lines {
 public:
  explicit Lines(const std::string& text) : text_(&text) {}

  bool at_end() const { return begin >= text_->size(); }
  std::size_t end() const { return std::min(text_->find('\n', begin), text_->size()); }
  std::string_view line() const { return std::string_view(*text_).substr(begin, end() - begin); }
  bool at_words() const { return !at_end() && !is_blank(line()); }

  void advance() {
    begin = end() + 1;
    ++number;
  }

  void skip_blank() {
    while (!at_end() && is_blank(line())) advance();
  }

  std::size_t begin = 0;
  std::size_t number = 0;  // from 0

 private:
  const std::string* text_;
};

void add_fact(Field field, Document& document, const AuthorText& author) {
  if (field.key == Key::unknown) {
    const auto near = nearest_key_name(field.name);
    if (near) document.diagnostics.push_back(author.at(code::F6(field.name, *near), field.line, field.name));
  } else if (const Field* earlier = document.front_matter.find(field.key);
             earlier != nullptr && !earlier->value.empty() && !field.value.empty() && earlier->value != field.value) {
    document.diagnostics.push_back(author.at(
        code::F10(earlier->name, earlier->value, earlier->line, field.name, field.value), field.line, field.value));
  }
  document.front_matter.fields.push_back(std::move(field));
}

std::string_view without_list_marker(std::string_view line) {
  line = trim(line);
  const auto marker = list_marker(line);
  return marker ? trim(line.substr(marker->size)) : line;
}

std::optional<Field> fact_of(std::string_view line) {
  auto fact = read_fact_line(without_list_marker(line));
  return fact && fact->key != Key::unknown ? std::move(fact) : std::nullopt;
}

bool is_other_status(std::string_view line) {
  const auto fact = fact_of(line);
  return fact && fact->key == Key::status && !fact->value.empty() && !is_draft(*fact);
}

// "Status: utkast" in the first paragraph, or in those below it that begin with a fact: a slip beside it must not
// publish the page. A list of several statuses explains them.
std::optional<Field> find_draft(const RepairedText& text, Lines lines, bool is_first) {
  std::optional<Field> draft;
  for (lines.skip_blank(); lines.at_words(); lines.skip_blank()) {
    if (!is_first && !fact_of(lines.line()) && !read_draft_line(lines.line())) break;
    bool is_title = false;
    for (; lines.at_words(); lines.advance()) {
      const std::string_view line = lines.line();
      if (heading_level(line) > 0 || fence_opening(line)) return draft;
      is_title = is_heading_underline(line);
      auto found = read_draft_line(line);
      if (!found && is_first) found = read_draft_word(line);
      if (found) {
        found->line = text.line_numbers[lines.number];
        draft = std::move(found);
      } else if (list_marker(trim(line)) && is_other_status(line)) {
        return std::nullopt;
      }
    }
    is_first = is_first && is_title;
  }
  return draft;
}

// Lines that may all be facts: a paragraph, or a list without indented lines.
struct FactBlock {
  struct Row {
    std::optional<Field> field;  // nothing for a line of another kind
    std::vector<Field> further;  // on the same line
    bool stays = false;          // in the text
  };
  Lines first;
  Lines end;
  std::vector<Row> rows;
  bool is_list = false;
  bool has_rule_below = false;  // a line of dashes ends it: front matter without its first one

  std::size_t count(bool (*test)(const Row&)) const {
    return static_cast<std::size_t>(std::ranges::count_if(rows, test));
  }
};

bool is_known(const FactBlock::Row& row) { return row.field && !row.stays && row.field->key != Key::unknown; }
bool is_filled(const FactBlock::Row& row) { return is_known(row) && !row.field->value.empty(); }
bool is_foreign(const FactBlock::Row& row) { return !row.field || row.stays; }

// What tells a träff from a sentence with a colon in it.
bool is_of_occasion(const FactBlock::Row& row) {
  if (!is_filled(row)) return false;
  const Key key = row.field->key;
  return key == Key::date || key == Key::time || key == Key::place || key == Key::alternates || key == Key::status;
}

std::size_t word_count(std::string_view text) {
  std::size_t words = 0;
  for (const std::string_view word : split(text, ' ')) words += word.empty() ? 0 : 1;
  return words;
}

// "Språk: svenska och arabiska" is a line for readers: the key could not use it.
bool can_be_used(const Field& field) {
  constexpr std::size_t longest_status = 2;  // words; longer ones begin with one of ours
  static constexpr std::string_view beginnings[] = {
      "utkast", "draft", "prel",  "inställ", "flytt",  "bekräft", "pilot",  "klar",    "public", "avslut",
      "vänt",   "ej ",   "inte ", "under ",  "cancel", "moved",   "tentat", "confirm", "avlys",  "utgår"};
  const std::string value = to_lower(field.value);
  const bool has_digit = value.find_first_of("0123456789") != value.npos;
  const bool is_word = word_count(value) <= 1;
  switch (field.key) {
    case Key::number:
    case Key::order:
    case Key::updated: return value.empty() || has_digit;
    case Key::letter: return value.size() <= 1;
    case Key::language: return value.empty() || parse_language(value).has_value() || is_word;
    case Key::type:
    case Key::changes:
    case Key::offline: return is_word;
    case Key::status:
      return word_count(value) <= longest_status || is_draft(field) ||
             std::ranges::any_of(beginnings, [&](std::string_view one) { return value.starts_with(one); });
    default: return true;
  }
}

bool begins_other_block(std::string_view line) {
  line = trim(line);
  return heading_level(line) > 0 || fence_opening(line) || line.starts_with(":::") || line.starts_with('>') ||
         line.starts_with('|');
}

// Each look costs a comparison with every name; a block of many such lines is no list of facts anyway.
bool is_misspelt_key(const Field& field, std::size_t unknown_so_far) {
  constexpr std::size_t most = 8;
  return !field.value.empty() && unknown_so_far <= most && nearest_key_name(field.name).has_value();
}

// `may_misspell`: a key that is nearly known counts as one.
FactBlock read_block(const RepairedText& text, Lines lines, bool may_misspell) {
  FactBlock block{lines, lines, {}};
  block.is_list = list_marker(trim(lines.line())).has_value();
  std::size_t unknown = 0;
  for (; lines.at_words(); lines.advance()) {
    const std::string_view line = lines.line();
    if (!block.rows.empty() && is_thematic_break(line) && trim(line).starts_with('-')) {
      block.has_rule_below = true;
      break;
    }
    if (list_marker(trim(line)).has_value() != block.is_list) break;
    FactBlock::Row row{read_fact_line(block.is_list ? without_list_marker(line) : line), {}};
    if (row.field) {
      row.field->line = text.line_numbers[lines.number];
      row.further = take_further_facts(*row.field);
      row.stays = !can_be_used(*row.field) ||
                  (row.field->key == Key::unknown && !(may_misspell && is_misspelt_key(*row.field, ++unknown)));
    }
    block.rows.push_back(std::move(row));
  }
  block.end = lines;
  return block;
}

// "Verktyg:" with dashes below is the label of a list, and no row that is empty.
void drop_label(FactBlock& block) {
  if (block.is_list || block.rows.empty() || block.has_rule_below) return;
  const FactBlock::Row& last = block.rows.back();
  if (last.field && !last.field->value.empty()) return;
  Lines after = block.end;
  after.skip_blank();
  const bool is_label = last.field && !after.at_end() && list_marker(trim(after.line()));
  if (!is_label) return;
  block.rows.pop_back();
  Lines end = block.first;
  for (std::size_t i = 0; i < block.rows.size(); ++i) end.advance();
  block.end = end;
}

bool is_day(const FactBlock::Row& row) {
  return is_filled(row) && row.field->key == Key::date &&
         row.field->value.find_first_of("0123456789") != std::string::npos;
}

// "- Status: utkast", "- Status: bekräftad": a list that explains them.
bool says_one_thing_twice(const FactBlock& block) {
  std::set<Key> keys;
  return std::ranges::any_of(
      block.rows, [&](const FactBlock::Row& row) { return is_known(row) && !keys.insert(row.field->key).second; });
}

// The facts a text begins with.
bool opens_with_facts(const FactBlock& block) {
  const std::size_t known = block.count(is_known), foreign = block.count(is_foreign);
  const std::size_t misspelt = block.rows.size() - known - foreign;
  const bool all_are_rows =
      std::ranges::all_of(block.rows, [](const FactBlock::Row& row) { return row.field.has_value(); });
  if (!all_are_rows || block.count(is_filled) + misspelt == 0 || (known == 0 && foreign > 0)) return false;
  if (block.is_list && (block.count(is_of_occasion) == 0 || says_one_thing_twice(block))) return false;
  const bool has_day = std::ranges::any_of(block.rows, is_day);
  const bool enough =
      foreign < known || (foreign == known && is_of_occasion(block.rows.front())) || foreign == 0 || has_day;
  return enough && misspelt * 2 <= block.rows.size();
}

// More of them after an empty line: short, and nothing but known ones.
bool goes_on_with_facts(const FactBlock& block) {
  constexpr std::size_t longest = 80;
  const bool all_known = std::ranges::all_of(block.rows, [](const FactBlock::Row& row) {
    return is_known(row) && row.field->value.size() <= longest && !row.field->value.ends_with('.');
  });
  return all_known && block.count(is_filled) > 0 && !block.has_rule_below;
}

// Facts that stand below a first paragraph.
bool stands_alone(const FactBlock& block) {
  const bool has_day = std::ranges::any_of(
      block.rows, [](const FactBlock::Row& row) { return is_filled(row) && row.field->key == Key::date; });
  return goes_on_with_facts(block) && has_day && block.rows.size() > 1;
}

// Takes the lines of facts from the text. One empty line is left where all of them went; the numbers of the others go
// with them. Leaves `at` where the rest begins.
void take_block(FactBlock block, RepairedText& text, Lines& at, Document& document, const AuthorText& author) {
  std::string kept;
  std::vector<std::uint32_t> numbers;
  Lines lines = block.first;
  for (FactBlock::Row& row : block.rows) {
    if (row.stays) {
      kept += kept.empty() ? "" : "\n";
      kept += lines.line();
      numbers.push_back(text.line_numbers[lines.number]);
      if (!row.field->value.empty())
        document.diagnostics.push_back(author.at(code::F66(row.field->name), row.field->line, row.field->name));
    } else {
      const std::uint32_t line = row.field->line;
      add_fact(*std::move(row.field), document, author);
      for (Field& further : row.further) {
        further.line = line;
        add_fact(std::move(further), document, author);
      }
    }
    lines.advance();
  }
  if (block.has_rule_below) lines.advance();
  if (numbers.empty()) numbers.push_back(text.line_numbers[block.first.number]);
  const std::size_t end = std::min(lines.begin - 1, text.text.size());
  text.text.replace(block.first.begin, end - block.first.begin, kept);
  const auto from = text.line_numbers.begin() + static_cast<std::ptrdiff_t>(block.first.number);
  const auto to = text.line_numbers.begin() + static_cast<std::ptrdiff_t>(lines.number);
  const auto rest = text.line_numbers.erase(from, to);
  text.line_numbers.insert(rest, numbers.begin(), numbers.end());
  at = block.first;
  for (std::size_t i = 0; i < numbers.size(); ++i) at.advance();
}

// F67: a line that is no fact keeps those above it from being read.
void report_torn(const FactBlock& block, const RepairedText& text, Document& document, const AuthorText& author) {
  const bool may_be_facts = is_of_occasion(block.rows.front()) || std::ranges::any_of(block.rows, is_day);
  if (block.rows.size() < 2 || !may_be_facts) return;
  const auto other = std::ranges::find_if(block.rows, [](const FactBlock::Row& row) { return !row.field; });
  const auto fact = std::ranges::find_if(block.rows, is_of_occasion);
  if (other == block.rows.end() || fact == block.rows.end()) return;
  const auto at = block.first.number + static_cast<std::size_t>(other - block.rows.begin());
  const std::uint32_t line = text.line_numbers[at];
  document.diagnostics.push_back(author.at(code::F67(fact->field->name), line, trim(author.line(line))));
}

// "Status: utkast" beside a day under a heading, or in the heading itself.
std::optional<Field> find_draft_below(const RepairedText& text) {
  constexpr std::size_t most_lines = 200;
  Lines lines(text.text);
  for (lines.skip_blank(); lines.at_words() && lines.number < most_lines; lines.skip_blank()) {
    if (fence_opening(lines.line())) return std::nullopt;
    if (const std::size_t level = heading_level(lines.line()); level > 0) {
      auto draft = read_draft_line(trim(lines.line()).substr(level));
      if (draft) draft->line = text.line_numbers[lines.number];
      if (draft) return draft;
      lines.advance();
      continue;
    }
    FactBlock block = read_block(text, lines, false);
    const bool are_facts = goes_on_with_facts(block) && std::ranges::any_of(block.rows, is_day);
    for (FactBlock::Row& row : block.rows) {
      if (are_facts && is_draft(*row.field)) return std::move(row.field);
    }
    while (lines.at_words()) lines.advance();
  }
  return std::nullopt;
}

// After the title and empty lines.
Lines beginning(const RepairedText& text) {
  Lines lines(text.text);
  lines.skip_blank();
  if (!lines.at_end() && lines.line().starts_with("# ")) {
    lines.advance();
  } else if (Lines below = lines;
             !lines.at_end() && heading_level(lines.line()) == 0 && !read_fact_line(lines.line())) {
    below.advance();
    if (!below.at_end() && is_heading_underline(below.line())) {
      below.advance();
      lines = below;
    }
  }
  lines.skip_blank();
  return lines;
}

// Whether the text begins with facts.
bool take_facts(RepairedText& text, Lines lines, Document& document, const AuthorText& author) {
  bool is_first = true, has_facts = false, goes_on = false;
  for (; lines.at_words() && !begins_other_block(lines.line()); lines.skip_blank()) {
    FactBlock block = read_block(text, lines, is_first);
    drop_label(block);
    const bool are_facts = !block.rows.empty() && (is_first  ? opens_with_facts(block)
                                                   : goes_on ? goes_on_with_facts(block)
                                                             : stands_alone(block));
    if (is_first) has_facts = are_facts;
    if (is_first && !are_facts) report_torn(block, text, document, author);
    goes_on = are_facts;
    is_first = false;
    if (are_facts) {
      take_block(std::move(block), text, lines, document, author);
      continue;
    }
    while (lines.at_words()) lines.advance();
  }
  return has_facts;
}

}  // namespace

void take_fact_lines(RepairedText& text, Document& document, const AuthorText& author) {
  const Lines first = beginning(text);
  if (!first.at_words()) return;
  const bool has_facts = take_facts(text, first, document, author);
  if (says_draft(document.front_matter)) return;
  if (auto draft = find_draft_below(text)) return document.front_matter.fields.push_back(*std::move(draft));
  Lines rest = has_facts ? beginning(text) : first;
  if (auto draft = find_draft(text, rest, !has_facts)) document.front_matter.fields.push_back(*std::move(draft));
}

}  // namespace traff
