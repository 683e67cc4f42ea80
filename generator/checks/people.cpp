#include "checks/people.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <string_view>

#include "base/messages/codes.h"
#include "base/text.h"
#include "base/unicode.h"
#include "checks/page_text.h"
#include "checks/person_name.h"

namespace traff {

namespace {

// Where people are named in their role: a page, a section or a line that gives a contact. What is customary there
// (law: a leader's name and official address) needs no message.

// Folded.
constexpr std::array<std::string_view, 22> words_of_roles{
    "kontakt",    "contact",   "ansvarig",       "forelasare", "ledning",    "medverkande",
    "arrangor",   "organiser", "styrgrupp",      "redaktion",  "forfattare", "natverksledare",
    "om oss",     "vaxel",     "reception",      "kundtjanst", "helpdesk",   "support",
    "expedition", "kansli",    "studentservice", "bibliotek"};

bool names_a_role(std::string_view text) {
  constexpr std::size_t longest = 1'000;  // no heading, no line that gives a contact
  if (text.size() > longest) return false;
  const std::string folded = fold(text);
  return std::any_of(words_of_roles.begin(), words_of_roles.end(),
                     [&](std::string_view word) { return folded.find(word) != folded.npos; });
}

bool is_contact_place(const PageText& page, std::uint32_t line) {
  const std::string_view path = page.document.path;
  if (names_a_role(path.substr(path.rfind('/') + 1)) || names_a_role(page.document.title)) return true;
  const Heading* heading = heading_above(page, line);
  return (heading != nullptr && names_a_role(heading->text)) || names_a_role(page.author.line(line));
}

constexpr std::size_t short_form = 10;  // digits: YYMMDDNNNC
constexpr std::size_t long_form = 12;

struct Number {
  std::string digits;
  std::size_t begin = 0;  // bytes of the text
  std::size_t end = 0;
  bool has_mark = false;  // "-" or "+" before the last four
};

bool joins_number(char byte) { return is_word_byte(byte) || byte == '-' || byte == '_'; }

// The digits from `at`, with one mark before the last four.
Number read_number(std::string_view text, std::size_t at) {
  Number number;
  number.begin = at;
  while (at < text.size() && is_digit(text[at]) && number.digits.size() <= long_form) number.digits += text[at++];
  const bool may_go_on = number.digits.size() == short_form - 4 || number.digits.size() == long_form - 4;
  const bool dashed = may_go_on && text.substr(at).starts_with("–");
  const std::size_t mark = dashed ? std::string_view("–").size() : 1;
  const bool marked = at + mark < text.size() && is_digit(text[at + mark]) &&
                      (dashed || text[at] == '-' || text[at] == '+' || text[at] == ' ');
  if (may_go_on && marked) {
    number.has_mark = dashed || text[at] != ' ';
    for (at += mark; at < text.size() && is_digit(text[at]) && number.digits.size() <= long_form; ++at)
      number.digits += text[at];
  }
  number.end = at;
  return number;
}

int two_digits(std::string_view digits) { return (digits[0] - '0') * 10 + (digits[1] - '0'); }

// Luhn's sum over the ten digits of the short form.
bool has_valid_control(std::string_view ten) {
  int sum = 0;
  for (std::size_t i = 0; i < ten.size(); ++i) {
    const int product = (ten[i] - '0') * (i % 2 == 0 ? 2 : 1);
    sum += product / 10 + product % 10;
  }
  return sum % 10 == 0;
}

// A co-ordination number has its day raised by 60.
bool has_valid_day(std::string_view ten, int century) {
  const int day = two_digits(ten.substr(4));
  const auto date = std::chrono::year(century * 100 + two_digits(ten)) / static_cast<int>(two_digits(ten.substr(2))) /
                    (day > 60 ? day - 60 : day);
  return date.ok();
}

// "0701234567": a mobile telephone.
bool is_telephone(const Number& number) { return !number.has_mark && number.digits.starts_with("07"); }

bool is_personal_number(const Number& number) {
  const std::size_t size = number.digits.size();
  if (size != short_form && size != long_form) return false;
  const std::string_view ten = std::string_view(number.digits).substr(size - short_form);
  if (!has_valid_control(ten) || ten.substr(6) == "0000") return false;
  if (size == long_form) {
    const int century = two_digits(number.digits);
    return century >= 18 && century <= 20 && has_valid_day(ten, century);
  }
  return !is_telephone(number) && (has_valid_day(ten, 19) || has_valid_day(ten, 20));
}

// The line as shown in reports, which travel: without the last four digits.
void hide(Diagnostic& diagnostic, const Number& number, std::string_view text) {
  const std::string_view written = text.substr(number.begin, number.end - number.begin);
  const std::string hidden = std::string(written.substr(0, written.size() - 4)) + "****";
  diagnostic.line = replace_all(diagnostic.line, written, hidden);
}

}  // namespace

void check_personal_numbers(const PageText& page, std::vector<Diagnostic>& found) {
  static constexpr ByteSet digits("0123456789");
  const std::string_view text = page.source;
  std::uint32_t line = 1;
  std::size_t counted = 0;
  for (std::size_t at = find_byte_of(text, digits); at != text.npos; at = find_byte_of(text, digits, at)) {
    const Number number = read_number(text, at);
    const bool stands_free = (number.begin == 0 || !joins_number(text[number.begin - 1])) &&
                             (number.end >= text.size() || !joins_number(text[number.end]));
    at = number.end;
    if (!stands_free || !is_personal_number(number) || found.size() >= most_findings) continue;
    for (; counted < number.begin; ++counted) line += text[counted] == '\n' ? 1 : 0;
    Diagnostic diagnostic = page.author.at(code::F9(), line, text.substr(number.begin, number.end - number.begin));
    hide(diagnostic, number, text);
    found.push_back(std::move(diagnostic));
  }
}

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
  return std::any_of(fields.begin(), fields.end(),
                     [&](const Field& field) { return field.line == line && row_of(field.key).names_people; });
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
    found.push_back(page.author.at(code::U1(written), line, written));
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
    const bool said = !found.empty() && found.back().code == code::U2 && found.back().place.line == line;
    if (said || (kind == Address::named && is_allowed(page, line))) continue;
    found.push_back(page.author.at(code::U2(address), line, address));
  }
}

}  // namespace

