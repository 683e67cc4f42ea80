#include "theme/template_file.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "base/utf8.h"

namespace traff {

namespace {

constexpr std::size_t deepest_nesting = 50;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

struct Mistake {
  std::string sv;
  std::string en;
};

std::string section_tag(char mark, std::string_view name) {
  return std::string("{{") + mark + std::string(name) + "}}";
}

// Cuts a template at its tags.
class TemplateReader {
 public:
  TemplateReader(TemplateFile& file, std::vector<Diagnostic>& diagnostics) : file_(file), diagnostics_(diagnostics) {}

  void read() {
    const std::string_view bytes = file_.bytes;
    while (at_ < bytes.size() && !stopped_) {
      const std::size_t open = std::min(bytes.find("{{", at_), bytes.size());
      add_text(bytes.substr(at_, open - at_));
      at_ = open;
      if (at_ < bytes.size()) read_tag();
    }
    if (!stopped_ && !open_.empty()) {
      const TemplatePart& section = open_.back();
      const std::string close = section_tag('/', section.text);
      report(section, {"avsnittet ”" + section.text + "” stängs aldrig med " + close + ".",
                       "the section “" + section.text + "” is never closed by " + close + "."});
    }
  }

 private:
  void report(const TemplatePart& tag, Mistake mistake) {
    diagnostics_.push_back(template_diagnostic("M1", file_, tag, {std::move(mistake.sv), std::move(mistake.en)}));
    stopped_ = true;
  }

  // Indentation and empty lines mean nothing in HTML, and cost time on every page.
  void add_text(std::string_view text) {
    if (after_lone_tag_) text.remove_prefix(leading_line_end(text));
    after_lone_tag_ = false;
    std::string& out = text_part();
    for (std::size_t i = 0; i < text.size();) {
      if (!is_space(text[i])) {
        out += text[i++];
        at_line_start_ = false;
        continue;
      }
      bool has_line_end = false;
      for (; i < text.size() && is_space(text[i]); ++i) has_line_end = has_line_end || text[i] == '\n';
      if (!at_line_start_) out += has_line_end ? '\n' : ' ';
      at_line_start_ = at_line_start_ || has_line_end;
    }
    if (out.empty()) file_.parts.pop_back();
  }

  std::string& text_part() {
    if (file_.parts.empty() || file_.parts.back().kind != TemplatePartKind::text) file_.parts.emplace_back();
    return file_.parts.back().text;
  }

  static std::size_t leading_line_end(std::string_view text) {
    const std::size_t end = text.find_first_not_of(" \t\r");
    return end != std::string_view::npos && text[end] == '\n' ? end + 1 : 0;
  }

  void read_tag() {
    const std::string_view bytes = file_.bytes;
    const bool triple = bytes.substr(at_).starts_with("{{{");
    const std::string_view closing = triple ? "}}}" : "}}";
    const std::size_t inside = at_ + closing.size();
    const std::size_t found = bytes.find(closing, inside);
    if (found == std::string_view::npos) {
      return report({TemplatePartKind::text, {}, at_, at_ + closing.size()},
                    {"taggen stängs aldrig med " + std::string(closing) + ".",
                     "the tag is never closed by " + std::string(closing) + "."});
    }
    add_tag(trim(bytes.substr(inside, found - inside)), triple, at_, found + closing.size());
    at_ = found + closing.size();
  }

  void add_tag(std::string_view content, bool triple, std::size_t begin, std::size_t end) {
    const char mark = triple ? '{' : content.empty() ? '\0' : content.front();
    TemplatePart tag{TemplatePartKind::variable, {}, begin, end};
    switch (mark) {
      case '{':
      case '&': tag.kind = TemplatePartKind::html; break;
      case '#': tag.kind = TemplatePartKind::section; break;
      case '^': tag.kind = TemplatePartKind::inverted; break;
      case '/': tag.kind = TemplatePartKind::close; break;
      case '>': tag.kind = TemplatePartKind::partial; break;
      case '!': return end_tag(true, end);
      case '=':
        return report(tag, {"taggarnas tecken går inte att byta, skriv alltid {{ och }}.",
                            "the tag marks cannot be changed, always write {{ and }}."});
      default: break;
    }
    const bool has_mark = !triple && tag.kind != TemplatePartKind::variable;
    tag.text = std::string(trim(has_mark ? content.substr(1) : content));
    if (tag.text.empty() || tag.text.find_first_of(" \t\r\n{}<>") != std::string::npos) {
      return report(tag, {"taggen har inget namn, eller ett namn med mellanslag.",
                          "the tag has no name, or a name with a space in it."});
    }
    if (!balance(tag)) return;
    const bool may_stand_alone = tag.kind != TemplatePartKind::variable && tag.kind != TemplatePartKind::html;
    file_.parts.push_back(std::move(tag));
    end_tag(may_stand_alone, end);
  }

