#include "course/dates/old_date.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace traff {

namespace {

constexpr std::array<std::string_view, 2> openings{"[gammalt datum:", "[old date:"};
constexpr std::size_t most_of_a_file = 100;

// The next bracket from `at` on, to the end of its line at most; empty when there is none.
std::string_view next_old_date(std::string_view text, std::size_t at) {
  std::size_t begin = std::string_view::npos;
  for (const std::string_view opening : openings) begin = std::min(begin, text.find(opening, at));
  if (begin == std::string_view::npos) return {};
  const std::size_t end = std::min(text.find_first_of("]\n", begin), text.size() - 1);
  return text.substr(begin, end + 1 - begin);
}

std::uint32_t line_at(const DocumentBody& body, std::size_t offset) {
  std::uint32_t line = 0;
  for (const Block& block : body.blocks) {
    if (block.text.begin <= offset && offset < block.text.end) line = block.line;
  }
  return line;
}

}  // namespace

std::string marked_as_old(std::string_view date, Language language) {
  return std::string(openings[language == Language::sv ? 0 : 1]) + " " + std::string(date) + "]";
}

bool has_old_date(std::string_view text) { return !next_old_date(text, 0).empty(); }

std::vector<std::string_view> old_dates_in(std::string_view text) {
  std::vector<std::string_view> found;
  for (std::string_view next = next_old_date(text, 0); !next.empty() && found.size() < most_of_a_file;) {
    found.push_back(next);
    next = next_old_date(text, static_cast<std::size_t>(next.data() - text.data()) + next.size());
  }
  return found;
}

std::vector<OldDate> find_old_dates(const DocumentBody& body) {
  std::vector<OldDate> found;
  for (const std::string_view bracket : old_dates_in(body.text)) {
    found.push_back(
        {line_at(body, static_cast<std::size_t>(bracket.data() - body.text.data())), std::string(trim(bracket))});
  }
  return found;
}

}  // namespace traff
