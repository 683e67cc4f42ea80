#include "markdown/html/box_html.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/messages/codes.h"
#include "base/text.h"
#include "markdown/lines/typography.h"
#include "markdown/lines/word_breaks.h"
#include "markdown/parser/block_lines.h"
#include "markdown/parser/cmark_tree.h"

namespace traff {

namespace {

// The steps of `::: cykel` and `::: process`: the first list of the box, and what each of its items is called.

bool begins_with_box_mark(cmark_node* paragraph) {
  cmark_node* first = cmark_node_first_child(paragraph);
  if (first == nullptr || kind_of(first) != NodeKind::text) return false;
  const std::string_view mark = block_mark(literal_of(first));
  return !mark.empty() && mark != alphabetical_list_mark;
}

std::string_view without_end_mark(std::string_view name) {
  name = trim(name);
  while (name.ends_with('.') || name.ends_with(':') || name.ends_with(',')) name.remove_suffix(1);
  return name;
}

// "Var är vi? Ta reda på det." → "Var är vi?"; "Planera: vem gör vad" → "Planera".
std::string_view first_sentence(std::string_view words) {
  words = words.substr(0, words.find('\n'));
  std::size_t end = words.size();
  for (const std::string_view mark : {". ", ": ", " – "}) end = std::min(end, words.find(mark));
  for (const std::string_view mark : {"? ", "! "}) {
    if (const std::size_t at = words.find(mark); at < end) end = at + 1;
  }
  return without_end_mark(words.substr(0, end));
}

std::string step_name(cmark_node* item, Language language) {
  cmark_node* paragraph = cmark_node_first_child(item);
  if (paragraph == nullptr || kind_of(paragraph) != NodeKind::paragraph) return {};
  cmark_node* first = cmark_node_first_child(paragraph);
  if (first != nullptr && kind_of(first) == NodeKind::strong)
    return std::string(without_end_mark(inline_words(first, language)));
  return std::string(first_sentence(inline_words(paragraph, language)));
}

// Null when no list stands between the box's mark and the next mark. Cost: the blocks between the two.
cmark_node* list_of_box(cmark_node* box_mark) {
  for (cmark_node* at = cmark_node_next(box_mark); at != nullptr; at = cmark_node_next(at)) {
    if (kind_of(at) == NodeKind::list) return at;
    if (kind_of(at) == NodeKind::paragraph && begins_with_box_mark(at)) return nullptr;
  }
  return nullptr;
}

// One name per item: its words in **bold**, if it begins with them, else its first sentence or what stands before a
// colon or dash. Soft hyphens are kept.
std::vector<std::string> step_names(cmark_node* list, Language language) {
  std::vector<std::string> names;
  for (cmark_node* item = cmark_node_first_child(list); item != nullptr; item = cmark_node_next(item)) {
    names.push_back(step_name(item, language));
  }
  return names;
}

std::string_view opening_tag(BoxKind kind) {
  switch (kind) {
    case BoxKind::note: return "<div class=\"box box-ruta\">\n";
    case BoxKind::important: return "<div class=\"box box-viktigt\">\n";
    case BoxKind::quote: return "<blockquote class=\"box box-citat\">\n";
    case BoxKind::english: return "<div class=\"box box-engelska\" lang=\"en\">\n";
    case BoxKind::columns: return "<div class=\"columns\">\n";
    case BoxKind::cycle: return "<figure class=\"box box-cykel\">\n";
    case BoxKind::process: return "<figure class=\"box box-process\">\n";
    case BoxKind::notes: return "<div class=\"box box-anteckningar\">\n";
    case BoxKind::programme: return "<div class=\"box-program\">\n";
    case BoxKind::unknown: break;
  }
  return "<div class=\"box\">\n";
}

std::string_view closing_tag(BoxKind kind) {
  switch (kind) {
    case BoxKind::quote: return "</blockquote>\n";
    case BoxKind::cycle:
    case BoxKind::process: return "</figure>\n";
    default: return "</div>\n";
  }
}

std::size_t count_items(cmark_node* list) {
  std::size_t count = 0;
  for (cmark_node* item = cmark_node_first_child(list); item != nullptr; item = cmark_node_next(item)) ++count;
  return count;
}

// Takes mark and name from the paragraph's first words; an unknown name is shown. True when something is left.
bool take_name(cmark_node* first, BoxKind& kind) {
  std::string_view words = literal_of(first).substr(box_open_mark.size());
  const std::string_view name = box_name(words);
  kind = parse_box_kind(name);
  if (kind != BoxKind::unknown) words.remove_prefix(name.size());
  while (words.starts_with(' ')) words.remove_prefix(1);
  const bool has_words = !words.empty() || cmark_node_next(first) != nullptr;
  cmark_node_set_literal(first, std::string(words).c_str());
  return has_words;
}

}  // namespace

bool BoxHtml::open_box(cmark_node* paragraph) {
  HtmlWriter& out = context_.out;
  BoxKind kind = BoxKind::unknown;
  const bool has_title = take_name(cmark_node_first_child(paragraph), kind);
  out.fresh_line();
  out.open_block(BlockKind::box, opening_tag(kind), context_.line_of(paragraph), static_cast<std::uint8_t>(kind));
  open_.push_back({kind, out.language, paragraph});
  if (kind == BoxKind::english) out.language = Language::en;
  if (kind == BoxKind::programme) add_meetings(SlotKind::programme);
  if (kind == BoxKind::columns && !has_title) out.raw("<div class=\"column\">\n");
  if (is_figure(kind)) prepare_figure(paragraph);
  if (!has_title) write_figure();
  return has_title;
}

void BoxHtml::prepare_figure(cmark_node* box_mark) {
  cmark_node* list = list_of_box(box_mark);
  if (open_.back().kind == BoxKind::cycle)
    prepare_cycle(box_mark, list);
  else
    shows_meetings_ = list == nullptr;
}

void BoxHtml::prepare_cycle(cmark_node* box_mark, cmark_node* list) {
  const std::uint32_t line = context_.line_of(box_mark);
  const std::size_t steps = list == nullptr ? 0 : count_items(list);
  if (steps < fewest_cycle_steps || steps > most_cycle_steps) {
    context_.diagnose(code::S40(steps), line, ":::");
    return;
  }
  const std::vector<std::string> names = step_names(list, context_.out.language);
  if (const auto drawing = cycle_svg(names)) {
    drawing_ = *drawing;
    return;
  }
  const auto widest = std::max_element(names.begin(), names.end(), [](const std::string& a, const std::string& b) {
    return text_width(a) < text_width(b);
  });
  context_.diagnose(code::S41(widest - names.begin() + 1), line, ":::");
}

void BoxHtml::write_figure() {
  HtmlWriter& out = context_.out;
  out.raw(drawing_);
  drawing_.clear();
  if (shows_meetings_) add_meetings(SlotKind::process);
  shows_meetings_ = false;
}

void BoxHtml::add_meetings(SlotKind kind) {
  const std::size_t slot = context_.out.add_slot(kind, {});
  context_.place_slot(slot, open_.back().mark, ":::");
}

void BoxHtml::open_title(cmark_node* paragraph) {
  context_.out.open_block(BlockKind::paragraph, "<p class=\"box-title\">", context_.line_of(paragraph));
}

void BoxHtml::close_title() {
  context_.out.close_block("</p>\n");
  write_figure();
  if (!open_.empty() && open_.back().kind == BoxKind::columns) context_.out.raw("<div class=\"column\">\n");
}

void BoxHtml::break_column() {
  if (open_.empty() || open_.back().kind != BoxKind::columns) return;
  context_.out.fresh_line();
  context_.out.raw("</div>\n<div class=\"column\">\n");
}

void BoxHtml::close_box() {
  if (open_.empty()) return;
  HtmlWriter& out = context_.out;
  out.fresh_line();
  const OpenBox box = open_.back();
  open_.pop_back();
  out.language = box.language_outside;
  if (box.kind == BoxKind::columns) out.raw("</div>\n");
  out.close_block(closing_tag(box.kind));
}

void BoxHtml::close_all() {
  while (!open_.empty()) close_box();
}

namespace {

constexpr int width = 340;  // legible on a phone without scaling much
constexpr int widest_box = 148;
constexpr int narrowest_box = 96;
constexpr int padding = 9;
constexpr int disc = 10;    // radius of a number on the corner of its box
constexpr int margin = 12;  // room for a number above, and for the arrow below the last box
constexpr int font_sizes[] = {15, 14, 13, 12};

struct Point {
  double x = 0;
  double y = 0;
};

std::string number(double value) { return std::to_string(std::lround(value)); }
std::string at(Point point) { return number(point.x) + " " + number(point.y); }

// The loop is an egg: one box at the top, pairs down both sides and, when the count is even, one at the bottom.
class Ring {
 public:
  Ring(std::size_t steps, const FittedLabels& labels)
      : pairs_((static_cast<int>(steps) - 1) / 2), has_bottom_(steps % 2 == 0), labels_(labels) {
    double widest = 0;
    for (const auto& lines : labels.lines) {
      for (const std::string& line : lines) widest = std::max(widest, text_width(line) * labels.font_size);
    }
    box_width_ = std::clamp(static_cast<int>(std::ceil(widest)) + 2 * padding, narrowest_box, widest_box);
    line_height_ = labels.font_size * 5 / 4;
    box_height_ = static_cast<int>(labels.most_lines()) * line_height_ + 2 * padding;
    const int rows = 1 + pairs_ + (has_bottom_ ? 1 : 0);
    gap_ = std::clamp((300 - rows * box_height_) / (rows - 1), 38, 76);
    sag_ = has_bottom_ ? box_height_ + gap_ : box_height_ / 2 + 20;
    side_ = (width - box_width_) / 2 - disc;
  }

