#include "markdown/lines/block_tracker.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "markdown/lines/line_marks.h"

namespace traff {

// Where we are in a line. White space before the next mark is measured in columns as they will be after the
// cuts, for that is what the parser will see.
struct BlockTracker::Cursor {
  explicit Cursor(std::string_view whole) : line(whole) { measure(); }

  bool at_end() const { return next >= line.size(); }
  std::string_view rest() const { return line.substr(next); }
  std::size_t indent() const { return typed - cut; }

  // A box line stands alone, outside every list, and is found by its place in the line.
  bool is_box_line() const { return begin == 0 && indent() <= 3 && rest().starts_with(":::"); }

  void use(std::size_t columns) { left -= columns; }

  void drop(std::size_t columns) {
    left -= columns;
    cut += columns;
  }

  void pass(std::size_t mark_size) {
    keep_cut();
    column += indent() + mark_size;
    begin = next + mark_size;
    measure();
  }

  void keep_cut() {
    if (cut > 0) cuts.push_back({begin, next, indent()});
  }

  std::string_view line;
  std::size_t begin = 0;   // of the white space before what comes next
  std::size_t next = 0;    // its end
  std::size_t column = 0;  // where it begins
  std::size_t typed = 0;   // its columns in the author's text
  std::size_t cut = 0;     // of those, dropped
  std::size_t left = 0;    // of those, not yet used by a container
  std::vector<Cut> cuts;