  // A section, partial or comment alone on its line takes the line's end with it.
  void end_tag(bool may_stand_alone, std::size_t end) {
    after_lone_tag_ =
        may_stand_alone && at_line_start_ && leading_line_end(std::string_view(file_.bytes).substr(end)) > 0;
    at_line_start_ = may_stand_alone && at_line_start_;
  }

  bool balance(const TemplatePart& tag) {
    if (tag.kind == TemplatePartKind::section || tag.kind == TemplatePartKind::inverted) {
      open_.push_back(tag);
      if (open_.size() <= deepest_nesting) return true;
      report(tag, {"avsnitten ligger för djupt i varandra.", "the sections are nested too deeply."});
      return false;
    }
    if (tag.kind != TemplatePartKind::close) return true;
    if (!open_.empty() && open_.back().text == tag.text) {
      open_.pop_back();
      return true;
    }
    const std::string close = section_tag('/', tag.text);
    if (open_.empty()) {
      report(tag, {close + " stänger ett avsnitt som inte är öppet.", close + " closes a section that is not open."});
    } else {
      const std::string wanted = section_tag('/', open_.back().text);
      report(tag, {close + " står där " + wanted + " skulle stå.", close + " stands where " + wanted + " should be."});
    }
    return false;
  }

  TemplateFile& file_;
  std::vector<Diagnostic>& diagnostics_;
  std::vector<TemplatePart> open_;
  std::size_t at_ = 0;
  bool at_line_start_ = true;
  bool after_lone_tag_ = false;
  bool stopped_ = false;
};

std::vector<std::size_t> find_line_starts(std::string_view bytes) {
  std::vector<std::size_t> starts{0};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] == '\n') starts.push_back(i + 1);
  }
  return starts;
}

}  // namespace

TemplateFile read_template(std::string name, std::string path, std::string bytes, bool is_override,
                           std::vector<Diagnostic>& diagnostics) {
  if (bytes.starts_with(byte_order_mark)) bytes.erase(0, byte_order_mark.size());
  TemplateFile file{std::move(name), std::move(path), std::move(bytes), is_override, {}, {}};
  file.line_starts = find_line_starts(file.bytes);
  if (const std::size_t bad = first_invalid_utf8(file.bytes); bad != std::string::npos) {
    diagnostics.push_back(template_diagnostic("M1", file, {TemplatePartKind::text, {}, bad, bad},
                                              {"filen är inte sparad som UTF-8.", "the file is not saved as UTF-8."}));
    return file;
  }
  TemplateReader(file, diagnostics).read();
  return file;
}

Diagnostic template_diagnostic(std::string code, const TemplateFile& file, const TemplatePart& tag,
                               std::vector<std::string> args) {
  const auto after = std::ranges::upper_bound(file.line_starts, tag.begin);
  const std::size_t start = *std::prev(after);
  const std::string_view bytes = file.bytes;
  std::string_view line = bytes.substr(start, bytes.find('\n', start) - start);
  if (line.ends_with('\r')) line.remove_suffix(1);
  const std::size_t end = std::min(tag.end, start + line.size());
  Diagnostic diagnostic{std::move(code), {file.path, 0, 0, 0}, std::string(line), std::move(args)};
  diagnostic.place.line = static_cast<std::uint32_t>(after - file.line_starts.begin());
  diagnostic.place.column = static_cast<std::uint32_t>(code_point_count(bytes.substr(start, tag.begin - start)) + 1);
  if (end > tag.begin) {
    diagnostic.place.length = static_cast<std::uint32_t>(code_point_count(bytes.substr(tag.begin, end - tag.begin)));
  }
  return diagnostic;
}

}  // namespace traff
