#include "pages/contents_list.h"

#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"

namespace traff {

namespace {

View link_to(const Heading& heading) {
  View link;
  link.put("id", heading.id);
  link.put("text", heading.text);
  return link;
}

// A list beside the text stays in sight while one reads on, so it has to fit in a low window. How high it is there,
// in tenths of the root's font size, with a little to spare.
class ListHeight {
 public:
  void add(const Heading& heading) {
    constexpr std::size_t line_length = 22, line_height = 13, space_around = 9;
    const std::size_t lines = 1 + code_point_count(heading.text) / line_length;
    height_ += lines * line_height + space_around;
  }

  bool is_long() const { return height_ > 360; }

 private:
  std::size_t height_ = 0;
};

}  // namespace

View contents_list(std::span<const Heading> headings, PageKind kind) {
  const std::size_t worth_a_list = kind == PageKind::report ? 1 : 3;
  if (headings.size() < worth_a_list) return {};
  struct Item {
    const Heading* heading;
    std::vector<View> children;
  };
  std::vector<Item> items;
  ListHeight height;
  for (const Heading& heading : headings) {
    const bool is_item = heading.level <= 2 || items.empty();
    if (heading.text.empty() || (!is_item && (heading.level > 3 || kind == PageKind::deck))) continue;
    if (is_item) items.push_back({&heading, {}});
    else items.back().children.push_back(link_to(heading));
    height.add(heading);
  }
  std::vector<View> shown;
  for (Item& item : items) {
    shown.push_back(link_to(*item.heading));
    shown.back().put_list("children", std::move(item.children));
  }
  View list;
  list.put_list("items", std::move(shown));
  list.put_flag("long", height.is_long());
  return list;
}

}  // namespace traff
