#include "source/path_rules.h"

#include <utility>
#include <vector>

#include "base/messages/codes.h"
#include "base/messages/phrases.h"
#include "base/unicode.h"

namespace traff {

namespace {

bool is_control(char32_t code_point) {
  return code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0) || code_point == 0x2028 || code_point == 0x2029;
}

bool has_control(std::string_view name) {
  for (std::size_t at = 0; at < name.size(); at += code_point_size(name, at)) {
    if (is_control(code_point_at(name, at))) return true;
  }
  return false;
}

}  // namespace

std::string_view last_part(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool is_hidden_name(std::string_view name) { return name.starts_with('.') && name != well_known_folder; }

bool is_hidden_folder(std::string_view path) {
  const std::string name = to_lower(last_part(path));
  return is_hidden_name(name) || name == "privat" || name == "private";
}

bool is_hidden_path(std::string_view path) {
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
    if (is_hidden_folder(path.substr(0, slash))) return true;
  }
  return is_hidden_name(last_part(path));
}

std::string printable_path(std::string_view raw_path) {
  std::string out;
  for (std::size_t at = 0; at < raw_path.size(); at += code_point_size(raw_path, at)) {
    const char32_t code_point = code_point_at(raw_path, at);
    append_code_point(out, is_control(code_point) ? U'\xFFFD' : code_point);
  }
  return to_nfc(out);
}

Diagnostic path_diagnostic(Message message, std::string_view raw_path) {
  return {std::move(message), {printable_path(raw_path)}};
}

Diagnostic lfs_diagnostic(std::string_view raw_path) {
  return path_diagnostic(code::P5(printable_path(last_part(raw_path))), raw_path);
}

Diagnostic submodule_diagnostic(std::string_view raw_path) { return path_diagnostic(code::P4(), raw_path); }

std::optional<Diagnostic> odd_name(std::string_view raw_path) {
  const std::string_view name = last_part(raw_path);
  const auto refuse = [&](const Phrase& why) { return path_diagnostic(code::P2(why), raw_path); };
  if (raw_path.size() > longest_path) return path_diagnostic(code::P2(phrase::too_long), raw_path.substr(0, 200));
  if (first_invalid_utf8(name) != std::string_view::npos) return refuse(phrase::not_utf8);
  if (name.find('\\') != std::string_view::npos) return refuse(phrase::has_backslash);
  if (has_control(name)) return refuse(phrase::has_control_character);
  return std::nullopt;
}

}  // namespace traff
