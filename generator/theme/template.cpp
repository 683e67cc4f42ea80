#include "theme/template.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "base/messages/codes.h"
#include "base/messages/phrases.h"
#include "base/text.h"
#include "base/unicode.h"
#include "theme/view.h"

namespace traff {

namespace {

constexpr std::size_t deepest_nesting = 50;

bool is_section(TemplatePartKind kind) {
  return kind == TemplatePartKind::section || kind == TemplatePartKind::inverted;
}

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
  void report(const TemplatePart& tag, const Words& mistake) {
    diagnostics_.push_back(template_diagnostic(code::M1(mistake), file_, tag));
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
                    Words("taggen stängs aldrig med ", "the tag is never closed by ") + closing + ".");
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
      case '=': return report(tag, phrase::marks_changed);
      default: break;
    }
    const bool has_mark = !triple && tag.kind != TemplatePartKind::variable;
    tag.text = std::string(trim(has_mark ? content.substr(1) : content));
    if (tag.text.empty() || tag.text.find_first_of(" \t\r\n{}<>") != std::string::npos) {
      return report(tag, phrase::tag_without_name);
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
    if (is_section(tag.kind)) {
      open_.push_back(tag);
      if (open_.size() <= deepest_nesting) return true;
      report(tag, phrase::nested_too_deeply);
      return false;
    }
    if (tag.kind != TemplatePartKind::close) return true;
    if (!open_.empty() && open_.back().text == tag.text) {
      open_.pop_back();
      return true;
    }
    const std::string close = section_tag('/', tag.text);
    if (open_.empty()) {
      report(tag, close + Words(" stänger ett avsnitt som inte är öppet.", " closes a section that is not open."));
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
    diagnostics.push_back(
        template_diagnostic(code::M1(phrase::file_not_utf8), file, {TemplatePartKind::text, {}, bad, bad}));
    return file;
  }
  TemplateReader(file, diagnostics).read();
  return file;
}

Diagnostic template_diagnostic(Message message, const TemplateFile& file, const TemplatePart& tag) {
  const auto after = std::ranges::upper_bound(file.line_starts, tag.begin);
  const std::size_t start = *std::prev(after);
  const std::string_view bytes = file.bytes;
  std::string_view line = bytes.substr(start, bytes.find('\n', start) - start);
  if (line.ends_with('\r')) line.remove_suffix(1);
  const std::size_t end = std::min(tag.end, start + line.size());
  Diagnostic diagnostic{std::move(message), {file.path}, std::string(line)};
  diagnostic.place.line = static_cast<std::uint32_t>(after - file.line_starts.begin());
  diagnostic.place.column = static_cast<std::uint32_t>(code_point_count(bytes.substr(start, tag.begin - start)) + 1);
  if (end > tag.begin) {
    diagnostic.place.length = static_cast<std::uint32_t>(code_point_count(bytes.substr(tag.begin, end - tag.begin)));
  }
  return diagnostic;
}

namespace {

// One page being written. Names are looked up from the innermost section outwards.
class Expansion {
 public:
  Expansion(const std::vector<TemplatePart>& parts, const View& view) : parts_(parts), open_{&view} {}

  std::string run() {
    expand_from(0);
    return std::move(page_);
  }

 private:
  // To the end of the section that is open, or of the template; gives back where that is.
  std::size_t expand_from(std::size_t at) {
    for (; at < parts_.size(); ++at) {
      const TemplatePart& part = parts_[at];
      switch (part.kind) {
        case TemplatePartKind::text: page_ += part.text; break;
        case TemplatePartKind::variable:
        case TemplatePartKind::html: add_value(part); break;
        case TemplatePartKind::section:
        case TemplatePartKind::inverted: at = expand_section(at); break;
        case TemplatePartKind::close: return at;
        case TemplatePartKind::partial: assert(false);
      }
    }
    return at;
  }

  void add_value(const TemplatePart& part) {
    const View::Entry* value = find(part.text);
    if (value == nullptr) return;
    if (part.kind == TemplatePartKind::html) {
      page_ += value->text;
    } else {
      append_html_escaped(page_, value->text);
    }
  }

  std::size_t expand_section(std::size_t at) {
    const View::Entry* value = find(parts_[at].text);
    const bool wants_absent = parts_[at].kind == TemplatePartKind::inverted;
    if (wants_absent != (value == nullptr)) return close_of(at);
    if (value == nullptr || value->items.empty()) return expand_from(at + 1);
    std::size_t close = at;
    for (const View& item : value->items) {
      open_.push_back(&item);
      close = expand_from(at + 1);
      open_.pop_back();
    }
    return close;
  }

  std::size_t close_of(std::size_t at) const {
    for (std::size_t depth = 1; depth > 0;) {
      const TemplatePartKind kind = parts_[++at].kind;
      if (is_section(kind)) ++depth;
      if (kind == TemplatePartKind::close) --depth;
    }
    return at;
  }

