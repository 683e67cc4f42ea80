#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/messages/codes.h"
#include "base/text.h"
#include "base/unicode.h"
#include "markdown/lines/author_text.h"
#include "markdown/lines/block_tracker.h"
#include "markdown/repair/manuscript.h"
#include "markdown/repair/repair.h"

namespace traff {

namespace {

// Option+Space on a Swedish Mac writes a no-break space beside the keys for brackets and bars, and Markdown's
// marks need an ordinary one (T11).

// Copies white space from `line` at `at`, no-break spaces as spaces.
std::size_t copy_space(std::string_view line, std::size_t at, std::string& out) {
  for (;;) {
    const std::string_view rest = line.substr(at);
    if (rest.starts_with(no_break_space)) {
      out += ' ';
      at += no_break_space.size();
    } else if (rest.starts_with(' ') || rest.starts_with('\t')) {
      out += rest.front();
      ++at;
    } else {
      return at;
    }
  }
}

bool space_follows(std::string_view rest, std::size_t size) {
  const std::string_view after = rest.substr(std::min(size, rest.size()));
  return after.starts_with(' ') || after.starts_with('\t') || after.starts_with(no_break_space);
}

// "10. oktober" with a no-break space is a date whose author took care; "1. " is a list.
std::size_t mark_size(std::string_view rest) {
  if (rest.empty()) return 0;
  std::size_t size = 0;
  if (rest.front() == '>') return 1;
  if (rest.front() == '#') size = std::min(rest.find_first_not_of('#'), rest.size());
  if (std::string_view("-*+|").find(rest.front()) != std::string_view::npos) size = 1;
  if (rest.starts_with(":::")) size = 3;
  if (rest.size() > 1 && is_digit(rest[0]) && (rest[1] == '.' || rest[1] == ')')) size = 2;
  if (rest.starts_with("[ ]") || rest.starts_with("[x]") || rest.starts_with("[X]")) size = 3;
  return size > 0 && space_follows(rest, size) ? size : 0;
}

std::string_view without_space_at_end(std::string_view line) {
  std::string_view kept = line;
  bool found = false;
  for (;;) {
    if (kept.ends_with(no_break_space)) {
      kept.remove_suffix(no_break_space.size());
      found = true;
    } else if (kept.ends_with(' ') || kept.ends_with('\t')) {
      kept.remove_suffix(1);
    } else {
      return found ? kept : line;
    }
  }
}

bool is_table_row(std::string_view line) {
  return line.starts_with('|') ||
         (line.find('|') != line.npos && line.find_first_not_of("|:- \t\xC2\xA0") == line.npos);
}

std::string space_bars(std::string_view row) {
  std::string out;
  for (std::size_t at = 0; at < row.size();) {
    const std::size_t end = std::min(row.find('|', at), row.size());
    out += without_space_at_end(row.substr(at, end - at));
    if (end == row.size()) break;
    out += out.empty() || out.back() == ' ' || out.back() == '|' ? "|" : " |";
    at = copy_space(row, end + 1, out);
  }
  return out;
}

// The line with ordinary spaces where it begins and after the marks there (# > - * + | 1.), around the bars of a
// table row, and none at its end. No-break spaces between words stay.
std::string space_marks(std::string_view line) {
  if (line.find(no_break_space) == line.npos) return std::string(line);
  line = without_space_at_end(line);
  std::string out;
  std::size_t at = copy_space(line, 0, out);
  while (const std::size_t size = mark_size(line.substr(at))) {
    if (line[at] == '|') break;
    out += line.substr(at, size);
    at = copy_space(line, at + size, out);
  }
  const std::string_view rest = line.substr(at);
  out += is_table_row(rest) ? space_bars(rest) : std::string(rest);
  return out;
}

constexpr char32_t first_ligature = 0xFB00;
constexpr std::array<std::string_view, 7> ligatures{"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

constexpr char32_t replacement = 0xFFFD;

bool is_noncharacter(char32_t c) { return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE; }

bool is_private(char32_t c) { return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c < 0x10FFFE); }

std::string without_noncharacters(std::string_view text) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = code_point_size(text, at);
    const char32_t c = code_point_at(text, at);
    append_code_point(kept, is_noncharacter(c) ? replacement : c);
    at += size;
  }
  return kept;
}

