// What the whole site has against its accessibility statement: A3 an assessment of more than a year ago, A4 a claim
// of full conformity beside errors, A5 a site with an address that has no statement.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "base/date.h"
#include "course/course.h"

namespace traff {

// A3 is told when it is known what day it is.
std::vector<Diagnostic> check_statement(std::span<const Document> documents, const Course& course, const std::optional<Date>& today);

// A4, when so many errors were found.
std::optional<Diagnostic> check_full_conformity(std::span<const Document> documents, const Course& course, std::size_t errors);

}  // namespace traff
