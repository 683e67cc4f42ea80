#include "markdown/mention.h"

#include <algorithm>
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

const NamedThing* find_thing(std::string_view text) {
  const char first = static_cast<char>(text.front() | 0x20);
  const auto found = std::find_if(things.begin(), things.end(), [&](const NamedThing& thing) {
    return thing.first == first && text.substr(1).starts_with(thing.rest);
  });
  return found == things.end() ? nullptr : &*found;
}

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

std::size_t skip_one_space(std::string_view text, std::size_t at) {
  if (text.substr(at).starts_with(' ') || text.substr(at).starts_with('\n')) return at + 1;
  if (text.substr(at).starts_with("\xC2\xA0")) return at + 2;
  return at;
}

// `at` is just after the word "träff" or "träffen".
bool take_number(std::string_view text, std::size_t at, Mention& mention) {
  const std::size_t begin = skip_one_space(text, at);
  std::size_t end = begin;
  while (end < text.size() && is_digit(text[end])) ++end;
  if (begin == at || end == begin || end - begin > 2 || !ends_word(text, end)) return false;
  const bool date_or_time = end + 1 < text.size() && (text[end] == '/' || text[end] == ':' || text[end] == '.') && is_digit(text[end + 1]);
  if (date_or_time) return false;
  mention.kind = SlotKind::meeting_mention;
  mention.end = end;
  mention.target = std::string(text.substr(begin, end - begin));
  return true;
}

bool take_letter(std::string_view text, std::size_t at, Mention& mention) {
  const std::size_t begin = skip_one_space(text, at);
  if (begin == at || begin >= text.size() || text[begin] < 'A' || text[begin] > 'Z' || !ends_word(text, begin + 1)) return false;
  mention.kind = SlotKind::assignment_mention;
  mention.end = begin + 1;
  mention.target = std::string(1, text[begin]);
  return true;
}

}  // namespace

std::vector<Mention> find_mentions(std::string_view text) {
  std::vector<Mention> found;
  for (std::size_t at = 0; (at = text.find_first_of("tTrRmMaA", at)) != std::string_view::npos; ++at) {
    const NamedThing* thing = find_thing(text.substr(at));
    if (thing == nullptr || !begins_word(text, at)) continue;
    Mention mention;
    mention.begin = at;
    const std::size_t after = at + 1 + thing->rest.size();
    const bool taken = thing->kind == SlotKind::meeting_mention ? take_number(text, after, mention) : take_letter(text, after, mention);
    if (!taken) continue;
    at = mention.end - 1;
    found.push_back(std::move(mention));
  }
  return found;
}

}  // namespace traff
