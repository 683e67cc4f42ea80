#include "markdown/cycle_svg.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

#include "base/text.h"
#include "markdown/label_lines.h"

namespace traff {

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
