#include "markdown/front/front_matter.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
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
#include "markdown/lines/author_text.h"

namespace traff {

namespace {

// Where the `nyckel: värde` lines first in a file begin and end. What is no part of them is the author's text and is
// shown.

struct FrontMatterLine {
  enum class Kind : std::uint8_t {
    blank,
    key,
    item,   // "- …" of the key above
    more,   // of the value above, which began with `>` or `|`
    unread  // what only other programs understand: a comment, a value that goes on, a key of a form of their own
  };
  std::string_view text;
  Kind kind = Kind::blank;
  std::optional<FieldLine> field = std::nullopt;  // of a key
};

struct FrontMatterBlock {
  std::vector<FrontMatterLine> lines;  // below the opening `---`
  std::uint32_t first_line = 0;        // number of the first of them, 1-based in the file
  std::size_t body_offset = 0;
  std::uint32_t body_line = 0;
  std::uint32_t text_line = 0;                // the first line of text, when no `---` parts it from the keys; else 0
  std::string_view text;                      // that line
  std::optional<Field> draft = std::nullopt;  // a `status: utkast` that stands among that text
};

using Kind = FrontMatterLine::Kind;

constexpr std::size_t max_bytes = 64 * 1024;

std::size_t indent_of(std::string_view line) { return std::min(line.find_first_not_of(" \t"), line.size()); }

bool is_list_item(std::string_view line) {
  const std::string_view item = trim(line);
  return item == "-" || item.starts_with("- ") || item.starts_with("-\t");
}

bool is_quoted(std::string_view name) {
  return name.size() > 2 && (name.front() == '"' || name.front() == '\'') && name.back() == name.front();
}

// Letters and what other programs have in the names of their keys; a run of more than three words is a sentence.
bool can_be_foreign_name(std::string_view name) {
  static constexpr ByteSet no_name("*[]{}<>|`"), no_sentence("!.,;\"'&%*");
  constexpr std::size_t longest = 40;
  if (name.empty() || name.size() > longest || name.front() == '-') return false;
  if (is_quoted(name)) return true;
  const auto spaces = std::count_if(name.begin(), name.end(), is_space);
  return find_byte_of(name, no_name) == std::string_view::npos &&
         (spaces == 0 || (spaces <= 2 && find_byte_of(name, no_sentence) == std::string_view::npos));
}

// "og:title: Titel", "\"min nyckel\": Titel" and "Tid (min): 5": keys of other programs. Gives what stands after the
// colon.
std::optional<std::string_view> value_of_foreign_key(std::string_view line) {
  const std::string_view words = trim(line);
  const std::size_t colon = words.ends_with(':') ? words.size() - 1 : words.find(": ");
  if (colon == std::string_view::npos || !can_be_foreign_name(trim(words.substr(0, colon)))) return std::nullopt;
  return trim(words.substr(colon + 1));
}

// What a value that goes on over the next lines ends with; ' ' for one that goes on while its lines are indented.
char end_of_open_value(std::string_view value) {
  if (value.empty()) return '\0';
  const char first = value.front();
  if (first == '|' || first == '>') return ' ';
  const char end = first == '[' ? ']' : first == '{' ? '}' : first == '"' || first == '\'' ? first : '\0';
  return end != '\0' && (value.size() == 1 || value.back() != end) ? end : '\0';
}

// Looks at one line after the other, and remembers what the next one may belong to.
class LineReader {
 public:
  // What a line is if nothing closes the block below it.
  enum class Trust : std::uint8_t {
    sure,
    waiting,   // part of the block if a known key follows, else text
    doubtful,  // text
    text       // text whatever follows
  };
  struct Found {
    FrontMatterLine line;
    Trust trust = Trust::sure;
  };

