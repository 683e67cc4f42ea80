#include "markdown/front_matter.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"
#include "markdown/author_lines.h"
#include "markdown/field_line.h"
#include "markdown/key_names.h"

namespace traff {

namespace {

constexpr std::size_t max_bytes = 64 * 1024;

bool is_fence(std::string_view line) { return line.starts_with("---") && is_blank(line.substr(3)); }

struct Block {
  std::vector<std::string_view> lines;  // between the fences
  std::size_t end = 0;                  // offset of the body
  std::uint32_t end_line = 0;           // its line
};

// A `---` with prose under it is a slide break or a line across the page, not front matter.
bool begins_like_keys(const std::vector<std::string_view>& lines) {
  const auto first = std::find_if_not(lines.begin(), lines.end(), is_blank);
  return first == lines.end() || read_field_line(*first).has_value();
}

std::optional<Block> closed_block(std::string_view text, AuthorLines lines) {
  Block block;
  std::string_view line;
  while (lines.next(line)) {
    if (lines.offset() > max_bytes) return std::nullopt;
    if (!is_fence(line)) {
      block.lines.push_back(line);
      continue;
    }
    if (!begins_like_keys(block.lines)) return std::nullopt;
    block.end = std::min(lines.offset(), text.size());
    block.end_line = static_cast<std::uint32_t>(block.lines.size() + 3);
    return block;
  }
  return std::nullopt;
}

bool is_list_item(std::string_view line) {
  const std::string_view item = trim(line);
  return item == "-" || item.starts_with("- ") || item.starts_with("-\t");
}

// Without a closing `---`, only lines that are sure to be keys are taken from the body.
std::optional<Block> unclosed_block(std::string_view text, AuthorLines lines) {
  Block block;
  std::string_view line;
  std::size_t end = lines.offset();
  bool list_may_follow = false;
  while (lines.next(line)) {
    const std::optional<FieldLine> field = read_field_line(line);
    if (field) list_may_follow = field->field.value.empty();
    const bool first_is_known = !block.lines.empty() || (field && field->field.key != Key::unknown);
    const bool belongs = field || (list_may_follow && is_list_item(line));
    if (!belongs || !first_is_known) break;
    if (lines.offset() > max_bytes) return std::nullopt;
    block.lines.push_back(line);
    end = lines.offset();
  }
  if (block.lines.empty()) return std::nullopt;
  block.end = std::min(end, text.size());
  block.end_line = static_cast<std::uint32_t>(block.lines.size() + 2);
  return block;
}

class FieldReader {
 public:
  FieldReader(std::string_view path, const Block& block) : path_(path), block_(block) {}

  FrontMatterResult read() {
    for (const std::string_view line : block_.lines) take(line, next_number_++);
    report_contradictions();
    return std::move(result_);
  }

 private:
  void take(std::string_view line, std::uint32_t number) {
    if (is_blank(line)) return;
    if (is_list_item(line) && list_is_open_) {
      add_item(line);
    } else if (std::optional<FieldLine> read = read_field_line(line)) {
      read->field.line = number;
      list_is_open_ = read->field.value.empty();
      if (read->field.key == Key::unknown) report_unknown(*read);
      fields().push_back(std::move(read->field));
    } else {
      report_no_field(number);
    }
  }

  std::vector<Field>& fields() { return result_.front_matter.fields; }

  void add_item(std::string_view line) {
    Field& field = fields().back();
    const std::string item = clean_value(trim(line).substr(1));
    if (item.empty()) return;
    if (!field.value.empty()) field.value += ", ";
    field.value += item;
    field.items.push_back(item);
  }

  void report(std::string_view code, std::uint32_t line, std::uint32_t column, std::uint32_t length,
              std::vector<std::string> args) {
    result_.diagnostics.push_back({std::string(code),
                                   {std::string(path_), line, column, length},
                                   std::string(block_.lines[line - 2]),
                                   std::move(args)});
  }

  void report_unknown(const FieldLine& read) {
    const std::string name = clean_value(read.field.name);
    std::optional<std::string_view> near;
    // Each look costs a comparison with every name; a file of nothing but unknown keys must not cost more.
    if (unknown_count_++ < max_suggestions) near = nearest_key_name(name);
    const auto length = static_cast<std::uint32_t>(code_point_count(read.field.name));
    std::vector<std::string> args{name};
    if (near) args.emplace_back(*near);
    report(near ? "F6" : "F12", read.field.line, read.name_column, length, std::move(args));
  }

  void report_contradictions() {
    std::array<const Field*, key_count> first{};
    for (const Field& field : fields()) {
      if (field.key == Key::unknown || field.value.empty()) continue;
      const Field*& earlier = first[static_cast<std::size_t>(field.key)];
      if (earlier == nullptr) earlier = &field;
      if (earlier->value == field.value) continue;
      const auto length = static_cast<std::uint32_t>(code_point_count(field.value));
      report("F10", field.line, field.column, length,
             {clean_value(earlier->name), earlier->value, std::to_string(earlier->line), clean_value(field.name),
              field.value});
    }
  }

  void report_no_field(std::uint32_t number) {
    const bool said = last_no_field_ != 0 && last_no_field_ + 1 == number;
    last_no_field_ = number;
    if (!said) report("F11", number, 0, 0, {});
  }

  static constexpr std::size_t max_suggestions = 40;
  static constexpr std::size_t key_count = static_cast<std::size_t>(Key::unknown) + 1;

  std::string_view path_;
  const Block& block_;
  FrontMatterResult result_;
  std::uint32_t next_number_ = 2;
  std::uint32_t last_no_field_ = 0;
  std::size_t unknown_count_ = 0;
  bool list_is_open_ = false;
};

}  // namespace

const Field* FrontMatter::find(Key key) const {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.key == key; });
  return found == fields.end() ? nullptr : &*found;
}

std::string_view FrontMatter::value(Key key) const {
  const Field* field = find(key);
  return field == nullptr ? std::string_view() : std::string_view(field->value);
}

FrontMatterResult parse_front_matter(std::string_view path, std::string_view text) {
  FrontMatterResult result;
  const std::size_t skipped = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  const std::string_view file = text.substr(skipped);
  if (!file.starts_with("---")) return result;
  AuthorLines lines(file);
  std::string_view line;
  if (!lines.next(line) || !is_fence(line)) return result;
  std::optional<Block> block = closed_block(file, lines);
  if (!block) block = unclosed_block(file, lines);
  if (!block) return result;
  result = FieldReader(path, *block).read();
  result.body_offset = skipped + block->end;
  result.body_line = block->end_line;
  return result;
}

}  // namespace traff
