// Which names a template may use: the view contract of docs/theme.md, as data.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace traff {

enum class ViewNameKind : std::uint8_t {
  text,   // {{name}}
  html,   // {{{name}}}: Träff made it
  flag,   // {{#name}}: true or absent
  scope,  // {{#name}}: an object or a list, with names of its own
};

struct ViewName {
  ViewNameKind kind = ViewNameKind::text;
  std::string_view opens;  // the scope inside {{#name}}, for kind `scope`
};

// One per page kind; each is a template of that name.
std::span<const std::string_view> template_kinds();

// What `name` means directly in `scope`; a page kind is a scope that also has the names of every page.
std::optional<ViewName> find_view_name(std::string_view scope, std::string_view name);

std::vector<std::string_view> view_names(std::string_view scope);

}  // namespace traff