  Found read(std::string_view line) {
    if (is_blank(line)) return read_blank();
    const bool new_paragraph = std::exchange(after_blank_, false);
    below_comment_ = false;
    const bool inside = has_key_ && indent_of(line) > key_indent_;
    if (goes_on(line, inside)) return {{line, is_block_value_ ? Kind::more : Kind::unread}, trust_};
    if (list_is_open_ && is_list_item(line)) return read_item(line, new_paragraph && !inside);
    if (list_is_open_ && inside) return read_nested(line);
    if (auto field = read_field_line(line)) return read_key(line, std::move(*field), new_paragraph && !inside);
    if (trim(line).starts_with('#')) return read_comment(line);
    if (inside) return {{line, Kind::unread}, Trust::doubtful};
    const auto foreign = value_of_foreign_key(line);
    if (!foreign) return {{line, Kind::unread}, Trust::text};
    may_be_prose_ = may_be_prose_ || new_paragraph;
    open(line, *foreign);
    list_is_open_ = is_block_value_ = false;
    return {{line, Kind::unread}, Trust::doubtful};
  }

  // "Syfte: att …" between empty lines is a paragraph, and the `---` below it a line across the page.
  bool is_in_prose() const { return may_be_prose_ && after_blank_; }

 private:
  Found read_item(std::string_view line, bool new_paragraph) {
    may_be_prose_ = may_be_prose_ || new_paragraph;
    if (has_nested_ && indent_of(line) > item_indent_) return {{line, Kind::unread}, Trust::doubtful};
    if (!has_item_ || has_nested_) item_indent_ = indent_of(line);
    has_item_ = true;
    has_nested_ = false;
    return {{line, Kind::item}, trust_};
  }

  // "  email: …" is said of the item or the key above it, and not of the page.
  Found read_nested(std::string_view line) {
    if (!has_nested_ && !has_item_) item_indent_ = key_indent_;
    has_nested_ = true;
    return {{line, Kind::unread}, Trust::doubtful};
  }

  // "# Rubrik" with an empty line below it is a heading.
  Found read_blank() {
    if (below_comment_) return {{}, Trust::text};
    after_blank_ = has_key_;
    return {{}, has_key_ ? Trust::doubtful : Trust::sure};
  }

  Found read_comment(std::string_view line) {
    below_comment_ = true;
    return {{line, Kind::unread}, trim(line).starts_with("##") ? Trust::text : Trust::doubtful};
  }

  Found read_key(std::string_view line, FieldLine field, bool in_new_paragraph) {
    may_be_prose_ = may_be_prose_ || (in_new_paragraph && field.field.key == Key::unknown);
    const std::string_view value = trim(line.substr(line.find(':') + 1));  // as other programs wrote it
    open(line, value);
    list_is_open_ = value.empty();
    is_block_value_ = is_block_mark(value);
    trust_ = field.field.key == Key::unknown ? Trust::waiting : Trust::sure;
    return {{line, Kind::key, std::move(field)}, trust_};
  }

  void open(std::string_view line, std::string_view value) {
    has_key_ = true;
    key_indent_ = indent_of(line);
    value_end_ = end_of_open_value(value);
    has_item_ = has_nested_ = false;
  }

  bool goes_on(std::string_view line, bool inside) {
    if (value_end_ == '\0') return false;
    const std::string_view words = trim(line);
    const bool closes = words.back() == value_end_;
    const bool is_bracket = value_end_ == ']' || value_end_ == '}';
    const bool belongs = inside || (is_bracket && closes && words.size() == 1);
    if (!belongs || closes) value_end_ = '\0';
    return belongs;
  }

  std::size_t key_indent_ = 0, item_indent_ = 0;
  char value_end_ = '\0';
  Trust trust_ = Trust::sure;  // of the key last read and what belongs to it
  bool has_key_ = false, list_is_open_ = false, after_blank_ = false, below_comment_ = false;
  bool is_block_value_ = false;                 // of the key last read
  bool has_item_ = false, has_nested_ = false;  // of the list or map that is open
  bool may_be_prose_ = false;                   // an unknown key began a paragraph
};

class BlockFinder {
  using Trust = LineReader::Trust;

 public:
  explicit BlockFinder(std::string_view file) : file_(file), lines_(file) {}

  std::optional<FrontMatterBlock> run() {
    if (!find_opening()) return std::nullopt;
    block_.first_line = number_ + 1;
    end_ = lines_.offset();
    read_lines();
    block_.body_offset = std::min(end_, file_.size());
    if (!is_closed_) find_text();
    return is_front_matter() ? std::optional(std::move(block_)) : std::nullopt;
  }

