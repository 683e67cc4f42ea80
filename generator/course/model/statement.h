// The accessibility statement (tillgänglighetsredogörelse): an ordinary page whose keys say how well the site follows
// the law. Its fixed sentences are the theme's; what is known of the site are the author's.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "course/model/course.h"

namespace traff {

enum class Conformity : std::uint8_t { full, partial, none };

// "delvis förenlig", "partially compliant" …; nothing for other words.
std::optional<Conformity> parse_conformity(std::string_view words);

// Whether the page is one: an ordinary page that says `förenlighet` or `aktör`.
bool is_statement(const Document& document, PageKind kind);

// Whether the file is about accessibility by its name and place, whatever its keys say.
bool is_named_as_statement(std::string_view path);

// A day that one of its keys says; nothing for other words.
std::optional<FoundDate> statement_day(const Document& document, Key key);

// The site's own: the first that is published, no_index when there is none. Cost: linear in documents.
DocumentIndex find_statement(std::span<const Document> documents, const Course& course);

// A1 a word of conformity that is none, A2 what the law wants and no key says, F1, F2 and F13 of its days.
void check_statements(std::span<const Document> documents, Course& course);

}  // namespace traff