bool may_hold_noncharacter(std::string_view text) {
  return text.find("\xEF\xB7") != text.npos || text.find("\xEF\xBF") != text.npos ||
         text.find_first_of("\xF0\xF1\xF2\xF3\xF4") != text.npos;
}

std::string without_ligatures(std::string_view text) {
  std::string spelt;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = code_point_size(text, at);
    const char32_t c = code_point_at(text, at);
    const bool is_ligature = c >= first_ligature && c < first_ligature + ligatures.size();
    spelt += is_ligature ? ligatures[c - first_ligature] : text.substr(at, size);
    at += size;
  }
  return spelt;
}

std::string clean_characters(std::string_view text) {
  std::string cleaned = without_useless_invisible(text);
  if (cleaned.find("\xEF\xAC") != cleaned.npos) cleaned = without_ligatures(cleaned);
  cleaned = space_marks(cleaned);
  const bool is_heading = heading_level(std::string_view(cleaned).substr(leading_space(cleaned).bytes)) > 0;
  return is_heading ? without_invisible(cleaned) : cleaned;
}

std::string clean_encoding(std::string_view text) {
  std::string cleaned = to_nfc(text);
  return may_hold_noncharacter(cleaned) ? without_noncharacters(cleaned) : cleaned;
}

bool is_raw(LineKind kind) { return kind == LineKind::fence || kind == LineKind::html; }

// A line changes how the next ones are read, so whether it is fenced is known only when its characters are clean.
void clean_line(Line& line, BlockTracker& tracker) {
  if (!has_doubtful_character(line.text)) {
    line.fenced = is_raw(tracker.take(line.text).kind);
    return;
  }
  BlockTracker before = tracker;
  const std::string encoded = clean_encoding(line.text);
  line.fenced = is_raw(tracker.take(encoded).kind);
  if (!line.fenced) {
    line.text = clean_encoding(clean_characters(line.text));
    line.fenced = is_raw(before.take(line.text).kind);
    tracker = std::move(before);
  } else {
    line.text = encoded;
  }
}

// Code points of `text` that are private use, with where each begins.
std::vector<std::size_t> private_offsets(std::string_view text) {
  std::vector<std::size_t> offsets;
  if (!has_doubtful_character(text)) return offsets;
  for (std::size_t at = 0; at < text.size(); at += code_point_size(text, at)) {
    if (is_private(code_point_at(text, at))) offsets.push_back(at);
  }
  return offsets;
}

std::string code_point_name(char32_t c) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string name;
  for (; c > 0; c >>= 4) name.insert(name.begin(), digits[c & 15]);
  return "U+" + name;
}

}  // namespace

Manuscript repair_characters(Manuscript manuscript) {
  BlockTracker tracker;
  for (Line& line : manuscript.lines) clean_line(line, tracker);
  return manuscript;
}

Manuscript mark_fences(Manuscript manuscript) {
  BlockTracker tracker;
  for (Line& line : manuscript.lines) line.fenced = is_raw(tracker.take(line.text).kind);
  return manuscript;
}

Manuscript report_private_characters(Manuscript manuscript) {
  std::uint32_t last = 0;
  for (std::size_t i = 0; i < manuscript.lines.size(); ++i) {
    const Line& line = manuscript.lines[i];
    const std::size_t left = line.fenced ? 0 : private_offsets(line.text).size();
    if (left == 0) continue;
    const bool said = last != 0 && line.number - last <= 1;
    last = line.number;
    if (said) continue;
    // A bullet made into a list mark stood first in the line.
    const std::string_view original = manuscript.original(line.number);
    const std::vector<std::size_t> offsets = private_offsets(original);
    const std::size_t offset = offsets[offsets.size() - std::min(left, offsets.size())];
    report_words(manuscript, code::T15(code_point_name(code_point_at(original, offset))), line.number, offset,
                 code_point_size(original, offset));
  }
  return manuscript;
}

}  // namespace traff
