#include "markdown/repair/repair.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "markdown/lines/author_text.h"
#include "markdown/lines/line_marks.h"
#include "markdown/repair/manuscript.h"

namespace traff {

namespace {

RepairedText unchanged(std::string_view body, std::uint32_t first_line) {
  RepairedText repaired;
  repaired.text = body;
  if (!body.empty() && !body.ends_with('\n')) repaired.text += '\n';
  repaired.line_numbers.reserve(body.size() / 32 + 1);
  std::uint32_t number = first_line;
  for (std::size_t at = 0; at < repaired.text.size(); at = repaired.text.find('\n', at) + 1)
    repaired.line_numbers.push_back(number++);
  return repaired;
}

RepairedText joined(Manuscript manuscript) {
  RepairedText repaired;
  for (const Line& line : manuscript.lines) {
    repaired.text += line.text;
    repaired.text += '\n';
    repaired.line_numbers.push_back(line.number);
  }
  repaired.diagnostics = std::move(manuscript.diagnostics);
  std::sort(repaired.diagnostics.begin(), repaired.diagnostics.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.place, a.code) < std::tie(b.place, b.code);
  });
  return repaired;
}

}  // namespace

RepairedText repair(std::string_view path, std::string_view body, std::uint32_t first_line,
                    const RepairOptions& options) {
  const RepairTriggers found = find_triggers(body, options.slide_breaks);
  if (!found.any()) return unchanged(body, first_line);
  Manuscript text = read_manuscript(path, body, first_line);
  text.slide_breaks = options.slide_breaks;
  if (found.characters) {
    text = repair_characters(std::move(text));
  } else if (found.fences) {
    text = mark_fences(std::move(text));
  }
  if (found.pictures) text = repair_embedded_pictures(std::move(text));
  if (found.residue) text = repair_residue(std::move(text));
  if (found.contents) text = repair_contents(std::move(text));
  if (found.bullets) text = repair_check_marks(repair_bullets(repair_check_letters(std::move(text))));
  if (found.letters) text = repair_letter_lists(std::move(text));
  if (found.tabs || found.bars) text = repair_tables(std::move(text));
  if (found.times) text = repair_time_lines(std::move(text));
  if (found.link_spaces) text = repair_link_spaces(std::move(text));
  if (found.headings) text = repair_headings(std::move(text));
  if (found.indents) text = repair_indents(std::move(text));
  if (found.late_lists) text = report_late_lists(std::move(text));
  if (found.characters) text = report_private_characters(std::move(text));
  return joined(std::move(text));
}

