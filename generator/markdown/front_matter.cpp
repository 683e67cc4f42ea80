#include "markdown/front_matter.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "base/utf8.h"
#include "markdown/field_line.h"
#include "markdown/front_matter_block.h"
#include "markdown/fields.h"

namespace traff {

namespace {

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
      case FrontMatterLine::Kind::unread: report_unread(number); break;
      case FrontMatterLine::Kind::key:
        line.field->field.line = number;
        if (line.field->field.key == Key::unknown) report_unknown(*line.field);
        fields().push_back(std::move(line.field->field));
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

  void report(std::string_view code, std::uint32_t line, std::uint32_t column, std::uint32_t length,
              std::vector<std::string> args) {
    result_.diagnostics.push_back({std::string(code),
                                   {std::string(path_), line, column, length},
                                   std::string(block_.lines[line - block_.first_line].text),
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

  void report_unread(std::uint32_t number) {
    const bool said = last_unread_ != 0 && last_unread_ + 1 == number;
    last_unread_ = number;
    if (!said) report("F11", number, 0, 0, {});
  }

  void report_text() {
    if (block_.text_line == 0) return;
    result_.diagnostics.push_back({"F18", {std::string(path_), block_.text_line, 0, 0}, std::string(block_.text), {}});
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
