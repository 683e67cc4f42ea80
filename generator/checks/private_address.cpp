#include "checks/private_address.h"

#include <algorithm>
#include <array>
#include <functional>

#include "base/text.h"
#include "base/utf8.h"
#include "checks/contact_place.h"

namespace traff {

namespace {

using Span = std::string_view;

constexpr std::array<std::string_view, 14> private_hosts{
    "gmail.com", "googlemail.com", "hotmail.com", "hotmail.se", "outlook.com", "live.se",      "live.com",
    "yahoo.com", "yahoo.se",       "icloud.com",  "me.com",     "telia.com",   "bredband.net", "comhem.se"};

// Parts of addresses that belong to a task, not to a person. Folded.
constexpr std::array<std::string_view, 26> tasks{
    "info",    "kontakt",   "contact", "natverk", "kansli", "support",    "registrator", "expedition", "helpdesk",
    "service", "reception", "bokning", "anmalan", "kurs",   "utbildning", "skola",       "rektor",     "forlag",
    "post",    "redaktion", "press",   "studie",  "larare", "mail",       "team",        "grupp"};

bool is_address_byte(char byte) {
  return is_digit(byte) || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '.' || byte == '-' ||
         byte == '_' || byte == '+' || static_cast<unsigned char>(byte) >= 0xC3;
}

Span whole_address(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 254;
  std::size_t begin = at;
  std::size_t end = at + 1;
  while (begin > 0 && at - begin < longest && is_address_byte(text[begin - 1])) --begin;
  while (end < text.size() && end - at < longest && is_address_byte(text[end])) ++end;
  while (end > at + 1 && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
  return text.substr(begin, end - begin);
}

bool is_task(std::string_view part) {
  const std::string folded = fold(part);
  return std::any_of(tasks.begin(), tasks.end(),
                     [&](std::string_view task) { return folded.find(task) != folded.npos; });
}

bool is_name_part(std::string_view part) {
  return part.size() >= 2 && std::none_of(part.begin(), part.end(), is_digit) && !is_task(part);
}

// "anna.andersson", "anna-karin.berg": a first name and a family name.
bool is_full_name(std::string_view local) {
  const std::size_t point = local.find('.');
  if (point == local.npos || local.find('.', point + 1) != local.npos) return false;
  return is_name_part(local.substr(0, point)) && is_name_part(local.substr(point + 1));
}

bool is_private_host(std::string_view host) {
  const std::string lower = to_lower(host);
  return std::find(private_hosts.begin(), private_hosts.end(), lower) != private_hosts.end();
}

enum class Address { open, named, private_one };

Address kind_of_address(Span address) {
  const std::size_t at = address.find('@');
  const Span local = address.substr(0, at);
  const Span host = address.substr(at + 1);
  if (local.empty() || host.find('.') == host.npos) return Address::open;
  if (is_private_host(host) && !is_task(local)) return Address::private_one;
  return is_full_name(local) ? Address::named : Address::open;
}

// Digits of "070-123 45 67", "+46 480 44 60 00" or "0701234567", and how far they reach; nothing for a date or times.
struct Telephone {
  std::size_t end = 0;
  bool is_one = false;
};

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  while (at + count < text.size() && is_digit(text[at + count]) && count < 16) ++count;
  return count;
}

// Groups of two or three digits with a space between, or one of five to eight.
std::size_t subscriber_digits(std::string_view text, std::size_t& at) {
  std::size_t first = digits_at(text, at);
  if (first >= 5 && first <= 8) {
    at += first;
    return first;
  }
  std::size_t digits = 0;
  for (std::size_t group = first; group == 2 || group == 3;) {
    digits += group;
    at += group;
    const bool goes_on = at + 1 < text.size() && text[at] == ' ' && is_digit(text[at + 1]);
    group = goes_on ? digits_at(text, at + 1) : 0;
    if (group == 2 || group == 3) ++at;
  }
  return digits;
}

Telephone read_telephone(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  std::size_t area = 0;
  if (text.substr(at).starts_with("+46")) {
    at += 3;
    if (at < text.size() && (text[at] == ' ' || text[at] == '-')) ++at;
    if (text.substr(at).starts_with("(0)")) at += 3;
    area = digits_at(text, at);
    if (area == 9 || area == 8) return {at + area, true};
  } else {
    area = digits_at(text, at);
    if (area == 10 && text.substr(at).starts_with("07")) return {at + area, true};
    if (area < 2 || area > 4 || text[at] != '0' || text[at + 1] == '0')
      return {at + std::max<std::size_t>(area, 1), false};
  }
  at += area;
  const bool parted = at + 1 < text.size() && (text[at] == '-' || text[at] == ' ' || text[at] == '/');
  if (area == 0 || area > 4 || !parted) return {std::max(at, begin + 1), false};
  ++at;
  if (at + 1 < text.size() && text[at] == ' ') ++at;
  const std::size_t subscriber = subscriber_digits(text, at);
  const std::size_t digits = area + subscriber;
  return {std::max(at, begin + 1), subscriber >= 5 && digits >= 8 && digits <= 11};
}

bool is_part_of_more(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::string_view joining = "-/.:=_&";
  const bool before = begin > 0 && (is_digit(text[begin - 1]) || joining.find(text[begin - 1]) != joining.npos ||
                                    (text[begin - 1] | 0x20) >= 'a');
  const bool after = end < text.size() && (is_digit(text[end]) || (joining.find(text[end]) != joining.npos &&
                                                                   end + 1 < text.size() && is_digit(text[end + 1])));
  return before || after;
}

// Of a page full of them, the first are enough.
constexpr std::size_t most_looked_at = 1'000;

// Lines of places that only grow.
class LineCounter {
 public:
  explicit LineCounter(std::string_view text) : text_(text) {}
  std::uint32_t line_at(std::size_t offset) {
    for (; counted_ < offset; ++counted_) line_ += text_[counted_] == '\n' ? 1 : 0;
    return line_;
  }

