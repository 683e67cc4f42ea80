// A reference to a work as it stands in running text, "Katz & Dack (2017, s. 3)" or "[@katz2017]", read before anybody
// knows which lists there are: what was written, made comparable. It travels in the target of a citation slot.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace traff {

struct CitedWord {
  std::string text;          // as comparable_name gives it; an initial keeps its full stop ("d.")
  std::uint32_t offset = 0;  // where a link from this word on begins, in bytes after the slot's begin
  bool is_capital = false;
  bool begins_sentence = false;  // its capital may say nothing
  bool is_joined = false;        // stands after a comma, "&" or "och": part of a list of names
  bool operator==(const CitedWord&) const = default;
};

struct Citation {
  std::vector<CitedWord> words;  // up to the last of the names; more may be there than the name needs ("Enligt Fullan")
  std::string year;              // "2017", "2017b", "u.å.", "i tryck"
  std::string locator;           // "s. 3"
  std::string key;               // "katz2017", when it is written by key; there are no words then
  std::uint8_t names = 0;        // how many it looks like; 0 when the words are no list of names
  bool is_paired = false;        // two names or more, with "&" or "och" before the last
  bool and_others = false;       // "m.fl.", "et al."
  bool in_parenthesis = false;   // "(Fullan, 2017)", not "Fullan (2017)"
  bool has_comma = false;        // before the year, in a parenthesis
  bool has_prefix = false;       // "se", "jfr", "fritt efter" …
  bool stray_comma = false;      // "Jarl et al., (2017)"
  bool is_loose = false;         // something about it is unusual: it may be linked, but nothing is said about it
  bool opens_bracket = false;    // by key: begins with "["
  bool closes_bracket = false;
  bool operator==(const Citation&) const = default;
};

// Lower case, hyphens as spaces, one kind of apostrophe.
std::string comparable_name(std::string_view name);

// "von", "de" …: small words that may begin a surname.
bool is_name_particle(std::string_view comparable);

// "&", "och", "and": what stands between two names.
bool is_name_joint(std::string_view comparable);

std::string citation_target(const Citation& citation);

// What citation_target was made from; an empty citation for anything else.
Citation parse_citation_target(std::string_view target);

// The years and the place in the work that a citation ends with: "2015, 2016", "2017, s. 3–5", "2019:45".

struct CitedYear {
  std::string year;  // "2017", "2017b", "u.å.", "i tryck"
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct CitedYears {
  std::vector<CitedYear> years;  // at least one
  std::string locator;           // belongs to the last
  std::size_t end = 0;           // after the locator
};

// A year that begins at `at`; not part of a date, a period of years or a longer number.
std::optional<CitedYear> cited_year_at(std::string_view text, std::size_t at);

std::optional<CitedYears> cited_years_at(std::string_view text, std::size_t at);

// Words that stand before a year in parentheses without being anybody's name: statutes, months, school years, places.

// A word about which nothing is said as a citation, for it is one of the above; `comparable` as comparable_name.
bool is_never_a_name(std::string_view comparable);

// "Skollagen", "SFS", "SOU", "prop." …, which have a number of their own after the year.
bool is_statute(std::string_view comparable);

// Words a sentence begins with before a name: "Enligt", "Hos", "Som".
bool is_sentence_opener(std::string_view comparable);

}  // namespace traff
