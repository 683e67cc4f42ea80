#include "markdown/fact_paragraph.h"

#include <cstddef>
#include <string_view>

#include "base/text.h"
#include "markdown/key_names.h"

namespace traff {

namespace {

// Line by line through the beginning of a text.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {}

  bool at_end() const { return begin >= text_.size(); }
  std::size_t end() const { return std::min(text_.find('\n', begin), text_.size()); }
  std::string_view line() const { return text_.substr(begin, end() - begin); }
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
  std::string_view text_;
};

void report(Document& document, const AuthorText& author, std::string_view code, const Field& field,
            std::string_view found, std::vector<std::string> args) {
  document.diagnostics.push_back(author.at(code, field.line, found, std::move(args)));
}

void add_fact(Field field, Document& document, const AuthorText& author) {
  if (field.key == Key::unknown) {
    const auto near = nearest_key_name(field.name);
    if (near) report(document, author, "F6", field, field.name, {field.name, std::string(*near)});
  } else if (const Field* earlier = document.front_matter.find(field.key);
             earlier != nullptr && earlier->value != field.value) {
    report(document, author, "F10", field, field.value,
           {earlier->name, earlier->value, std::to_string(earlier->line), field.name, field.value});
  }
  document.front_matter.fields.push_back(std::move(field));
}

}  // namespace

void take_fact_paragraph(RepairedText& text, Document& document, const AuthorText& author) {
  Lines lines(text.text);
  lines.skip_blank();
  if (!lines.at_end() && lines.line().starts_with("# ")) lines.advance();
  lines.skip_blank();
  if (!lines.at_words() || lines.line().find(':') == std::string_view::npos) return;
  const Lines first = lines;
  std::size_t end = lines.begin;
  for (; lines.at_words(); lines.advance()) end = lines.end();
  const std::string_view paragraph = std::string_view(text.text).substr(first.begin, end - first.begin);
  auto fields = parse_fact_lines(document.path, paragraph, text.line_numbers[first.number]);
  if (!fields) return;
  for (Field& field : *fields) add_fact(std::move(field), document, author);
  // One empty line is left of them; the numbers of the others go with them.
  text.text.erase(first.begin, end - first.begin);
  const auto numbers = text.line_numbers.begin();
  text.line_numbers.erase(numbers + static_cast<std::ptrdiff_t>(first.number) + 1,
                          numbers + static_cast<std::ptrdiff_t>(lines.number));
}

}  // namespace traff
