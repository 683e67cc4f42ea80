#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"
#include "markdown/block_tracker.h"
#include "markdown/invisible.h"
#include "markdown/repair_steps.h"
#include "markdown/repair_triggers.h"
#include "markdown/space_marks.h"

namespace traff {

namespace {

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
    report_words(manuscript, "T15", line.number, offset, code_point_size(original, offset),
                 {code_point_name(code_point_at(original, offset))});
  }
  return manuscript;
}

}  // namespace traff
