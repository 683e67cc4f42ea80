#include "markdown/link_definition.h"

#include <algorithm>

#include "base/text.h"

namespace traff {

namespace {

constexpr std::size_t longest_label = 999;  // CommonMark 4.7

// The characters of a definition over its lines, without the marks of containers before them.
class Cursor {
 public:
  Cursor(std::span<const std::string_view> lines, std::size_t offset)
      : lines_(lines), rest_(lines.front().substr(offset)) {}

  std::string_view rest() const { return rest_; }
  void skip(std::size_t size) { rest_.remove_prefix(std::min(size, rest_.size())); }
  void skip_space() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t"), rest_.size())); }

  // False at the end of the paragraph.
  bool next_line() {
    lines_ = lines_.subspan(1);
    if (lines_.empty()) return false;
    rest_ = lines_.front().substr(std::min(lines_.front().find_first_not_of(" \t>"), lines_.front().size()));
    return !rest_.empty();
  }

 private:
  std::span<const std::string_view> lines_;
  std::string_view rest_;
};

// Passes "[label]:".
bool take_label(Cursor& cursor) {
  cursor.skip(1);
  for (std::size_t size = 0; size < longest_label;) {
    const std::size_t plain = std::min(cursor.rest().find_first_of("[]\\"), cursor.rest().size());
    size += plain;
    if (size > longest_label) return false;
    cursor.skip(plain);
    if (cursor.rest().empty()) {
      if (!cursor.next_line()) return false;
      ++size;
    } else if (cursor.rest().front() == '\\') {
      cursor.skip(2);
      size += 2;
    } else {
      const bool ends = cursor.rest().starts_with("]:");
      cursor.skip(2);
      return ends;
    }
  }
  return false;
}

// Something a browser could go to: a path, a fragment, a host, a file, a mail address, a scheme.
bool is_address(std::string_view target) {
  if (target.find_first_of("/#@") != std::string_view::npos) return true;
  if (target.find(':') != std::string_view::npos) return !is_digit(target.front());
  const std::size_t dot = target.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return false;
  const std::string_view ending = target.substr(dot + 1);
  return ending.size() >= 2 && std::none_of(ending.begin(), ending.end(), is_digit);
}

}  // namespace

LinkDefinition link_definition_at(std::span<const std::string_view> lines, std::size_t offset) {
  Cursor cursor(lines, offset);
  if (!cursor.rest().starts_with('[') || cursor.rest().starts_with("[^") || !take_label(cursor))
    return LinkDefinition::none;
  cursor.skip_space();
  if (cursor.rest().empty() && !cursor.next_line()) return LinkDefinition::none;
  const std::string_view rest = cursor.rest();
  const bool bracketed = rest.starts_with('<');
  const std::string_view target =
      bracketed ? rest.substr(1, rest.find('>') - 1) : rest.substr(0, rest.find_first_of(" \t"));
  return is_address(target) ? LinkDefinition::address : LinkDefinition::words;
}

}  // namespace traff