 private:
  bool next(std::string_view& line) {
    if (!lines_.next(line)) return false;
    ++number_;
    return true;
  }

  bool find_opening() {
    std::string_view line;
    while (next(line)) {
      const std::string seen = without_invisible(line);
      if (is_blank(seen)) continue;
      indent_ = indent_of(seen);
      return trim(seen) == "---";
    }
    return false;
  }

  bool is_fence(std::string_view line) const {
    constexpr std::size_t longest = 40;  // with characters without width
    if (trim(line).size() > longest) return false;
    const std::string seen = without_invisible(line);
    const std::string_view mark = trim(seen);
    return (mark == "---" || mark == "...") && indent_of(seen) <= indent_;
  }

  void read_lines() {
    LineReader reader;
    std::string_view line;
    bool is_sure = true;
    while (next(line)) {
      const bool is_end = is_fence(line);
      is_closed_ = is_end && !reader.is_in_prose();
      if (is_closed_) return close();
      if (is_end) break;
      LineReader::Found found = reader.read(line);
      if (found.trust == Trust::text || lines_.offset() > max_bytes) break;
      is_sure = is_sure && found.trust != Trust::doubtful;
      block_.lines.push_back(std::move(found.line));
      if (is_sure && found.trust == Trust::sure) {
        sure_lines_ = block_.lines.size();
        end_ = lines_.offset();
      }
    }
    block_.lines.resize(sure_lines_);
    block_.body_line = block_.first_line + static_cast<std::uint32_t>(sure_lines_);
  }

  void close() {
    end_ = lines_.offset();
    block_.body_line = number_ + 1;
  }

  // The lines that follow, to the next fence or, when there is none, to the end of their first paragraph: a slip in a
  // line must not publish a draft.
  void find_text() {
    std::string_view line;
    std::optional<Field> below;
    bool in_first_paragraph = true;
    AuthorLines rest(file_.substr(block_.body_offset));
    for (std::uint32_t number = block_.body_line; rest.next(line) && rest.offset() <= max_bytes; ++number) {
      if (block_.text_line != 0 && is_fence(line)) {
        if (!block_.draft && !block_.lines.empty()) block_.draft = std::move(below);
        return;
      }
      if (is_blank(line)) {
        in_first_paragraph = in_first_paragraph && block_.text_line == 0;
        continue;
      }
      if (block_.text_line == 0) {
        block_.text_line = number;
        block_.text = line;
      }
      auto field = read_draft_line(line);
      if (!field) continue;
      field->line = number;
      (in_first_paragraph ? block_.draft : below) = std::move(field);
    }
  }

  bool is_front_matter() const {
    const auto first = std::find_if(block_.lines.begin(), block_.lines.end(),
                                    [](const FrontMatterLine& line) { return line.kind != Kind::blank; });
    if (block_.draft || has_line(is_draft)) return true;
    if (first == block_.lines.end()) return is_closed_;
    // "# Bild ett" under the line is the first slide of a presentation, which has no key for its title.
    if (trim(first->text).starts_with('#'))
      return is_closed_ && has_line([](const Field& field) { return field.key == Key::title; });
    return (is_closed_ && first->kind == Kind::key) ||
           has_line([](const Field& field) { return field.key != Key::unknown; });
  }

  template <class Test>
  bool has_line(Test test) const {
    return std::any_of(block_.lines.begin(), block_.lines.end(),
                       [&](const FrontMatterLine& line) { return line.field && test(line.field->field); });
  }

  std::string_view file_;
  AuthorLines lines_;
  FrontMatterBlock block_;
  std::uint32_t number_ = 0;  // of the line last read
  std::size_t indent_ = 0;    // of the opening fence
  std::size_t end_ = 0, sure_lines_ = 0;
  bool is_closed_ = false;
};

// Nothing when the file begins with something else: a `---` with prose under it is a slide break or a line across the
// page. Blank lines, spaces and a byte order mark may stand before the opening `---`. `---` and `...` close; without
// them the block ends where nothing but known keys, what belongs to them and unknown keys above them has stood.
std::optional<FrontMatterBlock> find_front_matter(std::string_view file) { return BlockFinder(file).run(); }

class FieldReader {
 public:
  FieldReader(std::string_view path, FrontMatterBlock block)
      : path_(path), block_(std::move(block)), next_number_(block_.first_line) {}

