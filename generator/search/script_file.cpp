#include "search/script_file.h"

#include "base/text.h"

namespace traff {

namespace {

constexpr ByteSet special("'\\\n\r\xE2");

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  std::size_t done = 0;
  for (std::size_t at; (at = find_byte_of(text, special, done)) != std::string_view::npos;) {
    out += text.substr(done, at - done);
    const std::string_view rest = text.substr(at);
    // Older browsers end a line, and so the text, at these two.
    const bool line_end = rest.starts_with("\xE2\x80\xA8") || rest.starts_with("\xE2\x80\xA9");
    if (line_end) out += rest[2] == '\xA8' ? "\\u2028" : "\\u2029";
    else if (rest[0] == '\n') out += "\\n";
    else if (rest[0] == '\r') out += "\\r";
    else if (rest[0] == '\xE2') out += rest[0];
    else (out += '\\') += rest[0];
    done = at + (line_end ? 3 : 1);
  }
  out += text.substr(done);
  return out;
}

}  // namespace

ScriptFile::ScriptFile(std::string_view name, const TextSink& sink) : sink_(sink) {
  sink_("(self.traffSearch=self.traffSearch||{})." + std::string(name) + "='");
}

void ScriptFile::write(std::string_view text) { sink_(escaped(text)); }

void ScriptFile::finish() { sink_("';\n"); }

std::string script_of(std::string_view name, std::string_view text) {
  return "(self.traffSearch=self.traffSearch||{})." + std::string(name) + "='" + escaped(text) + "';\n";
}

std::string script_of_part(std::string_view name, std::size_t number, std::string_view text) {
  return "traffSearch.part(\"" + std::string(name) + "\"," + std::to_string(number) + ",'" + escaped(text) + "');\n";
}

}  // namespace traff
