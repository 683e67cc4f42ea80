#include "base/web_address.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/unicode.h"

namespace traff {

namespace {

constexpr std::string_view hidden = "…";

// `address` is what follows "://". A password may hold any character that an address should have escaped.
std::string shown_address(std::string_view address, bool is_ssh) {
  const std::size_t query = std::min(address.find('?'), address.size());
  const std::string_view asked = address.substr(query);
  const std::string after_query(asked.substr(std::min(asked.find_first_of("'\""), asked.size())));
  if (asked.find('@') != std::string_view::npos) return std::string(hidden) + after_query;
  std::string_view place = address.substr(0, query);
  const std::size_t at = place.rfind('@');
  const bool has_user = at != std::string_view::npos;
  const bool is_open = is_ssh && has_user && place.substr(0, at).find_first_of(":@") == std::string_view::npos;
  std::string shown;
  if (has_user && !is_open) {
    shown = hidden;
    place.remove_prefix(at);
  }
  shown += place;
  return asked.empty() ? shown : shown + "?" + std::string(hidden) + after_query;
}

}  // namespace

std::string without_secrets(std::string_view text) {
  constexpr std::string_view mark = "://";
  std::string shown;
  for (std::size_t at; (at = text.find(mark)) != std::string_view::npos;) {
    const std::string_view before = text.substr(0, at);
    const std::string_view rest = text.substr(at + mark.size());
    const std::string_view address = rest.substr(0, rest.find_first_of(" \t\r\n"));
    shown += before;
    shown += mark;
    shown += shown_address(address, before.ends_with("ssh"));
    text = rest.substr(address.size());
  }
  return shown += text;
}

std::string address_without_secrets(std::string_view address) {
  constexpr std::string_view mark = "://";
  const std::size_t at = address.find(mark);
  if (at == std::string_view::npos) return std::string(address);
  const std::string_view scheme = address.substr(0, at);
  return std::string(scheme) + std::string(mark) +
         shown_address(address.substr(at + mark.size()), scheme.ends_with("ssh"));
}

std::string host_of(std::string_view address) {
  const std::size_t scheme = address.find("://");
  if (scheme == std::string_view::npos) return {};
  std::string_view host = address.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  host = host.substr(host.rfind('@') + 1);
  return to_lower(host.substr(0, host.find(':')));
}

namespace {

std::string scheme_of(std::string_view address) {
  std::string scheme;
  for (const char c : address) {
    if (c == ':') return to_lower(scheme);
    if (static_cast<unsigned char>(c) <= ' ') continue;
    const bool scheme_character = is_ascii_alphanumeric(c) || c == '+' || c == '-' || c == '.';
    if (!scheme_character) return {};
    scheme += c;
  }
  return {};
}

bool is_kept_in_href(char c) {
  return is_ascii_alphanumeric(c) || std::string_view("-_.+!*(),%#@?=;:/,$~").find(c) != std::string_view::npos;
}

}  // namespace

bool is_unsafe_address(std::string_view address) {
  const std::string scheme = scheme_of(address);
  return scheme == "javascript" || scheme == "data" || scheme == "vbscript" || scheme == "file";
}

bool has_scheme(std::string_view address) {
  const std::string scheme = scheme_of(address);
  return (scheme.size() > 1 && !is_digit(scheme.front())) || address.starts_with("//");
}

bool says_nothing(std::string_view link_text) {
  static constexpr std::array<std::string_view, 14> empty_words{
      "här",    "klicka här", "tryck här",      "läs mer", "läs mer här", "mer",       "länk",
      "länken", "denna länk", "den här länken", "here",    "click here",  "read more", "more"};
  std::string_view words = trim(link_text);
  while (!words.empty() && (words.back() == '.' || words.back() == '!' || words.back() == ':')) words.remove_suffix(1);
  constexpr std::size_t longest = 16;  // bytes
  if (words.size() > longest) return false;
  const std::string lower = to_lower(words);
  return std::find(empty_words.begin(), empty_words.end(), lower) != empty_words.end();
}

namespace {

void append_percent_encoded(std::string& out, char c) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out += '%';
  out += digits[byte >> 4];
  out += digits[byte & 15];
}

}  // namespace

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool code =
        text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0;
    out += code ? static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2])) : text[i];
    if (code) i += 2;
  }
  return out;
}

std::string percent_encoded(std::string_view path) {
  std::string out;
  for (const char c : path) {
    if (is_ascii_alphanumeric(c) || std::string_view("-._~/").find(c) != std::string_view::npos) {
      out += c;
    } else {
      append_percent_encoded(out, c);
    }
  }
  return out;
}

void append_href(std::string& out, std::string_view address) {
  for (const char c : address) {
    if (is_kept_in_href(c)) {
      out += c;
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '\'') {
      out += "&#x27;";
    } else {
      append_percent_encoded(out, c);
    }
  }
}

}  // namespace traff