void check_private_addresses(const PageText& page, std::vector<Diagnostic>& found) {
  check_telephones(page, found);
  check_addresses(page, found);
}

namespace {

// Folded stems.
constexpr std::array<std::string_view, 11> stems{
    "allergi",         "specialkost", "glutenfri",      "laktosfri",         "glutenintoleran",
    "laktosintoleran", "har diagnos", "har en diagnos", "skyddad identitet", "skyddade personuppgifter",
    "sjukskriv"};

// "Anmäl allergi till Anna Berg" tells nothing of Anna.
constexpr std::array<std::string_view, 11> requests{"anmal", "meddela",  "hor av", "skriv till", "kontakta", "mejla",
                                                    "ring ", "sag till", "fraga",  "tala om",    "forelas"};

std::size_t find_stem(const std::string& folded) {
  std::size_t first = folded.npos;
  for (const std::string_view stem : stems) first = std::min(first, folded.find(stem));
  return first;
}

template <std::size_t size>
bool holds_any(const std::string& folded, const std::array<std::string_view, size>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return folded.find(word) != folded.npos; });
}

// The first "Anna Berg" of the sentence.
std::string_view find_name(std::string_view sentence) {
  const std::vector<std::string_view> words = split(sentence, ' ');
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    std::string_view second = words[i + 1];
    while (!second.empty() && std::string_view(",:;.").find(second.back()) != std::string_view::npos)
      second.remove_suffix(1);
    const std::string_view name(words[i].data(),
                                static_cast<std::size_t>(second.data() + second.size() - words[i].data()));
    if (looks_like_full_name(name) && is_first_name(words[i])) return name;
  }
  return {};
}

bool may_be_sensitive(std::string_view text) {
  return text.find("llergi") != text.npos || text.find("pecialkost") != text.npos || text.find("luten") != text.npos ||
         text.find("aktos") != text.npos || text.find("iagnos") != text.npos || text.find("kyddad") != text.npos ||
         text.find("jukskriv") != text.npos;
}

void look_at(const PageText& page, std::string_view sentence, std::uint32_t line, std::vector<Diagnostic>& found) {
  if (!may_be_sensitive(sentence)) return;
  const std::string folded = fold(sentence);
  if (find_stem(folded) == folded.npos || holds_any(folded, requests)) return;
  const std::string_view name = find_name(sentence);
  if (!name.empty() && found.size() < most_findings) found.push_back(found_at(page, code::U4(), line, name));
}

}  // namespace

