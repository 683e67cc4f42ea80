// Facts held against each other: F4 a letter or table against the träff, F5 a träff on a day off,
// F7 a programme that does not fit the träff's time.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "course/body/body_facts.h"
#include "course/dates/calendar_date.h"
#include "course/model/course.h"
#include "markdown/document/document.h"

namespace traff {

void check_meeting_day(const Document& document, const Meeting& meeting, std::vector<Diagnostic>& diagnostics);

// F17: two träffar of a network with one number, unless they are for different groups.
void check_meeting_numbers(std::span<const Document> documents, const std::vector<Meeting>& meetings,
                           std::vector<Diagnostic>& diagnostics);

void check_programme(const Document& document, std::span<const AgendaPoint> agenda, const Meeting& meeting,
                     std::vector<Diagnostic>& diagnostics);

// F4 for what is said of one träff and one day, F1 and F2 for the days of running text.
void check_dates_in_text(const Document& document, std::span<const DatedText> dated, PageKind kind,
                         const Course& course, const Network& network, std::vector<Diagnostic>& diagnostics);

// F25 for each old date in the facts, titles and texts of published pages.
void check_old_dates(std::span<const Document> documents, std::span<const BodyFacts> facts, Course& course);

// When a träff is, as a letter or table says it in passing: "Träff 2 är den 6 december".

struct DateStatement {
  std::string meeting;  // its number
  FoundDate date;       // offset and length in `sentence`
  std::string_view sentence;
};

// Sentences of `text` that name one träff and one day, and are not about a deadline ("senast", "inför Träff 2").
// Views point into `text`. Cost: linear.
std::vector<DateStatement> find_date_statements(std::string_view text, const std::optional<TermFrame>& term);

// The same for a table's row, which is one statement however many cells it has.
std::optional<DateStatement> read_date_statement(std::string_view sentence, const std::optional<TermFrame>& term);

}  // namespace traff
