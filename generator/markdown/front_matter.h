// `nyckel: värde` lines between two `---`, or as "fact lines" in the first paragraph after the title.
// Not YAML: a value is the rest of its line, so colons, '#' and "nej" are just text. Only quotes around a whole value
// are no part of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace traff {

// The keys of authoring 4.2. Swedish names are canonical, English ones silent aliases.
enum class Key : std::uint8_t {
  title, subtitle, type, summary, term, organiser, co_organiser, status, audience, contact, tools,
  number, theme, date, alternates, time, place, online, responsible, letter, meeting, form, duration, hand_in,
  lecturer, recording, author, licence, language, order, updated,
  // the accessibility statement
  body, service, conformity, assessed, method,
  // settings of the site, in content/index.md only; there `theme` names the folder of templates
  address, source, logo, colour, offline, synonyms, changes,
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

  const Field* find(Key key) const;                 // the first with that key and a value, else with that key, or null
  std::string_view value(Key key) const;            // its value, or ""
  bool operator==(const FrontMatter&) const = default;
};

struct FrontMatterResult {
  FrontMatter front_matter;
  std::size_t body_offset = 0;     // where the body begins in the text
  std::uint32_t body_line = 1;     // its line number, 1-based
  // F6 unknown key near a known one, F12 any other unknown key, F10 same key twice with different values,
  // F11 lines that only other programs understand, F18 text where the closing `---` should be
  std::vector<Diagnostic> diagnostics;
};

// Never fails: text without front matter gives no fields and body_offset 0. What cannot belong to it begins the body,
// and so does what is over 64 KB (front_matter_block.h). Tabs are spaces.
FrontMatterResult parse_front_matter(std::string_view path, std::string_view text);

// Fact lines: `paragraph` is the raw text of the first paragraph after the title. Fields if every line is
// a known key and a colon and one of them has a value; otherwise nothing. Among as many known ones a misspelt key may
// stand, as Key::unknown.
std::optional<std::vector<Field>> parse_fact_lines(std::string_view path, std::string_view paragraph, std::uint32_t first_line);

// One such line, whatever its key and with or without a value; all but its line number.
std::optional<Field> read_fact_line(std::string_view line);

// Case, dots, spaces, hyphens, underscores and plural forms do not matter.
Key parse_key(std::string_view name);

// The canonical Swedish name ("läsår", "målgrupp").
std::string_view key_name(Key key);

}  // namespace traff
