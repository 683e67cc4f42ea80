#include "markdown/mention.h"

#include <array>

#include "base/text.h"
#include "base/utf8.h"

namespace traff {

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
  std::size_t before = at - 1;
  while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0) == 0x80) --before;
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
