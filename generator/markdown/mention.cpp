#include "markdown/mention.h"

#include "base/text.h"
#include "base/utf8.h"

namespace traff {

namespace {

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
  constexpr std::string_view meeting = "räff";
  constexpr std::string_view assignment = "edovisning";
  std::vector<Mention> found;
  for (std::size_t at = 0; (at = text.find_first_of("tTrR", at)) != std::string_view::npos; ++at) {
    const bool may_be_meeting = (text[at] | 0x20) == 't' && text.substr(at + 1).starts_with(meeting);
    const bool may_be_assignment = (text[at] | 0x20) == 'r' && text.substr(at + 1).starts_with(assignment);
    if ((!may_be_meeting && !may_be_assignment) || !begins_word(text, at)) continue;
    Mention mention;
    mention.begin = at;
    const std::size_t after = at + 1 + (may_be_meeting ? meeting.size() : assignment.size());
    const bool taken = may_be_meeting ? take_number(text, after, mention) : take_letter(text, after, mention);
    if (!taken) continue;
    at = mention.end - 1;
    found.push_back(std::move(mention));
  }
  return found;
}

}  // namespace traff
