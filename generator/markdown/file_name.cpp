#include "markdown/file_name.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/text.h"
#include "base/utf8.h"

namespace traff {

namespace {

std::string_view without_number(std::string_view name) {
  const std::size_t begin = name.find_first_not_of("0123456789-_ ");
  return begin == std::string_view::npos ? name : name.substr(begin);
}

bool is_mostly_hexadecimal(std::string_view name) {
  const auto digits =
      std::count_if(name.begin(), name.end(), [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; });
  return name.size() >= 8 && static_cast<std::size_t>(digits) * 10 >= name.size() * 9;
}

std::string capitalised(std::string_view words) {
  if (words.empty()) return {};
  char32_t initial = code_point_at(words, 0);
  if ((initial >= U'a' && initial <= U'z') || initial == U'å' || initial == U'ä' || initial == U'ö') initial -= 32;
  std::string out;
  append_code_point(out, initial);
  out += words.substr(code_point_size(words, 0));
  return out;
}

}  // namespace

bool is_presentation_path(std::string_view path) {
  const std::size_t end = path.rfind('/');
  if (end == std::string_view::npos) return false;
  const std::string folder = fold(path.substr(0, end).substr(path.substr(0, end).rfind('/') + 1));
  static constexpr std::array<std::string_view, 5> names{"presentationer", "presentation", "presentations", "slides",
                                                         "decks"};
  return std::find(names.begin(), names.end(), folder) != names.end();
}

std::string readable_file_name(std::string_view path) {
  std::string_view name = path.substr(path.rfind('/') + 1);
  name = without_number(name.substr(0, name.rfind('.')));
  if (is_mostly_hexadecimal(name)) return {};
  return capitalised(replace_all(replace_all(name, "-", " "), "_", " "));
}

}  // namespace traff
