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
  number,
  letter,
  language,
  order,
  updated,
  changes,
  // facts that have a label on every page, in the order in which changes of them are told
  status,
  date,
  alternates,
  time,
  place,
  online,
  responsible,
  audience,
  term,
  organiser,
  co_organiser,
  contact,
  tools,
  meeting,
  form,
  duration,
  hand_in,
  lecturer,
  recording,
  author,
  licence,
  // settings of the site, in content/index.md only; there `theme` names the folder of templates
  address,
  source,
  logo,
  colour,
  offline,
  publish,
  synonyms,
  theme,
  // the accessibility statement
  body,
  service,
  conformity,
  assessed,
  method,
  unknown,
};

// Where readers see a line of that key as a fact of its page.
enum class Shown : std::uint8_t {
  elsewhere,         // it has a place of its own, or is no words for readers
  labelled,          // on every page, with a label of the theme's
  unless_setting,    // as written, but where it is a setting: "Adress: Storgatan 1" on a page of directions
  unless_meeting,    // the same, and a träff's is its name
  unless_statement,  // as written, but in an accessibility statement
};

// A key, all its names and how readers see it. A new one is a row, and a line of docs/content-format.md.
struct KeyRow {
  Key key;
  std::string_view swedish;    // canonical
  std::string_view aliases{};  // apart by spaces; words are written together
  Shown shown = Shown::elsewhere;
  std::string_view label{};  // words of the theme
  bool names_people = false;
  std::string_view new_value =
      "change.fact";  // words of the theme: "Nytt datum", where Swedish says new in its own way
};

std::span<const KeyRow> key_rows();

const KeyRow& row_of(Key key);

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

// The canonical Swedish name ("läsår", "målgrupp"); "" for an unknown key.
inline std::string_view key_name(Key key) { return row_of(key).swedish; }

// The canonical Swedish names, as documented.
std::span<const std::string_view> canonical_key_names();

// What a misspelt name probably meant: a canonical name if one is near, else any. Cost: a comparison with each.
std::optional<std::string_view> nearest_key_name(std::string_view typed);

// All names, canonical ones first.
std::span<const std::string_view> all_key_names();

}  // namespace traff
