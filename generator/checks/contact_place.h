// Where people are named in their role: a page, a section or a line that gives a contact. What is customary there
// (law: a leader's name and official address) needs no message.
#pragma once

#include <cstdint>
#include <string_view>

#include "checks/page_text.h"

namespace traff {

bool is_contact_place(const PageText& page, std::uint32_t line);

}  // namespace traff
