#include "course/work.h"

#include <algorithm>
#include <array>

#include "base/slug.h"
#include "base/text.h"
#include "base/utf8.h"
#include "course/author_list.h"
#include "markdown/citation.h"
#include "markdown/citation_year.h"
#include "markdown/not_a_name.h"

namespace traff {

namespace {

// Of the names and the year; a longer text before a year is a sentence.
constexpr std::size_t longest_authors = 600;
constexpr std::size_t longest_year = 60;

// "(2017)", "(2017, 12 maj)", "(u.å.)": the year in the first parenthesis that has one.
struct YearPlace {
  std::string year;
  std::size_t begin = 0;  // of "("
  std::size_t end = 0;    // after ")"
};

std::optional<YearPlace> find_year(std::string_view text) {
  for (std::size_t open = text.find('('); open != std::string_view::npos; open = text.find('(', open + 1)) {
    if (open > longest_authors) break;
    const auto year = cited_year_at(text, open + 1);
    const std::size_t close = text.substr(0, open + longest_year).find(')', open);
    if (!year || close == std::string_view::npos) continue;
    const char after = text[year->end];
    if (after != ')' && after != ',') return std::nullopt;  // "(2010:800)": a statute
    return YearPlace{year->year, open, close + 1};
  }
  return std::nullopt;
}

// Up to the first full stop that ends a sentence.
std::string_view first_sentence(std::string_view text) {
  for (std::size_t at = text.find_first_of(".?!"); at != std::string_view::npos; at = text.find_first_of(".?!", at + 1)) {
    if (at + 1 == text.size() || text[at + 1] == ' ') return text.substr(0, text[at] == '.' ? at : at + 1);
  }
  return text;
}

std::string trailing_link(std::string_view text) {
  for (const std::string_view begin : {"https://", "http://"}) {
    const std::size_t at = text.rfind(begin);
    if (at == std::string_view::npos) continue;
    std::string_view link = text.substr(at, text.find_first_of(" \n", at) - at);
    while (link.ends_with('.') || link.ends_with(',')) link.remove_suffix(1);
    return std::string(link);
  }
  const std::size_t doi = text.find("doi:");
  if (doi == std::string_view::npos) return {};
  std::string_view number = trim(text.substr(doi + 4));
  number = number.substr(0, number.find(' '));
  if (number.ends_with('.')) number.remove_suffix(1);
  return "https://doi.org/" + std::string(number);
}

// A sentence that names a work is none: "Läs Håkansson (2017), kapitel 3."
bool begins_as_sentence(std::string_view authors) {
  static constexpr std::array<std::string_view, 12> words{"läs", "se", "jfr", "jämför", "välj", "börja",
                                                          "kapitel", "avsnitt", "texten", "artikeln", "read", "see"};
  const std::string first = to_lower(authors.substr(0, authors.find(' ')));
  return is_sentence_opener(first) || std::ranges::find(words, first) != words.end();
}

bool is_named_as_person(const Author& author) {
  constexpr std::size_t most_words = 5;
  const std::vector<std::string_view> words = split(author.surname, ' ');
  return words.size() <= most_words && std::ranges::all_of(words, [](std::string_view word) {
           return !word.empty() && (is_upper(code_point_at(word, 0)) || is_name_particle(comparable_name(word)));
         });
}

// A name, not some sentences before a year.
bool may_be_organisation(std::string_view name) {
  constexpr std::size_t longest = 120;
  const bool begins_well = is_upper(code_point_at(name, 0)) || is_digit(name.front());
  return begins_well && name.size() <= longest && name.find(". ") == std::string_view::npos &&
         name.find_first_of("()?!:") == std::string_view::npos;
}

// Initials say that it is an entry. Without them the full stop after the year does, or the list it stands in.
bool is_entry(const AuthorList& authors, std::string_view before, std::string_view after, bool is_listed) {
  const bool has_person = std::ranges::any_of(authors.authors, [](const Author& each) { return !each.initials.empty(); });
  if (has_person) return std::ranges::all_of(authors.authors, is_named_as_person);
  if (begins_as_sentence(before) || !may_be_organisation(before)) return false;
  if (after.starts_with('.') || after.starts_with(':')) return true;
  const std::string_view rest = trim(after);
  return is_listed && !rest.empty() && (is_upper(code_point_at(rest, 0)) || rest.starts_with('['));
}

}  // namespace

std::optional<Work> parse_work(std::string_view text, bool is_listed) {
  const auto year = find_year(text);
  if (!year) return std::nullopt;
  const std::string_view before = trim(text.substr(0, year->begin));
  const std::string_view after = text.substr(year->end);
  if (before.empty()) return std::nullopt;
  AuthorList authors = parse_authors(before);
  if (authors.authors.empty() || !is_entry(authors, before, after, is_listed)) return std::nullopt;
  Work work;
  work.authors = std::move(authors.authors);
  work.more_authors = authors.more_authors;
  work.abbreviation = std::move(authors.abbreviation);
  work.year = year->year;
  std::string_view rest = trim(after);
  while (!rest.empty() && (rest.front() == '.' || rest.front() == ',' || rest.front() == ':')) rest = trim(rest.substr(1));
  work.title = trim(first_sentence(rest));
  work.link = trailing_link(rest);
  return work;
}

std::string work_authors(const Work& work, std::string_view joint) {
  constexpr std::size_t most_named = 2;
  const std::size_t count = work.authors.size();
  const std::string& first = work.authors.front().surname;
  if (work.more_authors || count > most_named) return first + (joint == "and" ? " et al." : " m.fl.");
  return count == 1 ? first : first + " " + std::string(joint) + " " + work.authors[1].surname;
}

std::string work_name(const Work& work) { return work_authors(work, "&") + " (" + work.year + ")"; }

std::string work_key(const Work& work) {
  const std::string& name = work.abbreviation.empty() ? work.authors.front().surname : work.abbreviation;
  return replace_all(slug(name) + slug(work.year), "-", "");
}

WorkListKind work_list_kind(std::string_view heading) {
  static constexpr std::array<std::string_view, 9> references{
      "referenser",  "referenslista", "kallor", "kallforteckning",     "references",
      "reference list", "bibliography", "kallhanvisningar", "referenser och kallor"};
  static constexpr std::array<std::string_view, 4> reading{"litteratur", "litteraturlista", "reading", "literature"};
  std::string folded = fold(trim(heading));
  while (folded.ends_with(':') || folded.ends_with('.')) folded.pop_back();
  if (std::ranges::find(references, folded) != references.end()) return WorkListKind::references;
  if (std::ranges::find(reading, folded) != reading.end()) return WorkListKind::reading;
  return WorkListKind::none;
}

}  // namespace traff
