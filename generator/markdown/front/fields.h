// The facts of a page, and every name an author may give them: Swedish and English, singular and plural.
// Not YAML: a value is the rest of its line, so colons, '#' and "nej" are just text. Only quotes around a whole value
// are no part of it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace traff {

// The keys of authoring 4.2. Swedish names are canonical, English ones silent aliases.
enum class Key : std::uint8_t {
  title,
  subtitle,
  type,
  summary,
  term,
  organiser,
  co_organiser,
  status,
  audience,
  contact,
  tools,
  number,
  theme,
  date,
  alternates,
  time,
  place,
  online,
  responsible,
  letter,
  meeting,
  form,
  duration,
  hand_in,
  lecturer,
  recording,
  author,
  licence,
  language,
  order,
  updated,
  // the accessibility statement
  body,
  service,
  conformity,
  assessed,
  method,
  // settings of the site, in content/index.md only; there `theme` names the folder of templates
  address,
  source,
  logo,
  colour,
  offline,
  synonyms,
  changes,
  unknown,
};

struct Field {
  Key key = Key::unknown;
  std::string name;                // as typed
  std::string value;               // trimmed; list items joined by ", "
  std::vector<std::string> items;  // of a list value (comma-separated, or "- " lines); one for a plain value
  std::uint32_t line = 0;          // of the key, 1-based in the file
  std::uint32_t column = 0;        // of the value's first code point, 1-based
  bool operator==(const Field&) const = default;
};

struct FrontMatter {
  std::vector<Field> fields;  // in the author's order, known and unknown

  const Field* find(Key key) const;       // the first with that key and a value, else with that key, or null
  std::string_view value(Key key) const;  // its value, or ""
  bool operator==(const FrontMatter&) const = default;
};

// Case, dots, spaces, hyphens, underscores and plural forms do not matter.
Key parse_key(std::string_view name);

// The canonical Swedish name ("läsår", "målgrupp").
std::string_view key_name(Key key);

// The canonical Swedish names, as documented.
std::span<const std::string_view> canonical_key_names();

// What a misspelt name probably meant: a canonical name if one is near, else any. Cost: a comparison with each.
std::optional<std::string_view> nearest_key_name(std::string_view typed);

// All names, canonical ones first.
std::span<const std::string_view> all_key_names();

}  // namespace traff
