// Which lines stand in fenced code (``` or ~~~), by CommonMark's rules for top-level fences.
#pragma once

#include <cstddef>
#include <string_view>

namespace traff {

class Fence {
 public:
  // Takes the lines in order; true for a fence line and for what stands inside.
  bool take(std::string_view line) {
    const std::size_t indent = line.find_first_not_of(' ');
    const std::string_view rest = indent == std::string_view::npos ? std::string_view() : line.substr(indent);
    const char mark = rest.empty() ? '\0' : rest.front();
    std::size_t size = 0;
    if (mark == '`' || mark == '~') {
      while (size < rest.size() && rest[size] == mark) ++size;
    }
    if (open_size_ == 0) return size >= 3 && open(rest, mark, size);
    const bool closes = mark == open_mark_ && size >= open_size_ && rest.find_first_not_of(" \t", size) == rest.npos;
    if (closes) open_size_ = 0;
    return true;
  }

 private:
  bool open(std::string_view rest, char mark, std::size_t size) {
    const bool inline_code = mark == '`' && rest.find('`', size) != std::string_view::npos;
    if (inline_code) return false;
    open_mark_ = mark;
    open_size_ = size;
    return true;
  }

  char open_mark_ = '\0';
  std::size_t open_size_ = 0;
};

}  // namespace traff
