#include "markdown/lines/line_marks.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/unicode.h"

namespace traff {

namespace {

bool is_blank_character(char c) { return c == ' ' || c == '\t'; }

std::size_t run_length(std::string_view text, char c) { return std::min(text.find_first_not_of(c), text.size()); }

bool ends_or_space(std::string_view text, std::size_t at) { return at >= text.size() || is_blank_character(text[at]); }

}  // namespace

WhiteSpace leading_space(std::string_view text, std::size_t column) {
  WhiteSpace space;
  for (; space.bytes < text.size() && is_blank_character(text[space.bytes]); ++space.bytes) {
    const std::size_t at = column + space.columns;
    space.columns += text[space.bytes] == '\t' ? 4 - at % 4 : 1;
  }
  return space;
}

std::string_view trim_end(std::string_view text) {
  while (!text.empty() && is_blank_character(text.back())) text.remove_suffix(1);
  return text;
}

std::optional<ListMarker> list_marker(std::string_view text) {
  if (text.empty()) return std::nullopt;
  const char first = text.front();
  if (first == '-' || first == '*' || first == '+') {
    if (!ends_or_space(text, 1)) return std::nullopt;
    return ListMarker{1, first, 0};
  }
  ListMarker marker;
  while (marker.size < text.size() && marker.size < 10 && is_digit(text[marker.size])) {
    marker.number = marker.number * 10 + static_cast<std::uint32_t>(text[marker.size++] - '0');
  }
  if (marker.size == 0 || marker.size > 9 || marker.size >= text.size()) return std::nullopt;
  marker.delimiter = text[marker.size++];
  if (!marker.is_ordered() || !ends_or_space(text, marker.size)) return std::nullopt;
  return marker;
}

std::size_t heading_level(std::string_view text) {
  const std::size_t level = run_length(text, '#');
  return level >= 1 && level <= 6 && ends_or_space(text, level) ? level : 0;
}

bool is_thematic_break(std::string_view text) {
  if (text.empty() || (text.front() != '-' && text.front() != '*' && text.front() != '_')) return false;
  std::size_t marks = 0;
  for (const char c : text) {
    if (c == text.front()) {
      ++marks;
    } else if (!is_blank_character(c)) {
      return false;
    }
  }
  return marks >= 3;
}

bool is_heading_underline(std::string_view text) {
  if (text.empty() || (text.front() != '=' && text.front() != '-')) return false;
  const std::string_view line = trim_end(text);
  return run_length(line, line.front()) == line.size();
}

bool is_table_rule(std::string_view text) {
  return text.find_first_of("|:") != text.npos && text.find('-') != text.npos &&
         text.find_first_not_of("|:- \t") == text.npos;
}

namespace {

// "9", "09.00", "9:30"; `hours` says whether minutes may be missing. The size, or 0.
std::size_t clock_size(std::string_view text, bool hours) {
  const auto digits = [&](std::size_t from) {
    return std::min(text.find_first_not_of("0123456789", from), text.size()) - from;
  };
  const std::size_t hour = digits(0);
  if (hour == 0 || hour > 2 || std::stoi(std::string(text.substr(0, hour))) > 24) return 0;
  const bool has_minutes = hour < text.size() && (text[hour] == '.' || text[hour] == ':') && digits(hour + 1) == 2;
  if (!has_minutes) return hours ? hour : 0;
  return text[hour + 1] <= '5' ? hour + 3 : 0;
}

std::size_t skipped_spaces(std::string_view text) { return std::min(text.find_first_not_of(' '), text.size()); }

// "kl ", "Kl. "; 0 for none.
std::size_t clock_word_size(std::string_view text) {
  if (text.size() < 3 || (text[0] | 0x20) != 'k' || text[1] != 'l') return 0;
  const std::size_t size = text[2] == '.' ? 3 : 2;
  const std::size_t spaces = skipped_spaces(text.substr(size));
  return spaces > 0 ? size + spaces : 0;
}

}  // namespace

bool begins_with_time(std::string_view text) {
  static constexpr std::string_view dashes[] = {"-", "–", "—"};
  if (text.empty() || (!is_digit(text.front()) && (text.front() | 0x20) != 'k')) return false;
  const std::size_t word = clock_word_size(text);
  text.remove_prefix(word);
  const std::size_t start = clock_size(text, word > 0);
  const bool is_section = word == 0 && start == 4 && text.front() < '6';  // "3.15 Analys"
  if (start == 0 || is_section) return false;
  text.remove_prefix(start);
  std::string_view rest = text.substr(skipped_spaces(text));
  for (const std::string_view dash : dashes) {
    if (!rest.starts_with(dash)) continue;
    const std::string_view after = rest.substr(dash.size());
    const std::size_t spaces = skipped_spaces(after);
    const std::size_t end = clock_size(after.substr(spaces), true);
    text = after.substr(end == 0 ? 0 : spaces + end);
    break;
  }
  if (text.starts_with(':') || text.starts_with(',')) text.remove_prefix(1);
  rest = text.substr(skipped_spaces(text));
  return rest.size() < text.size() && !rest.empty() && is_upper(code_point_at(rest, 0));
}

std::size_t row_cells(std::string_view text) {
  if (text.find('|') == text.npos) return 1;
  text = trim_end(text);
  if (text.starts_with('|')) text.remove_prefix(1);
  std::size_t cells = 1;
  bool escaped = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_bar = text[at] == '|' && !escaped;
    if (is_bar && at + 1 < text.size()) ++cells;
    escaped = text[at] == '\\' && !escaped;
  }
  return cells;
}

