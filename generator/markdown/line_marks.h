// What the beginning of a line says to a Markdown parser. Each function looks at a line, or at the rest of one
// after its container's marks, and costs at most its length.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace traff {

struct WhiteSpace {
  std::size_t bytes = 0;
  std::size_t columns = 0;
};

// Spaces and tabs at the beginning of `text`, which begins in `column`; a tab goes to the next multiple of four.
WhiteSpace leading_space(std::string_view text, std::size_t column = 0);

// `text` without spaces and tabs at its end.
std::string_view trim_end(std::string_view text);

struct ListMarker {
  std::size_t size = 0;      // bytes, and columns
  char delimiter = '-';      // - * + or the . ) after a number
  std::uint32_t number = 0;  // of an ordered list
  bool is_ordered() const { return delimiter == '.' || delimiter == ')'; }
};

// A marker at the beginning of `text`, followed by a space, a tab or nothing.
std::optional<ListMarker> list_marker(std::string_view text);

// 1 to 6 for `# Heading`, 0 for anything else.
std::size_t heading_level(std::string_view text);

bool is_thematic_break(std::string_view text);
bool is_heading_underline(std::string_view text);

// `| --- | :-: |`, the line under a table's heading.
bool is_table_rule(std::string_view text);

// The cells of `text` as a row of a table; 1 for plain text.
std::size_t row_cells(std::string_view text);

// "[^name]:" at the beginning: its size, else 0.
std::size_t footnote_label_size(std::string_view text);

struct FenceMark {
  char mark = '\0';
  std::size_t length = 0;
};

std::optional<FenceMark> fence_opening(std::string_view text);
bool closes_fence(std::string_view text, const FenceMark& fence);

}  // namespace traff
