#include "base/date_words.h"

#include <cassert>
#include <span>

namespace traff {

namespace {

struct Names {
  std::string_view full;
  std::string_view brief;
};

constexpr Names swedish_weekdays[] = {{"söndag", "sön"},   {"måndag", "mån"}, {"tisdag", "tis"}, {"onsdag", "ons"},
                                      {"torsdag", "tors"}, {"fredag", "fre"}, {"lördag", "lör"}};
constexpr Names english_weekdays[] = {{"Sunday", "Sun"},   {"Monday", "Mon"}, {"Tuesday", "Tue"}, {"Wednesday", "Wed"},
                                      {"Thursday", "Thu"}, {"Friday", "Fri"}, {"Saturday", "Sat"}};

constexpr Names swedish_months[] = {{"januari", "jan."}, {"februari", "feb."}, {"mars", "mars"},
                                    {"april", "apr."},   {"maj", "maj"},       {"juni", "juni"},
                                    {"juli", "juli"},    {"augusti", "aug."},  {"september", "sep."},
                                    {"oktober", "okt."}, {"november", "nov."}, {"december", "dec."}};
constexpr Names english_months[] = {{"January", "Jan"}, {"February", "Feb"}, {"March", "Mar"},
                                    {"April", "Apr"},   {"May", "May"},      {"June", "Jun"},
                                    {"July", "Jul"},    {"August", "Aug"},   {"September", "Sept"},
                                    {"October", "Oct"}, {"November", "Nov"}, {"December", "Dec"}};

const Names& names_of(std::chrono::weekday day, Language language) {
  assert(day.ok());
  return (language == Language::sv ? swedish_weekdays : english_weekdays)[day.c_encoding()];
}

const Names& names_of(std::chrono::month month, Language language) {
  assert(month.ok());
  return (language == Language::sv ? swedish_months : english_months)[static_cast<unsigned>(month) - 1];
}

struct Word {
  std::string_view word;
  unsigned number;
};

constexpr Word weekday_words[] = {
    {"måndag", 1},   {"måndagen", 1}, {"mån", 1},    {"månd", 1},      {"monday", 1}, {"mon", 1},     {"tisdag", 2},
    {"tisdagen", 2}, {"tis", 2},      {"tisd", 2},   {"tuesday", 2},   {"tue", 2},    {"tues", 2},    {"onsdag", 3},
    {"onsdagen", 3}, {"ons", 3},      {"onsd", 3},   {"wednesday", 3}, {"wed", 3},    {"torsdag", 4}, {"torsdagen", 4},
    {"tors", 4},     {"tor", 4},      {"torsd", 4},  {"thursday", 4},  {"thu", 4},    {"thur", 4},    {"thurs", 4},
    {"fredag", 5},   {"fredagen", 5}, {"fre", 5},    {"fred", 5},      {"friday", 5}, {"fri", 5},     {"lördag", 6},
    {"lördagen", 6}, {"lör", 6},      {"lörd", 6},   {"saturday", 6},  {"sat", 6},    {"söndag", 0},  {"söndagen", 0},
    {"sön", 0},      {"sönd", 0},     {"sunday", 0}, {"sun", 0},
};

constexpr Word month_words[] = {
    {"januari", 1},   {"jan", 1},  {"january", 1},   {"februari", 2}, {"feb", 2},      {"febr", 2},
    {"february", 2},  {"mars", 3}, {"mar", 3},       {"march", 3},    {"april", 4},    {"apr", 4},
    {"maj", 5},       {"may", 5},  {"juni", 6},      {"jun", 6},      {"june", 6},     {"juli", 7},
    {"jul", 7},       {"july", 7}, {"augusti", 8},   {"aug", 8},      {"august", 8},   {"september", 9},
    {"sep", 9},       {"sept", 9}, {"oktober", 10},  {"okt", 10},     {"october", 10}, {"oct", 10},
    {"november", 11}, {"nov", 11}, {"december", 12}, {"dec", 12},
};

std::optional<unsigned> find_number(std::span<const Word> words, std::string_view word) {
  for (const Word& known : words) {
    if (known.word == word) return known.number;
  }
  return std::nullopt;
}

}  // namespace

std::string_view weekday_name(std::chrono::weekday day, Language language) { return names_of(day, language).full; }
std::string_view short_weekday_name(std::chrono::weekday day, Language language) {
  return names_of(day, language).brief;
}
std::string_view month_name(std::chrono::month month, Language language) { return names_of(month, language).full; }
std::string_view short_month_name(std::chrono::month month, Language language) {
  return names_of(month, language).brief;
}

std::optional<std::chrono::weekday> find_weekday(std::string_view word) {
  if (word.size() > longest_date_word) return std::nullopt;
  const auto number = find_number(weekday_words, word);
  return number ? std::optional(std::chrono::weekday(*number)) : std::nullopt;
}

std::optional<std::chrono::month> find_month(std::string_view word) {
  if (word.size() > longest_date_word) return std::nullopt;
  const auto number = find_number(month_words, word);
  return number ? std::optional(std::chrono::month(*number)) : std::nullopt;
}

}  // namespace traff
