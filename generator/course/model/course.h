// What the material means: networks, träffar, date tables and pages, referring to documents and to each other
// by index. Every reference here is valid; what could not be understood is a diagnostic instead.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "course/dates/calendar_date.h"
#include "course/literature/citation_resolver.h"
#include "course/model/deck.h"
#include "course/model/page_kind.h"
#include "markdown/document/document.h"

namespace traff {

// Where the content's repository lies on the web, from `källa:` of content/index.md, and the two addresses every page
// has there: one to edit its text, one to read its history.

struct Forge {
  // Addresses with {sökväg} for the file's path; "" when there is none.
  std::string edit;
  std::string history;
};

// "https://github.com/a/b", GitLab, Gitea, Forgejo and Codeberg the same, with or without the branch as the forge's own
// pages have it (…/tree/BRANCH); without it is main. Or one or two addresses with {sökväg}, to edit and of the history.
// Nothing when it is neither.
std::optional<Forge> parse_forge(std::string_view source);

// `path`: of the file, from the top of the repository.
std::string forge_address(std::string_view pattern, std::string_view path);

using DocumentIndex = std::uint32_t;  // into the documents given to assemble_course
using NetworkIndex = std::uint32_t;
using MeetingIndex = std::uint32_t;
inline constexpr std::uint32_t no_index = 0xFFFFFFFF;

enum class MeetingStatus : std::uint8_t { plain, pilot, tentative, confirmed, cancelled, moved };

// Whom something is for.
struct Audience {
  std::string name;  // as first written
  std::string key;   // "processledare": the same for every spelling, fit for an address
  bool operator==(const Audience&) const = default;
};

// When, where and for whom something happens: a träff, or a row of a date table.
struct Occasion {
  std::string title;
  std::optional<FoundDate> date;
  std::vector<Date> alternates;
  std::optional<TimeRange> time;
  std::string time_text;  // as written, when it is no time of day ("1 ½ h per grupp") or says more than `time`
  std::string place;
  std::string audience;             // as written
  std::vector<Audience> audiences;  // that it names; none is everyone
  MeetingStatus status = MeetingStatus::plain;
};

struct Meeting {
  DocumentIndex document = no_index;
  NetworkIndex network = no_index;
  int number = 0;                         // 0 when it has none
  Occasion occasion;                      // its title is the theme, without "Träff 3:"
  std::vector<SectionKind> sections;      // one per heading of the document
  std::vector<std::string> preparations;  // what to do before it, in short
};

// A redovisning: the page that describes it.
struct Assignment {
  DocumentIndex document = no_index;
  char letter = '\0';               // '\0' when it has none
  MeetingIndex meeting = no_index;  // where it is presented; no_index when that is not said
};

// A row of a date table.
struct TableOccasion {
  DocumentIndex document = no_index;
  std::uint32_t line = 0;  // of the row
  Occasion occasion;
};

struct Network {
  std::string folder;                 // "larledarskap-2019-2020/", or "" for the content root
  DocumentIndex document = no_index;  // its index.md; no_index when it has none
  std::string title;
  std::optional<TermFrame> term;
  std::string term_text;                 // "2019/2020", as written
  std::vector<MeetingIndex> meetings;    // by number, then date
  std::vector<TableOccasion> occasions;  // by date
  bool shows_changes = false;            // its pages have lists of their changes
  DocumentIndex letter = no_index;
  bool closed = false;                    // `status: avslutat`
  std::vector<Assignment> assignments;    // published ones, by letter, then path
  std::vector<DocumentIndex> literature;  // its pages that list works
  std::vector<DocumentIndex> documents;   // every page of the network, its own index.md too, by path
};

// A page of kind network is its network's own (Network::document). Published pages of the kinds network, letter,
// meeting and dates are in a network; a meeting's has an index.
struct CoursePage {
  PageKind kind = PageKind::page;
  NetworkIndex network = no_index;
  MeetingIndex meeting = no_index;
  char letter = '\0';                // of an assignment
  std::vector<Slide> slides;         // of a presentation
  bool draft = false;                // `status: utkast`: shown in the preview only
  bool published = true;             // false for a draft outside the preview
  std::optional<Date> date;          // `datum:`, read with its network's term
  std::optional<Date> updated;       // `ändrad:`
  std::optional<Language> language;  // its own
};

struct Site {
  DocumentIndex document = no_index;  // content/index.md
  std::string title;
  Language language = Language::sv;
  std::string address;  // public, ends in '/'; may be empty
  std::string licence;
  std::string contact;
  bool closed = false;                             // `status: avslutat` of the whole site
  bool offline = false;                            // `offline: ja`: the site offers a copy of itself
  DocumentIndex statement = no_index;              // on its accessibility
  Forge forge;                                     // where its texts are edited
  bool shows_changes = false;                      // as Network, for pages of no network
  std::vector<std::vector<std::string>> synonyms;  // words and phrases of one meaning, in lower case
};

struct Course {
  Site site;
  std::vector<CoursePage> pages;  // one per document, same index
  std::vector<Network> networks;  // by folder
  std::vector<Meeting> meetings;
  std::vector<PageLiterature> literature;  // one per document, same index
  std::vector<Diagnostic> diagnostics;

  // Null when the network has no such träff or redovisning.
  const Meeting* find_meeting(NetworkIndex network, std::string_view number) const;
  DocumentIndex find_assignment(NetworkIndex network, char letter) const;

  // Whether the läsår of a page is over; no_index: of a page that belongs to no network.
  bool is_closed(NetworkIndex network) const {
    return site.closed || (network != no_index && networks[network].closed);
  }
};

}  // namespace traff