  const View::Entry* find(std::string_view name) const {
    const std::size_t dot = name.find('.');
    for (auto section = open_.rbegin(); section != open_.rend(); ++section) {
      const View::Entry* found = member(**section, name.substr(0, dot));
      if (found == nullptr) continue;
      return dot == std::string_view::npos ? found : find_inside(found, name.substr(dot + 1));
    }
    return nullptr;
  }

  static const View::Entry* find_inside(const View::Entry* value, std::string_view names) {
    for (const std::string_view name : split(names, '.')) {
      if (value != nullptr) value = value->kind == View::Kind::object ? member(value->items.front(), name) : nullptr;
    }
    return value;
  }

  // Every list `x` comes with a flag `has_x`.
  static const View::Entry* member(const View& view, std::string_view name) {
    static const View::Entry yes{"yes", View::Kind::flag, {}, {}};
    constexpr std::string_view has_prefix = "has_";
    if (const View::Entry* found = view.find(name)) return found;
    if (!name.starts_with(has_prefix)) return nullptr;
    const View::Entry* list = view.find(name.substr(has_prefix.size()));
    return list != nullptr && list->kind == View::Kind::list ? &yes : nullptr;
  }

  const std::vector<TemplatePart>& parts_;
  std::vector<const View*> open_;
  std::string page_;
};

}  // namespace

std::string expand_template(const std::vector<TemplatePart>& parts, const View& view) {
  return Expansion(parts, view).run();
}

namespace {

constexpr std::size_t most_diagnostics = 50;
constexpr std::size_t largest_template = 4'000'000;  // partials that each include the next one twice grow without end
constexpr std::string_view string_prefix = "t.";

std::string string_as_html(std::string_view text) { return replace_all(html_escaped(text), "{{", "&#123;{"); }

class Inliner {
 public:
  Inliner(const TemplateFiles& files, const InterfaceStrings& strings, InlinedTemplates& result,
          std::vector<Diagnostic>& diagnostics)
      : files_(files), strings_(strings), result_(result), diagnostics_(diagnostics) {}

  std::vector<TemplatePart> inline_kind(std::string_view kind) {
    const auto file = files_.find(kind);
    assert(file != files_.end());
    kind_ = kind;
    scopes_ = {kind};
    parts_.clear();
    room_ = largest_template;
    add_file(file->second);
    return std::move(parts_);
  }

 private:
  struct Step {
    const TemplateFile* file;
    const TemplatePart* tag;  // where the reading of this file stands
  };

  void add_file(const TemplateFile& file) {
    result_.used_files.insert(file.name);
    path_.push_back({&file, nullptr});
    for (const TemplatePart& part : file.parts) {
      if (diagnostics_.size() >= most_diagnostics) break;
      path_.back().tag = &part;
      if (!take_room(part.text.size() + 1)) break;
      add_part(part);
    }
    path_.pop_back();
  }

  bool take_room(std::size_t size) {
    if (room_ == 0) return false;
    room_ -= std::min(room_, size);
    if (room_ == 0) {
      report(code::M1(phrase::page_too_large));
    }
    return room_ > 0;
  }

  void add_part(const TemplatePart& part) {
    if (part.kind == TemplatePartKind::text) return add_text(part.text);
    if (part.kind == TemplatePartKind::partial) return add_partial(part);
    if (part.kind == TemplatePartKind::close) {
      scopes_.pop_back();
    } else if (part.text.starts_with(string_prefix)) {
      return add_string(part);
    } else {
      check_name(part);
    }
    parts_.push_back({part.kind, part.text});
  }

  void add_text(std::string_view text) {
    if (parts_.empty() || parts_.back().kind != TemplatePartKind::text) parts_.emplace_back();
    parts_.back().text += text;
  }

  void add_partial(const TemplatePart& tag) {
    const auto found = files_.find(tag.text);
    if (found == files_.end()) {
      std::vector<std::string_view> names;
      for (const auto& [name, file] : files_) names.push_back(name);
      const Words hint = hint_for_name(tag.text, names);
      return report(code::M3(tag.text, hint));
    }
    const auto is_found = [&](const Step& step) { return step.file == &found->second; };
    const auto first = std::ranges::find_if(path_, is_found);
    if (first == path_.end()) return add_file(found->second);
    std::string round;
    std::set<std::string> members;
    for (auto step = first; step != path_.end(); ++step) {
      round += step->file->name + " → ";
      members.insert(step->file->name);
    }
    if (told_rounds_.insert(std::move(members)).second) report(code::M4(tag.text, round + tag.text));
  }