  std::string draw() const {
    std::string svg = "<svg class=\"cycle\" viewBox=\"0 0 " + number(width) + " " + number(height()) + "\" width=\"" +
                      number(width) + "\" height=\"" + number(height()) +
                      "\" aria-hidden=\"true\" focusable=\"false\">";
    svg += "<path class=\"track\" d=\"" + track() + "\"/>";
    add_arrows(svg);
    for (std::size_t i = 0; i < labels_.lines.size(); ++i) add_box(svg, i);
    return svg + "</svg>\n";
  }

 private:
  double middle() const { return width / 2.0; }
  double row(int index) const { return margin + box_height_ / 2.0 + index * (box_height_ + gap_); }
  double drop() const { return box_height_ + gap_; }
  double bottom() const { return row(pairs_) + sag_; }
  int height() const { return static_cast<int>(bottom()) + (has_bottom_ ? box_height_ / 2 + 2 : margin); }

  std::string arc(double height_of_arc, Point to) const {
    return " A" + number(side_) + " " + number(height_of_arc) + " 0 0 1 " + at(to);
  }

  std::string track() const {
    const double left = middle() - side_;
    const double right = middle() + side_;
    return "M" + at({middle(), row(0)}) + arc(drop(), {right, row(1)}) + " V" + number(row(pairs_)) +
           arc(sag_, {middle(), bottom()}) + arc(sag_, {left, row(pairs_)}) + " V" + number(row(1)) +
           arc(drop(), {middle(), row(0)}) + "Z";
  }

