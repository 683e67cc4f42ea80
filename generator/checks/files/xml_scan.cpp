#include "checks/files/xml_scan.h"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>

#include "base/text.h"
#include "base/unicode.h"

namespace traff {

namespace {

constexpr std::size_t longest_entity = 1000;
constexpr std::size_t most_from_entities = 1'000'000;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_name_byte(char c) {
  const char lower = static_cast<char>(c | 0x20);
  return (lower >= 'a' && lower <= 'z') || is_digit(c) || c == ':' || c == '_' || c == '-' || c == '.' ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::optional<char32_t> numbered_character(std::string_view digits) {
  const bool is_hex = digits.starts_with('x');
  if (is_hex) digits.remove_prefix(1);
  if (digits.empty()) return std::nullopt;
  char32_t number = 0;
  for (const char c : digits) {
    const char lower = static_cast<char>(c | 0x20);
    if (!is_digit(c) && !(is_hex && lower >= 'a' && lower <= 'f')) return std::nullopt;
    number = number * (is_hex ? 16 : 10) + static_cast<char32_t>(is_digit(c) ? c - '0' : lower - 'a' + 10);
    if (number > 0x10FFFF) return std::nullopt;
  }
  return number;
}

// Thrown and caught here: the place where the text is no XML that we know.
struct NotUnderstood {};

class XmlScanner {
 public:
  XmlScanner(std::string_view text, const XmlListener& listener, std::size_t& at)
      : text_(text), rest_(text), listener_(listener), at_(at) {}

  std::size_t run() {
    try {
      take("\xEF\xBB\xBF");
      while (!rest_.empty()) read_piece();
      return open_.empty() ? std::string_view::npos : text_.size();
    } catch (const NotUnderstood&) {
      return text_.size() - rest_.size();
    }
  }

 private:
  void read_piece() {
    at_ = text_.size() - rest_.size();
    if (!rest_.starts_with('<'))
      tell_text(decoded(up_to('<')));
    else if (take("<!--"))
      pass("-->");
    else if (take("<![CDATA["))
      tell_text(std::string(pass("]]>")));
    else if (take("<!DOCTYPE"))
      read_document_type();
    else if (take("<?"))
      read_instruction();
    else if (take("</"))
      read_end();
    else if (take("<"))
      read_element();
  }

  bool take(std::string_view begin) {
    if (!rest_.starts_with(begin)) return false;
    rest_.remove_prefix(begin.size());
    return true;
  }

  void need(std::string_view begin) {
    if (!take(begin)) throw NotUnderstood();
  }

  std::string_view up_to(char end) {
    const std::string_view found = rest_.substr(0, rest_.find(end));
    rest_.remove_prefix(found.size());
    return found;
  }

  std::string_view pass(std::string_view end) {
    const std::size_t found = rest_.find(end);
    if (found == std::string_view::npos) throw NotUnderstood();
    const std::string_view inside = rest_.substr(0, found);
    rest_.remove_prefix(found + end.size());
    return inside;
  }

  bool pass_spaces() {
    const std::size_t before = rest_.size();
    while (!rest_.empty() && is_space(rest_.front())) rest_.remove_prefix(1);
    return rest_.size() < before;
  }

  std::string_view name() {
    std::size_t size = 0;
    while (size < rest_.size() && is_name_byte(rest_[size])) ++size;
    if (size == 0) throw NotUnderstood();
    const std::string_view found = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return found;
  }

  std::string_view quoted() {
    if (take("\"")) return pass("\"");
    need("'");
    return pass("'");
  }

  std::string decoded(std::string_view raw) {
    std::string out;
    while (!raw.empty()) {
      const std::size_t mark = std::min(raw.find('&'), raw.size());
      out += raw.substr(0, mark);
      raw.remove_prefix(mark);
      if (raw.empty()) break;
      const std::size_t end = raw.find(';');
      if (end == std::string_view::npos) throw NotUnderstood();
      append_entity(out, raw.substr(1, end - 1));
      raw.remove_prefix(end + 1);
    }
    return out;
  }

  void append_entity(std::string& out, std::string_view entity) {
    if (entity.starts_with('#')) {
      const auto number = numbered_character(entity.substr(1));
      if (!number) throw NotUnderstood();
      return append_code_point(out, *number);
    }
    const auto found = entities_.find(entity);
    if (found == entities_.end()) throw NotUnderstood();
    // Those of XML itself are shorter than their names.
    if (found->second.size() > entity.size()) from_entities_ += found->second.size();
    if (from_entities_ > most_from_entities) throw NotUnderstood();
    out += found->second;
  }

  void tell_text(const std::string& text) const {
    if (!open_.empty()) listener_.text(open_.back(), text);
  }

  void read_instruction() {
    const std::string_view target = name();
    listener_.instruction(target, pass("?>"));
  }

  void read_element() {
    XmlElement element{name(), {}, {}, {}};
    if (!open_.empty()) element.parent = open_.back(), element.default_space = open_spaces_.back();
    while (pass_spaces() && !rest_.starts_with('/') && !rest_.starts_with('>')) {
      XmlAttribute attribute{name(), {}};
      pass_spaces();
      need("=");
      pass_spaces();
      const std::string_view raw = quoted();
      if (raw.find('<') != std::string_view::npos) throw NotUnderstood();
      attribute.value = decoded(raw);
      if (attribute.name == "xmlns") element.default_space = spaces_.emplace_back(attribute.value);
      element.attributes.push_back(std::move(attribute));
    }
    const bool is_empty = take("/");
    need(">");
    listener_.element(element);
    if (is_empty) return;
    open_.push_back(element.name);
    open_spaces_.push_back(element.default_space);
  }

  void read_end() {
    if (open_.empty() || name() != open_.back()) throw NotUnderstood();
    pass_spaces();
    need(">");
    open_.pop_back();
    open_spaces_.pop_back();
  }

  void read_document_type() {
    pass_spaces();
    name();
    while (pass_spaces()) {
      if (rest_.starts_with('"') || rest_.starts_with('\''))
        quoted();
      else if (rest_.starts_with("PUBLIC") || rest_.starts_with("SYSTEM"))
        name();
    }
    if (take("[")) {
      while (pass_spaces(), !take("]")) read_declaration();
      pass_spaces();
    }
    need(">");
  }

  void read_declaration() {
    if (take("<!--")) {
      pass("-->");
      return;
    }
    if (take("<!ATTLIST")) return read_attributes();
    need("<!ENTITY");
    pass_spaces();
    const std::string_view entity = name();
    pass_spaces();
    const std::string_view value = quoted();
    if (value.size() > longest_entity || value.find_first_of("<&%") != std::string_view::npos) throw NotUnderstood();
    entities_.emplace(entity, value);
    pass_spaces();
    need(">");
  }

  // They may be named, but a value of theirs would stand nowhere in the text, and other kinds change what stands there.
  void read_attributes() {
    pass_spaces();
    name();
    while (pass_spaces(), !take(">")) {
      name();
      pass_spaces();
      need("CDATA");
      pass_spaces();
      if (!take("#IMPLIED")) need("#REQUIRED");
    }
  }

  std::string_view text_;
  std::string_view rest_;
  const XmlListener& listener_;
  std::size_t& at_;
  std::vector<std::string_view> open_;
  std::vector<std::string_view> open_spaces_;  // of each of them
  std::deque<std::string> spaces_;             // that an xmlns= names
  std::size_t from_entities_ = 0;              // bytes that have come from them
  std::map<std::string_view, std::string_view> entities_{
      {"lt", "<"}, {"gt", ">"}, {"amp", "&"}, {"quot", "\""}, {"apos", "'"}};
};

}  // namespace

std::size_t scan_xml(std::string_view text, const XmlListener& listener, std::size_t& at) {
  return XmlScanner(text, listener, at).run();
}

}  // namespace traff