namespace {

// Bytes at which the scan stops to look closer. Latin letters of two bytes, such as å ä ö, are passed over.
constexpr std::array<bool, 256> make_stops() {
  std::array<bool, 256> stops{};
  for (const char c : {'\n', '\r', '\t', '[', ']', '!', 'K', '`', '~', '<', '|'})
    stops[static_cast<unsigned char>(c)] = true;
  stops[0xC2] = true;
  for (std::size_t byte = 0xCC; byte < 256; ++byte) stops[byte] = true;
  return stops;
}

constexpr std::array<bool, 256> stops = make_stops();

unsigned char byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

// Dashes, quotation marks, arrows, the euro sign and boxes: of three bytes, but nothing to repair.
bool is_plain_symbol(unsigned char second, unsigned char third) {
  if (second == 0x80) return third >= 0x90;
  return second == 0x82 || second == 0x86 || second == 0x87 || (second >= 0x94 && second <= 0x9E);
}

bool is_character_trigger(std::string_view text, std::size_t at) {
  const unsigned char second = byte_at(text, at + 1);
  switch (byte_at(text, at)) {
    case 0xC2: return second == 0xA0 || second == 0xAD;
    case 0xE2: return !is_plain_symbol(second, byte_at(text, at + 2));
    default: return true;
  }
}

bool is_check_mark(std::string_view text, std::size_t at) {
  return text.substr(at).starts_with("\xE2\x9C\x93") || text.substr(at).starts_with("\xE2\x9C\x94");
}

bool begins_bookmark(std::string_view rest) {
  return rest.size() > 5 && (rest[1] == 'b' || rest[1] == 'B') && (rest[2] == 'o' || rest[2] == 'O');
}

bool begins_html(std::string_view rest) {
  const unsigned char second = byte_at(rest, 1);
  return second == '/' || second == '!' || second == '?' || (second >= 'A' && second <= 'Z') ||
         (second >= 'a' && second <= 'z');
}

bool is_bullet_glyph(std::string_view rest) {
  const unsigned char second = byte_at(rest, 1);
  const unsigned char third = byte_at(rest, 2);
  switch (byte_at(rest, 0)) {
    case 0xC2: return second == 0xA7 || second == 0xB7;
    case 0xC3: return second == 0xBC && (third < 'a' || third > 'z');  // "ü", but not "über"
    case 0xE2:
      return (second == 0x80 && (third == 0x93 || third == 0x94 || third >= 0xA2)) || second == 0x96 || second == 0x97;
    case 0xEF: return second == 0x82;
    case 'o': return second == '\t';
    default: return false;
  }
}

bool may_head_contents(std::string_view rest) {
  constexpr std::string_view decoration = "#*_ ";
  const std::size_t word = rest.find_first_not_of(decoration);
  if (word == rest.npos) return false;
  const std::string_view tail = rest.substr(word + 1);
  switch (rest[word]) {
    case 'I':
    case 'i': return tail.starts_with("nneh") || tail.starts_with("NNEH");
    case 'T':
    case 't': return tail.starts_with("able ") || tail.starts_with("ABLE ");
    case 'C':
    case 'c': return tail.starts_with("ontents") || tail.starts_with("ONTENTS");
    default: return false;
  }
}

class TriggerScan {
 public:
  TriggerScan(std::string_view text, bool slide_breaks) : text_(text), slide_breaks_(slide_breaks) {}

  RepairTriggers run() {
    found_.line_ends = text_.starts_with(byte_order_mark);
    found_.pictures = text_.find(";base64,") != std::string_view::npos;
    look_at_line_start(0);
    for (std::size_t at = next_stop(0); at < text_.size(); at = next_stop(at + 1)) look_at(at);
    end_line(text_.size());
    follow_consequences();
    return found_;
  }

 private:
  std::size_t next_stop(std::size_t at) const {
    while (at < text_.size() && !stops[static_cast<unsigned char>(text_[at])]) ++at;
    return at;
  }

  void look_at(std::size_t at) {
    const std::string_view rest = text_.substr(at);
    switch (text_[at]) {
      case '\n': begin_line(at + 1); break;
      case '\r':
        found_.line_ends = true;
        begin_line(at + 1);
        break;
      case '|': has_bar_ = true; break;
      case '\t': found_.tabs = found_.indents = true; break;
      case '`':
      case '~': found_.fences |= rest.starts_with("```") || rest.starts_with("~~~"); break;
      case '<': found_.fences |= begins_html(rest); break;
      case '[': found_.residue |= begins_bookmark(rest); break;
      case ']': found_.link_spaces |= spaced_address_size(rest) > 0; break;
      case '!': found_.residue |= at > 2 && (text_[at - 1] == 'l' || text_[at - 1] == 'r'); break;
      case 'K': found_.residue |= at > 4 && text_.substr(at - 4, 4) == "RLIN"; break;
      default: found_.characters |= is_character_trigger(text_, at); found_.bullets |= is_check_mark(text_, at);
    }
  }

  void begin_line(std::size_t line) {
    end_line(line - 1);
    line_ = line;
    look_at_line_start(line);
  }

