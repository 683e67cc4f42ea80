#include "markdown/fact_paragraph.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "markdown/draft_status.h"
#include "markdown/fields.h"
#include "markdown/line_marks.h"
#include "markdown/field_line.h"

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

void report(Document& document, const AuthorText& author, std::string_view code, const Field& field,
            std::string_view found, std::vector<std::string> args) {
  document.diagnostics.push_back(author.at(code, field.line, found, std::move(args)));
}

void add_fact(Field field, Document& document, const AuthorText& author) {
  if (field.key == Key::unknown) {
    const auto near = nearest_key_name(field.name);
    if (near) report(document, author, "F6", field, field.name, {field.name, std::string(*near)});
  } else if (const Field* earlier = document.front_matter.find(field.key);
             earlier != nullptr && !earlier->value.empty() && !field.value.empty() && earlier->value != field.value) {
    report(document, author, "F10", field, field.value,
           {earlier->name, earlier->value, std::to_string(earlier->line), field.name, field.value});
  }
  document.front_matter.fields.push_back(std::move(field));
}

// The words from `first` to `end`, without the label of a list that follows: "Verktyg:" with dashes below is text.
std::string_view without_label(std::string_view paragraph, Lines after) {
  after.skip_blank();
  if (after.at_end() || !list_marker(trim(after.line()))) return paragraph;
  const std::size_t above = trim_end(paragraph.substr(0, trim(paragraph).size())).rfind('\n');
  const std::size_t begin = above == std::string_view::npos ? 0 : above + 1;
  const auto last = read_fact_line(paragraph.substr(begin));
  return last && last->value.empty() ? paragraph.substr(0, begin) : paragraph;
}

// The facts of the paragraph, which leave the text. One empty line is left of them; the numbers of the others go with
// them. Whether there were any.
bool take_facts(RepairedText& text, Lines& lines, Document& document, const AuthorText& author) {
  const Lines first = lines;
  while (lines.at_words() && !list_marker(trim(lines.line()))) lines.advance();
  const std::string_view paragraph = std::string_view(text.text).substr(first.begin, lines.begin - first.begin);
  auto fields = parse_fact_lines(document.path, without_label(paragraph, lines), 0);
  lines = first;
  if (!fields) return false;
  for (Field& field : *fields) {
    field.line = text.line_numbers[lines.number];
    add_fact(std::move(field), document, author);
    lines.advance();
  }
  const std::size_t end = std::min(lines.begin - 1, text.text.size());
  text.text.erase(first.begin, end - first.begin);
  const auto numbers = text.line_numbers.begin();
  text.line_numbers.erase(numbers + static_cast<std::ptrdiff_t>(first.number) + 1,
                          numbers + static_cast<std::ptrdiff_t>(lines.number));
  lines = first;
  return true;
}

std::optional<Field> fact_of(std::string_view line) {
  line = trim(line);
  if (const auto marker = list_marker(line)) line = trim(line.substr(marker->size));
  auto fact = read_fact_line(line);
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
      if (auto found = read_draft_line(line)) {
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

}  // namespace

void take_fact_paragraph(RepairedText& text, Document& document, const AuthorText& author) {
  Lines lines(text.text);
  lines.skip_blank();
  if (!lines.at_end() && lines.line().starts_with("# ")) lines.advance();
  lines.skip_blank();
  if (!lines.at_words()) return;
  const bool has_facts = lines.line().find(':') != std::string_view::npos && take_facts(text, lines, document, author);
  if (says_draft(document.front_matter)) return;
  if (auto draft = find_draft(text, lines, !has_facts)) document.front_matter.fields.push_back(*std::move(draft));
}

}  // namespace traff
