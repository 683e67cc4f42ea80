#include "markdown/parser/block_lines.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/messages/codes.h"
#include "base/text.h"
#include "base/unicode.h"
#include "markdown/lines/block_tracker.h"
#include "markdown/lines/line_marks.h"

namespace traff {

namespace {

struct BoxName {
  std::string_view name;  // folded
  BoxKind kind;
};

constexpr std::array box_names{
    BoxName{"ruta", BoxKind::note},           BoxName{"viktigt", BoxKind::important},
    BoxName{"citat", BoxKind::quote},         BoxName{"engelska", BoxKind::english},
    BoxName{"kolumner", BoxKind::columns},    BoxName{"cykel", BoxKind::cycle},
    BoxName{"process", BoxKind::process},     BoxName{"program", BoxKind::programme},
    BoxName{"anteckningar", BoxKind::notes},  BoxName{"box", BoxKind::note},
    BoxName{"important", BoxKind::important}, BoxName{"quote", BoxKind::quote},
    BoxName{"english", BoxKind::english},     BoxName{"columns", BoxKind::columns},
    BoxName{"cycle", BoxKind::cycle},         BoxName{"notes", BoxKind::notes},
    BoxName{"programme", BoxKind::programme},
};

constexpr std::array<std::string_view, 9> swedish_names{"ruta",  "viktigt", "citat",   "engelska",    "kolumner",
                                                        "cykel", "process", "program", "anteckningar"};

std::string_view words_of_box_line(std::string_view line) {
  std::string_view words = trim(line);
  words.remove_prefix(std::min(words.find_first_not_of(':'), words.size()));
  return trim(words);
}

class BlockMarker {
 public:
  BlockMarker(RepairedText& text, const AuthorText& author)
      : text_(text), author_(author), lines_(split_lines(text.text)) {}

  void run() {
    for (at_ = 0; at_ < lines_.size(); ++at_) take(lines_[at_]);
    at_ = lines_.empty() ? 0 : lines_.size() - 1;
    for (const OpenBox& box : open_) {
      report(code::S25(box.name), box.line, ":::");
      add_alone(box_close_mark);
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

  std::uint32_t number() const { return text_.line_numbers.empty() ? 1 : text_.line_numbers[at_]; }

  void take(std::string_view line) {
    const bool breaks_column = trim(line) == "+++" && !open_.empty() && open_.back().kind == BoxKind::columns;
    const LineShape shape = tracker_.take(breaks_column ? ":::" : line);
    if (begins_caption(line, shape)) add("");
    if (shape.kind == LineKind::box) {
      const std::string_view words = words_of_box_line(line);
      if (breaks_column)
        add_alone(column_break_mark);
      else
        words.empty() ? close() : open(words);
    } else if (is_hidden_words(line, shape)) {
      add(std::string(line.substr(0, shape.content)) + '\\' + std::string(line.substr(shape.content)));
    } else {
      add(line);
    }
  }

  // A caption written right below its picture, without the empty line that makes it a paragraph of its own.
  bool begins_caption(std::string_view line, const LineShape& shape) {
    const std::string_view content = line.substr(shape.content);
    const bool is_caption = below_picture_ && shape.depth == 0 && begins_as_caption(content);
    if (shape.kind == LineKind::paragraph) below_picture_ = is_picture_line(content) || is_caption;
    if (shape.kind == LineKind::box) below_picture_ = words_of_box_line(line).empty();
    return shape.kind == LineKind::continuation && is_caption;
  }

  // Only a paragraph's first line, or one below a definition, is read as a definition.
  bool is_hidden_words(std::string_view line, const LineShape& shape) {
    if (shape.kind == LineKind::paragraph)
      under_definition_ = true;
    else if (shape.kind != LineKind::continuation)
      under_definition_ = false;
    if (!under_definition_ || !line.substr(shape.content).starts_with('[')) return false;
    const LinkDefinition found = link_definition_at(std::span(lines_).subspan(at_), shape.content);
    under_definition_ = found == LinkDefinition::address;
    return found == LinkDefinition::words;
  }

  void open(std::string_view words) {
    const std::string name(box_name(words));
    const BoxKind kind = parse_box_kind(name);
    if (kind == BoxKind::unknown) {
      const std::string_view near = nearest_name(to_lower(name), swedish_names).value_or("ruta");
      report(code::S24(name, near), number(), name);
    }
    open_.push_back({name, kind, number()});
    add_alone(std::string(box_open_mark) + std::string(words));
  }

  void close() {
    if (open_.empty()) {
      report(code::S26(), number(), ":::");
      return;
    }
    open_.pop_back();
    add_alone(box_close_mark);
  }

  void report(Message message, std::uint32_t line, std::string_view found) {
    if (++messages_ <= most_messages) text_.diagnostics.push_back(author_.at(std::move(message), line, found));
  }

  void add(std::string_view line) {
    out_ += line;
    out_ += '\n';
    numbers_.push_back(number());
  }

  void add_alone(std::string_view line) {
    add("");
    add(line);
    add("");
  }

  RepairedText& text_;
  const AuthorText& author_;
  std::vector<std::string_view> lines_;
  std::size_t at_ = 0;
  BlockTracker tracker_;
  bool under_definition_ = false;
  bool below_picture_ = false;
  std::vector<OpenBox> open_;
  std::size_t messages_ = 0;
  std::string out_;
  std::vector<std::uint32_t> numbers_;
};

// Whether a "]:" stands where the definition of a link may end its label: not in "[^1]: ", not in a line of words.
bool may_define_link(std::string_view text) {
  for (std::size_t at = 0; (at = text.find("]:", at)) != std::string_view::npos; ++at) {
    std::string_view before = text.substr(0, at);
    before.remove_prefix(before.rfind('\n') + 1);
    const std::size_t label = before.find('[');
    if (label == std::string_view::npos || !before.substr(label).starts_with("[^")) return true;
  }
  return false;
}

}  // namespace

std::string_view block_mark(std::string_view words) {
  for (const std::string_view mark : {box_open_mark, box_close_mark, column_break_mark, alphabetical_list_mark}) {
    if (words.starts_with(mark)) return mark;
  }
  return {};
}

std::string_view box_name(std::string_view words) { return words.substr(0, words.find_first_of(" \t{")); }

BoxKind parse_box_kind(std::string_view name) {
  const std::string folded = fold(name);
  for (const BoxName& known : box_names) {
    if (known.name == folded) return known.kind;
  }
  return BoxKind::unknown;
}

void mark_blocks(RepairedText& text, const AuthorText& author) {
  const bool has_boxes = text.text.find(":::") != std::string::npos;
  if (has_boxes || may_define_link(text.text) || may_hold_captions(text.text)) BlockMarker(text, author).run();
}

}  // namespace traff
