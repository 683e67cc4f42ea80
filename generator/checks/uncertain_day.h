// F8 a träff that is near and still preliminary, F26 one whose reserve date has passed. Needs to know what day it is,
// so only `traff check` asks.
#pragma once

#include <span>
#include <vector>

#include "base/date.h"
#include "course/course.h"

namespace traff {

std::vector<Diagnostic> check_uncertain_days(std::span<const Document> documents, const Course& course,
                                             const Date& today);

}  // namespace traff
