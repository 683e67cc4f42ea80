// The kinds of pages, one row each, and what kind of page a file is: key `typ` → folder → file name → pattern of the
// title → an ordinary page. A new kind is a row here, its view in pages/views, its words and documentation, and a
// template with the names it may use (theme/view.cpp) if it has one of its own.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/diagnostic.h"
#include "markdown/document/document.h"

namespace traff {

// In the order of the menu; those that only the program makes come last.
enum class PageKind : std::uint8_t {
  start,
  network,
  letter,
  dates,
  literature,
  meeting,
  assignment,
  deck,
  form,
  report,
  page,
  // made beside the authors' files
  meetings,
  between,
  contents,
  not_found,
  news,
  changes,
};

// Folded words, apart by spaces; the first is the one that the program itself writes.
struct KindNames {
  std::string_view sv, en;
};

// Where a network's menu has the pages of a kind.
enum class MenuPlace : std::uint8_t { none, first, group };

struct PageKindRow {
  PageKind kind;
  std::string_view name;  // "search.kind." + name is what the search calls it; skeletons are files of that name
  std::string_view template_name;  // of the theme
  KindNames types{};               // what `typ:` may say; none of a page that only the program makes
  KindNames folders{};
  KindNames files{};          // without ".md"
  bool has_skeleton = false;  // `traff new` begins one
  MenuPlace menu = MenuPlace::none;
  std::string_view menu_title{};  // words of the theme, of a group
  std::string_view label{};       // words of the theme, above the title
};

// In the order of the menu.
std::span<const PageKindRow> page_kinds();

const PageKindRow& row_of(PageKind kind);

// "traffar traff" → "traffar"
std::string_view first_name(const KindNames& names, Language language);

// The ordinary names of a träff's headings (authoring 4.5).
enum class SectionKind : std::uint8_t {
  purpose,
  prepare,
  programme,
  lecture,
  assignment,
  talk,
  material,
  literature,
  to_next,
  other
};

// Kinds that need to know their neighbours (start, network) come out as `page` unless `typ` says network.
PageKind kind_by_itself(const Document& document);

// "träff", "Meeting", "presentation", "slides" …
std::optional<PageKind> parse_page_kind(std::string_view type);

// What the pages of "a/traffar/" are, by its name; nothing for other folders.
std::optional<PageKind> kind_of_folder(std::string_view folder);

// 2 from key `nummer`, else "2-kollegialt.md", else "Träff 2: …"; 0 without one.
int meeting_number(const Document& document);

// 'C' from key `bokstav`, else "c-kommunikation.md", else "Redovisning C: …"; '\0' without one.
char assignment_letter(const Document& document);

// "INSTÄLLD: Träff 1: Uppdrag", "Träff 1: Inställd! Uppdrag", "Träff 1: Uppdrag (FLYTTAD)": the word that says what has
// become of the träff, and the title without it. `word` is "" for other titles.
struct MarkedTitle {
  std::string word;
  std::string title;
};
MarkedTitle marked_title(std::string_view title);

// "Träff 3: Lärarledarskap" → "Lärarledarskap"; other titles as they are.
std::string_view title_without_number(std::string_view title);

SectionKind section_kind(std::string_view heading);

// "index.md" of any folder.
bool is_index(std::string_view path);

// "a/b/c.md" → "a/b/"; "" for a file in the root.
std::string_view folder_of(std::string_view path);

}  // namespace traff