  void add_string(const TemplatePart& tag) {
    const std::string_view id = std::string_view(tag.text).substr(string_prefix.size());
    const auto found = strings_.find(id);
    if (is_section(tag.kind)) {
      scopes_.emplace_back();
      report(code::M8(tag.text, Words("Skriv {{" + tag.text + "}}: det är en text som alltid finns.",
                                      "Write {{" + tag.text + "}}: it is a text that is always there.")));
    } else if (found == strings_.end()) {
      std::vector<std::string_view> ids;
      for (const auto& [known, text] : strings_) ids.push_back(known);
      const Words hint = hint_for_name(id, ids);
      report(code::M5(id, hint));
    } else {
      result_.used_strings.insert(found->first);
      add_text(string_as_html(found->second));
    }
  }

  void check_name(const TemplatePart& tag) {
    const auto name = find_name(tag.text);
    if (!name) {
      std::vector<std::string_view> known;
      for (const std::string_view scope : scopes_) {
        const auto names = view_names(scope);
        known.insert(known.end(), names.begin(), names.end());
      }
      const Words hint = hint_for_name(tag.text, known);
      report(code::M2(tag.text, kind_, hint));
    } else {
      check_use(tag, name->kind);
    }
    if (tag.kind == TemplatePartKind::section) scopes_.push_back(name ? name->opens : std::string_view());
    if (tag.kind == TemplatePartKind::inverted) scopes_.emplace_back();
  }

  // Looked up as Mustache does: the innermost section first; a.b is b inside a.
  std::optional<ViewName> find_name(std::string_view dotted) const {
    const auto names = split(dotted, '.');
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
      auto name = find_view_name(*scope, names.front());
      if (!name) continue;
      for (std::size_t i = 1; i < names.size() && name; ++i) name = find_view_name(name->opens, names[i]);
      return name;
    }
    return std::nullopt;
  }

  void check_use(const TemplatePart& tag, ViewNameKind kind) {
    if (is_section(tag.kind)) return;
    std::string right;
    switch (kind) {
      case ViewNameKind::text: right = "{{" + tag.text + "}}"; break;
      case ViewNameKind::html: right = "{{{" + tag.text + "}}}"; break;
      case ViewNameKind::flag:
      case ViewNameKind::scope: right = "{{#" + tag.text + "}} … {{/" + tag.text + "}}"; break;
    }
    const TemplatePartKind wanted = kind == ViewNameKind::text   ? TemplatePartKind::variable
                                    : kind == ViewNameKind::html ? TemplatePartKind::html
                                                                 : TemplatePartKind::section;
    if (tag.kind != wanted) report(code::M8(tag.text, Words("Skriv ", "Write ") + right + "."));
  }

  // A default partial can be wrong only because a changed template uses it where it does not fit.
  void report(Message message) {
    const auto changed =
        std::find_if(path_.rbegin(), path_.rend(), [](const Step& step) { return step.file->is_override; });
    const Step& step = changed == path_.rend() ? path_.back() : *changed;
    Diagnostic diagnostic = template_diagnostic(std::move(message), *step.file, *step.tag);
    const auto is_same = [&](const Diagnostic& known) {
      return known.code == diagnostic.code && known.place == diagnostic.place;
    };
    if (std::ranges::none_of(diagnostics_, is_same)) diagnostics_.push_back(std::move(diagnostic));
  }

  const TemplateFiles& files_;
  const InterfaceStrings& strings_;
  InlinedTemplates& result_;
  std::vector<Diagnostic>& diagnostics_;
  std::string_view kind_;
  std::vector<std::string_view> scopes_;
  std::vector<Step> path_;
  std::set<std::set<std::string>> told_rounds_;  // a round can be entered at any of its partials
  std::vector<TemplatePart> parts_;
  std::size_t room_ = 0;  // bytes the inlined template may still grow
};

}  // namespace

InlinedTemplates inline_templates(const TemplateFiles& files, const InterfaceStrings& strings,
                                  std::vector<Diagnostic>& diagnostics) {
  InlinedTemplates result;
  Inliner inliner(files, strings, result, diagnostics);
  for (const std::string_view kind : template_kinds()) {
    result.by_kind.emplace(kind, inliner.inline_kind(kind));
  }
  return result;
}

namespace {

constexpr std::size_t longest_typed = 60;
constexpr std::size_t longest_list = 40;

}  // namespace

Words hint_for_name(std::string_view typed, std::span<const std::string_view> known) {
  if (typed.size() <= longest_typed) {
    if (const auto nearest = nearest_name(typed, known)) {
      const std::string name(*nearest);
      return {"Menade du ”" + name + "”?", "Did you mean “" + name + "”?"};
    }
  }
  if (known.empty() || known.size() > longest_list) return {};
  const std::string list = join(std::vector<std::string>(known.begin(), known.end()), ", ");
  return Words("Här finns: ", "Known here: ") + list + ".";
}

}  // namespace traff
