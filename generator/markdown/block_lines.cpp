#include "markdown/block_lines.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/nearest_name.h"
#include "base/text.h"
#include "base/utf8.h"
#include "markdown/fence.h"
#include "markdown/table_lines.h"

namespace traff {

namespace {

struct BoxName {
  std::string_view name;
  BoxKind kind;
};

constexpr std::array box_names{
    BoxName{"ruta", BoxKind::note},          BoxName{"viktigt", BoxKind::important}, BoxName{"citat", BoxKind::quote},
    BoxName{"engelska", BoxKind::english},   BoxName{"kolumner", BoxKind::columns},  BoxName{"cykel", BoxKind::cycle},
    BoxName{"process", BoxKind::process},    BoxName{"anteckningar", BoxKind::notes}, BoxName{"program", BoxKind::programme},
    BoxName{"box", BoxKind::note},           BoxName{"important", BoxKind::important}, BoxName{"quote", BoxKind::quote},
    BoxName{"english", BoxKind::english},    BoxName{"columns", BoxKind::columns},   BoxName{"cycle", BoxKind::cycle},
    BoxName{"notes", BoxKind::notes},        BoxName{"programme", BoxKind::programme},
};

std::size_t indent_of(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

bool is_box_line(std::string_view line) { return indent_of(line) <= 3 && trim(line).starts_with(":::"); }

std::string_view box_words(std::string_view line) {
  std::string_view words = trim(line);
  words.remove_prefix(std::min(words.find_first_not_of(':'), words.size()));
  return trim(words);
}

// "[OBS]: ta med dator" on one line with a one-word target: words, not a link definition.
bool is_one_word_definition(std::string_view line) {
  const std::size_t indent = indent_of(line);
  if (indent > 3 || indent >= line.size() || line[indent] != '[' || line.substr(indent).starts_with("[^")) return false;
  const std::size_t end = line.find("]:", indent);
  if (end == std::string_view::npos) return false;
  return trim(line.substr(end + 2)).find_first_of("/.#:@<") == std::string_view::npos;
}

class BlockMarker {
 public:
  BlockMarker(RepairedText& text, const AuthorText& author) : text_(text), author_(author) {}

  void run() {
    const std::vector<std::string_view> lines = split_lines(text_.text);
    for (std::size_t i = 0; i < lines.size(); ++i) take(lines[i], text_.line_numbers[i]);
    for (const OpenBox& box : open_) {
      text_.diagnostics.push_back(author_.at("S25", box.line, ":::", {std::string(box.name)}));
      add_alone(box_close_mark, lines.empty() ? 1 : text_.line_numbers.back());
    }
    text_.text = std::move(out_);
    text_.line_numbers = std::move(numbers_);
  }

 private:
  struct OpenBox {
    std::string name;
    BoxKind kind;
    std::uint32_t line;
  };

  void take(std::string_view line, std::uint32_t number) {
    const bool fenced = fence_.take(line);
    if (!fenced && is_box_line(line)) {
      const std::string_view words = box_words(line);
      words.empty() ? close(number) : open(words, number);
    } else if (!fenced && trim(line) == "+++" && !open_.empty() && open_.back().kind == BoxKind::columns) {
      add_alone(column_break_mark, number);
    } else if (!fenced && is_one_word_definition(line)) {
      add(std::string(indent_of(line), ' ') + "\\" + std::string(line.substr(indent_of(line))), number);
    } else {
      add(line, number);
    }
  }

  void open(std::string_view words, std::uint32_t number) {
    const std::string name(words.substr(0, words.find_first_of(" \t{")));
    const BoxKind kind = parse_box_kind(name);
    if (kind == BoxKind::unknown) {
      static constexpr std::array<std::string_view, 9> known{"ruta", "viktigt", "citat", "engelska", "kolumner",
                                                             "cykel", "process", "program", "anteckningar"};
      const std::string near(nearest_name(to_lower(name), known).value_or("ruta"));
      text_.diagnostics.push_back(author_.at("S24", number, name, {name, near}));
    }
    open_.push_back({name, kind, number});
    add_alone(std::string(box_open_mark) + std::string(words), number);
  }

  void close(std::uint32_t number) {
    if (open_.empty()) {
      text_.diagnostics.push_back(author_.at("S26", number, ":::"));
      return;
    }
    open_.pop_back();
    add_alone(box_close_mark, number);
  }

  void add(std::string_view line, std::uint32_t number) {
    out_ += line;
    out_ += '\n';
    numbers_.push_back(number);
  }

  void add_alone(std::string_view line, std::uint32_t number) {
    add("", number);
    add(line, number);
    add("", number);
  }

  RepairedText& text_;
  const AuthorText& author_;
  Fence fence_;
  std::vector<OpenBox> open_;
  std::string out_;
  std::vector<std::uint32_t> numbers_;
};

bool has_line_start(std::string_view text, std::string_view what) {
  return text.find(what) != std::string_view::npos;
}

}  // namespace

BoxKind parse_box_kind(std::string_view name) {
  const std::string folded = fold(name);
  for (const BoxName& known : box_names) {
    if (fold(known.name) == folded) return known.kind;
  }
  return BoxKind::unknown;
}

void mark_blocks(RepairedText& text, const AuthorText& author) {
  if (has_line_start(text.text, "|")) widen_tables(text, author);
  if (has_line_start(text.text, ":::") || has_line_start(text.text, "]:")) BlockMarker(text, author).run();
}

std::vector<std::uint32_t> footnote_definition_lines(std::string_view text) {
  std::vector<std::uint32_t> found;
  if (text.find("[^") == std::string_view::npos) return found;
  Fence fence;
  std::uint32_t number = 0;
  for (const std::string_view line : split_lines(text)) {
    ++number;
    if (fence.take(line)) continue;
    const std::size_t indent = indent_of(line);
    const std::string_view rest = line.substr(indent);
    if (indent > 3 || !rest.starts_with("[^")) continue;
    const std::size_t end = rest.find(']');
    if (end != std::string_view::npos && end > 2 && rest.substr(end).starts_with("]:")) found.push_back(number);
  }
  return found;
}

std::string show_definitions(std::string_view text, const std::vector<std::uint32_t>& lines) {
  std::string out;
  std::uint32_t number = 0;
  auto next = lines.begin();
  for (const std::string_view line : split_lines(text)) {
    ++number;
    if (next != lines.end() && *next == number) {
      const std::size_t indent = indent_of(line);
      out += line.substr(0, indent);
      out += '\\';
      out += line.substr(indent);
      ++next;
    } else {
      out += line;
    }
    out += '\n';
  }
  return out;
}

}  // namespace traff
