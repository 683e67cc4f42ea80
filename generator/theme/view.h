// What a template sees: named texts, flags, lists and objects (docs/theme.md). Made, hashed and expanded once a page,
// so it is kept lean. Names are literals; absent text is absent, never "".
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace traff {

class View {
 public:
  enum class Kind : std::uint8_t { text, flag, list, object };

  struct Entry;

  // An empty text, a false flag and an empty list are left out.
  void put(std::string_view name, std::string text);
  void put_flag(std::string_view name, bool yes);
  void put_list(std::string_view name, std::vector<View> items);
  void put_object(std::string_view name, View object);

  // Null when absent. Cost: linear in the names of this view.
  const Entry* find(std::string_view name) const;
  Entry* find(std::string_view name);
  bool empty() const { return entries_.empty(); }

  // Bytes that are equal for equal views only.
  void append_fingerprint(std::string& bytes) const;

 private:
  std::vector<Entry> entries_;
};

struct View::Entry {
  std::string_view name;
  Kind kind = Kind::text;
  std::string text;
  std::vector<View> items;  // of a list; the one of an object
};

// Which names a template may use: the view contract of docs/theme.md, as data.

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
