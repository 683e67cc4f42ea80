// One `nyckel: värde` line, wherever it stands.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/front/fields.h"

namespace traff {

struct FieldLine {
  Field field;                    // all but its line number
  std::uint32_t name_column = 0;  // of the key's first code point, 1-based
};

// Nothing when what stands before the first colon cannot be a key's name, or no space follows the colon.
std::optional<FieldLine> read_field_line(std::string_view line);

// What stands after the colon, or after the dash of a list: clean, and without the quotes around the whole of it.
// Nothing for ">-" and the like.
std::string read_value(std::string_view raw, Key key);

// NFC, tabs as spaces, without characters that have no width.
std::string clean_value(std::string_view raw);

// Fact lines: `paragraph` is the raw text of the first paragraph after the title. Fields if every line is
// a known key and a colon and one of them has a value; otherwise nothing. Among as many known ones a misspelt key may
// stand, as Key::unknown.
std::optional<std::vector<Field>> parse_fact_lines(std::string_view path, std::string_view paragraph,
                                                   std::uint32_t first_line);

// One such line, whatever its key and with or without a value; all but its line number.
std::optional<Field> read_fact_line(std::string_view line);

}  // namespace traff
