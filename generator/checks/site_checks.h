// What the site has against itself as a whole, when every page is known: spellings, its statement, days that are near.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "course/body/body_facts.h"
#include "course/model/course.h"

namespace traff {

// Words held against the rest of the site: T4 cut by a hyphen, T6 torn apart, T8 one name spelled in two ways. There is
// no word list: only what the site itself writes otherwise is told.
//
// `read` gives a file's bytes; asked only for files that hold a rarer spelling. Cost: linear in documents.
std::vector<Diagnostic> check_spellings(std::span<const Document> documents, std::span<const BodyFacts> facts,
                                        const Course& course,
                                        const std::function<std::string(const std::string& path)>& read);

// T8 for people: Lindkvist and Lindqvist with one first name, in the keys that name leaders, lecturers and authors.
//
// Cost: linear in documents.
std::vector<Diagnostic> check_person_spellings(std::span<const Document> documents, const Course& course);

// What the whole site has against its accessibility statement: A3 an assessment of more than a year ago, A4 a claim
// of full conformity beside errors, A5 a site with an address that has no statement.
//
// A3 is told when it is known what day it is.
std::vector<Diagnostic> check_statement(std::span<const Document> documents, const Course& course,
                                        const std::optional<Date>& today);

// A4, when so many errors were found.
std::optional<Diagnostic> check_full_conformity(std::span<const Document> documents, const Course& course,
                                                std::size_t errors);

// F8 a träff that is near and still preliminary, F26 one whose reserve date has passed. Needs to know what day it is,
// so only `traff check` asks.
std::vector<Diagnostic> check_uncertain_days(std::span<const Document> documents, const Course& course,
                                             const Date& today);

}  // namespace traff
