#include "base/text.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/unicode.h"

namespace traff {

namespace {}  // namespace

std::string_view trim(std::string_view text) {
  for (;;) {
    if (!text.empty() && is_space(text.front())) {
      text.remove_prefix(1);
    } else if (!text.empty() && is_space(text.back())) {
      text.remove_suffix(1);
    } else if (text.starts_with(no_break_space)) {
      text.remove_prefix(2);
    } else if (text.ends_with(no_break_space)) {
      text.remove_suffix(2);
    } else {
      return text;
    }
  }
}

bool is_blank(std::string_view text) { return trim(text).empty(); }

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string joined;
  for (const std::string& part : parts) {
    if (!joined.empty()) joined += separator;
    joined += part;
  }
  return joined;
}

std::string replace_all(std::string_view text, std::string_view from, std::string_view to) {
  std::string out;
  for (;;) {
    const std::size_t at = text.find(from);
    out += text.substr(0, at);
    if (at == std::string_view::npos) return out;
    out += to;
    text.remove_prefix(at + from.size());
  }
}

void append_html_escaped(std::string& out, std::string_view text) {
  static constexpr ByteSet special("&<>\"");
  std::size_t written = 0;
  for (std::size_t at = 0; (at = find_byte_of(text, special, at)) != std::string_view::npos; ++at) {
    out += text.substr(written, at - written);
    switch (text[at]) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      default: out += "&quot;"; break;
    }
    written = at + 1;
  }
  out += text.substr(written);
}

std::string html_escaped(std::string_view text) {
  std::string out;
  append_html_escaped(out, text);
  return out;
}

namespace {

bool is_slug_character(char c) { return (c >= 'a' && c <= 'z') || is_digit(c); }

// Letters that have no other form in a to z by themselves: ø, ß, Greek, Cyrillic, Arabic …
bool has_other_letters(std::string_view folded) {
  for (std::size_t at = 0; at < folded.size(); at += code_point_size(folded, at)) {
    if (static_cast<unsigned char>(folded[at]) >= 0x80 && is_letter(code_point_at(folded, at))) return true;
  }
  return false;
}

std::string make_slug(std::string_view text, std::string_view also_kept) {
  std::string made;
  bool gap = false;
  std::string folded = fold(text);
  if (has_other_letters(folded)) folded = fold(in_latin(folded));
  for (const char c : folded) {
    const bool kept = is_slug_character(c) || also_kept.find(c) != std::string_view::npos;
    if (!kept) {
      gap = true;
      continue;
    }
    if (gap && c != '.' && !made.empty() && made.back() != '-') made += '-';
    gap = false;
    made += c;
  }
  return made;
}

}  // namespace

std::string slug(std::string_view text) { return make_slug(text, {}); }

std::string slug_file_name(std::string_view name) { return make_slug(name, "._-"); }

namespace {

constexpr std::size_t most_slips = 2;

std::u32string code_points(std::string_view text) {
  std::u32string points;
  points.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); at += code_point_size(text, at)) points += code_point_at(text, at);
  return points;
}

// Only the cells within `most_slips` of the diagonal: what is further away costs more than it may. Least number of
// letters replaced, left out, put in or swapped with the next; most_slips + 1 for any larger one.
std::size_t slips_between(const std::u32string& a, const std::u32string& b) {
  constexpr std::size_t too_many = most_slips + 1;
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > most_slips) return too_many;
  // A row holds the columns i - 2 … i + 2 of row i, with one more at each end that no way leads through.
  using Row = std::array<std::size_t, 2 * most_slips + 3>;
  Row above_last, above, row;
  above_last.fill(too_many);
  above.fill(too_many);
  for (std::size_t i = 0; i <= a.size(); ++i) {
    row.fill(too_many);
    for (std::size_t band = 1; band < row.size() - 1; ++band) {
      if (i + band < most_slips + 1 || i + band - most_slips - 1 > b.size()) continue;
      const std::size_t j = i + band - most_slips - 1;
      std::size_t least = i == 0 ? j : too_many;
      if (j > 0) least = std::min(least, row[band - 1] + 1);
      if (i > 0) least = std::min(least, above[band + 1] + 1);
      if (i > 0 && j > 0) least = std::min(least, above[band] + (a[i - 1] == b[j - 1] ? 0U : 1U));
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) least = std::min(least, above_last[band] + 1);
      row[band] = std::min(least, too_many);
    }
    if (*std::min_element(row.begin(), row.end()) == too_many &&
        *std::min_element(above.begin(), above.end()) == too_many && i > 0)
      return too_many;
    above_last = above;
    above = row;
  }
  return above[b.size() + most_slips + 1 - a.size()];
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  return slips_between(code_points(a), code_points(b));
}

std::optional<std::string_view> nearest_name(std::string_view typed, std::span<const std::string_view> known) {
  std::optional<std::string_view> nearest;
  std::size_t least = most_slips + 1;
  const std::u32string typed_points = code_points(typed);
  for (const std::string_view name : known) {
    const std::size_t length = code_point_count(name);
    const std::size_t longest = std::max(typed_points.size(), length);
    if (longest - std::min(typed_points.size(), length) > most_slips) continue;
    const std::size_t distance = slips_between(typed_points, code_points(name));
    if (distance > most_slips || distance * 3 > longest) continue;
    if (distance < least) {
      least = distance;
      nearest = name;
    } else if (distance == least && nearest != name) {
      nearest.reset();
    }
  }
  return nearest;
}

}  // namespace traff
