#include "markdown/html/html_writer.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/unicode.h"
#include "markdown/lines/typography.h"

namespace traff {

namespace {

// What a run may need, told by one look at each of its bytes; most runs need little.
enum Need : unsigned char { typesetting = 1, escaping = 2, dropping_of_soft_hyphens = 4, blanks = 8 };

constexpr std::array<unsigned char, 256> make_needs() {
  std::array<unsigned char, 256> needs{};
  for (const char c : std::string_view("-\xE2")) needs[static_cast<unsigned char>(c)] = typesetting;
  for (const char c : std::string_view("&<>\"")) needs[static_cast<unsigned char>(c)] = escaping;
  needs[0xC2] = dropping_of_soft_hyphens;
  needs['_'] = blanks;
  return needs;
}

unsigned needs_of(std::string_view run) {
  static constexpr std::array<unsigned char, 256> needs = make_needs();
  unsigned found = 0;
  for (const char c : run) found |= needs[static_cast<unsigned char>(c)];
  return found;
}

constexpr std::string_view least_blank = "____";

}  // namespace

void HtmlWriter::escaped(std::string_view text) { append_html_escaped(html_(), text); }

void HtmlWriter::fresh_line() {
  end_run();
  if (!html_().empty() && html_().back() != '\n') html_() += '\n';
}

void HtmlWriter::end_run() {
  if (run_.empty()) return;
  const unsigned needs = needs_of(run_);
  if (needs & typesetting) typeset_in_place(run_, language);
  const auto write = [&](std::string_view words) {
    if (needs & blanks) words = write_to_last_blank(words);
    needs& escaping ? escaped(words) : raw(words);
  };
  std::size_t written = 0;
  if (mentions_allowed) {
    for (Mention& mention : find_mentions(run_)) {
      write(std::string_view(run_).substr(written, mention.begin - written));
      const std::size_t index = add_slot(mention.kind, std::move(mention.target));
      write(std::string_view(run_).substr(mention.begin, mention.end - mention.begin));
      end_slot(index);
      written = mention.end;
    }
  }
  write(std::string_view(run_).substr(written));
  if (needs & dropping_of_soft_hyphens) run_ = without_soft_hyphens(run_);
  parsed_.body.text += run_;
  run_.clear();
}

// "Datum: ____" is a place to write on paper. Returns the words after the last one.
std::string_view HtmlWriter::write_to_last_blank(std::string_view words) {
  for (std::size_t at; (at = words.find(least_blank)) != std::string_view::npos;) {
    const std::size_t end = std::min(words.find_first_not_of('_', at), words.size());
    escaped(words.substr(0, at));
    raw("<span class=\"blank\">");
    raw(words.substr(at, end - at));
    raw("</span>");
    words.remove_prefix(end);
  }
  return words;
}

void HtmlWriter::verbatim(std::string_view text) {
  end_run();
  escaped(text);
  parsed_.body.text += text;
}

void HtmlWriter::open_block(BlockKind kind, std::string_view tag, std::uint32_t line, std::uint8_t level) {
  end_run();
  Block block;
  block.kind = kind;
  block.level = level;
  block.line = line;
  block.parent = open_.empty() ? no_block : open_.back();
  block.html.begin = html_size();
  raw(tag);
  block.inner.begin = html_size();
  block.text.begin = text_size();
  open_.push_back(static_cast<std::uint32_t>(parsed_.body.blocks.size()));
  parsed_.body.blocks.push_back(block);
}

void HtmlWriter::close_block(std::string_view tag) {
  end_run();
  Block& block = innermost();
  block.inner.end = html_size();
  block.text.end = text_size();
  raw(tag);
  block.html.end = html_size();
  std::string& text = parsed_.body.text;
  if (!text.empty() && text.back() != '\n') text += '\n';
  open_.pop_back();
}

std::size_t HtmlWriter::add_slot(SlotKind kind, std::string target, std::string text) {
  Slot made;
  made.kind = kind;
  made.begin = html_size();
  made.end = made.begin;
  made.target = std::move(target);
  made.text = std::move(text);
  parsed_.document.slots.push_back(std::move(made));
  return parsed_.document.slots.size() - 1;
}

namespace {

// "Träff" and "Redovisning" and their English names, with or without a capital.
struct NamedThing {
  char first;
  std::string_view rest;
  SlotKind kind;
};

constexpr std::array things{
    NamedThing{'t', "räff", SlotKind::meeting_mention}, NamedThing{'r', "edovisning", SlotKind::assignment_mention},
    NamedThing{'m', "eeting", SlotKind::meeting_mention}, NamedThing{'a', "ssignment", SlotKind::assignment_mention}};

bool ends_word(std::string_view text, std::size_t at) {
  if (at >= text.size()) return true;
  return !is_letter(code_point_at(text, at)) && !is_digit(text[at]);
}

bool begins_word(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const std::size_t before = code_point_begin(text, at - 1);
  return !is_letter(code_point_at(text, before)) && text[before] != '-';
}

std::string_view without_last_space(std::string_view text) {
  if (text.ends_with(' ') || text.ends_with('\n')) return text.substr(0, text.size() - 1);
  if (text.ends_with("\xC2\xA0")) return text.substr(0, text.size() - 2);
  return text;
}

// The name `text` ends with, as a word of its own.
const NamedThing* name_at_end(std::string_view text) {
  for (const NamedThing& thing : things) {
    if (!text.ends_with(thing.rest) || text.size() == thing.rest.size()) continue;
    const std::size_t begin = text.size() - thing.rest.size() - 1;
    if ((text[begin] | 0x20) == thing.first && begins_word(text, begin)) return &thing;
  }
  return nullptr;
}

// Size of the number of a träff at `at`; 0 when it is part of something else, as a date or a time.
std::size_t number_size(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end]) && end - at <= 2) ++end;
  if (end == at || end - at > 2 || !ends_word(text, end)) return 0;
  const bool date_or_time =
      end + 1 < text.size() && (text[end] == '/' || text[end] == ':' || text[end] == '.') && is_digit(text[end + 1]);
  return date_or_time ? 0 : end - at;
}

std::size_t letter_size(std::string_view text, std::size_t at) {
  return text[at] >= 'A' && text[at] <= 'Z' && ends_word(text, at + 1) ? 1 : 0;
}

}  // namespace

// Looks at digits and capitals, for they are rarer than the first letters of the names before them.
std::vector<Mention> find_mentions(std::string_view text) {
  static constexpr ByteSet targets("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  std::vector<Mention> found;
  for (std::size_t at = 0; (at = find_byte_of(text, targets, at)) != std::string_view::npos; ++at) {
    const std::string_view before = text.substr(0, at);
    const std::string_view name = without_last_space(before);
    if (name.size() == before.size()) continue;
    const NamedThing* thing = name_at_end(name);
    if (thing == nullptr) continue;
    const std::size_t size = thing->kind == SlotKind::meeting_mention ? number_size(text, at) : letter_size(text, at);
    if (size > 0)
      found.push_back(
          {thing->kind, name.size() - thing->rest.size() - 1, at + size, std::string(text.substr(at, size))});
  }
  return found;
}

}  // namespace traff