void check_sensitive_words(const PageText& page, std::vector<Diagnostic>& found) {
  if (!may_be_sensitive(page.body.text)) return;
  for (const Block& block : page.body.blocks) {
    const bool in_cell = block.parent != no_block && page.body.blocks[block.parent].kind == BlockKind::cell;
    if (block.kind == BlockKind::row) {
      look_at(page, replace_all(words_of(page, block), "\n", " "), block.line, found);
    } else if (block.kind == BlockKind::paragraph && !in_cell) {
      const std::string text = replace_all(words_of(page, block), "\n", " ");
      for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(". ", begin), text.size());
        look_at(page, std::string_view(text).substr(begin, end - begin), block.line, found);
        begin = end + 2;
      }
    }
  }
}

namespace {

constexpr std::array<std::string_view, 7> list_headings{"deltagar",     "narvaro",    "gruppindelning", "namnlista",
                                                        "participants", "attendance", "anmalda"};

bool is_capital_byte(char byte) { return (byte >= 'A' && byte <= 'Z') || byte == '\xC3'; }

// Two words with a capital each; most lines are told by a glance.
bool may_begin_with_name(std::string_view line) {
  if (line.empty() || !is_capital_byte(line.front())) return false;
  const std::size_t space = line.find(' ');
  return space != line.npos && space + 1 < line.size() && is_capital_byte(line[space + 1]);
}

// Names on consecutive lines.
struct Run {
  std::uint32_t line = 0;  // of the first
  std::string words;       // of the first
  std::size_t names = 0;
  std::size_t known = 0;  // with a usual first name
};

std::string_view without_details(std::string_view line) {
  return trim(
      line.substr(0, std::min({line.find(" ("), line.find(" –"), line.find(" - "), line.find(':'), line.find('\t')})));
}

class NameList {
 public:
  NameList(const PageText& page, std::vector<Diagnostic>& found) : page_(page), found_(found) {}

  void run() {
    for (const Block& block : page_.body.blocks) take(block);
    end_run();
  }

 private:
  void take(const Block& block) {
    switch (block.kind) {
      case BlockKind::item:
      case BlockKind::list:
      case BlockKind::table: break;
      case BlockKind::cell: break;  // its row speaks for it
      case BlockKind::row: take_row(block); break;
      case BlockKind::paragraph: take_lines(words_of(page_, block), block.line); break;
      default: end_run();
    }
  }

  void take_row(const Block& row) {
    if (row.level == 1) return;
    for (const std::string_view cell : split(words_of(page_, row), '\n')) {
      if (take_names(cell, row.line)) return;
    }
    end_run();
  }

  void take_lines(std::string_view text, std::uint32_t line) {
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      if (!take_names(text.substr(begin, end - begin), line)) end_run();
      begin = end + 1;
    }
  }

  // True when the line begins with a name; "Anna Berg, Erik Ek, …" holds several.
  bool take_names(std::string_view line, std::uint32_t number) {
    if (!may_begin_with_name(line)) return false;
    bool first = true;
    for (const std::string_view part : split(line, ',')) {
      const std::string_view name = without_details(part);
      if (!looks_like_full_name(name)) {
        if (first) return false;
        continue;
      }
      first = false;
      if (run_.names++ == 0) {
        run_.line = number;
        run_.words = name;
      }
      run_.known += is_first_name(name.substr(0, name.find(' '))) ? 1 : 0;
    }
    return !first;
  }

  void end_run() {
    if (run_.names == 0) return;
    if (run_.names >= fewest_names() && run_.known * 5 >= run_.names * 2 && !is_contact_place(page_, run_.line) &&
        found_.size() < most_findings) {
      found_.push_back(found_at(page_, code::U3(run_.names), run_.line, run_.words));
    }
    run_ = Run();
  }

  std::size_t fewest_names() const {
    if (run_.names < 3 || run_.names >= 5) return 5;
    const Heading* heading = heading_above(page_, run_.line);
    if (heading == nullptr) return 5;
    const std::string folded = fold(heading->text);
    const bool is_list = std::any_of(list_headings.begin(), list_headings.end(),
                                     [&](std::string_view word) { return folded.find(word) != folded.npos; });
    return is_list ? 3 : 5;
  }

  const PageText& page_;
  std::vector<Diagnostic>& found_;
  Run run_;
};

}  // namespace

void check_name_lists(const PageText& page, std::vector<Diagnostic>& found) {
  if (page.kind == PageKind::literature) return;
  NameList(page, found).run();
}

}  // namespace traff