  FrontMatterResult read() {
    for (FrontMatterLine& line : block_.lines) take(line, next_number_++);
    report_contradictions();
    report_text();
    result_.body_offset = block_.body_offset;
    result_.body_line = block_.body_line;
    return std::move(result_);
  }

 private:
  void take(FrontMatterLine& line, std::uint32_t number) {
    switch (line.kind) {
      case FrontMatterLine::Kind::blank: break;
      case FrontMatterLine::Kind::item: add_item(line.text); break;
      case FrontMatterLine::Kind::more: add_words(line.text); break;
      case FrontMatterLine::Kind::unread: report_unread(number); break;
      case FrontMatterLine::Kind::key:
        line.field->field.line = number;
        if (line.field->field.key == Key::unknown) report_unknown(*line.field);
        add_fields(std::move(line.field->field));
    }
  }

  void add_fields(Field field) {
    std::vector<Field> further = take_further_facts(field);
    fields().push_back(std::move(field));
    for (Field& one : further) {
      one.line = fields().back().line;
      fields().push_back(std::move(one));
    }
  }

  std::vector<Field>& fields() { return result_.front_matter.fields; }

  void add_item(std::string_view line) {
    Field& field = fields().back();
    const std::string item = read_value(trim(line).substr(1), field.key);
    if (item.empty()) return;
    if (!field.value.empty()) field.value += ", ";
    field.value += item;
    field.items.push_back(item);
  }

  void add_words(std::string_view line) {
    Field& field = fields().back();
    if (!field.value.empty()) field.value += ' ';
    field.value += clean_value(line);
    field.items = {field.value};
  }

  void report(Message message, std::uint32_t line, std::uint32_t column, std::uint32_t length) {
    result_.diagnostics.push_back({std::move(message),
                                   {std::string(path_), line, column, length},
                                   std::string(block_.lines[line - block_.first_line].text)});
  }

  void report_unknown(const FieldLine& read) {
    const std::string name = clean_value(read.field.name);
    std::optional<std::string_view> near;
    // Each look costs a comparison with every name; a file of nothing but unknown keys must not cost more.
    if (unknown_count_++ < max_suggestions) near = nearest_key_name(name);
    const auto length = static_cast<std::uint32_t>(code_point_count(read.field.name));
    report(near ? code::F6(name, *near) : code::F12(name), read.field.line, read.name_column, length);
  }

  void report_contradictions() {
    std::array<const Field*, key_count> first{};
    for (const Field& field : fields()) {
      if (field.key == Key::unknown || field.value.empty()) continue;
      const Field*& earlier = first[static_cast<std::size_t>(field.key)];
      if (earlier == nullptr) earlier = &field;
      if (earlier->value == field.value) continue;
      const auto length = static_cast<std::uint32_t>(code_point_count(field.value));
      report(code::F10(clean_value(earlier->name), earlier->value, earlier->line, clean_value(field.name), field.value),
             field.line, field.column, length);
    }
  }

  void report_unread(std::uint32_t number) {
    const bool said = last_unread_ != 0 && last_unread_ + 1 == number;
    last_unread_ = number;
    if (!said) report(code::F11(), number, 0, 0);
  }

  void report_text() {
    if (block_.text_line == 0) return;
    result_.diagnostics.push_back({code::F18(), {std::string(path_), block_.text_line}, std::string(block_.text)});
    if (block_.draft) fields().push_back(*std::move(block_.draft));
  }

  static constexpr std::size_t max_suggestions = 40;
  static constexpr std::size_t key_count = static_cast<std::size_t>(Key::unknown) + 1;

  std::string_view path_;
  FrontMatterBlock block_;
  FrontMatterResult result_;
  std::uint32_t next_number_;
  std::uint32_t last_unread_ = 0;
  std::size_t unknown_count_ = 0;
};

}  // namespace

FrontMatterResult parse_front_matter(std::string_view path, std::string_view text) {
  std::optional<FrontMatterBlock> block = find_front_matter(text);
  return block ? FieldReader(path, *std::move(block)).read() : FrontMatterResult();
}

}  // namespace traff
