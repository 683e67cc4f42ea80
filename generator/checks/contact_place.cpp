#include "checks/contact_place.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace traff {

namespace {

// Folded.
constexpr std::array<std::string_view, 22> words_of_roles{
    "kontakt",    "contact",   "ansvarig",       "forelasare", "ledning",    "medverkande",
    "arrangor",   "organiser", "styrgrupp",      "redaktion",  "forfattare", "natverksledare",
    "om oss",     "vaxel",     "reception",      "kundtjanst", "helpdesk",   "support",
    "expedition", "kansli",    "studentservice", "bibliotek"};

bool names_a_role(std::string_view text) {
  constexpr std::size_t longest = 1'000;  // no heading, no line that gives a contact
  if (text.size() > longest) return false;
  const std::string folded = fold(text);
  return std::any_of(words_of_roles.begin(), words_of_roles.end(),
                     [&](std::string_view word) { return folded.find(word) != folded.npos; });
}

}  // namespace

bool is_contact_place(const PageText& page, std::uint32_t line) {
  const std::string_view path = page.document.path;
  if (names_a_role(path.substr(path.rfind('/') + 1)) || names_a_role(page.document.title)) return true;
  const Heading* heading = heading_above(page, line);
  return (heading != nullptr && names_a_role(heading->text)) || names_a_role(page.author.line(line));
}

}  // namespace traff
