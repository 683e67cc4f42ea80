#include "theme/inline_template.h"

#include <algorithm>
#include <cassert>
#include <optional>

#include "base/text.h"
#include "theme/name_hint.h"
#include "theme/view_contract.h"

namespace traff {

namespace {

constexpr std::size_t most_diagnostics = 50;
constexpr std::size_t largest_template = 4'000'000;  // partials that each include the next one twice grow without end
constexpr std::string_view string_prefix = "t.";

std::string string_as_html(std::string_view text) { return replace_all(html_escaped(text), "{{", "&#123;{"); }

bool is_section(TemplatePartKind kind) {
  return kind == TemplatePartKind::section || kind == TemplatePartKind::inverted;
}

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
      report("M1", {"sidan blir orimligt stor när delmallarna sätts in.",
                    "the page becomes unreasonably large when the partials are put in."});
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
      const NameHint hint = hint_for_name(tag.text, names);
      return report("M3", {tag.text, hint.sv, hint.en});
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
    if (told_rounds_.insert(std::move(members)).second) report("M4", {tag.text, round + tag.text});
  }

  void add_string(const TemplatePart& tag) {
    const std::string_view id = std::string_view(tag.text).substr(string_prefix.size());
    const auto found = strings_.find(id);
    if (is_section(tag.kind)) {
      scopes_.emplace_back();
      report("M8", {tag.text, "Skriv {{" + tag.text + "}}: det är en text som alltid finns.",
                    "Write {{" + tag.text + "}}: it is a text that is always there."});
    } else if (found == strings_.end()) {
      std::vector<std::string_view> ids;
      for (const auto& [known, text] : strings_) ids.push_back(known);
      const NameHint hint = hint_for_name(id, ids);
      report("M5", {std::string(id), hint.sv, hint.en});
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
      const NameHint hint = hint_for_name(tag.text, known);
      report("M2", {tag.text, std::string(kind_), hint.sv, hint.en});
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
    if (tag.kind != wanted) report("M8", {tag.text, "Skriv " + right + ".", "Write " + right + "."});
  }

  // A default partial can be wrong only because a changed template uses it where it does not fit.
  void report(std::string code, std::vector<std::string> args) {
    const auto changed =
        std::find_if(path_.rbegin(), path_.rend(), [](const Step& step) { return step.file->is_override; });
    const Step& step = changed == path_.rend() ? path_.back() : *changed;
    Diagnostic diagnostic = template_diagnostic(std::move(code), *step.file, *step.tag, std::move(args));
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

}  // namespace traff
