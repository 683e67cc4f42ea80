// A text on its way through the repairs: lines that know where they come from, and what there is to say of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace traff {

struct Line {
  std::string text;          // without its line end
  std::uint32_t number = 0;  // in the author's file
  bool fenced = false;       // of fenced code or raw HTML: left alone
};

struct Manuscript {
  std::string_view path;
  std::uint32_t first_line = 1;
  bool slide_breaks = false;                // as RepairOptions
  std::vector<std::string_view> originals;  // the author's lines
  std::vector<Line> lines;
  std::vector<Diagnostic> diagnostics;

  std::string_view original(std::uint32_t number) const { return originals[number - first_line]; }
};

// Lines ended by LF, CRLF or CR; a byte order mark at the beginning is gone (T13). `body` must outlive the result.
Manuscript read_manuscript(std::string_view path, std::string_view body, std::uint32_t first_line);

// A message about the line as a whole.
void report_line(Manuscript& manuscript, std::string_view code, std::uint32_t number, std::vector<std::string> args);

// A message with its caret under `length` bytes at `offset` of the author's line.
void report_words(Manuscript& manuscript, std::string_view code, std::uint32_t number, std::size_t offset,
                  std::size_t length, std::vector<std::string> args);

bool is_blank_line(const Line& line);

// Lines put in by a repair carry the number of the line they belong to. No two empty lines are made to follow
// each other.
void append_blank(std::vector<Line>& lines, std::uint32_t number);

}  // namespace traff
