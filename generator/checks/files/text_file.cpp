#include "checks/files/text_file.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/messages/codes.h"
#include "base/text.h"
#include "base/unicode.h"
#include "checks/page_text.h"
#include "checks/people.h"
#include "markdown/lines/conflicts.h"

namespace traff {

namespace {

constexpr std::array<std::string_view, 31> text_endings{
    ".csv",  ".tsv",  ".txt", ".vcf",   ".ics", ".json", ".html",     ".htm", ".xml", ".rtf", ".yml",
    ".yaml", ".log",  ".tab", ".text",  ".dat", ".eml",  ".tex",      ".ini", ".sql", ".srt", ".vtt",
    ".bib",  ".opml", ".kml", ".jsonl", ".org", ".mbox", ".markdown", ".svg", ".css"};
constexpr std::size_t most_bytes = 4 << 20;
constexpr std::size_t longest_line = 10'000;  // a message holds its line

std::string from_utf16(std::string_view bytes, bool little_endian) {
  std::string text;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    const auto low = static_cast<unsigned char>(bytes[at + (little_endian ? 0 : 1)]);
    const auto high = static_cast<unsigned char>(bytes[at + (little_endian ? 1 : 0)]);
    const auto unit = static_cast<char32_t>(high << 8 | low);
    const bool is_surrogate = unit >= 0xD800 && unit < 0xE000;  // no name is written with those
    append_code_point(text, is_surrogate ? U'\uFFFD' : unit);
  }
  return text;
}

std::string from_latin(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) append_code_point(text, static_cast<unsigned char>(byte));
  return text;
}

std::string readable(std::string_view bytes) {
  bytes = bytes.substr(0, most_bytes);
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
    return from_utf16(bytes.substr(2), bytes.starts_with("\xFF"));
  const auto zeros = static_cast<std::size_t>(std::ranges::count(bytes, '\0'));
  if (zeros * 3 > bytes.size()) return from_utf16(bytes, bytes.size() > 1 && bytes[1] == '\0');
  const std::size_t bad = first_invalid_utf8(bytes);
  const bool is_cut = bad != std::string_view::npos && bad + 4 > bytes.size();
  if (bad == std::string_view::npos || is_cut) return std::string(bytes.substr(0, bad));
  return from_latin(bytes);
}

bool is_one_capitalised_word(std::string_view cell) {
  return !cell.empty() && cell.find(' ') == cell.npos && is_upper(code_point_at(cell, 0));
}

// "Anna;Berg;070-123 45 67" → "Anna Berg, 070-123 45 67": as a list of names is written on a page.
std::string cells_in_words(std::string_view line) {
  std::string words;
  std::string_view before;
  std::string plain = replace_all(replace_all(replace_all(line, ";", "\t"), ",", "\t"), "\"", "");
  for (const std::string_view cell_as_written : split(plain, '\t')) {
    const std::string_view cell = trim(cell_as_written);
    if (cell.empty()) continue;
    const bool goes_on = is_one_capitalised_word(before) && is_one_capitalised_word(cell);
    if (!words.empty()) words += goes_on ? " " : ", ";
    words += cell;
    before = goes_on ? std::string_view() : cell;
  }
  return words;
}

// "FN:Anna Berg", "ATTENDEE;CN=Anna Berg:mailto:…", "\"namn\": \"Anna Berg\"": what stands after the name of a
// property.
std::string_view property_value(std::string_view line) {
  const std::size_t named = line.find("CN=");
  if (named != line.npos) {
    const std::string_view value = line.substr(named + 3);
    return value.substr(0, value.find_first_of(":;"));
  }
  const std::size_t colon = line.find(':');
  return colon == line.npos ? line : line.substr(colon + 1);
}

std::string without_tags(std::string_view line) {
  std::string words;
  bool inside = false;
  for (const char c : line) {
    if (c == '<') words += ' ';
    inside = c == '<' || (inside && c != '>');
    if (!inside && c != '>') words += c;
  }
  return words;
}

bool has_properties(std::string_view ending) {
  return ending == ".vcf" || ending == ".ics" || ending == ".json" || ending == ".yml" || ending == ".yaml";
}

std::string words_of_line(std::string_view ending, std::string_view line) {
  if (has_properties(ending)) return cells_in_words(property_value(line));
  if (ending == ".html" || ending == ".htm" || ending == ".xml") return std::string(trim(without_tags(line)));
  return cells_in_words(line);
}

std::string ending_of(std::string_view path) { return to_lower(path.substr(std::min(path.rfind('.'), path.size()))); }

// What stands before a value parts it from nothing: "TEL:070-123 45 67".
std::string values_apart(std::string_view path, std::string text) {
  const std::string ending = ending_of(path);
  if (has_properties(ending)) std::ranges::replace(text, ':', ' ');
  return text;
}

// Every line that holds words as a paragraph.
DocumentBody body_of(std::string_view path, std::string_view text) {
  const std::string ending = ending_of(path);
  DocumentBody body;
  AuthorLines lines(text);
  std::string_view line;
  for (std::uint32_t number = 1; lines.next(line); ++number) {
    const std::string words = words_of_line(ending, line);
    if (is_blank(words)) continue;
    Block block;
    block.kind = BlockKind::paragraph;
    block.line = number;
    block.text.begin = static_cast<std::uint32_t>(body.text.size());
    body.text += words + "\n";
    block.text.end = static_cast<std::uint32_t>(body.text.size());
    body.blocks.push_back(block);
  }
  return body;
}

}  // namespace

bool is_text_file(std::string_view path) {
  return std::ranges::find(text_endings, ending_of(path)) != text_endings.end();
}

namespace {

// Programs write all on one line. Whether any was broken.
bool break_long_lines(std::string& text) {
  std::size_t begin = 0;
  bool is_broken = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n') begin = at + 1;
    if (at - begin < longest_line || (text[at] != ' ' && text[at] != ',' && text[at] != ';')) continue;
    text[at] = '\n';
    begin = at + 1;
    is_broken = true;
  }
  return is_broken;
}

}  // namespace

std::vector<Diagnostic> check_text_file(std::string_view path, std::string_view bytes) {
  std::string text = readable(bytes);
  const bool has_own_lines = !break_long_lines(text);
  const AuthorText author(path, text);
  Document document;
  document.path = path;
  const DocumentBody body = body_of(path, text);
  const std::string source = values_apart(path, text);
  const PageText page{document, body, author, source};
  std::vector<Diagnostic> found;
  check_personal_numbers(page, found);
  check_private_addresses(page, found);
  check_name_lists(page, found);
  check_sensitive_words(page, found);
  for (const Conflict& conflict : find_conflicts(text))
    found.push_back(author.at(code::S44(conflict.ours, conflict.theirs), conflict.line, {}));
  for (Diagnostic& diagnostic : found) {
    if (!has_own_lines) diagnostic.place = {std::string(path)};
  }
  return found;
}

}  // namespace traff
