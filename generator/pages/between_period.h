// The time before a träff: its name and its days.
#pragma once

#include <string>

#include "course/course.h"
#include "theme/theme.h"

namespace traff {

// "Mellan träff 2 och 3", "Inför första träffen". `position`: of the träff after it, as SitePage::position.
std::string between_title(NetworkIndex network, std::uint32_t position, const Course& course, const Theme& theme);

// "10 oktober–5 december 2019"; before the first: "till 10 oktober 2019"; "" when a date is not known.
std::string between_period(NetworkIndex network, std::uint32_t position, const Course& course, const Theme& theme);

}  // namespace traff