  Point centre(std::size_t step) const {
    const int index = static_cast<int>(step);
    if (index == 0) return {middle(), row(0)};
    if (index <= pairs_) return {middle() + side_, row(index)};
    if (has_bottom_ && index == pairs_ + 1) return {middle(), bottom()};
    return {middle() - side_, row(static_cast<int>(labels_.lines.size()) - index)};
  }

  // Halfway down the gap between two rows an ellipse has come 60 degrees from its top, or 30 from its side.
  void add_arrows(std::string& svg) const {
    const double sine = std::sin(std::numbers::pi / 3);
    const double out = side_ * sine;
    add_arrow(svg, {middle() + out, row(1) - drop() / 2}, {side_ / 2.0, drop() * sine});
    add_arrow(svg, {middle() - out, row(1) - drop() / 2}, {side_ / 2.0, -drop() * sine});
    for (int i = 1; i < pairs_; ++i) {
      const double between = (row(i) + row(i + 1)) / 2;
      add_arrow(svg, {middle() + side_, between}, {0, 1});
      add_arrow(svg, {middle() - side_, between}, {0, -1});
    }
    if (!has_bottom_) return add_arrow(svg, {middle(), bottom()}, {-1, 0});
    add_arrow(svg, {middle() + out, row(pairs_) + sag_ / 2.0}, {-side_ / 2.0, sag_ * sine});
    add_arrow(svg, {middle() - out, row(pairs_) + sag_ / 2.0}, {-side_ / 2.0, -sag_ * sine});
  }

  static void add_arrow(std::string& svg, Point where, Point towards) {
    const double degrees = std::atan2(towards.y, towards.x) * 180 / std::numbers::pi;
    svg += "<path class=\"arrow\" d=\"M-6 -7 L8 0 L-6 7Z\" transform=\"translate(" + at(where) + ") rotate(" +
           number(degrees) + ")\"/>";
  }

  void add_box(std::string& svg, std::size_t step) const {
    const Point box = centre(step);
    const double left = box.x - box_width_ / 2.0;
    const double top = box.y - box_height_ / 2.0;
    svg += "<rect class=\"step\" x=\"" + number(left) + "\" y=\"" + number(top) + "\" width=\"" + number(box_width_) +
           "\" height=\"" + number(box_height_) + "\" rx=\"6\"/>";
    const auto& lines = labels_.lines[step];
    const double first = box.y - (static_cast<double>(lines.size()) - 1) / 2 * line_height_ + labels_.font_size * 0.36;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      add_text(svg, "name", {box.x, first + static_cast<double>(i) * line_height_}, labels_.font_size, lines[i]);
    }
    svg += "<circle class=\"number-disc\" cx=\"" + number(left + 1) + "\" cy=\"" + number(top + 1) + "\" r=\"" +
           number(disc) + "\"/>";
    add_text(svg, "number", {left + 1, top + 5}, 12, std::to_string(step + 1));
  }

  static void add_text(std::string& svg, std::string_view name, Point where, int size, std::string_view words) {
    svg += "<text class=\"" + std::string(name) + "\" x=\"" + number(where.x) + "\" y=\"" + number(where.y) +
           "\" font-size=\"" + std::to_string(size) + "\" text-anchor=\"middle\">" + html_escaped(words) + "</text>";
  }

  int pairs_;
  bool has_bottom_;
  const FittedLabels& labels_;
  int box_width_ = 0;
  int box_height_ = 0;
  int line_height_ = 0;
  int gap_ = 0;
  int sag_ = 0;   // how far below the last pair the loop goes
  int side_ = 0;  // how far from the middle the pairs stand
};

}  // namespace

std::optional<std::string> cycle_svg(std::span<const std::string> names) {
  assert(names.size() >= fewest_cycle_steps && names.size() <= most_cycle_steps);
  const auto labels = fit_labels(names, {widest_box - 2.0 * padding, 4, font_sizes});
  if (!labels) return std::nullopt;
  return Ring(names.size(), *labels).draw();
}

}  // namespace traff