std::size_t quoted_row_cells(std::string_view line) {
  return row_cells(line.substr(std::min(line.find_first_not_of(" \t>"), line.size())));
}

std::size_t footnote_label_size(std::string_view text) {
  if (!text.starts_with("[^")) return 0;
  const std::size_t end = text.find_first_of("] \t", 2);
  if (end == text.npos || end == 2 || text[end] != ']' || end + 1 >= text.size() || text[end + 1] != ':') return 0;
  return end + 2;
}

std::optional<FenceMark> fence_opening(std::string_view text) {
  if (text.empty() || (text.front() != '`' && text.front() != '~')) return std::nullopt;
  const FenceMark fence{text.front(), run_length(text, text.front())};
  if (fence.length < 3) return std::nullopt;
  const bool is_inline_code = fence.mark == '`' && text.find('`', fence.length) != text.npos;
  if (is_inline_code) return std::nullopt;
  return fence;
}

bool closes_fence(std::string_view text, const FenceMark& fence) {
  const std::string_view line = trim_end(text);
  return line.size() >= fence.length && run_length(line, fence.mark) == line.size();
}

namespace {

// "mitt brev.pdf", "Träff 2.md#program": a dot and two to five letters at the end, or before "#".
bool ends_like_a_file(std::string_view address) {
  address = address.substr(0, address.find('#'));
  const std::size_t dot = address.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return false;
  const std::string_view ending = address.substr(dot + 1);
  if (ending.size() < 2 || ending.size() > 5) return false;
  for (const char c : ending) {
    if (!is_digit(c) && !is_ascii_letter(c)) return false;
  }
  return true;
}

}  // namespace

std::size_t spaced_address_size(std::string_view rest) {
  constexpr std::size_t longest = 300;
  if (!rest.starts_with("](")) return 0;
  const std::string_view inside = rest.substr(2, longest);
  const std::size_t end = inside.find_first_of(")\n<>\"'(`");
  if (end == std::string_view::npos || inside[end] != ')') return 0;
  const std::string_view address = trim(inside.substr(0, end));
  const bool has_space = address.find(' ') != std::string_view::npos;
  return has_space && ends_like_a_file(address) ? end : 0;
}

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

namespace {

constexpr std::array<std::string_view, 6> caption_words{"Figur", "Bild", "Källa", "Figure", "Picture", "Source"};
constexpr std::array<std::string_view, 5> words_on_new_lines{"\nFigur", "\nBild", "\nKälla", "\nPicture", "\nSource"};

// The rest of "Figur 2: …" after the word: perhaps a number, and a colon.
bool is_number_and_colon(std::string_view rest) {
  if (rest.starts_with(' ')) {
    rest.remove_prefix(1);
    if (rest.empty() || !is_digit(rest.front())) return false;
    while (!rest.empty() && (is_digit(rest.front()) || rest.front() == '.')) rest.remove_prefix(1);
  }
  return rest.starts_with(':');
}

}  // namespace

bool begins_as_caption(std::string_view text) {
  return std::any_of(caption_words.begin(), caption_words.end(), [&](std::string_view word) {
    return text.starts_with(word) && is_number_and_colon(text.substr(word.size()));
  });
}

bool is_picture_line(std::string_view line) {
  line = trim(line);
  return line.starts_with("![") && line.ends_with(')');
}

bool may_hold_captions(std::string_view text) {
  if (text.find("![") == std::string_view::npos) return false;
  return std::any_of(words_on_new_lines.begin(), words_on_new_lines.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

namespace {

constexpr std::array<std::string_view, 4> words{"anteckningar", "anteckning", "notes", "note"};
constexpr std::string_view question_marks = "???";
constexpr std::string_view white_space = " \t\n";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool starts_with_word(std::string_view text, std::string_view word) {
  return text.size() >= word.size() &&
         std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) { return a == lower(b); });
}

std::size_t word_size(std::string_view text) {
  for (const std::string_view word : words) {
    if (starts_with_word(text, word)) return word.size();
  }
  return 0;
}

std::size_t with_space_after(std::string_view text, std::size_t size) {
  return std::min(text.find_first_not_of(white_space, size), text.size());
}

// "<strong>Anteckningar:</strong>" and "<strong>Anteckningar</strong>:".
std::size_t marked_up_size(std::string_view html, std::string_view opening, std::string_view closing) {
  if (!html.starts_with(opening)) return 0;
  const std::size_t word = word_size(html.substr(opening.size()));
  if (word == 0) return 0;
  const std::string_view after = html.substr(opening.size() + word);
  const bool colon_inside = after.starts_with(':') && after.substr(1).starts_with(closing);
  const bool colon_outside = after.starts_with(closing) && after.substr(closing.size()).starts_with(':');
  if (!colon_inside && !colon_outside) return 0;
  return with_space_after(html, opening.size() + word + closing.size() + 1);
}

}  // namespace

std::size_t notes_mark_size(std::string_view text) {
  if (text.starts_with(question_marks)) {
    const std::size_t end = with_space_after(text, question_marks.size());
    const std::string_view between = text.substr(question_marks.size(), end - question_marks.size());
    return end == text.size() || between.find('\n') != std::string_view::npos ? end : 0;
  }
  const std::size_t word = word_size(text);
  return word > 0 && text.substr(word).starts_with(':') ? with_space_after(text, word + 1) : 0;
}

std::size_t notes_mark_size_in_html(std::string_view html) {
  if (const std::size_t plain = notes_mark_size(html); plain > 0) return plain;
  if (const std::size_t strong = marked_up_size(html, "<strong>", "</strong>"); strong > 0) return strong;
  return marked_up_size(html, "<em>", "</em>");
}

}  // namespace traff
