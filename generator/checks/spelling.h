// Words held against the rest of the site: T4 cut by a hyphen, T6 torn apart, T8 one name spelled in two ways. There is
// no word list: only what the site itself writes otherwise is told.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "course/body_facts.h"
#include "course/course.h"

namespace traff {

// `read` gives a file's bytes; asked only for files that hold a rarer spelling. Cost: linear in documents.
std::vector<Diagnostic> check_spellings(std::span<const Document> documents, std::span<const BodyFacts> facts,
                                        const Course& course,
                                        const std::function<std::string(const std::string& path)>& read);

}  // namespace traff