  // A line with bars right below another one is part of a table that has its line of dashes, or of one that lacks it.
  void end_line(std::size_t end) {
    enum : std::uint8_t { outside, below_one, in_table };
    if (!std::exchange(has_bar_, false)) {
      table_ = outside;
    } else if (table_ == outside) {
      table_ = below_one;
    } else if (table_ == below_one) {
      const std::string_view line = text_.substr(line_, end - line_);
      const bool is_rule =
          is_table_rule(line) && row_cells(line) == row_cells(text_.substr(above_, line_ - 1 - above_));
      table_ = is_rule ? in_table : below_one;
      found_.bars |= !is_rule;
    }
    above_ = line_;
  }

  // What is taken away may have hidden something else to repair.
  void follow_consequences() {
    if (found_.characters || found_.residue || text_.starts_with(byte_order_mark)) {
      found_.residue = found_.contents = found_.bullets = found_.letters = found_.late_lists = found_.headings = true;
      found_.link_spaces = true;
    }
    if (found_.contents || found_.bullets || found_.letters || found_.headings) found_.indents = true;
  }

  void look_at_line_start(std::size_t line) {
    std::size_t at = line;
    while (byte_at(text_, at) == ' ' || byte_at(text_, at) == '\t') ++at;
    if (at >= text_.size()) return;
    if (at - line >= 4) found_.indents = true;
    const std::string_view rest = text_.substr(at);
    const char first = rest.front();
    if (first == '#') {
      const std::size_t marks = std::min(rest.find_first_not_of('#'), rest.size());
      found_.headings |= marks < rest.size() && !is_space(rest[marks]);
    } else if (is_digit(first) || first == '-' || first == '*' || first == '+' || first == '>') {
      look_at_list(rest);
    }
    found_.times |= begins_with_time(rest);
    found_.headings |= slide_breaks_ && notes_mark_size(rest) > 0;
    found_.contents |= may_head_contents(rest);
    found_.bullets |= is_bullet_glyph(rest);
    found_.letters |= byte_at(rest, 1) == ')' && first >= 'a' && first <= 'z';
  }

  void look_at_list(std::string_view rest) {
    std::size_t at = 0;
    std::size_t spaces = 0;
    for (; at < rest.size(); ++at) {
      spaces = rest[at] == ' ' ? spaces + 1 : 0;
      if (spaces >= 5) found_.indents = true;
      if (rest[at] == ' ' || is_digit(rest[at]) || std::string_view("-*+>.)").find(rest[at]) != std::string_view::npos)
        continue;
      break;
    }
    if (slide_breaks_ && rest.starts_with("---")) found_.headings = true;
    look_at_numbers(rest, at);
  }

  // A number above 3 begins a list only if the number before it did not stand just before.
  void look_at_numbers(std::string_view rest, std::size_t marks_end) {
    const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
    if (digits == 0) {
      found_.late_lists |= rest.substr(0, marks_end).find_first_of("123456789") != rest.npos;
      return;
    }
    const bool is_marker = digits < 10 && (byte_at(rest, digits) == '.' || byte_at(rest, digits) == ')') &&
                           (digits + 1 >= rest.size() || is_space(rest[digits + 1]));
    if (!is_marker) return;
    std::uint32_t number = 0;
    for (const char digit : rest.substr(0, digits)) number = number * 10 + static_cast<std::uint32_t>(digit - '0');
    if (number > 3 && number != last_number_ + 1) found_.late_lists = true;
    last_number_ = number;
  }

  std::string_view text_;
  bool slide_breaks_;
  RepairTriggers found_;
  std::uint32_t last_number_ = 0;
  std::size_t line_ = 0, above_ = 0;  // where this line begins, and the one above
  bool has_bar_ = false;              // this line
  std::uint8_t table_ = 0;            // what the lines with bars above are
};

}  // namespace

bool has_doubtful_character(std::string_view line) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    const auto byte = static_cast<unsigned char>(line[at]);
    if ((byte == 0xC2 || byte >= 0xCC) && is_character_trigger(line, at)) return true;
  }
  return false;
}

RepairTriggers find_triggers(std::string_view text, bool slide_breaks) { return TriggerScan(text, slide_breaks).run(); }

}  // namespace traff
