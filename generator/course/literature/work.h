// A work that can be read: an entry of a literature page or of a page's own list of references, as APA writes it in
// Sweden. Read from its own file alone, so that it is found once and kept with the file's other facts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/document/document.h"

namespace traff {

struct Author {
  std::string surname;   // "Katz"; the whole name of an organisation
  std::string initials;  // "L. A."; empty for an organisation
  bool operator==(const Author&) const = default;
};

struct Work {
  std::vector<Author> authors;
  bool more_authors = false;  // "m.fl." in the entry itself
  std::string year;           // "2017", "2017b", "u.å.", "i tryck"
  std::string title;
  std::string link;
  std::string abbreviation;  // "SI" of "Skolinspektionen [SI]"
  std::string id;            // of its element, "ref-katz-dack-2017"; unique in the document
  std::uint32_t line = 0;
  std::uint32_t heading = 0xFFFFFFFF;  // index into Document::headings of the one it stands under
  Range html;                          // the whole element in DocumentBody::html
  std::uint32_t id_at = 0;             // where its id is added: in its opening tag
  std::uint32_t notes_at = 0;          // where notes are added: after its words
};

// What an entry says, without its place. Nothing when the text is none: no year after its authors.
// `is_listed`: the text stands in a list of works, so that an organisation needs no full stop after the year.
std::optional<Work> parse_work(std::string_view text, bool is_listed);

// "Katz & Dack", "Jarl m.fl.", "Skolverket"
std::string work_authors(const Work& work, std::string_view joint);

// "Katz & Dack (2017)"
std::string work_name(const Work& work);

// "katz2017": for those who cite by key. ASCII.
std::string work_key(const Work& work);

// What a heading says that stands over a list of works.
enum class WorkListKind : std::uint8_t {
  none,
  reading,     // "Litteratur": to be read; it may be cited or not
  references,  // "Referenser", "Källor": what the page builds on
};
WorkListKind work_list_kind(std::string_view heading);

// Every work the document lists. Cost: linear in the body.
std::vector<Work> find_works(const Document& document, const DocumentBody& body);

}  // namespace traff