 private:
  std::string_view text_;
  std::size_t counted_ = 0;
  std::uint32_t line_ = 1;
};

// Of the keys above the text, some are there to name people.
bool is_named_by_key(const PageText& page, std::uint32_t line) {
  const auto& fields = page.document.front_matter.fields;
  return std::any_of(fields.begin(), fields.end(), [&](const Field& field) {
    const bool of_people = field.key == Key::contact || field.key == Key::responsible || field.key == Key::lecturer ||
                           field.key == Key::author;
    return field.line == line && of_people;
  });
}

bool is_allowed(const PageText& page, std::uint32_t line) {
  return is_named_by_key(page, line) || is_contact_place(page, line);
}

void check_telephones(const PageText& page, std::vector<Diagnostic>& found) {
  static constexpr ByteSet beginnings("0+");
  LineCounter lines(page.source);
  const std::string_view text = page.source;
  std::size_t looked_at = 0;
  for (std::size_t at = find_byte_of(text, beginnings); at != text.npos; at = find_byte_of(text, beginnings, at)) {
    const Telephone telephone = read_telephone(text, at);
    const std::size_t begin = at;
    at = telephone.end;
    if (!telephone.is_one || found.size() >= most_findings || is_part_of_more(text, begin, at)) continue;
    if (++looked_at > most_looked_at) return;
    const std::uint32_t line = lines.line_at(begin);
    if (is_allowed(page, line)) continue;
    const std::string_view written = text.substr(begin, at - begin);
    found.push_back(page.author.at("U1", line, written, {std::string(written)}));
  }
}

void check_addresses(const PageText& page, std::vector<Diagnostic>& found) {
  LineCounter lines(page.source);
  const std::string_view text = page.source;
  std::size_t looked_at = 0;
  for (std::size_t at = text.find('@'); at != text.npos; at = text.find('@', at + 1)) {
    const Span address = whole_address(text, at);
    const Address kind = kind_of_address(address);
    if (kind == Address::open || found.size() >= most_findings) continue;
    if (++looked_at > most_looked_at) return;
    const std::uint32_t line = lines.line_at(at);
    const bool said = !found.empty() && found.back().code == "U2" && found.back().place.line == line;
    if (said || (kind == Address::named && is_allowed(page, line))) continue;
    found.push_back(page.author.at("U2", line, address, {std::string(address)}));
  }
}

}  // namespace

void check_private_addresses(const PageText& page, std::vector<Diagnostic>& found) {
  check_telephones(page, found);
  check_addresses(page, found);
}

}  // namespace traff