 private:
  void measure() {
    const WhiteSpace space = leading_space(line.substr(begin), column);
    next = begin + space.bytes;
    typed = left = space.columns;
    cut = 0;
  }
};

LineShape BlockTracker::take(std::string_view line) {
  Cursor cursor(line);
  LineShape shape;
  const std::size_t matched = match_containers(cursor);
  const bool box_ends_html = leaf_ == Leaf::html && html_end_.empty() && cursor.is_box_line();
  if (is_raw() && (matched < containers_.size() || box_ends_html)) leaf_ = Leaf::none;
  if (is_raw()) {
    take_raw(cursor, shape);
  } else if (cursor.at_end()) {
    close_to(matched);
    leaf_ = Leaf::none;
  } else {
    open_blocks(cursor, matched, shape);
  }
  cursor.keep_cut();
  shape.content = cursor.next;
  shape.cuts = std::move(cursor.cuts);
  return shape;
}

std::size_t BlockTracker::match_containers(Cursor& cursor) {
  std::size_t matched = 0;
  for (; matched < containers_.size(); ++matched) {
    Container& container = containers_[matched];
    if (!enter(container, cursor)) break;
    follow_shift(container, cursor, matched + 1 == containers_.size());
  }
  return matched;
}

bool BlockTracker::enter(Container& container, Cursor& cursor) const {
  switch (container.kind) {
    case ContainerKind::root: return true;
    case ContainerKind::quote:
      if (cursor.left >= 4 || !cursor.rest().starts_with('>')) return false;
      cursor.pass(1);
      if (cursor.left > 0) cursor.use(1);
      return true;
    case ContainerKind::item:
    case ContainerKind::footnote: break;
  }
  if (cursor.at_end()) return !container.is_empty;
  if (cursor.left < container.content_indent) return false;
  cursor.use(container.content_indent);
  container.is_empty = false;
  return true;
}

void BlockTracker::follow_shift(Container& container, Cursor& cursor, bool is_innermost) const {
  if (container.shift == 0 || cursor.at_end()) return;
  if (cursor.left >= container.shift) {
    cursor.drop(container.shift);
  } else if (is_innermost && is_raw()) {
    cursor.drop(cursor.left);
  } else {
    container.shift = 0;
  }
}

void BlockTracker::take_raw(Cursor& cursor, LineShape& shape) {
  const std::string_view rest = cursor.rest();
  shape.depth = containers_.size() - 1;
  if (leaf_ == Leaf::fence) {
    shape.kind = LineKind::fence;
    if (cursor.left < 4 && closes_fence(rest, fence_)) leaf_ = Leaf::none;
    return;
  }
  shape.kind = rest.empty() && html_end_.empty() ? LineKind::blank : LineKind::html;
  const bool ends = html_end_.empty() ? rest.empty() : rest.find(html_end_) != rest.npos;
  if (ends) leaf_ = Leaf::none;
}

void BlockTracker::open_blocks(Cursor& cursor, std::size_t matched, LineShape& shape) {
  for (;;) {
    shape.depth = matched - 1;
    if (cursor.at_end()) return;  // an item without text
    if (cursor.left >= 4) {
      if (leaf_ == Leaf::paragraph) break;
      close_to(matched);
      containers_.back().shift += cursor.left;
      cursor.drop(cursor.left);
    }
    if (open_leaf(cursor, matched, shape)) return;
    if (!open_container(cursor, matched, shape)) break;
  }
  take_text(cursor.rest(), matched, shape);
}

bool BlockTracker::open_leaf(const Cursor& cursor, std::size_t matched, LineShape& shape) {
  const std::string_view rest = cursor.rest();
  const bool under_text = leaf_ == Leaf::paragraph && matched == containers_.size();
  Leaf leaf = Leaf::none;
  if (heading_level(rest) > 0) {
    shape.kind = LineKind::heading;
  } else if (const auto fence = fence_opening(rest)) {
    shape.kind = LineKind::fence;
    leaf = Leaf::fence;
    fence_ = *fence;
  } else if (under_text && is_heading_underline(rest)) {
    shape.kind = LineKind::underline;
  } else if (is_thematic_break(rest)) {
    shape.kind = LineKind::thematic_break;
  } else if (cursor.is_box_line()) {
    shape.kind = LineKind::box;
    matched = 1;
  } else if (const auto html = html_block_opening(rest, under_text)) {
    shape.kind = LineKind::html;
    const bool ends = !html->end.empty() && rest.find(html->end) != rest.npos;
    leaf = ends ? Leaf::none : Leaf::html;
    html_end_ = html->end;
  } else {
    return false;
  }
  close_to(matched);
  leaf_ = leaf;
  return true;
}

bool BlockTracker::open_container(Cursor& cursor, std::size_t& matched, LineShape& shape) {
  if (matched >= max_depth) return false;
  const std::string_view rest = cursor.rest();
  if (rest.starts_with('>')) {
    push({ContainerKind::quote, '\0', false, 0, 0}, matched);
    cursor.pass(1);
    if (cursor.left > 0) cursor.use(1);
    return true;
  }
  if (const std::size_t label = footnote_label_size(rest); label > 0) {
    push({ContainerKind::footnote, '\0', false, 4, 0}, matched);
    cursor.pass(label);
    cursor.use(cursor.left);
    return true;
  }
  return open_item(cursor, matched, shape);
}

bool BlockTracker::open_item(Cursor& cursor, std::size_t& matched, LineShape& shape) {
  const std::string_view rest = cursor.rest();
  const std::optional<ListMarker> marker = list_marker(rest);
  if (!marker) return false;
  const bool under_text = leaf_ == Leaf::paragraph && matched == containers_.size();
  const bool is_empty = trim_end(rest).size() == marker->size;
  if (under_text && (is_empty || (marker->is_ordered() && marker->number != 1))) return false;
  const bool continues = matched < containers_.size() && containers_[matched].kind == ContainerKind::item &&
                         containers_[matched].delimiter == marker->delimiter;
  if (!continues) shape.list_start = marker;
  const std::size_t marker_indent = cursor.left;
  cursor.pass(marker->size);
  const std::size_t gap = is_empty || cursor.left >= 5 ? 1 : cursor.left;
  if (!is_empty) cursor.use(gap);
  push({ContainerKind::item, marker->delimiter, is_empty, marker_indent + marker->size + gap, 0}, matched);
  return true;
}

void BlockTracker::take_text(std::string_view text, std::size_t matched, LineShape& shape) {
  const bool all_matched = matched == containers_.size();
  if (leaf_ == Leaf::paragraph) {
    const bool is_table = all_matched && is_table_rule(text) && row_cells(text) == cells_above_;
    shape.kind = is_table ? LineKind::table : LineKind::continuation;
    if (is_table) leaf_ = Leaf::table;
    cells_above_ = row_cells(text);
  } else if (leaf_ == Leaf::table && all_matched) {
    shape.kind = LineKind::table;
  } else {
    close_to(matched);
    leaf_ = Leaf::paragraph;
    shape.kind = LineKind::paragraph;
    cells_above_ = row_cells(text);
  }
}

void BlockTracker::close_to(std::size_t matched) {
  if (matched < containers_.size()) leaf_ = Leaf::none;
  containers_.resize(matched);
}

void BlockTracker::push(Container container, std::size_t& matched) {
  close_to(matched);
  leaf_ = Leaf::none;
  containers_.push_back(container);
  matched = containers_.size();
}

namespace {

// CommonMark 4.6, kind 6.
constexpr std::array<std::string_view, 62> block_names{
    "address",  "article",    "aside",  "base",    "basefont", "blockquote", "body",     "caption",  "center",
    "col",      "colgroup",   "dd",     "details", "dialog",   "dir",        "div",      "dl",       "dt",
    "fieldset", "figcaption", "figure", "footer",  "form",     "frame",      "frameset", "h1",       "h2",
    "h3",       "h4",         "h5",     "h6",      "head",     "header",     "hr",       "html",     "iframe",
    "legend",   "li",         "link",   "main",    "menu",     "menuitem",   "nav",      "noframes", "ol",
    "optgroup", "option",     "p",      "param",   "section",  "source",     "summary",  "table",    "tbody",
    "td",       "tfoot",      "th",     "thead",   "title",    "tr",         "track",    "ul"};

struct RawElement {
  std::string_view name;
  std::string_view end;
};

constexpr std::array<RawElement, 3> raw_elements{RawElement{"script", "</script>"}, RawElement{"pre", "</pre>"},
                                                 RawElement{"style", "</style>"}};

std::string lower_name(std::string_view text) {
  std::string name;
  for (const char c : text) {
    if (!is_ascii_letter(c) && !is_digit(c) && (c != '-' || name.empty())) break;
    name += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
  return name;
}

// A single whole tag that fills its line.
bool is_lone_tag(std::string_view text) {
  const std::string_view tag = trim_end(text);
  char quote = '\0';
  for (std::size_t i = 1; i < tag.size(); ++i) {
    if (quote != '\0') {
      if (tag[i] == quote) quote = '\0';
    } else if (tag[i] == '"' || tag[i] == '\'') {
      quote = tag[i];
    } else if (tag[i] == '<' || tag[i] == '>') {
      return tag[i] == '>' && i + 1 == tag.size();
    }
  }
  return false;
}

std::optional<HtmlBlock> declaration(std::string_view text) {
  if (text.starts_with("<!--")) return HtmlBlock{"-->"};
  if (text.starts_with("<?")) return HtmlBlock{"?>"};
  if (text.starts_with("<![CDATA[")) return HtmlBlock{"]]>"};
  if (text.starts_with("<!") && text.size() > 2 && is_ascii_letter(text[2])) return HtmlBlock{">"};
  return std::nullopt;
}

}  // namespace

std::optional<HtmlBlock> html_block_opening(std::string_view text, bool under_text) {
  if (text.size() < 2 || text.front() != '<') return std::nullopt;
  if (const auto found = declaration(text)) return found;
  const bool closing = text[1] == '/';
  const std::size_t name_at = closing ? 2 : 1;
  const std::string name = lower_name(text.substr(name_at, 20));
  if (name.empty()) return std::nullopt;
  const std::string_view after = text.substr(name_at + name.size());
  const bool name_ends = after.empty() || is_space(after.front()) || after.front() == '>' || after.starts_with("/>");
  if (!name_ends) return std::nullopt;
  for (const RawElement& raw : raw_elements) {
    if (!closing && name == raw.name) return HtmlBlock{raw.end};
  }
  const bool is_block = std::find(block_names.begin(), block_names.end(), name) != block_names.end();
  if (is_block || (!under_text && is_lone_tag(text))) return HtmlBlock{};
  return std::nullopt;
}

}  // namespace traff
