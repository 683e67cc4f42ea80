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

// ">-" says to other programs that the value stands on the lines below.
bool is_block_mark(std::string_view value);

// NFC, tabs as spaces, without characters that have no width.
std::string clean_value(std::string_view raw);

// "Datum: 14 oktober, Tid: 9–16; Plats: Aulan" on one line: what follows the first leaves `field`, in order. Only of a
// line that begins with a fact of an occasion.
std::vector<Field> take_further_facts(Field& field);

// A line `Datum: 5 december` of a text, whatever its key and with or without a value; all but its line number.
std::optional<Field> read_fact_line(std::string_view line);

}  // namespace traff
